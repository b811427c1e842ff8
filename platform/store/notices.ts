// What the platform tells its kiosks, and how far each has read.
import type { Knex } from 'knex';
import type { SignedNotice } from '../../domain/contract/news-api.ts';
import type { Kiosk } from './kiosks.ts';
import { textOf, wholeOf, type Row } from './rows.ts';

export interface Reader {
  division: string;
  code: string;
  generation: string;
  /** Everything up to here was taken. */
  position: number;
  /** What it had given out when it said so. */
  lastSequence: number;
  /** What the platform holds of it without a gap. */
  gapFreeUpTo: number;
}

export function noticeStore(db: Knex) {
  return {
    /** Takes the next position and holds the feed until the commit. */
    async nextPosition(): Promise<number> {
      const [row] = await db('notice_feed')
        .where({ id: 1 })
        .update({ last_position: db.raw('last_position + 1') })
        .returning<Row[]>('last_position');
      if (row === undefined) throw new Error('the feed of notices is gone');
      return wholeOf(row, 'last_position');
    },

    async append(
      position: number,
      { body, signature }: SignedNotice,
      about: { kiosk: string | null; division: string | null; subject: string | null },
    ): Promise<void> {
      await db('notices').insert({ position, body, signature, ...about });
    },

    async isTold(subject: string): Promise<boolean> {
      const rows = await db('notices').where({ subject }).limit(1).select<Row[]>('position');
      return rows.length > 0;
    },

    /** The position of a subject; null: it was never told. */
    async positionOf(subject: string): Promise<number | null> {
      const [row] = await db('notices').where({ subject }).select<Row[]>('position');
      return row === undefined ? null : wholeOf(row, 'position');
    },

    async lastPosition(): Promise<number> {
      const [row] = await db('notice_feed').where({ id: 1 }).select<Row[]>('last_position');
      return row === undefined ? 0 : wholeOf(row, 'last_position');
    },

    /** Those for this kiosk behind `after`, and how far the answer reaches. */
    async behind(
      { id: kiosk, division }: Pick<Kiosk, 'id' | 'division'>,
      after: number,
      limit: number,
    ): Promise<{ notices: SignedNotice[]; upTo: number }> {
      const last = await this.lastPosition();
      const rows = await db('notices')
        .where('position', '>', after)
        .where('position', '<=', last)
        .where((either) => void either.whereNull('kiosk').orWhere({ kiosk }))
        .where((either) => void either.whereNull('division').orWhere({ division }))
        .orderBy('position')
        .limit(limit)
        .select<Row[]>('position', 'body', 'signature');
      const end = rows.at(-1);
      return {
        notices: rows.map((row) => ({ body: textOf(row, 'body'), signature: textOf(row, 'signature') })),
        upTo: rows.length < limit || end === undefined ? Math.max(last, after) : wholeOf(end, 'position'),
      };
    },

    /** Notes how far a kiosk has read; an older word changes nothing. */
    async noteRead({ division, id }: Kiosk, position: number, lastSequence: number): Promise<void> {
      await db('notice_readers')
        .insert({ division, kiosk: id, position, last_sequence: lastSequence })
        .onConflict(['division', 'kiosk'])
        .merge()
        .where('notice_readers.position', '<', position);
    },

    /** Every kiosk that is not revoked. */
    async readers(): Promise<Reader[]> {
      const rows = await db('kiosks as k')
        .leftJoin('notice_readers as r', (on) => on.on('r.division', 'k.division').andOn('r.kiosk', 'k.id'))
        .where((open) => void open.whereNull('k.stopped').orWhereNot('k.stopped', 'revoked'))
        .orderBy(['k.division', 'k.id'])
        .select<Row[]>(
          'k.division',
          'k.code',
          'k.generation',
          'k.gap_free_up_to',
          db.raw('coalesce(r.position, 0) as position'),
          db.raw('coalesce(r.last_sequence, 0) as last_sequence'),
        );
      return rows.map((row) => ({
        division: textOf(row, 'division'),
        code: textOf(row, 'code'),
        generation: textOf(row, 'generation'),
        position: wholeOf(row, 'position'),
        lastSequence: wholeOf(row, 'last_sequence'),
        gapFreeUpTo: wholeOf(row, 'gap_free_up_to'),
      }));
    },
  };
}
export type NoticeStore = ReturnType<typeof noticeStore>;

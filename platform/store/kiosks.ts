import type { Knex } from 'knex';
import { textOf, textOrNull, wholeOf, type Row } from './rows.ts';

export interface Kiosk {
  division: string;
  id: string;
  /** 'K012' */
  code: string;
  generation: string;
  /** SPKI, base64: the one in force. */
  publicKey: string;
  /** Those it had before, oldest first. */
  olderKeys: readonly string[];
  enrolledAt: string;
  /** Every sequence up to here is held; as of when it was read. */
  gapFreeUpTo: number;
  /** Why it is answered no more; null: it is. */
  stopped: Stopped | null;
}

export const STOPPED = ['revoked', 'forked'] as const;
/** revoked: somebody said so. forked: two machines use its identity. */
export type Stopped = (typeof STOPPED)[number];

export interface NewKiosk extends Omit<Kiosk, 'gapFreeUpTo' | 'stopped' | 'olderKeys'> {
  software: string;
}

const COLUMNS = [
  'division',
  'id',
  'code',
  'generation',
  'public_key',
  'enrolled_at',
  'gap_free_up_to',
  'stopped',
];

function kioskOf(row: Row): Kiosk {
  return {
    division: textOf(row, 'division'),
    id: textOf(row, 'id'),
    code: textOf(row, 'code'),
    generation: textOf(row, 'generation'),
    publicKey: textOf(row, 'public_key'),
    olderKeys: [],
    enrolledAt: textOf(row, 'enrolled_at'),
    gapFreeUpTo: wholeOf(row, 'gap_free_up_to'),
    stopped: STOPPED.find((one) => one === textOrNull(row, 'stopped')) ?? null,
  };
}

/** Whether a kiosk ever changed its key; most never do, and nobody asks for theirs. */
const CHANGES =
  '(select count(*) from kiosk_keys k where k.division = kiosks.division and k.kiosk = kiosks.id)';

export function kioskStore(db: Knex) {
  /** Kiosks with the keys that they took since. */
  async function withKeys(rows: Row[]): Promise<Kiosk[]> {
    const changed = rows.filter((row) => wholeOf(row, 'changes') > 0).map((row) => textOf(row, 'id'));
    const taken =
      changed.length === 0
        ? []
        : await db('kiosk_keys')
            .whereIn('kiosk', changed)
            .orderBy('number')
            .select<Row[]>('kiosk', 'public_key');
    return rows.map((row) => {
      const kiosk = kioskOf(row);
      const own = taken
        .filter((key) => textOf(key, 'kiosk') === kiosk.id)
        .map((key) => textOf(key, 'public_key'));
      const keys = [kiosk.publicKey, ...own];
      return { ...kiosk, publicKey: keys.at(-1) ?? kiosk.publicKey, olderKeys: keys.slice(0, -1) };
    });
  }

  async function first(query: Knex.QueryBuilder): Promise<Kiosk | null> {
    const rows = await query.select<Row[]>([...COLUMNS, db.raw(`${CHANGES} as changes`)]);
    return (await withKeys(rows))[0] ?? null;
  }

  return {
    async add({ division, id, code, generation, publicKey, software, enrolledAt }: NewKiosk): Promise<void> {
      await db('kiosks').insert({
        division,
        id,
        code,
        generation,
        public_key: publicKey,
        software,
        enrolled_at: enrolledAt,
      });
    },

    async byId(id: string): Promise<Kiosk | null> {
      return first(db('kiosks').where({ id }));
    },

    /** The kiosk at a place; of several generations (null: whichever) the last that was enrolled. */
    async byName(division: string, code: string, generation: string | null): Promise<Kiosk | null> {
      const query = db('kiosks').where({ division, code }).orderBy('generation', 'desc').limit(1);
      if (generation !== null) void query.where({ generation });
      return first(query);
    },

    /** Answers this kiosk no more. What somebody revoked stays revoked, whatever it does meanwhile. */
    async stop(
      { division, id }: Pick<Kiosk, 'division' | 'id'>,
      stopped: Stopped,
      at: string,
    ): Promise<void> {
      const query = db('kiosks').where({ division, id });
      if (stopped === 'forked') void query.whereNull('stopped');
      await query.update({ stopped, stopped_at: at });
    },

    /** Puts a key in force; the one before is kept. */
    async addKey({ division, id, olderKeys }: Kiosk, publicKey: string, since: string): Promise<void> {
      const number = olderKeys.length + 1;
      await db('kiosk_keys').insert({ division, kiosk: id, number, public_key: publicKey, since });
    },

    /** Whether any kiosk has or had this key. */
    async isKeyKnown(publicKey: string): Promise<boolean> {
      for (const table of ['kiosks', 'kiosk_keys']) {
        const rows = await db(table).where({ public_key: publicKey }).limit(1).select<Row[]>('public_key');
        if (rows.length > 0) return true;
      }
      return false;
    },

    async release({ division, id }: Pick<Kiosk, 'division' | 'id'>): Promise<void> {
      await db('kiosks').where({ division, id }).update({ stopped: null, stopped_at: null });
    },

    /** Codes and generations of a division, as they were given out. */
    async named(division: string): Promise<{ code: string; generation: string }[]> {
      const rows = await db('kiosks').where({ division }).select<Row[]>('code', 'generation');
      return rows.map((row) => ({ code: textOf(row, 'code'), generation: textOf(row, 'generation') }));
    },

    /** A page of all kiosks, in the order of division and id. */
    async list(after: { division: string; id: string } | null, limit: number): Promise<Kiosk[]> {
      const query = db('kiosks').orderBy(['division', 'id']).limit(limit);
      if (after !== null) void query.whereRaw('(division, id) > (?, ?)', [after.division, after.id]);
      return withKeys(await query.select<Row[]>([...COLUMNS, db.raw(`${CHANGES} as changes`)]));
    },

    /**
     * Notes that a kiosk was here and holds its row until the end of the transaction: its submissions are taken one
     * after the other, or the gap-free number would stand still when two arrive at once. Returns that number.
     */
    async holdGapFreeUpTo({ division, id }: Kiosk, at: string): Promise<number> {
      const rows = await db('kiosks')
        .where({ division, id })
        .update({ last_seen_at: at })
        .returning<Row[]>('gap_free_up_to');
      if (rows[0] === undefined) throw new Error('a kiosk that was known is gone');
      return wholeOf(rows[0], 'gap_free_up_to');
    },

    async setGapFreeUpTo({ division, id }: Kiosk, sequence: number): Promise<void> {
      await db('kiosks').where({ division, id }).update({ gap_free_up_to: sequence });
    },
  };
}
export type KioskStore = ReturnType<typeof kioskStore>;

// The spine: what happened, in the order it was committed, one feed for each division. Append-only.
import type { Knex } from 'knex';
import type { Json } from '../../domain/submission/canonical-json.ts';
import { insertRows } from './insert-rows.ts';
import { jsonOf, textOf, textOrNull, wholeOf, wordOf, type Row } from './rows.ts';

export const EVENT_KINDS = [
  'kiosk-enrolled',
  'kiosk-key-renewed',
  'kiosk-revoked',
  'kiosk-released',
  'case-opened',
  'task-opened',
  'task-returned',
  'task-dropped',
  'answers-lent',
  /** Somebody with the receipt gave another identity number: guesses are counted. */
  'loan-refused',
  'corrected',
  'document-arrived',
  'documents-complete',
  'cases-found-by-card',
  'rated',
  /** Every read of a department's record for an application, granted or refused. */
  'record-lent',
  'record-refused',
  'submission-refused',
  /** Alarms: an id with other content, a sequence with another id. */
  'submission-conflict',
  'sequence-conflict',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface NewEvent {
  kind: EventKind;
  at: string;
  caseId: string | null;
  kiosk: string | null;
  /** Codes and numbers; nothing about people. */
  body: { [key: string]: Json };
}

export interface Event extends Omit<NewEvent, 'body'> {
  division: string;
  position: number;
  body: unknown;
}

function eventOf(row: Row): Event {
  return {
    division: textOf(row, 'division'),
    position: wholeOf(row, 'position'),
    kind: wordOf(row, 'kind', EVENT_KINDS),
    at: textOf(row, 'at'),
    caseId: textOrNull(row, 'case_id'),
    kiosk: textOrNull(row, 'kiosk'),
    body: jsonOf(row, 'body'),
  };
}

export function eventStore(db: Knex) {
  /** Takes `count` positions; the feed's row is held until the commit. Returns the last one, or null: no feed yet. */
  async function takePositions(division: string, count: number): Promise<number | null> {
    const rows = await db('event_feeds')
      .where({ division })
      .update({ last_position: db.raw('last_position + ?', [count]) })
      .returning<Row[]>('last_position');
    return rows[0] === undefined ? null : wholeOf(rows[0], 'last_position');
  }

  async function openFeed(division: string): Promise<void> {
    await db('event_feeds').insert({ division, last_position: 0 }).onConflict('division').ignore();
  }

  return {
    /** Appends inside a transaction, as its last deed: everybody else in the division waits from here to the commit. */
    async append(division: string, events: NewEvent[]): Promise<void> {
      let last = await takePositions(division, events.length);
      if (last === null) {
        await openFeed(division);
        last = await takePositions(division, events.length);
      }
      if (last === null) throw new Error('a feed that was opened is gone');
      const before = last - events.length;
      const rows = events.map(({ kind, at, caseId, kiosk, body }, index) => ({
        division,
        position: before + index + 1,
        at,
        kind,
        case_id: caseId,
        kiosk,
        body: JSON.stringify(body),
      }));
      await insertRows(db, 'events', rows);
    },

    /** What came after a reader's cursor, in order. */
    async after(division: string, position: number, limit: number): Promise<Event[]> {
      const rows = await db('events')
        .where({ division })
        .where('position', '>', position)
        .orderBy('position')
        .limit(limit)
        .select<Row[]>('*');
      return rows.map(eventOf);
    },

    async ofCase(division: string, caseId: string, limit: number): Promise<Event[]> {
      const rows = await db('events')
        .where({ division, case_id: caseId })
        .orderBy('position')
        .limit(limit)
        .select<Row[]>('*');
      return rows.map(eventOf);
    },
  };
}
export type EventStore = ReturnType<typeof eventStore>;

// What was set aside and waits for people: SQL about what they may do with it.
import type { Knex } from 'knex';
import type { OutboxState } from './submissions.ts';

export interface SetAside {
  sequence: number;
  receiptNumber: string;
  procedure: string;
  completedAt: string;
  state: OutboxState;
  /** Stable code of why. */
  trouble: string;
  attempts: number;
  /** What people decided; null: it waits for them. */
  settled: { how: 'discarded' | 'replaced'; at: string; replacedBy: number | null } | null;
}

/** A sealed submission as it lies here, with what proves it. */
export interface Exportable {
  sequence: number;
  id: string;
  receiptNumber: string;
  contentHash: Buffer;
  envelope: Buffer;
  signature: string;
}

interface Row {
  sequence: number;
  receipt_number: string;
  procedure: string;
  completed_at: string;
  state: string;
  trouble: string | null;
  attempts: number;
  how: 'discarded' | 'replaced' | null;
  at: string | null;
  replaced_by: number | null;
}

function setAsideOf(row: Row): SetAside {
  const { how, at } = row;
  return {
    sequence: row.sequence,
    receiptNumber: row.receipt_number,
    procedure: row.procedure,
    completedAt: row.completed_at,
    state: row.state as OutboxState,
    trouble: row.trouble ?? 'refused',
    attempts: row.attempts,
    settled: how === null || at === null ? null : { how, at, replacedBy: row.replaced_by },
  };
}

const SET_ASIDE = ['quarantined', 'conflict'];

export function quarantineStore(db: Knex) {
  const rows = () =>
    db('submissions as s')
      .join('outbox as o', 'o.sequence', 's.sequence')
      .leftJoin('settled as t', 't.sequence', 's.sequence')
      .whereIn('o.state', SET_ASIDE)
      .select<Row[]>(
        's.sequence',
        's.receipt_number',
        's.procedure',
        's.completed_at',
        'o.state',
        'o.trouble',
        'o.attempts',
        't.how',
        't.at',
        't.replaced_by',
      );

  return {
    /** Oldest first. */
    async list(limit: number): Promise<SetAside[]> {
      return (await rows().orderBy('s.sequence').limit(limit)).map(setAsideOf);
    },

    async byReceiptNumber(receiptNumber: string): Promise<SetAside | null> {
      const [row] = await rows().where('s.receipt_number', receiptNumber);
      return row === undefined ? null : setAsideOf(row);
    },

    /** Back in the queue, with the same id and the same bytes. */
    async retry(sequence: number): Promise<void> {
      await db('outbox').where({ sequence }).whereIn('state', SET_ASIDE).update({ state: 'queued' });
    },

    /** Two people gave it up. The table refuses one person twice. */
    async discard(sequence: number, at: string, one: string, other: string): Promise<void> {
      await db('settled').insert({ sequence, how: 'discarded', at, one, other });
    },

    /** Somebody handed the same matter in again, mended. */
    async replace(sequence: number, at: string, one: string, replacedBy: number): Promise<void> {
      await db('settled').insert({ sequence, how: 'replaced', at, one, replaced_by: replacedBy });
    },

    /** What the platform does not hold and nobody gave up, behind `after`, oldest first: a page of them. */
    async exportable(after: number, limit: number): Promise<Exportable[]> {
      const found = await db('submissions as s')
        .join('outbox as o', 'o.sequence', 's.sequence')
        .leftJoin('settled as t', 't.sequence', 's.sequence')
        .whereNot('o.state', 'acknowledged')
        .whereNull('t.sequence')
        .whereNotNull('s.envelope')
        .where('s.sequence', '>', after)
        .orderBy('s.sequence')
        .limit(limit)
        .select<
          {
            sequence: number;
            id: string;
            receipt_number: string;
            content_hash: Buffer;
            envelope: Buffer;
            signature: string;
          }[]
        >('s.sequence', 's.id', 's.receipt_number', 's.content_hash', 's.envelope', 's.signature');
      return found.map((row) => ({
        sequence: row.sequence,
        id: row.id,
        receiptNumber: row.receipt_number,
        contentHash: row.content_hash,
        envelope: row.envelope,
        signature: row.signature,
      }));
    },
  };
}
export type QuarantineStore = ReturnType<typeof quarantineStore>;

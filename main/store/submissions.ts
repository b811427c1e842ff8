// The durable queue: what was received, where it stands, what the platform said. All SQL about submissions is here.
import type { Knex } from 'knex';

export type OutboxState = 'queued' | 'sending' | 'acknowledged' | 'quarantined' | 'conflict';

/** A finished application as it is put down, once. */
export interface NewSubmission {
  sequence: number;
  id: string;
  receiptNumber: string;
  procedure: string;
  procedureVersion: string;
  completedAt: string;
  contentHash: Buffer;
  envelope: Buffer;
  signature: string;
}

/** What is sent: the stored bytes, never sealed again. */
export interface Sendable {
  sequence: number;
  id: string;
  contentHash: Buffer;
  envelope: Buffer;
  signature: string;
  attempts: number;
}

export interface SubmissionState {
  sequence: number;
  id: string;
  receiptNumber: string;
  procedure: string;
  completedAt: string;
  state: OutboxState;
  trouble: string | null;
  attempts: number;
  /** When the platform's acknowledgement arrived here. */
  acknowledgedAt: string | null;
}

interface Row {
  sequence: number;
  id: string;
  receipt_number: string;
  procedure: string;
  completed_at: string;
  state: string;
  trouble: string | null;
  attempts: number;
  received_at: string | null;
}

function stateOf(row: Row): SubmissionState {
  return {
    sequence: row.sequence,
    id: row.id,
    receiptNumber: row.receipt_number,
    procedure: row.procedure,
    completedAt: row.completed_at,
    state: row.state as OutboxState,
    trouble: row.trouble,
    attempts: row.attempts,
    acknowledgedAt: row.received_at,
  };
}

export function submissionStore(db: Knex) {
  const states = () =>
    db('submissions as s')
      .join('outbox as o', 'o.sequence', 's.sequence')
      .leftJoin('acknowledgements as a', 'a.sequence', 's.sequence')
      .select<Row[]>(
        's.sequence',
        's.id',
        's.receipt_number',
        's.procedure',
        's.completed_at',
        'o.state',
        'o.trouble',
        'o.attempts',
        'a.received_at',
      );

  return {
    async lastSequence(): Promise<number> {
      const rows = await db('submissions').max<{ last: number | null }[]>({ last: 'sequence' });
      return rows[0]?.last ?? 0;
    },

    async put(submission: NewSubmission): Promise<void> {
      await db('submissions').insert({
        sequence: submission.sequence,
        id: submission.id,
        receipt_number: submission.receiptNumber,
        procedure: submission.procedure,
        procedure_version: submission.procedureVersion,
        completed_at: submission.completedAt,
        content_hash: submission.contentHash,
        envelope: submission.envelope,
        signature: submission.signature,
      });
      await db('outbox').insert({ sequence: submission.sequence, state: 'queued' });
    },

    /** The oldest waiting submissions, at most `count` and about `bytes` in all (always at least one). */
    async nextToSend(count: number, bytes: number): Promise<Sendable[]> {
      const rows = await db('submissions as s')
        .join('outbox as o', 'o.sequence', 's.sequence')
        .where('o.state', 'queued')
        .orderBy('s.sequence')
        .limit(count)
        .select<
          {
            sequence: number;
            id: string;
            content_hash: Buffer;
            envelope: Buffer;
            signature: string;
            attempts: number;
          }[]
        >('s.sequence', 's.id', 's.content_hash', 's.envelope', 's.signature', 'o.attempts');
      let total = 0;
      return rows
        .filter((row, index) => (total += row.envelope.length) <= bytes || index === 0)
        .map((row) => ({
          sequence: row.sequence,
          id: row.id,
          contentHash: row.content_hash,
          envelope: row.envelope,
          signature: row.signature,
          attempts: row.attempts,
        }));
    },

    async markSending(sequences: number[]): Promise<void> {
      await db('outbox')
        .whereIn('sequence', sequences)
        .update({ state: 'sending', attempts: db.raw('attempts + 1') });
    },

    /** Back in the queue with the same id and the same bytes. */
    async requeue(sequences: number[], trouble: string): Promise<void> {
      await db('outbox')
        .whereIn('sequence', sequences)
        .where('state', 'sending')
        .update({ state: 'queued', trouble });
    },

    /** What was being sent when the process ended is waiting again. Returns how many. */
    async reclaim(): Promise<number> {
      return db('outbox').where('state', 'sending').update({ state: 'queued', trouble: 'restarted' });
    },

    async acknowledge(sequence: number, body: string, signature: string, receivedAt: string): Promise<void> {
      await db('acknowledgements')
        .insert({ sequence, body, signature, received_at: receivedAt })
        .onConflict('sequence')
        .ignore();
      await db('outbox').where({ sequence }).update({ state: 'acknowledged', trouble: null });
    },

    /** Set aside: the platform refused it (`quarantined`) or holds another under its id (`conflict`). */
    async setAside(sequence: number, state: 'quarantined' | 'conflict', trouble: string): Promise<void> {
      await db('outbox').where({ sequence }).update({ state, trouble });
    },

    async waiting(): Promise<number> {
      const rows = await db('outbox')
        .whereIn('state', ['queued', 'sending'])
        .count<{ count: number }[]>({ count: '*' });
      return rows[0]?.count ?? 0;
    },

    async byReceiptNumber(receiptNumber: string): Promise<SubmissionState | null> {
      const [row] = await states().where('s.receipt_number', receiptNumber);
      return row === undefined ? null : stateOf(row);
    },

    async byId(id: string): Promise<SubmissionState | null> {
      const [row] = await states().where('s.id', id);
      return row === undefined ? null : stateOf(row);
    },

    async bySequence(sequence: number): Promise<SubmissionState | null> {
      const [row] = await states().where('s.sequence', sequence);
      return row === undefined ? null : stateOf(row);
    },

    /** The queue, newest first, a page at a time. */
    async list(limit: number, before = Number.MAX_SAFE_INTEGER): Promise<SubmissionState[]> {
      const rows = await states().where('s.sequence', '<', before).orderBy('s.sequence', 'desc').limit(limit);
      return rows.map(stateOf);
    },

    /** How many were acknowledged, and the last of them (0: none); how many are set aside. */
    async answered(): Promise<{ acknowledged: number; lastAcknowledged: number; setAside: number }> {
      const rows = await db('outbox').select<{ acknowledged: number; last: number; setAside: number }[]>(
        db.raw("coalesce(sum(state = 'acknowledged'), 0) as acknowledged"),
        db.raw("coalesce(max(case when state = 'acknowledged' then sequence end), 0) as last"),
        db.raw("coalesce(sum(state in ('quarantined', 'conflict')), 0) as setAside"),
      );
      const { acknowledged = 0, last = 0, setAside = 0 } = rows[0] ?? {};
      return { acknowledged, lastAcknowledged: last, setAside };
    },
  };
}
export type SubmissionStore = ReturnType<typeof submissionStore>;

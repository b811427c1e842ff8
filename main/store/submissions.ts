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

/** The platform's signed words about one submission, byte for byte. */
export interface Acknowledged {
  sequence: number;
  body: string;
  signature: string;
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

interface SendableRow {
  sequence: number;
  id: string;
  content_hash: Buffer;
  envelope: Buffer;
  signature: string;
  attempts: number;
}

// The conditions are written out, never bound: only then are they found to be those of the partial indexes.
export const NEXT_LENGTHS = `select o.sequence, length(s.envelope) as bytes
  from outbox o join submissions s on s.sequence = o.sequence
  where o.state = 'queued' order by o.sequence limit ?`;
export const SENDABLE = `select s.sequence, s.id, s.content_hash, s.envelope, s.signature, o.attempts
  from json_each(?) as wanted
  join submissions s on s.sequence = wanted.value join outbox o on o.sequence = s.sequence
  order by s.sequence`;
/** One that was acknowledged may still be set aside by hand; its state is asked, from the newest on (`cross`: in this order). */
export const LAST_ACKNOWLEDGED = `select a.sequence as last
  from acknowledgements a cross join outbox o on o.sequence = a.sequence
  where o.state = 'acknowledged' order by a.sequence desc limit 1`;

function sendableOf(row: SendableRow): Sendable {
  return {
    sequence: row.sequence,
    id: row.id,
    contentHash: row.content_hash,
    envelope: row.envelope,
    signature: row.signature,
    attempts: row.attempts,
  };
}

/** The first of these that fit together; always one. */
function withinBytes(lengths: { sequence: number; bytes: number }[], most: number): number[] {
  let total = 0;
  return lengths
    .filter(({ bytes }, index) => (total += bytes) <= most || index === 0)
    .map(({ sequence }) => sequence);
}

async function countsOf(db: Knex): Promise<Record<OutboxState, number>> {
  const counts = { queued: 0, sending: 0, acknowledged: 0, quarantined: 0, conflict: 0 };
  for (const { state, count } of await db<{ state: OutboxState; count: number }>('outbox_counts').select('*'))
    counts[state] = count;
  return counts;
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
      // Lengths first, which SQLite tells without reading what is so long: a hundred large ones are never in memory.
      const lengths = await db.raw<{ sequence: number; bytes: number }[]>(NEXT_LENGTHS, [count]);
      const sequences = withinBytes(lengths, bytes);
      const rows = await db.raw<SendableRow[]>(SENDABLE, [JSON.stringify(sequences)]);
      return rows.map(sendableOf);
    },

    /** As `nextToSend`, and marked as being sent: whatever happens from here on, a restart sends the same bytes again. */
    async claim(count: number, bytes: number): Promise<Sendable[]> {
      return db.transaction(async (transaction) => {
        const stores = submissionStore(transaction);
        const batch = await stores.nextToSend(count, bytes);
        if (batch.length > 0) await stores.markSending(batch.map(({ sequence }) => sequence));
        return batch;
      });
    },

    /** Back in the queue as if it had never been claimed: it was not sent. */
    async release(sequences: number[]): Promise<void> {
      await db.raw(
        `update outbox set state = 'queued', attempts = max(attempts - 1, 0)
          where sequence in (select value from json_each(?)) and state = 'sending'`,
        [JSON.stringify(sequences)],
      );
    },

    async markSending(sequences: number[]): Promise<void> {
      await db.raw(
        `update outbox set state = 'sending', attempts = attempts + 1
          where sequence in (select value from json_each(?))`,
        [JSON.stringify(sequences)],
      );
    },

    /** Back in the queue with the same id and the same bytes. */
    async requeue(sequences: number[], trouble: string): Promise<void> {
      await db.raw(
        `update outbox set state = 'queued', trouble = ?
          where sequence in (select value from json_each(?)) and state = 'sending'`,
        [trouble, JSON.stringify(sequences)],
      );
    },

    /** What was being sent when the process ended is waiting again. Returns how many. */
    async reclaim(): Promise<number> {
      return db('outbox').whereRaw("state = 'sending'").update({ state: 'queued', trouble: 'restarted' });
    },

    async acknowledge(sequence: number, body: string, signature: string, receivedAt: string): Promise<void> {
      await this.acknowledgeAll([{ sequence, body, signature }], receivedAt);
    },

    /** Keeps the platform's words for each, in two statements however many they are. */
    async acknowledgeAll(words: Acknowledged[], receivedAt: string): Promise<void> {
      const told = JSON.stringify(words);
      // `where true`: without it SQLite takes what follows for the condition of a join.
      await db.raw(
        `insert into acknowledgements (sequence, body, signature, received_at)
          select value ->> 'sequence', value ->> 'body', value ->> 'signature', ? from json_each(?) where true
          on conflict (sequence) do nothing`,
        [receivedAt, told],
      );
      await db.raw(
        `update outbox set state = 'acknowledged', trouble = null
          where sequence in (select value ->> 'sequence' from json_each(?))`,
        [told],
      );
    },

    /** Set aside: the platform refused it (`quarantined`) or holds another under its id (`conflict`). */
    async setAside(sequence: number, state: 'quarantined' | 'conflict', trouble: string): Promise<void> {
      await db('outbox').where({ sequence }).update({ state, trouble });
    },

    /** How many are queued or being sent. */
    async waiting(): Promise<number> {
      const counts = await countsOf(db);
      return counts.queued + counts.sending;
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
      const counts = await countsOf(db);
      const [row] = await db.raw<{ last: number | null }[]>(LAST_ACKNOWLEDGED);
      const setAside = counts.quarantined + counts.conflict;
      return { acknowledged: counts.acknowledged, lastAcknowledged: row?.last ?? 0, setAside };
    },
  };
}
export type SubmissionStore = ReturnType<typeof submissionStore>;

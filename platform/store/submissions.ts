// What kiosks handed in, byte for byte, and what was said about it. Never changed, never deleted: the tables see to it.
import type { Knex } from 'knex';
import type { SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import { insertRows } from './insert-rows.ts';
import { bytesOf, textOf, wholeOf, type Row } from './rows.ts';

export const CLOCK_DOUBTS = ['ahead', 'behind'] as const;
export type ClockDoubt = (typeof CLOCK_DOUBTS)[number];

export interface NewSubmission {
  division: string;
  id: string;
  kiosk: string;
  sequence: number;
  procedure: string;
  version: string;
  completedAt: string;
  receivedAt: string;
  clockDoubt: ClockDoubt | null;
  contentHash: Buffer;
  envelope: Buffer;
  signature: string;
  acknowledgement: SignedAcknowledgement;
}

/** What is known about an id that was taken before. */
export interface TakenSubmission {
  kiosk: string;
  contentHash: Buffer;
  acknowledgement: SignedAcknowledgement;
}

function takenOf(row: Row): TakenSubmission {
  return {
    kiosk: textOf(row, 'kiosk'),
    contentHash: bytesOf(row, 'content_hash'),
    acknowledgement: {
      body: textOf(row, 'acknowledgement'),
      signature: textOf(row, 'acknowledgement_signature'),
    },
  };
}

function rowOf(submission: NewSubmission) {
  return {
    division: submission.division,
    id: submission.id,
    kiosk: submission.kiosk,
    sequence: submission.sequence,
    procedure: submission.procedure,
    procedure_version: submission.version,
    completed_at: submission.completedAt,
    received_at: submission.receivedAt,
    clock_doubt: submission.clockDoubt,
    content_hash: submission.contentHash,
    envelope: submission.envelope,
    signature: submission.signature,
    acknowledgement: submission.acknowledgement.body,
    acknowledgement_signature: submission.acknowledgement.signature,
  };
}

/** How many sequences are looked at in one go when a gap closes. */
const RUN = 1000;

export function submissionStore(db: Knex) {
  return {
    /** Puts all of them down, or none. */
    async putAll(submissions: NewSubmission[]): Promise<void> {
      await insertRows(db, 'submissions', submissions.map(rowOf));
    },

    async put(submission: NewSubmission): Promise<void> {
      await insertRows(db, 'submissions', [rowOf(submission)]);
    },

    /** Those of these ids that were taken before. */
    async known(division: string, ids: string[]): Promise<Map<string, TakenSubmission>> {
      if (ids.length === 0) return new Map();
      const rows = await db('submissions')
        .where({ division })
        .whereIn('id', ids)
        .select<Row[]>('id', 'kiosk', 'content_hash', 'acknowledgement', 'acknowledgement_signature');
      return new Map(rows.map((row) => [textOf(row, 'id'), takenOf(row)]));
    },

    /** Those of these sequences under which a kiosk handed something in. */
    async takenAmong(division: string, kiosk: string, sequences: number[]): Promise<number[]> {
      if (sequences.length === 0) return [];
      const rows = await db('submissions')
        .where({ division, kiosk })
        .whereIn('sequence', sequences)
        .select<Row[]>('sequence');
      return rows.map((row) => wholeOf(row, 'sequence'));
    },

    /** The first sequence after this one under which a kiosk handed something in; null: none. */
    async nextAfter(division: string, kiosk: string, sequence: number): Promise<number | null> {
      const [row] = await db('submissions')
        .where({ division, kiosk })
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(1)
        .select<Row[]>('sequence');
      return row === undefined ? null : wholeOf(row, 'sequence');
    },

    async byId(division: string, id: string): Promise<TakenSubmission | null> {
      const [row] = await db('submissions')
        .where({ division, id })
        .select<Row[]>('kiosk', 'content_hash', 'acknowledgement', 'acknowledgement_signature');
      return row === undefined ? null : takenOf(row);
    },

    async isSequenceTaken(division: string, kiosk: string, sequence: number): Promise<boolean> {
      const rows = await db('submissions').where({ division, kiosk, sequence }).select<Row[]>('sequence');
      return rows.length > 0;
    },

    /** The highest sequence that is held of a kiosk; 0: none is. */
    async highestOf(division: string, kiosk: string): Promise<number> {
      const [row] = await db('submissions')
        .where({ division, kiosk })
        .orderBy('sequence', 'desc')
        .limit(1)
        .select<Row[]>('sequence');
      return row === undefined ? 0 : wholeOf(row, 'sequence');
    },

    /** The content hash of what a kiosk handed in under a sequence. */
    async hashOf(division: string, kiosk: string, sequence: number): Promise<Buffer | null> {
      const [row] = await db('submissions')
        .where({ division, kiosk, sequence })
        .select<Row[]>('content_hash');
      return row === undefined ? null : bytesOf(row, 'content_hash');
    },

    /** The last of the sequences that follow `sequence` without a gap; `sequence` itself when none does. */
    async endOfRun(division: string, kiosk: string, sequence: number): Promise<number> {
      let end = sequence;
      for (;;) {
        const rows = await db('submissions')
          .where({ division, kiosk })
          .where('sequence', '>', end)
          .orderBy('sequence')
          .limit(RUN)
          .select<Row[]>('sequence');
        const before = end;
        for (const row of rows) if (wholeOf(row, 'sequence') === end + 1) end += 1;
        if (end - before < RUN) return end;
      }
    },

    /** The envelope a case was made of. */
    async envelopeOf(division: string, id: string): Promise<Buffer | null> {
      const [row] = await db('submissions').where({ division, id }).select<Row[]>('envelope');
      return row === undefined ? null : bytesOf(row, 'envelope');
    },
  };
}
export type SubmissionStore = ReturnType<typeof submissionStore>;

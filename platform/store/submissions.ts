// What kiosks handed in, byte for byte, and what was said about it. Never changed, never deleted: the tables see to it.
import type { Knex } from 'knex';
import type { SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
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

/** How many sequences are looked at in one go when a gap closes. */
const RUN = 1000;

export function submissionStore(db: Knex) {
  return {
    async put(submission: NewSubmission): Promise<void> {
      await db('submissions').insert({
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
      });
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

// Ratings on their way to the platform: once per application and stage.
import type { Knex } from 'knex';

export type RatingState = 'queued' | 'sending' | 'acknowledged' | 'refused';

export interface NewRating {
  id: string;
  receiptNumber: string;
  stage: string;
  ratedAt: string;
  contentHash: Buffer;
  envelope: Buffer;
  signature: string;
}

/** What is sent: the stored bytes, never sealed again. */
export type SendableRating = Pick<NewRating, 'id' | 'contentHash' | 'envelope' | 'signature'>;

interface Row {
  id: string;
  content_hash: Buffer;
  envelope: Buffer;
  signature: string;
}

export function ratingStore(db: Knex) {
  return {
    /** False: this stage of this application is rated already. */
    async put(rating: NewRating): Promise<boolean> {
      const rows = await db('ratings')
        .insert({
          id: rating.id,
          receipt_number: rating.receiptNumber,
          stage: rating.stage,
          rated_at: rating.ratedAt,
          content_hash: rating.contentHash,
          envelope: rating.envelope,
          signature: rating.signature,
        })
        .onConflict(['receipt_number', 'stage'])
        .ignore()
        .returning<{ id: string }[]>('id');
      return rows.length === 1;
    },

    /** Stages of this application that were rated at this machine. */
    async ratedStages(receiptNumber: string): Promise<string[]> {
      const rows = await db('ratings')
        .where({ receipt_number: receiptNumber })
        .select<{ stage: string }[]>('stage');
      return rows.map(({ stage }) => stage);
    },

    /** The oldest that wait. One whose application has not arrived waits for it. */
    async nextToSend(count: number): Promise<SendableRating[]> {
      const rows = await db('ratings as r')
        .where('r.state', 'queued')
        .whereNotExists(
          db('submissions as s')
            .join('outbox as o', 'o.sequence', 's.sequence')
            .whereRaw('s.receipt_number = r.receipt_number')
            .whereNot('o.state', 'acknowledged')
            .select(db.raw('1')),
        )
        .orderBy(['r.rated_at', 'r.id'])
        .limit(count)
        .select<Row[]>('r.id', 'r.content_hash', 'r.envelope', 'r.signature');
      return rows.map(({ id, content_hash: contentHash, envelope, signature }) => ({
        id,
        contentHash,
        envelope,
        signature,
      }));
    },

    async markSending(ids: string[]): Promise<void> {
      await db('ratings')
        .whereIn('id', ids)
        .update({ state: 'sending', attempts: db.raw('attempts + 1') });
    },

    /** Back in the queue with the same id and the same bytes. */
    async requeue(ids: string[], trouble: string): Promise<void> {
      await db('ratings').whereIn('id', ids).where({ state: 'sending' }).update({ state: 'queued', trouble });
    },

    /** What was being sent when the process ended is waiting again. */
    async reclaim(): Promise<void> {
      await db('ratings').where({ state: 'sending' }).update({ state: 'queued', trouble: 'restarted' });
    },

    async settle(id: string, state: 'acknowledged' | 'refused', trouble: string | null): Promise<void> {
      await db('ratings').where({ id }).update({ state, trouble });
    },

    async waiting(): Promise<number> {
      const rows = await db('ratings')
        .whereIn('state', ['queued', 'sending'])
        .count<{ count: number }[]>({ count: '*' });
      return rows[0]?.count ?? 0;
    },
  };
}
export type RatingStore = ReturnType<typeof ratingStore>;

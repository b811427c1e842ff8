// What this machine need not keep any longer. Rows stay, for the sequence and the journal refer to them; what goes is
// what was handed in (sealed) and what a receipt says (masked). `secure_delete` overwrites the pages; the log is emptied
// by whoever asks for this. The journal holds no personal data and is kept whole.
import type { Knex } from 'knex';

export function retentionStore(db: Knex) {
  /** Acknowledged before then, with no document that the platform lacks. */
  const settled = (acknowledgedBefore: string) =>
    db('acknowledgements as a')
      .join('outbox as o', 'o.sequence', 'a.sequence')
      .where('o.state', 'acknowledged')
      .where('a.received_at', '<', acknowledgedBefore)
      .whereNotExists(
        db('documents as d')
          .whereRaw('d.sequence = a.sequence')
          .where('d.state', 'waiting')
          .select(db.raw('1')),
      )
      .select('a.sequence');

  return {
    /** Empties the sealed applications that the platform acknowledged before then, at most so many. How many. */
    async purgePayloads(acknowledgedBefore: string, atMost: number): Promise<number> {
      const due = db('submissions as s')
        .whereNotNull('s.envelope')
        .whereIn('s.sequence', settled(acknowledgedBefore))
        .orderBy('s.sequence')
        .limit(atMost)
        .select('s.sequence');
      return db('submissions').whereIn('sequence', due).update({ envelope: null });
    },

    /** Forgets what the receipts say of applications that were acknowledged before then, at most so many. How many. */
    async forgetReceipts(acknowledgedBefore: string, atMost: number): Promise<number> {
      const due = db('receipts as r')
        .whereIn('r.sequence', settled(acknowledgedBefore))
        .orderBy('r.sequence')
        .limit(atMost)
        .select('r.sequence');
      return db('receipts').whereIn('sequence', due).delete();
    },
  };
}
export type RetentionStore = ReturnType<typeof retentionStore>;

// Documents that were handed in: which file belongs to which submission, and whether the platform has it.
import type { Knex } from 'knex';

export type DocumentState = 'waiting' | 'held' | 'lost';

export interface NewDocument {
  sequence: number;
  digest: string;
  /** As encrypted. */
  bytes: number;
}

export interface WaitingDocument extends NewDocument {
  attempts: number;
}

export function documentStore(db: Knex) {
  return {
    async put({ sequence, digest, bytes }: NewDocument): Promise<void> {
      await db('documents').insert({ sequence, digest, bytes, state: 'waiting' });
    },

    /** The oldest that waits, of the submissions the platform has taken, but for those that were tried. */
    async nextToSend(tried: readonly string[]): Promise<WaitingDocument | null> {
      const [row] = await db('documents as d')
        .join('outbox as o', 'o.sequence', 'd.sequence')
        .where({ 'd.state': 'waiting', 'o.state': 'acknowledged' })
        .whereNotIn('d.digest', tried)
        .orderBy(['d.sequence', 'd.digest'])
        .limit(1)
        .select<WaitingDocument[]>('d.sequence', 'd.digest', 'd.bytes', 'd.attempts');
      return row ?? null;
    },

    async noteTry(digest: string, trouble: string | null): Promise<void> {
      await db('documents')
        .where({ digest })
        .update({ attempts: db.raw('attempts + 1'), trouble });
    },

    async mark(digest: string, state: DocumentState, trouble: string | null): Promise<void> {
      await db('documents').where({ digest }).update({ state, trouble });
    },

    async isKnown(digest: string): Promise<boolean> {
      return (await db('documents').where({ digest }).first('digest')) !== undefined;
    },

    /** The files that must stay on this machine: the platform does not have them yet. */
    async onlyHere(): Promise<string[]> {
      const rows = await db('documents').where({ state: 'waiting' }).select<{ digest: string }[]>('digest');
      return rows.map(({ digest }) => digest);
    },

    /** What waits, in bytes as encrypted, and when the oldest of it was handed in; null: nothing waits. */
    async waiting(): Promise<{ count: number; bytes: number; since: string | null }> {
      const [row] = await db('documents as d')
        .join('submissions as s', 's.sequence', 'd.sequence')
        .where({ 'd.state': 'waiting' })
        .select<{ count: number; bytes: number | null; since: string | null }[]>(
          db.raw('count(*) as count'),
          db.raw('sum(d.bytes) as bytes'),
          db.raw('min(s.completed_at) as since'),
        );
      return { count: row?.count ?? 0, bytes: row?.bytes ?? 0, since: row?.since ?? null };
    },

    /** How many are in each state. */
    async counts(): Promise<Record<DocumentState, number>> {
      const rows = await db('documents')
        .groupBy('state')
        .select<{ state: DocumentState; count: number }[]>('state', db.raw('count(*) as count'));
      const found = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
      return { waiting: 0, held: 0, lost: 0, ...found };
    },
  };
}
export type DocumentStore = ReturnType<typeof documentStore>;

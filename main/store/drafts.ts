import type { Knex } from 'knex';

/** A saved draft as it lies on the disk. */
export interface SealedDraft {
  id: string;
  wrappedKey: Buffer;
  body: Buffer;
  savedAt: string;
}

interface Row {
  id: string;
  wrapped_key: Buffer;
  body: Buffer;
  saved_at: string;
}

function draftOf(row: Row): SealedDraft {
  return { id: row.id, wrappedKey: row.wrapped_key, body: row.body, savedAt: row.saved_at };
}

/** Drafts of attended work. SQL only: what is inside is nobody's business here. */
export function draftStore(db: Knex) {
  return {
    async put({ id, wrappedKey, body, savedAt }: SealedDraft): Promise<void> {
      await db('drafts')
        .insert({ id, wrapped_key: wrappedKey, body, saved_at: savedAt })
        .onConflict('id')
        .merge();
    },

    async get(id: string): Promise<SealedDraft | null> {
      const row = await db<Row>('drafts').where({ id }).first();
      return row === undefined ? null : draftOf(row);
    },

    /** In the order in which they were begun: a list does not move under the hand. */
    async list(limit: number): Promise<SealedDraft[]> {
      const rows = await db<Row>('drafts').orderBy('id').limit(limit);
      return rows.map(draftOf);
    },

    async count(): Promise<number> {
      const rows = await db('drafts').count<{ count: number }[]>({ count: '*' });
      return rows[0]?.count ?? 0;
    },

    /** Overwrites the key, then forgets the draft. Returns whether there was one. */
    async shred(id: string): Promise<boolean> {
      // The page is written over before it is freed; `sweep` of the store empties the log that still has it.
      await db('drafts')
        .where({ id })
        .update({
          wrapped_key: db.raw('zeroblob(length(wrapped_key))'),
          body: db.raw('zeroblob(length(body))'),
        });
      return (await db('drafts').where({ id }).delete()) > 0;
    },
  };
}
export type DraftStore = ReturnType<typeof draftStore>;

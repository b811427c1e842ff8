// Procedures that the platform sent, every version for good: what was begun with one is ended with it.
import type { Knex } from 'knex';
import type { NamedProcedure } from '../../domain/contract/procedure-news.ts';

export function sentProcedureStore(db: Knex) {
  return {
    /** Keeps a version with its pieces. Of one that is here already only the pieces are put in order. */
    async keep(
      named: NamedProcedure,
      texts: ReadonlyMap<string, string>,
      { position, at }: { position: number; at: string },
    ): Promise<void> {
      for (const [hash, body] of texts)
        await db('sent_pieces').insert({ hash, body }).onConflict('hash').merge();
      await db('sent_procedures')
        .insert({
          procedure: named.procedure,
          version: named.version,
          named: JSON.stringify(named),
          position,
          kept_at: at,
        })
        .onConflict(['procedure', 'version'])
        .ignore();
    },

    async withdraw(
      { procedure, version }: { procedure: string; version: string },
      { position, at }: { position: number; at: string },
    ): Promise<void> {
      await db('withdrawn_procedures')
        .insert({ procedure, version, position, withdrawn_at: at })
        .onConflict(['procedure', 'version'])
        .ignore();
    },

    async all(): Promise<NamedProcedure[]> {
      const rows = await db<{ named: string }>('sent_procedures').orderBy('position').select('named');
      return rows.map(({ named }) => JSON.parse(named) as NamedProcedure);
    },

    async withdrawn(): Promise<{ procedure: string; version: string }[]> {
      return db<{ procedure: string; version: string }>('withdrawn_procedures')
        .orderBy('position')
        .select('procedure', 'version');
    },

    /** Those of these pieces that are here, by hash. */
    async pieces(hashes: readonly string[]): Promise<Map<string, string>> {
      const rows = await db<{ hash: string; body: string }>('sent_pieces')
        .whereIn('hash', hashes)
        .select('hash', 'body');
      return new Map(rows.map(({ hash, body }) => [hash, body]));
    },
  };
}
export type SentProcedureStore = ReturnType<typeof sentProcedureStore>;

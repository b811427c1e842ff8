// Procedures that were sent to kiosks, every version for good: cases of it are read by it.
import type { Knex } from 'knex';
import type { NamedProcedure } from '../../domain/contract/procedure-news.ts';
import { jsonOf, textOf, textOrNull, wholeOf, wordOf, type Row } from './rows.ts';

/** Something that was told of a version. */
export interface ProcedureNews {
  position: number;
  kind: 'published' | 'withdrawn';
  procedure: string;
  version: string;
  /** null: the whole city. */
  division: string | null;
  at: string;
  /** Of a withdrawal: what was finished by then is taken. */
  takenUntil: string | null;
}

export function publishedStore(db: Knex) {
  return {
    /** Keeps a version and its pieces; one that is here already stays as it is. */
    async put(named: NamedProcedure, texts: ReadonlyMap<string, string>, at: string): Promise<void> {
      for (const [hash, body] of texts)
        await db('procedure_pieces').insert({ hash, body }).onConflict('hash').ignore();
      await db('published_procedures')
        .insert({
          procedure: named.procedure,
          version: named.version,
          named: JSON.stringify(named),
          published_at: at,
        })
        .onConflict(['procedure', 'version'])
        .ignore();
    },

    async find(procedure: string, version: string): Promise<NamedProcedure | null> {
      const [row] = await db('published_procedures').where({ procedure, version }).select<Row[]>('named');
      return row === undefined ? null : (jsonOf(row, 'named') as NamedProcedure);
    },

    async all(): Promise<NamedProcedure[]> {
      const rows = await db('published_procedures')
        .orderBy(['published_at', 'procedure', 'version'])
        .select<Row[]>('named');
      return rows.map((row) => jsonOf(row, 'named') as NamedProcedure);
    },

    async pieces(hashes: readonly string[]): Promise<Map<string, string>> {
      const rows = await db('procedure_pieces').whereIn('hash', hashes).select<Row[]>('hash', 'body');
      return new Map(rows.map((row) => [textOf(row, 'hash'), textOf(row, 'body')]));
    },

    async note(news: ProcedureNews): Promise<void> {
      const { takenUntil, ...rest } = news;
      await db('procedure_news').insert({ ...rest, taken_until: takenUntil });
    },

    /** In the order it was told. */
    async news(): Promise<ProcedureNews[]> {
      const rows = await db('procedure_news').orderBy('position').select<Row[]>('*');
      return rows.map((row) => ({
        position: wholeOf(row, 'position'),
        kind: wordOf(row, 'kind', ['published', 'withdrawn']),
        procedure: textOf(row, 'procedure'),
        version: textOf(row, 'version'),
        division: textOrNull(row, 'division'),
        at: textOf(row, 'at'),
        takenUntil: textOrNull(row, 'taken_until'),
      }));
    },
  };
}
export type PublishedStore = ReturnType<typeof publishedStore>;

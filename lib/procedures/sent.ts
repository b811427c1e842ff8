// Procedures that the platform sends: put into pieces there, and opened at both ends with the checks of loading a file.
import { createHash } from 'node:crypto';
import type { NamedProcedure, NewsRefused } from '../../domain/contract/procedure-news.ts';
import { lintCatalogue, lintProcedure } from '../../domain/procedure/lint/index.ts';
import { prepare, type Prepared } from '../../domain/procedure/prepared.ts';
import type { Catalogue, Procedure } from '../../domain/procedure/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { canonicalJson, isSameJson, type Json } from '../../domain/submission/canonical-json.ts';
import { newCompileSchema } from '../schema.ts';
import { readJson } from './json-file.ts';
import { parseCatalogue, parseProcedure } from './meta-schema.ts';
import type { ProcedureFault } from './shelf.ts';

export interface Pieces {
  named: NamedProcedure;
  /** Texts by their hashes. */
  texts: Map<string, string>;
}

export function pieceHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function hashOfProcedure(procedure: Procedure): string {
  return pieceHash(canonicalJson(procedure as unknown as Json));
}

/** The hashes of all its pieces, each once. */
export function hashesOf({ hash, catalogues }: NamedProcedure): string[] {
  return [...new Set([hash, ...catalogues.map((one) => one.hash)])];
}

/** A procedure and exactly the catalogues it names, as pieces. */
export function piecesOf(procedure: Procedure, catalogues: readonly Catalogue[]): Pieces {
  const texts = new Map<string, string>();
  const put = (value: unknown): string => {
    const text = canonicalJson(value as Json);
    const hash = pieceHash(text);
    texts.set(hash, text);
    return hash;
  };
  const named = {
    procedure: procedure.id,
    version: procedure.version,
    hash: put(procedure),
    catalogues: catalogues.map((one) => ({ id: one.id, version: one.version, hash: put(one) })),
  };
  return { named, texts };
}

export type SentFault = Extract<
  NewsRefused,
  'piece-missing' | 'hash-wrong' | 'unreadable' | 'not-what-was-named' | 'rules-wrong'
>;

/** The procedure that these pieces are, checked as a file would be. */
export function openSent({ named, texts }: Pieces): Result<Prepared, SentFault> {
  const read = pieceOf(texts, named.hash);
  if (!read.ok) return read;
  const procedure = parseProcedure(read.value);
  if (!procedure.ok) return fail('unreadable');
  const catalogues: Catalogue[] = [];
  for (const one of named.catalogues) {
    const piece = pieceOf(texts, one.hash);
    if (!piece.ok) return piece;
    const catalogue = parseCatalogue(piece.value);
    if (!catalogue.ok) return fail('unreadable');
    if (catalogue.value.id !== one.id || catalogue.value.version !== one.version)
      return fail('not-what-was-named');
    catalogues.push(catalogue.value);
  }
  if (!isNamed(procedure.value, named)) return fail('not-what-was-named');
  const compile = newCompileSchema();
  const findings = [
    ...catalogues.flatMap(lintCatalogue),
    ...lintProcedure(procedure.value, catalogues, compile),
  ];
  return findings.length > 0 ? fail('rules-wrong') : ok(prepare(procedure.value, catalogues, compile));
}

/** A store that keeps pieces. */
interface Keeps {
  pieces(hashes: readonly string[]): Promise<Map<string, string>>;
}

/** A version that was kept, or the fault that a shelf tells of it. `from`: who kept it. */
export async function openKept(
  named: NamedProcedure,
  kept: Keeps,
  from: 'sent' | 'published',
): Promise<Result<Prepared, ProcedureFault>> {
  const opened = openSent({ named, texts: await kept.pieces(hashesOf(named)) });
  if (opened.ok) return opened;
  return fail({ file: keptAs(named, from), place: 'the whole file', reason: opened.error });
}

/** What a kept version is called where files have their names. */
export function keptAs(
  { procedure, version }: Pick<NamedProcedure, 'procedure' | 'version'>,
  from: 'sent' | 'published',
): string {
  return `${from}:${procedure}@${version}`;
}

function pieceOf(texts: Pieces['texts'], hash: string): Result<unknown, SentFault> {
  const text = texts.get(hash);
  if (text === undefined) return fail('piece-missing');
  if (pieceHash(text) !== hash) return fail('hash-wrong');
  const read = readJson(text);
  return read.ok ? read : fail('unreadable');
}

function isNamed({ id, version, catalogues }: Procedure, named: NamedProcedure): boolean {
  const brought = Object.fromEntries(named.catalogues.map((one) => [one.id, one.version]));
  return id === named.procedure && version === named.version && isSameJson(catalogues, brought);
}

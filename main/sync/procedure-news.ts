// What a notice of a procedure comes to: its missing pieces are fetched, held against their hashes and checked as any file
// of procedures. One that is not right is refused with a word, and nothing of it is kept.
import type { Notice } from '../../domain/contract/news-api.ts';
import type { NamedProcedure, NewsRefused } from '../../domain/contract/procedure-news.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { hashesOf, hashOfProcedure, openSent, pieceHash } from '../../lib/procedures/sent.ts';
import { compareVersionNames } from '../../lib/procedures/shelf.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import type { PlatformClient, Trouble } from './platform-client.ts';

export type ProcedureNotice = Extract<Notice, { kind: 'procedure' | 'procedure-withdrawn' }>;

export interface ProcedureNewsParts {
  store: Pick<Store, 'sentProcedures'>;
  client: Pick<PlatformClient, 'piece'>;
  library: Library;
  enrolment: { division: string };
}

/** What is to be kept; `refused`: nothing, and why. */
export type Arrived =
  | { is: 'new'; named: NamedProcedure; prepared: Prepared; texts: Map<string, string> }
  | { is: 'here' }
  | { is: 'withdrawn'; procedure: string; version: string }
  | { is: 'refused'; because: NewsRefused };

/** Trouble on the way is no refusal: the notice is asked for again. */
export async function arrive(
  parts: ProcedureNewsParts,
  notice: ProcedureNotice,
): Promise<Result<Arrived, Trouble>> {
  const { division, procedure, version } = notice;
  if (division !== null && division !== parts.enrolment.division) return ok(refused('not-for-us'));
  if (notice.kind === 'procedure-withdrawn') return ok({ is: 'withdrawn', procedure, version });
  const known = parts.library.known(procedure);
  const same = known.find((one) => one.procedure.version === version);
  if (same !== undefined)
    return ok(hashOfProcedure(same.procedure) === notice.hash ? { is: 'here' } : refused('differs'));
  if (known.some((one) => compareVersionNames(one.procedure.version, version) > 0))
    return ok(refused('older'));
  return fetched(parts, namedIn(notice));
}

async function fetched(parts: ProcedureNewsParts, named: NamedProcedure): Promise<Result<Arrived, Trouble>> {
  const hashes = hashesOf(named);
  const texts = await parts.store.sentProcedures.pieces(hashes);
  for (const hash of hashes) {
    // One that a bad disk changed is fetched again.
    const here = texts.get(hash);
    if (here !== undefined && pieceHash(here) === hash) continue;
    const answer = await parts.client.piece(hash);
    if (answer.ok) texts.set(hash, answer.value.text);
    else if (answer.error.kind === 'refused' && answer.error.code === 'not-found')
      return ok(refused('piece-missing'));
    else return fail(answer.error);
  }
  const opened = openSent({ named, texts });
  return ok(opened.ok ? { is: 'new', named, prepared: opened.value, texts } : refused(opened.error));
}

function refused(because: NewsRefused): Arrived {
  return { is: 'refused', because };
}

function namedIn(notice: Extract<ProcedureNotice, { kind: 'procedure' }>): NamedProcedure {
  const { procedure, version, hash, catalogues } = notice;
  return { procedure, version, hash, catalogues };
}

// Cases that came before people's cases could be found by a card. Only the platform can open what was handed in, so no
// migration can note whose they are: the platform does it beside its work, once.
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Log } from '../../lib/log.ts';
import type { Case } from '../store/cases.ts';
import type { CaseKey } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { openCurrent, type OpenParts } from './open-application.ts';
import type { PersonHash } from './person-hash.ts';

export interface OldCasesParts extends OpenParts {
  store: Store;
  personHash: PersonHash;
  log: Log;
}

/** Cases looked at in one go. */
const RUN = 100;

/** Begins to note whose the cases are of which that is not noted. What cannot be opened here is tried at the next start. */
export function noteOldCases(parts: OldCasesParts): { stop(): Promise<void> } {
  let isStopped = false;
  const work = noteAll(parts, () => isStopped).catch((error: unknown) => {
    parts.log.unexpected('old cases not noted', error);
  });
  return {
    async stop() {
      isStopped = true;
      await work;
    },
  };
}

async function noteAll(parts: OldCasesParts, isStopped: () => boolean): Promise<void> {
  let noted = 0;
  let after: CaseKey | null = null;
  for (;;) {
    const keys = await parts.store.people.nobodys(after, RUN);
    for (const { id } of keys) {
      if (isStopped()) return;
      if (await noteOne(parts, id)) noted += 1;
    }
    after = keys.at(-1) ?? null;
    if (keys.length < RUN) break;
  }
  if (noted > 0) parts.log.info('old cases noted', { count: noted });
}

async function noteOne(parts: OldCasesParts, id: string): Promise<boolean> {
  const { store, personHash } = parts;
  const found = await store.cases.byId(id);
  const number = found === null ? undefined : await numberIn(found, parts);
  if (found === null || number === undefined) return false;
  return store.people.putFirst(found.division, found.id, personHash(number));
}

async function numberIn(found: Case, parts: OldCasesParts): Promise<string | undefined> {
  const opened = await openCurrent(found, parts.store, parts);
  if (opened === null) return undefined;
  const number = valueAt(opened.application.answers as JsonObject, opened.prepared.procedure.identity.number);
  return typeof number === 'string' ? number : undefined;
}

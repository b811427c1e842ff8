// Which records a draft may ask for now, and which of those it used are about somebody else by now.
import { walk } from '../../domain/procedure/pages.ts';
import { patternOf, placeOf, placesOf, valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prefill } from '../../domain/procedure/procedure.ts';
import { isLentRecord, isPersonalRecord } from '../../domain/records/records.ts';
import { dayInCity } from '../../lib/clock.ts';
import type { Draft } from '../sessions/draft.ts';

/** A record to ask for: its prefill at the places it is for, and whose it is. */
export interface Wanted {
  prefill: Prefill;
  key: string;
}

/** What the answers call for and was not asked for yet. */
export function wantedBy(draft: Draft): Wanted[] {
  const answers = countedIn(draft);
  return draft.prepared.procedure.prefill
    .flatMap((prefill) => placesOf(answers, prefill.by).map((by) => prefillAt(prefill, by)))
    .flatMap((prefill) => {
      const key = valueAt(answers, prefill.by);
      const isWanted =
        typeof key === 'string' && mayAsk(draft, prefill, key) && !isAsked(draft, prefill, key);
      return isWanted ? [{ prefill, key }] : [];
    });
}

/** Prefills whose record was used about somebody that the answers do not name any more. */
export function staleIn(draft: Draft): Prefill[] {
  const { identity, prepared } = draft;
  const answers = countedIn(draft);
  return identity.asked
    .filter(({ by, key }) => valueAt(answers, by) !== key)
    .flatMap(({ record, by }) =>
      prepared.procedure.prefill
        .filter((prefill) => prefill.record === record && prefill.by === patternOf(by))
        .map((prefill) => prefillAt(prefill, by)),
    );
}

/** Whose record it is may be known without being asked: the only owner of a company is whoever applies. */
function countedIn({ prepared, answers, startedAt }: Draft): JsonObject {
  return walk(prepared, answers, dayInCity(startedAt)).answers;
}

/** A prefill for every item of a list, as it is for the item where `by` stands. */
function prefillAt(prefill: Prefill, by: string): Prefill {
  const item = /\/(\d+)(?:\/|$)/.exec(by)?.[1];
  if (item === undefined) return prefill;
  const into = Object.entries(prefill.into).map(
    ([place, from]) => [placeOf(place, Number(item)), from] as const,
  );
  return { ...prefill, by, into: Object.fromEntries(into) };
}

/** The platform judges by the same rules; what it would refuse is not asked. */
function mayAsk({ identity }: Draft, { record, consent }: Prefill, key: string): boolean {
  if (!isLentRecord(record)) return false;
  if (consent && !identity.consents.includes(record)) return false;
  return !isPersonalRecord(record) || (identity.method !== 'typed' && identity.number === key);
}

function isAsked({ identity }: Draft, { record, by }: Prefill, key: string): boolean {
  return identity.asked.some((asked) => asked.record === record && asked.by === by && asked.key === key);
}

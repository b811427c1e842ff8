// Answers that nobody has to give, because other answers say them.
import { addYears } from '../calendar-day.ts';
import { checkResidentId } from '../identifiers/resident-id.ts';
import type { Json } from '../submission/canonical-json.ts';
import { readsOf } from './condition-reads.ts';
import { isPerson } from './kinds/person.ts';
import { valueAt } from './pointer.ts';
import type { Prepared } from './prepared.ts';
import type { Known } from './procedure.ts';

/** What an entry may look at. */
export interface KnownScope {
  /** All answers before it; inside a list also its item, as `item`. */
  answers: Json;
  /** Number of the item in its list, or null. */
  item: number | null;
  /** The day of filling in, 'YYYY-MM-DD'. */
  today: string;
}

export interface KnownAnswer {
  value: Json;
  /** The answers it comes from, as the entry writes their places: whoever changes them changes it. */
  from: string[];
}

/** What the first entry that holds and has a value says; null: it must be asked. */
export function knownAnswer(
  entries: readonly Known[],
  prepared: Prepared,
  scope: KnownScope,
): KnownAnswer | null {
  for (const entry of entries) {
    if (!prepared.holds(entry.when, scope.answers)) continue;
    const value = valueOf(entry, scope);
    if (value !== undefined) return { value, from: sourcesOf(entry) };
  }
  return null;
}

function valueOf(entry: Known, scope: KnownScope): Json | undefined {
  if ('from' in entry) return taken(valueAt(scope.answers, entry.from), entry.take, scope.today);
  if ('share' in entry) return shareOf(entry.share, scope);
  if ('years' in entry) return addYears(scope.today, entry.years);
  // It came out of a JSON file.
  return entry.value as Json;
}

type Take = Extract<Known, { from: string }>['take'];

function taken(found: Json | undefined, take: Take, today: string): Json | undefined {
  if (take === undefined) return found;
  if (take === 'person') return isPerson(found) ? personOf(found) : undefined;
  const facts = typeof found === 'string' ? checkResidentId(found, today).facts : null;
  if (facts === null) return undefined;
  return take === 'sex' ? facts.sex : facts.birthDate;
}

function personOf({ name, residentId, mobile }: { name: string; residentId: string; mobile: string }): Json {
  return { name, residentId, mobile };
}

/** In whole fen; what cannot be divided goes to the first, so that the shares are the sum. */
function shareOf(
  { of, among }: Extract<Known, { share: object }>['share'],
  { answers, item }: KnownScope,
): Json | undefined {
  const total = valueAt(answers, of);
  const list = valueAt(answers, among);
  if (typeof total !== 'number' || !Number.isSafeInteger(total) || !Array.isArray(list)) return undefined;
  const each = Math.floor(total / list.length);
  if (item === null || each < 1) return undefined;
  return item === 0 ? total - each * (list.length - 1) : each;
}

/**
 * What its condition reads, in the order in which it reads it, then what it is taken from: whoever wants another director
 * chooses that it is not the applicant, and does not give the applicant another name. A share is changed by the sum.
 */
function sourcesOf(entry: Known): string[] {
  const reads = readsOf(entry.when).map(({ at }) => at);
  if ('from' in entry) return [...reads, entry.from];
  return 'share' in entry ? [entry.share.of, ...reads] : reads;
}

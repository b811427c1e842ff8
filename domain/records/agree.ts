// Whether what an application says of cards and records can be so: each is one that the matter uses, gave an answer that
// the matter lets it give, and was agreed to where the matter asks for that. The platform asks it of whatever arrives: it
// may have been made by anybody who got hold of a kiosk's key.
import { placesOf, valueAt, type JsonObject } from '../procedure/pointer.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Source } from '../submission/envelope.ts';
import { isLentRecord } from './records.ts';

type Uses = Pick<Procedure, 'prefill'>;

/**
 * Every source gave one answer of its own, which is there. Its day is held against nothing: it is the department's, and a
 * record may be newer than the day a kiosk believes it is.
 */
export function sourcesAgree(procedure: Uses, answers: JsonObject, sources: readonly Source[]): boolean {
  const isDouble = new Set(sources.map(({ place }) => place)).size < sources.length;
  return !isDouble && sources.every((source) => isOneOf(procedure, answers, source));
}

function isOneOf({ prefill }: Uses, answers: JsonObject, { place, source }: Source): boolean {
  const places = prefill
    .filter(({ record }) => record === source)
    .flatMap(({ into }) => Object.keys(into))
    .flatMap((pattern) => placesOf(answers, pattern));
  // A place that is none of these is not looked up: it may be any text.
  return places.includes(place) && valueAt(answers, place) !== undefined;
}

/** Nothing was agreed to that is not asked for, and all that was used was agreed to. A consent may have found nothing. */
export function consentsAgree(
  procedure: Uses,
  sources: readonly Source[],
  consents: readonly string[],
): boolean {
  const asked = recordsByConsent(procedure);
  const isDouble = new Set(consents).size < consents.length;
  return (
    !isDouble &&
    consents.every((record) => asked.has(record)) &&
    sources.every(({ source }) => !asked.has(source) || consents.includes(source))
  );
}

/** A record that one use demands consent for is lent for no other use without it. */
function recordsByConsent({ prefill }: Uses): ReadonlySet<string> {
  return new Set(
    prefill.filter(({ record, consent }) => consent && isLentRecord(record)).map(({ record }) => record),
  );
}

// Whether what an application says of staff can be so. The platform asks it of whatever arrives: it may have been made by
// anybody who got hold of a kiosk's key. Whether there is such a clerk is asked of the accounts.
import { placesOf, valueAt, type JsonObject } from '../procedure/pointer.ts';
import { questionsOf, type Procedure } from '../procedure/procedure.ts';
import type { Application, HeldDocument } from '../submission/envelope.ts';

/** What staff typed was asked and is answered, each answer once; nobody compared card and face where nobody helped. */
export function attendedAgrees(
  procedure: Pick<Procedure, 'pages'>,
  { attended, identity, answers }: Pick<Application, 'attended' | 'identity' | 'answers'>,
): boolean {
  if (attended === undefined) return identity.method !== 'clerk';
  const { entered } = attended;
  const answered = answeredIn(procedure, answers as JsonObject);
  return new Set(entered).size === entered.length && entered.every((place) => answered.has(place));
}

function answeredIn(procedure: Pick<Procedure, 'pages'>, answers: JsonObject): ReadonlySet<string> {
  const places = questionsOf(procedure).flatMap(({ at }) => placesOf(answers, at));
  return new Set(places.filter((place) => valueAt(answers, place) !== undefined));
}

/**
 * Originals are compared by staff: by whoever helped, or before, in the application that this one mends. `before`: what was
 * handed in then; nothing for a new application.
 */
export function isTrustFounded(
  { documents, attended }: Pick<Application, 'documents' | 'attended'>,
  before: readonly HeldDocument[],
): boolean {
  if (attended !== undefined) return true;
  const known = new Set(before.flatMap(digestCompared));
  return documents.flatMap(digestCompared).every((digest) => known.has(digest));
}

function digestCompared(document: HeldDocument): string[] {
  return document.state === 'attached' && document.trust === 'B' ? [document.digest] : [];
}

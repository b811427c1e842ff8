// Answers that a card or a record gave. A page on which every answer is one of them need not be shown.
import { checkAnswers, ownerOf } from '../../domain/procedure/check-answers.ts';
import type { Walk } from '../../domain/procedure/pages.ts';
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { canonicalJson, type Json } from '../../domain/submission/canonical-json.ts';
import type { Source } from '../../domain/submission/envelope.ts';

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}

/** Where the answer at a place comes from, if not from the citizen. */
export function sourceOf(at: string, sources: readonly Source[]): Source | null {
  return sources.find(({ place }) => isWithin(at, place)) ?? null;
}

/** The sources whose answers are there, and as the citizen found them. */
export function keptSources(sources: readonly Source[], before: JsonObject, after: JsonObject): Source[] {
  return sources.filter(({ place }) => isSame(valueAt(before, place), valueAt(after, place)));
}

/** What is not there came from nowhere, although it was not there before either. */
function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return canonicalJson(one) === canonicalJson(other);
}

/**
 * The pages that are passed over: each asks something, has every answer from a source, and nothing is wrong with it.
 */
export function givenPages(
  prepared: Prepared,
  walked: Walk,
  sources: readonly Source[],
  today: string,
): ReadonlySet<string> {
  if (sources.length === 0) return new Set();
  const asking = walked.pages.map(({ id }) => id).filter((id) => isGiven(id, walked, sources));
  const wrong = new Set(
    asking.length === 0
      ? []
      : checkAnswers(prepared, walked, today).map((problem) => ownerOf(problem, walked)?.page),
  );
  return new Set(asking.filter((id) => !wrong.has(id)));
}

function isGiven(page: string, { questions, answers }: Walk, sources: readonly Source[]): boolean {
  const asked = questions.filter((question) => question.page === page);
  return (
    asked.length > 0 &&
    asked.every(({ at }) => sourceOf(at, sources) !== null && valueAt(answers, at) !== undefined)
  );
}

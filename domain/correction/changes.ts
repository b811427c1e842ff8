// What may be changed when an application is mended: what the notice names, what a change newly asks for, and what a
// change makes wrong elsewhere (a capital that was mended no longer equals the sum of its shares). Kiosk and platform
// ask the same question.
import { checkAnswers } from '../procedure/check-answers.ts';
import { askedFor, walk, type Walk } from '../procedure/pages.ts';
import { valueAt, withAnswer, type JsonObject } from '../procedure/pointer.ts';
import type { Prepared } from '../procedure/prepared.ts';
import { isRepeatPage } from '../procedure/procedure.ts';
import { canonicalJson, type Json } from '../submission/canonical-json.ts';
import type { HeldDocument } from '../submission/envelope.ts';

export interface Mending {
  /** The answers that were handed in. */
  before: JsonObject;
  /** The places that the notice names. */
  named: readonly string[];
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalJson(one) === canonicalJson(other);
}

function lengthAt(answers: JsonObject, list: string): number {
  const items = valueAt(answers, list);
  return Array.isArray(items) ? items.length : 0;
}

/** With the answers that a named one comes from: nobody can be asked where it is known. */
function namedIn(walked: Walk, named: readonly string[]): string[] {
  return named.flatMap((place) => [place, askedFor(place, walked)?.at ?? place]);
}

/** Lists that grew or shrank, then answers that were asked before too and are others now. */
function changesBetween(before: Walk, after: Walk): string[] {
  const asked = new Set(before.questions.map(({ at }) => at));
  const shown = new Set(before.pages.map(({ id }) => id));
  const lists = after.pages
    .filter(isRepeatPage)
    .filter(
      ({ id, repeat }) =>
        shown.has(id) && lengthAt(before.answers, repeat) !== lengthAt(after.answers, repeat),
    )
    .map(({ repeat }) => repeat);
  const answers = after.questions
    .filter(({ at }) => asked.has(at) && !isSame(valueAt(before.answers, at), valueAt(after.answers, at)))
    .map(({ at }) => at);
  return [...lists, ...answers];
}

/** The answers with these places as they were. */
function putBack(after: JsonObject, before: JsonObject, places: readonly string[]): JsonObject {
  return places.reduce((answers, place) => {
    const was = valueAt(before, place);
    // An item that is no more has no place to put anything back to.
    return was === undefined && valueAt(answers, place) === undefined
      ? answers
      : withAnswer(answers, place, was);
  }, after);
}

function isTouchedBy(place: string, problems: readonly { at: string }[]): boolean {
  return problems.some(({ at }) => isWithin(at, place) || isWithin(place, at));
}

/** The places that were changed and may not be, in the order of the pages; empty: all is as the notice allows. */
export function changedOutside(
  prepared: Prepared,
  { before, named }: Mending,
  after: JsonObject,
  today: string,
): string[] {
  const was = walk(prepared, before, today);
  const allowed = namedIn(was, named);
  const changes = changesBetween(was, walk(prepared, after, today));
  let outside = changes.filter((place) => !allowed.some((outer) => isWithin(place, outer)));
  for (;;) {
    if (outside.length === 0) return outside;
    const without = walk(prepared, putBack(after, before, outside), today);
    const problems = checkAnswers(prepared, without, today);
    const left = outside.filter((place) => !isTouchedBy(place, problems));
    if (left.length === outside.length) return outside;
    outside = left;
  }
}

/** Whether an answer may be changed now, given what was changed so far. */
export function mayChange(
  prepared: Prepared,
  { before, named }: Mending,
  after: JsonObject,
  today: string,
): (place: string) => boolean {
  const was = walk(prepared, before, today);
  const is = walk(prepared, after, today);
  const asked = new Set(was.questions.map(({ at }) => at));
  const allowed = [...namedIn(was, named), ...changesBetween(was, is)];
  const problems = checkAnswers(prepared, is, today);
  return (place) =>
    allowed.some((outer) => isWithin(place, outer)) ||
    (!asked.has(place) && is.questions.some(({ at }) => at === place)) ||
    isTouchedBy(place, problems);
}

/**
 * Documents that were dealt with, that the notice does not name, and that are others now. One that was to follow may come;
 * one that is no longer called for may go.
 */
export function documentsOutside(
  before: readonly HeldDocument[],
  after: readonly HeldDocument[],
  named: readonly string[],
): string[] {
  return before
    .filter(({ id, state }) => state !== 'to-follow' && !named.includes(id))
    .filter((was) => {
      const is = after.find(({ id }) => id === was.id);
      return is !== undefined && !isSameHolding(was, is);
    })
    .map(({ id }) => id);
}

function isSameHolding(was: HeldDocument, is: HeldDocument): boolean {
  if (was.state === 'attached') return is.state === 'attached' && is.digest === was.digest;
  return was.state === is.state;
}

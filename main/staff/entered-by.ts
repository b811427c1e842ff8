// Who entered what: for every answer whoever typed it last. Kept beside the answers, by their places.
import { patternOf, placeOf, valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import { canonicalJson, type Json } from '../../domain/submission/canonical-json.ts';

export type Enterer = 'staff' | 'citizen';
export type EnteredBy = Readonly<Record<string, Enterer>>;

export interface Answered {
  answers: JsonObject;
  /** The places that are asked about, as they are now. */
  places: readonly string[];
}

/** The record after a step: what changed was entered by `who`; what is gone is forgotten; items keep theirs as they move up. */
export function afterStep(before: EnteredBy, from: JsonObject, to: Answered, who: Enterer): EnteredBy {
  const moved = movedUp(before, from, to.answers);
  const entries = to.places.flatMap((at): [string, Enterer][] => {
    const now = valueAt(to.answers, at);
    if (now === undefined) return [];
    const known = moved.by[at];
    return [[at, isSame(now, valueAt(moved.answers, at)) && known !== undefined ? known : who]];
  });
  return Object.fromEntries(entries);
}

/** The places that staff entered, in the order of the record. */
export function enteredByStaff(entered: EnteredBy): string[] {
  return Object.keys(entered).filter((at) => entered[at] === 'staff');
}

function isSame(one: Json, other: Json | undefined): boolean {
  return other !== undefined && canonicalJson(one) === canonicalJson(other);
}

interface Moved {
  by: EnteredBy;
  answers: JsonObject;
}

/** When one item was taken out of a list, those behind it stand one place further up, and so does what is known of them. */
function movedUp(by: EnteredBy, from: JsonObject, to: JsonObject): Moved {
  const lists = new Set(Object.keys(by).flatMap((at) => listsOf(at)));
  return [...lists].reduce<Moved>((moved, list) => withoutItem(moved, list, to), { by, answers: from });
}

/** '/shareholders/3/name' → ['/shareholders']. Lists inside lists do not come in an application. */
function listsOf(at: string): string[] {
  const pattern = patternOf(at);
  const star = pattern.indexOf('/*');
  return star === -1 ? [] : [pattern.slice(0, star)];
}

function withoutItem(moved: Moved, list: string, to: JsonObject): Moved {
  const [was, is] = [valueAt(moved.answers, list), valueAt(to, list)];
  if (!Array.isArray(was) || !Array.isArray(is) || is.length !== was.length - 1) return moved;
  const removed = was.findIndex((item, index) => is[index] === undefined || !isSame(item, is[index]));
  const answers = replaced(moved.answers, list, was.toSpliced(removed, 1));
  const by = Object.entries(moved.by).flatMap(([at, who]): [string, Enterer][] => {
    const index = itemOf(at, list);
    if (index === null || index < removed) return [[at, who]];
    return index === removed ? [] : [[placeOf(patternOf(at), index - 1), who]];
  });
  return { by: Object.fromEntries(by), answers };
}

/** Which item of the list a place lies in, or null. */
function itemOf(at: string, list: string): number | null {
  if (!at.startsWith(`${list}/`)) return null;
  const [index = ''] = at.slice(list.length + 1).split('/');
  return /^\d+$/.test(index) ? Number(index) : null;
}

function replaced(answers: JsonObject, list: string, items: Json[]): JsonObject {
  const [key = '', ...rest] = list.slice(1).split('/');
  const inner = answers[key];
  if (rest.length === 0) return { ...answers, [key]: items };
  const below = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
  return { ...answers, [key]: replaced(below, `/${rest.join('/')}`, items) };
}

// JSON pointers (RFC 6901) over answers, with `*` for "every item of a list".
import type { Json } from '../submission/canonical-json.ts';

export type JsonObject = { [key: string]: Json };

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a pointer could reach a prototype. */
export function isForbidden(pointer: string): boolean {
  return pointer.split('/').some((part) => FORBIDDEN_KEYS.has(part));
}

/** Pointers that were split, by their text: intake asks for the same hundreds with every application. */
const split = new Map<string, readonly string[]>();
/** Those of all procedures are some thousand; anybody may send others, which must not stay for ever. */
const MOST_SPLIT = 10_000;

/** '/company/name' → ['company', 'name']. Throws on a pointer that could reach a prototype. */
export function segments(pointer: string): readonly string[] {
  const known = split.get(pointer);
  if (known !== undefined) return known;
  const parts = partsOf(pointer);
  if (split.size >= MOST_SPLIT) split.clear();
  split.set(pointer, parts);
  return parts;
}

function partsOf(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new Error(`not a pointer: ${pointer}`);
  const parts = pointer.slice(1).split('/');
  for (const [index, written] of parts.entries()) {
    const part = written.includes('~') ? written.replaceAll('~1', '/').replaceAll('~0', '~') : written;
    if (FORBIDDEN_KEYS.has(part)) throw new Error(`forbidden pointer: ${pointer}`);
    parts[index] = part;
  }
  return parts;
}

const INDEX = /^\d+$/;

function step(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return INDEX.test(key) ? value[Number(key)] : undefined;
  if (typeof value === 'object' && value !== null) return Object.hasOwn(value, key) ? value[key] : undefined;
  return undefined;
}

export function valueAt(answers: Json, pointer: string): Json | undefined {
  let value: Json | undefined = answers;
  for (const key of segments(pointer)) value = step(value, key);
  return value;
}

/** Every concrete place a pointer with `*` stands for, in order. */
export function placesOf(answers: Json, pattern: string): string[] {
  // Most stand for themselves.
  if (!pattern.includes('*')) {
    void segments(pattern);
    return [pattern];
  }
  let places = [''];
  for (const part of segments(pattern)) {
    places = places.flatMap((place) => {
      if (part !== '*') return [`${place}/${part}`];
      const list = valueAt(answers, place);
      return Array.isArray(list) ? list.map((_, index) => `${place}/${index}`) : [];
    });
  }
  return places;
}

/** The answered places a pattern stands for, with their values. */
export function answersAt(answers: Json, pattern: string): { at: string; value: Json }[] {
  return placesOf(answers, pattern).flatMap((at) => {
    const value = valueAt(answers, at);
    return value === undefined ? [] : [{ at, value }];
  });
}

// '/shareholders/3/name' → '/shareholders/*/name': the place as the procedure writes it.
export function patternOf(place: string): string {
  return place.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}

// '/shareholders/*/name' with item 3 → '/shareholders/3/name'.
export function placeOf(pattern: string, index: number | null): string {
  return index === null ? pattern : pattern.replace('/*', `/${index}`);
}

/** A copy of the answers with one place set (or removed, when the value is undefined). */
export function withAnswer(answers: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  const keys = segments(pointer);
  if (keys.length === 0) throw new Error('the whole of the answers is not one answer');
  return place(answers, keys, 0, value) as JsonObject;
}

function place(
  into: Json | undefined,
  keys: readonly string[],
  depth: number,
  value: Json | undefined,
): Json {
  const key = keys[depth] ?? '';
  if (Array.isArray(into)) return placeInList(into, keys, depth, value);
  const copy: JsonObject = typeof into === 'object' && into !== null ? { ...into } : {};
  const inner = depth + 1 === keys.length ? value : place(copy[key], keys, depth + 1, value);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}

function placeInList(list: Json[], keys: readonly string[], depth: number, value: Json | undefined): Json {
  const index = Number(keys[depth]);
  const inner = depth + 1 === keys.length ? value : place(list[index], keys, depth + 1, value);
  if (inner === undefined) return list.filter((_, at) => at !== index);
  return list.length === index ? [...list, inner] : list.map((item, at) => (at === index ? inner : item));
}

// One way to write a JSON value as bytes, so that a hash or a signature means the same on both ends (RFC 8785).
import canonicalize from 'canonicalize';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Whether two values have the same RFC 8785 text, without writing it: intake asks this of every answer. */
export function isSameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) return isSameList(one, other);
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameJson(one[key] as Json, other[key] as Json))
  );
}

function isSameList(one: Json, other: Json): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((item, index) => isSameJson(item, other[index] as Json));
}

/** RFC 8785 text of a JSON value. Throws on what JSON cannot say: NaN, infinities, undefined, lone surrogates. */
export function canonicalJson(value: Json): string {
  const written = canonicalize(value);
  if (written === undefined) throw new Error('not a JSON value');
  return written;
}

// One way to write a JSON value as bytes, so that a hash or a signature means the same on both ends (RFC 8785).
import canonicalize from 'canonicalize';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** RFC 8785 text of a JSON value. Throws on what JSON cannot say: NaN, infinities, undefined, lone surrogates. */
export function canonicalJson(value: Json): string {
  const written = canonicalize(value);
  if (written === undefined) throw new Error('not a JSON value');
  return written;
}

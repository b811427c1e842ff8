// The one-time notice (一次性告知): everything that must be mended in an application, named at once.
import { Type, type Static } from 'typebox';
import { Text } from '../contract/text.ts';

const PLACE = '(/[A-Za-z0-9][A-Za-z0-9_-]{0,63}){1,8}';
const DOCUMENT = 'document:[a-z][a-z0-9-]{0,78}';

/** One thing to mend: the place of an answer (or of a whole list), or a document, and why. */
export const Reason = Type.Object(
  { at: Type.String({ pattern: `^(${PLACE}|${DOCUMENT})$` }), why: Text },
  { additionalProperties: false },
);
export type Reason = Static<typeof Reason>;

/** More than this is not a notice but another application. */
export const Reasons = Type.Array(Reason, { minItems: 1, maxItems: 60 });
export type Reasons = Static<typeof Reasons>;

const DOCUMENT_PREFIX = 'document:';

/** The document a reason names; null: it names an answer. */
export function documentNamed(at: string): string | null {
  return at.startsWith(DOCUMENT_PREFIX) ? at.slice(DOCUMENT_PREFIX.length) : null;
}

/** The places of answers among what a notice names. */
export function placesNamed(reasons: readonly Pick<Reason, 'at'>[]): string[] {
  return reasons.map(({ at }) => at).filter((at) => documentNamed(at) === null);
}

/** The documents among what a notice names. */
export function documentsNamed(reasons: readonly Pick<Reason, 'at'>[]): string[] {
  return reasons.flatMap(({ at }) => documentNamed(at) ?? []);
}

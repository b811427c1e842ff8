// A citizen's verdict on one stage of one case. An anonymous one carries no identity at all.
import { Type, type Static } from 'typebox';
import { Uuid } from '../contract/uuid.ts';
import { cleanLine } from '../identifiers/normalise.ts';
import { Level, optionsFor, WORDS_MAX, type RatingCatalogue } from './catalogue.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });

/** Who gave it, when they wish to be called back. */
export const Rater = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 80 }), phone: Type.String({ minLength: 1, maxLength: 40 }) },
  closed,
);
export type Rater = Static<typeof Rater>;

/** What the citizen chose and wrote. */
export const Verdict = Type.Object(
  {
    level: Level,
    /** Ids of the catalogue's options that fit the level. */
    options: Type.Array(Name, { maxItems: 40, uniqueItems: true }),
    /** '' : nothing was added. */
    words: Type.String({ maxLength: WORDS_MAX * 2 }),
    /** null: anonymous. */
    rater: Type.Union([Rater, Type.Null()]),
  },
  closed,
);
export type Verdict = Static<typeof Verdict>;

/** The same as it was pressed and typed, before anybody looked at it. */
export const TypedVerdict = Type.Object(
  {
    level: Level,
    options: Type.Array(Name, { maxItems: 40, uniqueItems: true }),
    words: Type.String({ maxLength: 4000 }),
    rater: Type.Union([
      Type.Object({ name: Type.String({ maxLength: 200 }), phone: Type.String({ maxLength: 200 }) }, closed),
      Type.Null(),
    ]),
  },
  closed,
);
export type TypedVerdict = Static<typeof TypedVerdict>;

/** The rating as it is sealed, signed and sent. */
export const Rating = Type.Object(
  {
    format: Type.Literal(1),
    id: Uuid,
    /** The case, by the number on its receipt. */
    receiptNumber: Type.String({ maxLength: 40 }),
    stage: Name,
    catalogue: Type.Object({ id: Name, version: Type.String({ maxLength: 16 }) }, closed),
    /** 5, another device in a hall; the codes of the ratings' collection interface. */
    channel: Type.Literal(5),
    /** By the kiosk's clock. */
    ratedAt: Time,
    verdict: Verdict,
  },
  closed,
);
export type Rating = Static<typeof Rating>;

export const VERDICT_FAULTS = [
  'option-unknown',
  'words-too-long',
  'words-unreadable',
  'rater-unreadable',
] as const;
export type VerdictFault = (typeof VERDICT_FAULTS)[number];

/** Why a verdict cannot be taken; null: it can. */
export function verdictFault(catalogue: RatingCatalogue, verdict: TypedVerdict): VerdictFault | null {
  const fitting = new Set(optionsFor(catalogue, verdict.level).map(({ id }) => id));
  if (!verdict.options.every((id) => fitting.has(id))) return 'option-unknown';
  if ([...verdict.words].length > WORDS_MAX) return 'words-too-long';
  if (verdict.words !== '' && !isLine(verdict.words, WORDS_MAX)) return 'words-unreadable';
  const { rater } = verdict;
  return rater === null || (isLine(rater.name, 80) && PHONE.test(rater.phone)) ? null : 'rater-unreadable';
}

/** A mobile or a landline number, as people write one. */
const PHONE = /^[0-9+][0-9 ()-]{4,38}[0-9]$/;

function isLine(text: string, longest: number): boolean {
  const cleaned = cleanLine(text, longest);
  return cleaned.ok && cleaned.value === text && text !== '';
}

// How ratings travel from a kiosk to the platform: sealed, signed, answered each on its own, like submissions.
import { Type, type Static } from 'typebox';
import { Uuid } from './uuid.ts';

const closed = { additionalProperties: false } as const;
const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/=_-]+$', maxLength: 4096 });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Time = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });

export const RATINGS_PATH = '/v1/ratings';

export const RATING_BATCH_ITEMS = 50;
/** A sealed rating is small: its words are limited. */
export const RATING_ITEM_BYTES = 12_000;

/** One sealed rating: its envelope bytes, base64, and the kiosk's signature over them. */
export const RatingItem = Type.Object(
  {
    id: Uuid,
    envelope: Type.String({
      pattern: '^[A-Za-z0-9+/]+={0,2}$',
      maxLength: Math.ceil(RATING_ITEM_BYTES / 3) * 4,
    }),
    signature: Base64,
  },
  closed,
);
export type RatingItem = Static<typeof RatingItem>;

export const RatingBatch = Type.Object(
  { items: Type.Array(RatingItem, { minItems: 1, maxItems: RATING_BATCH_ITEMS }) },
  closed,
);

export const RATING_REFUSED_BECAUSE = [
  'signature-wrong',
  'unreadable',
  'catalogue-unknown',
  'verdict-wrong',
  'already-rated',
  'conflict',
] as const;
export type RatingRefusedBecause = (typeof RATING_REFUSED_BECAUSE)[number];

/** The platform's word about one rating. `not-yet`: its case has not arrived; the kiosk asks again. */
export const RatingAnswer = Type.Object(
  {
    format: Type.Literal(1),
    of: Type.Literal('rating'),
    id: Uuid,
    contentHash: Hash,
    result: Type.Unsafe<'taken' | 'already-taken' | 'refused' | 'not-yet'>({
      enum: ['taken', 'already-taken', 'refused', 'not-yet'],
    }),
    because: Type.Union([
      Type.Unsafe<RatingRefusedBecause>({ enum: [...RATING_REFUSED_BECAUSE] }),
      Type.Null(),
    ]),
    receivedAt: Time,
  },
  closed,
);
export type RatingAnswer = Static<typeof RatingAnswer>;

export const RatingAnswers = Type.Object(
  {
    answers: Type.Array(Type.Object({ body: Type.String({ maxLength: 2000 }), signature: Base64 }, closed), {
      maxItems: RATING_BATCH_ITEMS,
    }),
  },
  closed,
);
export type RatingAnswers = Static<typeof RatingAnswers>;

// A rating as it is kept and sent: sealed to the platform's key, so that a stolen kiosk gives up nobody's words. The head
// is bound to it and says only what the queue needs.
import { createHash } from 'node:crypto';
import { Type, type Static } from 'typebox';
import { Uuid } from '../domain/contract/platform-api.ts';
import { Rating } from '../domain/rating/rating.ts';
import { canonicalJson, type Json } from '../domain/submission/canonical-json.ts';
import { openingKeyFor, seal, SUITE, type OpeningKey } from './envelope-crypto.ts';
import { compile } from './schema.ts';

/** HPKE's `info`: nothing else of ours opens as a rating. */
const INFO = Buffer.from('onewindow/rating/1');

const closed = { additionalProperties: false } as const;
const Base64Url = Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 16_000 });

const RatingEnvelope = Type.Object(
  {
    head: Type.Object(
      {
        format: Type.Literal(1),
        suite: Type.String({ maxLength: 64 }),
        sealedTo: Type.String({ maxLength: 64 }),
        id: Uuid,
      },
      closed,
    ),
    enc: Base64Url,
    ciphertext: Base64Url,
  },
  closed,
);
type RatingEnvelope = Static<typeof RatingEnvelope>;

const isEnvelope = compile(RatingEnvelope);
const isRating = compile(Rating);

export interface SealedRating {
  bytes: Buffer;
  /** SHA-256 of `bytes`. */
  contentHash: Buffer;
}

export function ratingHashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Seals to the platform's key (SPKI, base64). */
export function sealRating(rating: Rating, sealingKey: { id: string; publicKey: string }): SealedRating {
  const head = { format: 1 as const, suite: SUITE, sealedTo: sealingKey.id, id: rating.id };
  const plaintext = Buffer.from(canonicalJson(rating as unknown as Json));
  const { enc, ciphertext } = seal(sealingKey.publicKey, INFO, Buffer.from(canonicalJson(head)), plaintext);
  const envelope = { head, enc: enc.toString('base64url'), ciphertext: ciphertext.toString('base64url') };
  const bytes = Buffer.from(canonicalJson(envelope));
  return { bytes, contentHash: ratingHashOf(bytes) };
}

/** The rating inside. null: another key, altered, or something else. */
export function openRating(bytes: Uint8Array, key: OpeningKey): Rating | null {
  const envelope = read(bytes);
  if (envelope === null || envelope.head.suite !== SUITE) return null;
  const own = openingKeyFor(key, envelope.head.sealedTo);
  if (own === null) return null;
  const opened = own.open(
    Buffer.from(envelope.enc, 'base64url'),
    INFO,
    Buffer.from(canonicalJson(envelope.head)),
    Buffer.from(envelope.ciphertext, 'base64url'),
  );
  const rating = opened === null ? null : parse(opened);
  return isRating(rating) && rating.id === envelope.head.id ? rating : null;
}

function read(bytes: Uint8Array): RatingEnvelope | null {
  const value = parse(bytes);
  if (!isEnvelope(value)) return null;
  return Buffer.from(canonicalJson(value)).equals(bytes) ? value : null;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

// The sealed application as it is stored, hashed, signed and sent. The header stays readable and is bound to the
// ciphertext as associated data.
import { Type, type Static } from 'typebox';
import { Locale } from '../contract/text.ts';
import { Uuid } from '../contract/platform-api.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { canonicalJson, type Json } from './canonical-json.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Base64Url = Type.String({ pattern: '^[A-Za-z0-9_-]+$' });
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });

export const EnvelopeHeader = Type.Object(
  {
    format: Type.Literal(1),
    /** How it is sealed; leaves room for the national algorithms. */
    suite: Type.String({ maxLength: 64 }),
    /** Which key of the platform opens it. */
    sealedTo: Type.String({ maxLength: 64 }),
    id: Uuid,
    kiosk: Uuid,
    sequence: Type.Integer({ minimum: 1 }),
    procedure: Name,
    version: Type.String({ pattern: '^[0-9]{4}\\.[0-9]{1,4}$' }),
    receiptNumber: Type.String({ maxLength: 40 }),
    /** The kiosk's wall clock when the citizen pressed; legal time of receipt at the terminal. */
    completedAt: Time,
    /** The same moment by the clock that never jumps, since the process began. */
    monotonicMs: Type.Integer({ minimum: 0 }),
    /** Platform's clock minus the kiosk's, as last known; null before the first meeting. */
    clockOffsetMs: Type.Union([Type.Integer(), Type.Null()]),
    /** Attached documents by digest of their encrypted bytes. */
    documents: Type.Array(Type.Object({ id: Type.String({ maxLength: 80 }), digest: Hash }, closed), {
      maxItems: 200,
    }),
  },
  closed,
);
export type EnvelopeHeader = Static<typeof EnvelopeHeader>;

export const Envelope = Type.Object(
  { header: EnvelopeHeader, enc: Base64Url, ciphertext: Base64Url },
  closed,
);
export type Envelope = Static<typeof Envelope>;

/** What is inside: the application of one citizen. */
export const Application = Type.Object(
  {
    format: Type.Literal(1),
    id: Uuid,
    startedAt: Time,
    locale: Locale,
    /** How the applicant's identity was established: what departments may rely on. */
    identity: Type.Object({ method: Type.Literal('typed') }, closed),
    answers: Type.Record(Type.String(), Type.Unknown()),
    documents: Type.Array(
      Type.Object(
        {
          id: Type.String({ maxLength: 80 }),
          rule: Name,
          state: Type.Literal('to-follow'),
          dueOn: Type.Union([Day, Type.Null()]),
        },
        closed,
      ),
      { maxItems: 400 },
    ),
    declaration: Type.Object(
      {
        version: Type.String({ maxLength: 16 }),
        /** SHA-256 of the declaration as shown, in both languages: see `declarationText`. */
        hash: Hash,
        typedName: Type.String({ minLength: 1, maxLength: 200 }),
      },
      closed,
    ),
    /** A drawn signature, by digest, where the machine can take one. */
    signature: Type.Union([Type.Null(), Type.Object({ mediaType: Type.String(), digest: Hash }, closed)]),
  },
  closed,
);
export type Application = Static<typeof Application>;

/** What the declaration's hash is taken over. */
export function declarationText({ id, version, declaration }: Procedure): string {
  return canonicalJson({ procedure: id, version, declaration: declaration as unknown as Json });
}

/** The associated data: RFC 8785 text of the header. */
export function headerText(header: EnvelopeHeader): string {
  return canonicalJson(header);
}

/** The bytes that are stored, hashed and signed, as text. */
export function envelopeText(envelope: Envelope): string {
  return canonicalJson(envelope);
}

// The sealed application as it is stored, hashed, signed and sent. The header stays readable and is bound to the
// ciphertext as associated data.
import { Type, type Static, type TSchema } from 'typebox';
import { Strokes } from '../contract/signature.ts';
import { Locale } from '../contract/text.ts';
import { Uuid } from '../contract/uuid.ts';
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
    /** What was sealed had been compressed before (RFC 1951, as in RFC 7516 §4.1.3); left out: it had not. */
    zip: Type.Optional(Type.Literal('DEF')),
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

/** typed: nobody but the applicant says so. id-card: the card lay on the reader. clerk: staff compared card and face. */
export const IdentityMethod = Type.Unsafe<'typed' | 'id-card' | 'clerk'>({
  enum: ['typed', 'id-card', 'clerk'],
});
export type IdentityMethod = Static<typeof IdentityMethod>;

export const Source = Type.Object(
  {
    place: Type.String({ maxLength: 400 }),
    /** 'id-card', or the type of record. */
    source: Name,
    on: Day,
  },
  closed,
);
export type Source = Static<typeof Source>;

const documentHead = { id: Type.String({ maxLength: 80 }), rule: Name };
const held = <const S extends string, P extends Record<string, TSchema>>(state: S, more: P) =>
  Type.Object({ ...documentHead, state: Type.Literal(state), ...more }, closed);

export const HeldDocument = Type.Union([
  held('to-follow', { dueOn: Type.Union([Day, Type.Null()]) }),
  held('attached', {
    /** SHA-256 of the encrypted bytes: the header names it too. */
    digest: Hash,
    mediaType: Type.Unsafe<'application/pdf' | 'image/jpeg' | 'image/png'>({
      enum: ['application/pdf', 'image/jpeg', 'image/png'],
    }),
    /** Length before encryption. */
    bytes: Type.Integer({ minimum: 1 }),
    pages: Type.Integer({ minimum: 1 }),
    /** C: photographed or read at the kiosk. B: staff compared it with the original. */
    trust: Type.Unsafe<'B' | 'C'>({ enum: ['B', 'C'] }),
    /** The AES-256-GCM key of this document; it travels only in here. */
    key: Base64Url,
  }),
  held('declared', {}),
  held('spared', { by: Name }),
]);
export type HeldDocument = Static<typeof HeldDocument>;

export const Attended = Type.Object(
  {
    staff: Type.String({ maxLength: 64 }),
    name: Type.String({ maxLength: 80 }),
    /** The answers that staff typed; the others are the citizen's own. */
    entered: Type.Array(Type.String({ maxLength: 400 }), { maxItems: 400 }),
  },
  closed,
);
export type Attended = Static<typeof Attended>;

/** What is inside: the application of one citizen. */
export const Application = Type.Object(
  {
    format: Type.Literal(1),
    id: Uuid,
    startedAt: Time,
    locale: Locale,
    /** How the applicant's identity was established: what departments may rely on. */
    identity: Type.Object({ method: IdentityMethod }, closed),
    answers: Type.Record(Type.String(), Type.Unknown()),
    /** Answers that the card or a record gave and the citizen left as they are. */
    sources: Type.Optional(Type.Array(Source, { maxItems: 400 })),
    /** Records the citizen agreed to be asked about, by type. */
    consents: Type.Optional(Type.Array(Name, { maxItems: 12 })),
    documents: Type.Array(HeldDocument, { maxItems: 400 }),
    /** Who helped, when the application was made at a counter. */
    attended: Type.Optional(Attended),
    /** The receipt number of the application this one mends. */
    corrects: Type.Optional(Type.String({ maxLength: 40 })),
    declaration: Type.Object(
      {
        version: Type.String({ maxLength: 16 }),
        /** SHA-256 of the declaration as shown, in both languages: see `declarationText`. */
        hash: Hash,
        /** The applicant's name: typed to agree, or printed beside the drawn signature. */
        name: Type.String({ minLength: 1, maxLength: 200 }),
      },
      closed,
    ),
    /** Drawn on the screen, and SHA-256 of what was shown: see `shownText`. null: the name was typed instead. */
    signature: Type.Union([Type.Null(), Type.Object({ strokes: Strokes, shown: Hash }, closed)]),
  },
  closed,
);
export type Application = Static<typeof Application>;

/** What the declaration's hash is taken over. */
export function declarationText({ id, version, declaration }: Procedure): string {
  return canonicalJson({ procedure: id, version, declaration: declaration as unknown as Json });
}

/** What a signature's hash is taken over: all the applicant had before them when they signed. */
export function shownText(
  { id, version, declaration }: Procedure,
  answers: Json,
  documents: readonly HeldDocument[],
): string {
  // A key is no part of what anybody sees.
  const seen = documents.map((document) => ({ ...document, key: undefined }));
  return canonicalJson({
    procedure: id,
    version,
    declaration: declaration as unknown as Json,
    answers,
    documents: JSON.parse(JSON.stringify(seen)) as Json,
  });
}

/** The associated data: RFC 8785 text of the header. */
export function headerText(header: EnvelopeHeader): string {
  return canonicalJson(header);
}

/** The bytes that are stored, hashed and signed, as text. */
export function envelopeText(envelope: Envelope): string {
  return canonicalJson(envelope);
}

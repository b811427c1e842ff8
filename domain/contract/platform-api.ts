// What a kiosk may ask the platform, and what the platform answers. Both ends and the OpenAPI document are made of
// these schemas.
import { Type, type Static } from 'typebox';
import { Text } from './text.ts';
import { Uuid } from './uuid.ts';

export * from './staff-list.ts';
export * from './records-api.ts';

const closed = { additionalProperties: false } as const;

export { Uuid };
const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/=_-]+$', maxLength: 4096 });
const Time = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** Paths of the kiosk's side of the platform. */
export const platformPaths = {
  enrol: '/v1/enrolments',
  submissions: '/v1/submissions',
  time: '/v1/time',
  case: '/v1/cases',
  kioskKeys: '/v1/kiosk-keys',
  documents: '/v1/documents',
  staff: '/v1/staff',
  records: '/v1/records',
  helpCalls: '/v1/help-calls',
} as const;

export const MEDIA_TYPE = 'application/vnd.onewindow+json';

/** The most a batch may hold; the platform refuses more, the kiosk sends less. */
export const BATCH_ITEMS = 100;
export const BATCH_BYTES = 4_000_000;
export const ITEM_BYTES = 1_500_000;

export const EnrolmentRequest = Type.Object(
  {
    code: Type.String({ minLength: 8, maxLength: 64 }),
    publicKey: Base64,
    software: Type.String({ maxLength: 64 }),
  },
  closed,
);
export type EnrolmentRequest = Static<typeof EnrolmentRequest>;

export const Enrolled = Type.Object(
  {
    kiosk: Uuid,
    division: Type.String({ pattern: '^[0-9]{6}$' }),
    code: Type.String({ pattern: '^K[0-9]{3}$' }),
    generation: Type.String({ pattern: '^[1-9A-Z]$' }),
    signingKey: Base64,
    sealingKey: Type.Object({ id: Type.String({ maxLength: 64 }), publicKey: Base64 }, closed),
    place: Type.Object({ office: Text, kiosk: Text }, closed),
    /** What the platform told before does not concern this kiosk; left out: nothing was. */
    news: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type Enrolled = Static<typeof Enrolled>;

/** One sealed application: the stored envelope bytes, base64, and the kiosk's signature over them. */
export const SubmissionItem = Type.Object(
  {
    id: Uuid,
    envelope: Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: Math.ceil(ITEM_BYTES / 3) * 4 }),
    signature: Base64,
  },
  closed,
);
export type SubmissionItem = Static<typeof SubmissionItem>;

/** Items stay unknown here: a malformed one is answered on its own, and the others go on. */
export const SubmissionBatch = Type.Object(
  { items: Type.Array(Type.Unknown(), { minItems: 1, maxItems: BATCH_ITEMS }) },
  closed,
);

/** Why one submission was refused, in codes that both ends know. */
export const REFUSED_BECAUSE = [
  'malformed',
  'signature-wrong',
  'not-this-kiosk',
  'unreadable',
  'unknown-procedure',
  'answers-invalid',
  /** An answer is said to come from where this matter takes none. */
  'sources-wrong',
  /** A record was used without the consent it takes, or consent was noted for one that is not asked for. */
  'consents-wrong',
  /** Whoever is said to have helped is no clerk of that division, or did what nobody who helped did. */
  'attended-wrong',
  'receipt-number-wrong',
  'declaration-wrong',
  'sequence-taken',
  /** A correction of nothing that was lent to be mended. */
  'correction-unknown',
  /** It was mended already. */
  'correction-late',
  /** Something was changed that the notice does not name. */
  'correction-outside',
] as const;
export type RefusedBecause = (typeof REFUSED_BECAUSE)[number];

/** The platform's word about one submission. Signed as it stands; anything unsigned is not an acknowledgement. */
export const Acknowledgement = Type.Object(
  {
    format: Type.Literal(1),
    id: Type.Union([Uuid, Type.Null()]),
    contentHash: Type.Union([Hash, Type.Null()]),
    result: Type.Unsafe<'taken' | 'already-taken' | 'refused' | 'conflict'>({
      enum: ['taken', 'already-taken', 'refused', 'conflict'],
    }),
    because: Type.Union([Type.Unsafe<RefusedBecause>({ enum: [...REFUSED_BECAUSE] }), Type.Null()]),
    /** The case made of it, when taken. */
    case: Type.Union([Uuid, Type.Null()]),
    receivedAt: Time,
    /** The highest sequence of this kiosk up to which the platform holds every one. */
    gapFreeUpTo: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type Acknowledgement = Static<typeof Acknowledgement>;

/** Canonical JSON of an Acknowledgement, as signed, and the platform's signature over it. */
export const SignedAcknowledgement = Type.Object(
  { body: Type.String({ maxLength: 2000 }), signature: Base64 },
  closed,
);
export type SignedAcknowledgement = Static<typeof SignedAcknowledgement>;

/** The platform's word on how large the next batch should be. One item may always be sent, however long it is. */
export const BatchLimits = Type.Object(
  {
    items: Type.Integer({ minimum: 1, maximum: BATCH_ITEMS }),
    /** Of the request's body. */
    bytes: Type.Integer({ minimum: 1, maximum: BATCH_BYTES }),
  },
  closed,
);
export type BatchLimits = Static<typeof BatchLimits>;

export const AcknowledgementBatch = Type.Object(
  {
    acknowledgements: Type.Array(SignedAcknowledgement, { maxItems: BATCH_ITEMS }),
    /** Left out by a platform that has no word on it. */
    batch: Type.Optional(BatchLimits),
  },
  closed,
);
export type AcknowledgementBatch = Static<typeof AcknowledgementBatch>;

export const PlatformTime = Type.Object(
  {
    now: Time,
    gapFreeUpTo: Type.Integer({ minimum: 0 }),
    /** The highest sequence held: a refused one leaves a gap for ever, and a kiosk that knows less was put back. */
    highest: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type PlatformTime = Static<typeof PlatformTime>;

/** Somebody at the kiosk asked for a person; the work list shows it since then. */
export const HelpHeard = Type.Object({ calledAt: Time }, closed);
export type HelpHeard = Static<typeof HelpHeard>;

export const TASK_STATES = [
  'waiting-for-another',
  'waiting-for-acceptance',
  'accepted',
  'decided',
  'returned',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const KioskKeys = Type.Object(
  {
    keys: Type.Array(
      Type.Object(
        {
          kiosk: Uuid,
          division: Type.String(),
          code: Type.String(),
          generation: Type.String(),
          publicKey: Base64,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type KioskKeys = Static<typeof KioskKeys>;

export * from './document-transport.ts';

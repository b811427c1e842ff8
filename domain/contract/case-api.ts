// What a kiosk may ask about cases, and lend from them: how far one is, which a person has, and the answers of one that
// was returned for correction. The bare number tells states and times; only who holds the receipt or the card is told more.
import { Type, type Static } from 'typebox';
import { Reason } from '../correction/reasons.ts';
import { HeldDocument, IdentityMethod, Source } from '../submission/envelope.ts';
import { TASK_STATES, Uuid, type TaskState } from './platform-api.ts';
import { Text } from './text.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const ReceiptNumber = Type.String({ minLength: 1, maxLength: 60 });
/** 18 characters; 15 on older cards of foreign permanent residents. */
const IdentityNumber = Type.String({ pattern: '^[0-9A-Z]{15,18}$' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const casePaths = {
  status: '/v1/case-statuses',
  byPerson: '/v1/cases-of-a-person',
  loans: '/v1/loans',
} as const;

/** What shows that somebody may be told more than the number tells. */
export const Proof = Type.Union([
  /** The text of the receipt's square: its signature proves the paper. */
  Type.Object({ receipt: Type.String({ minLength: 1, maxLength: 300 }) }, closed),
  /** The identity number of a card that lay on the kiosk's reader just now. */
  Type.Object({ card: IdentityNumber }, closed),
]);
export type Proof = Static<typeof Proof>;

export const CaseStatusRequest = Type.Object({ number: ReceiptNumber, proof: Proof }, closed);
export type CaseStatusRequest = Static<typeof CaseStatusRequest>;

const StatusTask = Type.Object(
  {
    id: Type.String(),
    title: Text,
    department: Text,
    state: Type.Unsafe<TaskState>({ enum: [...TASK_STATES] }),
    /** Since when it is in this state. */
    since: Time,
    /** Working days promised from the acceptance on. */
    promised: Nullable(Type.Number({ minimum: 0 })),
    /** Accepted: the last day promised. */
    dueOn: Nullable(Day),
    /** The day rests on a calendar that is not published yet. */
    provisional: Type.Boolean(),
    /** Titles of the tasks it still waits for. */
    after: Type.Array(Text),
  },
  closed,
);

const Notice = Type.Object(
  {
    task: Type.String(),
    department: Text,
    at: Time,
    /** How many things must be mended. */
    count: Type.Integer({ minimum: 1 }),
    /** What and why, for whoever holds the receipt or the card; null for the bare number. */
    reasons: Nullable(Type.Array(Type.Object({ at: Type.String(), title: Text, why: Text }, closed))),
  },
  closed,
);
export type Notice = Static<typeof Notice>;

export const CaseStatus = Type.Object(
  {
    /** The number the case began with; a correction has one of its own, and leads here too. */
    receiptNumber: Type.String(),
    procedure: Type.String(),
    matter: Text,
    receivedAtKiosk: Time,
    receivedAtPlatform: Time,
    tasks: Type.Array(StatusTask),
    /** Notices that wait to be mended. */
    returned: Type.Array(Notice),
    /** When corrections arrived. */
    correctedAt: Type.Array(Time),
    /** Documents to follow, without anybody's name. */
    documents: Type.Array(Type.Object({ title: Text, dueOn: Nullable(Day) }, closed)),
    delivery: Nullable(Type.Unsafe<'courier' | 'counter'>({ enum: ['courier', 'counter'] })),
    /** Once it was handed to a courier. */
    waybill: Nullable(Type.Object({ carrier: Text, number: Type.String({ maxLength: 40 }) }, closed)),
    /** Stages that were rated already. */
    rated: Type.Array(Type.String()),
  },
  closed,
);
export type CaseStatus = Static<typeof CaseStatus>;

/** The kiosk says that a card was read: it is asked for by no other way. */
export const CasesOfRequest = Type.Object(
  { method: Type.Literal('id-card'), number: IdentityNumber },
  closed,
);
export type CasesOfRequest = Static<typeof CasesOfRequest>;

/** Most cases that one person is shown, the newest first. */
export const CASES_OF_A_PERSON = 20;

export const CasesOf = Type.Object(
  { cases: Type.Array(CaseStatus, { maxItems: CASES_OF_A_PERSON }) },
  closed,
);
export type CasesOf = Static<typeof CasesOf>;

/** Asks for the answers of a returned case, to mend them. The loan's id becomes the correction's. */
export const LoanRequest = Type.Object(
  {
    loan: Uuid,
    number: ReceiptNumber,
    proof: Proof,
    /** The applicant's, given once more at the kiosk. */
    identity: Type.Object({ method: IdentityMethod, number: IdentityNumber }, closed),
  },
  closed,
);
export type LoanRequest = Static<typeof LoanRequest>;

export const Loan = Type.Object(
  {
    loan: Uuid,
    receiptNumber: Type.String(),
    procedure: Type.String(),
    version: Type.String(),
    answers: Type.Record(Type.String(), Type.Unknown()),
    documents: Type.Array(HeldDocument, { maxItems: 400 }),
    sources: Type.Array(Source, { maxItems: 400 }),
    consents: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 12 }),
    reasons: Type.Array(Reason, { minItems: 1 }),
  },
  closed,
);
export type Loan = Static<typeof Loan>;

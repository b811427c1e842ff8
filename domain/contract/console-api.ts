// What the console's pages may ask the platform, and what it answers: everything is said on the server, in both
// languages, so that the pages hold no rules.
import { Type, type Static } from 'typebox';
import { Level } from '../rating/catalogue.ts';
import { TASK_STATES, Uuid, type TaskState } from './platform-api.ts';
import { Strokes } from './signature.ts';
import { Text } from './text.ts';

const closed = { additionalProperties: false } as const;

const Time = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const Cursor = Type.String({ pattern: '^[A-Za-z0-9_-]{10,200}$' });
const State = Type.Unsafe<TaskState>({ enum: [...TASK_STATES] });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** Paths of the console's side of the platform. A case is addressed by its id: an address holds nothing about people. */
export const consolePaths = {
  page: '/console/',
  session: '/console/api/session',
  cases: '/console/api/cases',
  arrivals: '/console/api/arrivals',
  helpCalls: '/console/api/help-calls',
} as const;

/** The token that is printed when the platform starts, exchanged for a cookie. */
export const SessionRequest = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }, closed);
export type SessionRequest = Static<typeof SessionRequest>;

/** Most cases on a page of the work list. */
export const CASES_A_PAGE = 50;

export const CasesQuery = Type.Object(
  {
    /** Only cases with a task in this state. */
    state: Type.Optional(State),
    /** The page after this cursor; absent: the newest. */
    after: Type.Optional(Cursor),
    /** Cases on a page, 1 to 50. */
    limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-4][0-9]|50)$' })),
  },
  closed,
);
export type CasesQuery = Static<typeof CasesQuery>;

const TaskLine = Type.Object({ id: Type.String(), title: Text, department: Text, state: State }, closed);

const caseHead = {
  id: Uuid,
  receiptNumber: Type.String(),
  matter: Text,
  /** A company's name, or a person's with only its first character. */
  subject: Type.String(),
  /** Where it was handed in: “云岩区 12 号自助机”. */
  place: Text,
  /** By the kiosk's clock. */
  receivedAtKiosk: Time,
  receivedAtPlatform: Time,
  /** The kiosk's clock cannot have been right. */
  clockDoubt: Nullable(Type.Unsafe<'ahead' | 'behind'>({ enum: ['ahead', 'behind'] })),
};

export const CaseLine = Type.Object({ ...caseHead, tasks: Type.Array(TaskLine) }, closed);
export type CaseLine = Static<typeof CaseLine>;

const Count = Type.Object(
  {
    number: Type.Integer({ minimum: 0 }),
    /** Counting stopped here: there are more. */
    andMore: Type.Boolean(),
  },
  closed,
);
export type Count = Static<typeof Count>;

export const CasePage = Type.Object(
  {
    /** Newest first. */
    cases: Type.Array(CaseLine, { maxItems: CASES_A_PAGE }),
    /** null: this was the last page. */
    next: Nullable(Cursor),
    /** Where the newest case of this list stands: what arrives later is asked for with it. null: the list is empty. */
    newest: Nullable(Cursor),
    count: Count,
    now: Time,
  },
  closed,
);
export type CasePage = Static<typeof CasePage>;

/** Kiosks where somebody waits for a person, the longest waiting first. */
export const HelpCalls = Type.Object(
  { calls: Type.Array(Type.Object({ id: Uuid, place: Text, calledAt: Time }, closed), { maxItems: 50 }) },
  closed,
);
export type HelpCalls = Static<typeof HelpCalls>;

export const ArrivalsQuery = Type.Object(
  {
    state: Type.Optional(State),
    /** Absent: counts everything. */
    since: Type.Optional(Cursor),
  },
  closed,
);
export type ArrivalsQuery = Static<typeof ArrivalsQuery>;

export const Arrivals = Type.Object({ count: Count }, closed);
export type Arrivals = Static<typeof Arrivals>;

const AnswerRow = Type.Object(
  {
    label: Text,
    value: Nullable(Text),
    /** The card or record it came from, or that staff typed it; absent: the applicant gave it. */
    source: Type.Optional(Text),
  },
  closed,
);
const AnswerSection = Type.Object({ title: Text, rows: Type.Array(AnswerRow) }, closed);

const TaskView = Type.Object(
  {
    id: Type.String(),
    title: Text,
    department: Text,
    state: State,
    /** Working days promised, and allowed by law; null where that version of the procedure is gone. */
    promised: Nullable(Type.Number({ minimum: 0 })),
    statutory: Nullable(Type.Number({ minimum: 0 })),
    /** Titles of the tasks it waits for. */
    after: Type.Array(Text),
    /** What its department may see, in words; identity numbers are masked. */
    sees: Type.Array(AnswerSection),
  },
  closed,
);
export type TaskView = Static<typeof TaskView>;

const DocumentId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,79}$' });

const DocumentView = Type.Object(
  {
    title: Text,
    state: Type.Unsafe<'to-follow' | 'attached' | 'declared' | 'spared'>({
      enum: ['to-follow', 'attached', 'declared', 'spared'],
    }),
    /** Last day it may follow. */
    dueOn: Nullable(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    /** What the applicant declared instead. */
    declares: Nullable(Text),
    /** The file, once it was handed in. */
    file: Nullable(
      Type.Object(
        {
          id: DocumentId,
          mediaType: Type.String(),
          pages: Type.Integer({ minimum: 1 }),
          bytes: Type.Integer({ minimum: 1 }),
          /** What may be relied on. */
          trust: Text,
          /** null: it is on its way. */
          arrivedAt: Nullable(Time),
        },
        closed,
      ),
    ),
  },
  closed,
);

const RatingEntry = Type.Object(
  {
    at: Time,
    /** What was rated: “handing in”. */
    stage: Text,
    level: Level,
    title: Text,
    options: Type.Array(Text),
    /** In the citizen's own words; null: none. */
    words: Nullable(Type.String()),
    /** Somebody may be called back. Who, is not for this page. */
    isNamed: Type.Boolean(),
  },
  closed,
);

const HistoryEntry = Type.Object({ at: Time, title: Text, note: Nullable(Text) }, closed);

export const CaseView = Type.Object(
  {
    ...caseHead,
    procedureVersion: Type.String(),
    /** How the applicant's identity was established. */
    identity: Nullable(Text),
    /** Who helped, and whether there is anything to say about them; null: the applicant was alone. */
    helped: Nullable(Type.Object({ by: Text, doubt: Nullable(Text) }, closed)),
    /** Drawn by the applicant; null: the name was typed out instead. */
    signature: Nullable(Strokes),
    tasks: Type.Array(TaskView),
    documents: Type.Array(DocumentView),
    ratings: Type.Array(RatingEntry),
    /** Newest first. */
    history: Type.Array(HistoryEntry),
    /** False when what was handed in cannot be shown: its procedure's version or its key is not here. */
    isReadable: Type.Boolean(),
    now: Time,
  },
  closed,
);
export type CaseView = Static<typeof CaseView>;

export const DocumentParams = Type.Object({ id: Uuid, document: DocumentId }, closed);
export type DocumentParams = Static<typeof DocumentParams>;

export const CaseParams = Type.Object({ id: Uuid }, closed);
export type CaseParams = Static<typeof CaseParams>;

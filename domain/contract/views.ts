// What a screen is given to show. The kiosk decides; a view is the whole of what the screen needs, in both languages,
// so that switching the language or reloading the page loses nothing.
import { Type, type Static } from 'typebox';
import { Problem, RawAnswer } from './answers.ts';
import { Locale, Text } from './text.ts';

const closed = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const oneOf = <const T extends string>(...values: T[]) => Type.Unsafe<T>({ enum: values });

/** Names the page a screen answers; an answer to a page that has moved on changes nothing. */
export const PageToken = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' });

/** 1 is for counters; 2 is the default; 3 and 4 are larger. */
export const TextSize = Type.Unsafe<1 | 2 | 3 | 4>({ enum: [1, 2, 3, 4] });
export const Contrast = oneOf('off', 'dark', 'light');

export const Appearance = Type.Object(
  {
    locale: Locale,
    size: TextSize,
    contrast: Contrast,
  },
  closed,
);
export type Appearance = Static<typeof Appearance>;

/** Whose machine this is and where help is: from the configuration. */
export const Place = Type.Object({ office: Text, kiosk: Text, helpAt: Text, phone: Type.String() }, closed);
export type Place = Static<typeof Place>;

/** Rises with every view the kiosk makes: what was made earlier and comes later is not shown. */
const Revision = Type.Integer({ minimum: 1 });

const head = { page: PageToken, revision: Revision, appearance: Appearance, place: Place };

export const Stop = Type.Object(
  {
    title: Text,
    state: Type.Union([Type.Literal('done'), Type.Literal('here'), Type.Literal('to-come')]),
    /** The answer that matters at this stop, once given. */
    answer: orNull(Text),
  },
  closed,
);
export const Route = Type.Object({ matter: Text, stops: Type.Array(Stop) }, closed);
export type Route = Static<typeof Route>;

export const WelcomeView = Type.Object({ screen: Type.Literal('welcome'), ...head }, closed);

export const MattersView = Type.Object(
  {
    screen: Type.Literal('matters'),
    ...head,
    occasions: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Text,
          matters: Type.Array(Type.Object({ procedure: Type.String(), title: Text, summary: Text }, closed)),
        },
        closed,
      ),
    ),
    /** Procedures that could not be loaded are named to staff, never hidden. */
    missing: Type.Integer({ minimum: 0 }),
  },
  closed,
);

const Line = Type.Object({ title: Text, note: orNull(Text) }, closed);

export const GuideView = Type.Object(
  {
    screen: Type.Literal('guide'),
    ...head,
    procedure: Type.String(),
    title: Text,
    summary: Text,
    facts: Type.Array(Type.Object({ title: Text, value: Text, note: orNull(Text) }, closed)),
    bring: Type.Array(Line),
    spared: Type.Array(Line),
    /** Why an application cannot be begun now, or null. */
    closed: orNull(Text),
  },
  closed,
);

export const OptionView = Type.Object(
  { value: Type.String(), label: Text, note: orNull(Text), group: orNull(Text), search: Type.String() },
  closed,
);
export type OptionView = Static<typeof OptionView>;

export const KnownPersonView = Type.Object(
  { at: Type.String(), name: Type.String(), masked: Type.String() },
  closed,
);

export const QuestionView = Type.Object(
  {
    at: Type.String(),
    as: Type.String(),
    label: Text,
    hint: orNull(Text),
    optional: Type.Boolean(),
    /** What is in the answer now: as last typed, right or wrong. */
    value: RawAnswer,
    options: Type.Array(OptionView),
    people: Type.Array(KnownPersonView),
    others: Type.Boolean(),
    unit: orNull(Text),
    max: orNull(Type.Integer()),
    /** enterprise-name: what each fixed part may be; the trade name is the citizen's own. */
    nameParts: orNull(
      Type.Object(
        {
          divisions: Type.Array(Type.String()),
          industries: Type.Array(Type.String()),
          forms: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
    /** A suggestion the citizen can take with one press, in the form of `value`. */
    suggestion: orNull(Type.Object({ label: Text, value: RawAnswer }, closed)),
    warnings: Type.Array(Text),
  },
  closed,
);
export type QuestionView = Static<typeof QuestionView>;

export const QuestionsView = Type.Object(
  {
    screen: Type.Literal('questions'),
    ...head,
    route: Route,
    title: Text,
    help: orNull(Text),
    questions: Type.Array(QuestionView),
    problems: Type.Array(Problem),
    /** The citizen came from the check page and returns there. */
    changing: Type.Boolean(),
  },
  closed,
);
export type QuestionsView = Static<typeof QuestionsView>;

export const ListItemView = Type.Object(
  {
    index: Type.Integer(),
    name: Text,
    lines: Type.Array(Text),
    amount: orNull(Text),
    /** Share of the total, 0 to 1, when the list adds up to something. */
    share: orNull(Type.Number()),
    problems: Type.Array(Problem),
  },
  closed,
);

export const ListView = Type.Object(
  {
    screen: Type.Literal('list'),
    ...head,
    route: Route,
    title: Text,
    help: orNull(Text),
    item: Text,
    items: Type.Array(ListItemView),
    canAdd: Type.Boolean(),
    sum: orNull(
      Type.Object(
        {
          given: Text,
          wanted: Text,
          /** What the total is called: “registered capital”. */
          wantedLabel: Text,
          state: Type.Union([Type.Literal('short'), Type.Literal('over'), Type.Literal('matches')]),
          says: Text,
        },
        closed,
      ),
    ),
    problems: Type.Array(Problem),
    changing: Type.Boolean(),
  },
  closed,
);
export type ListView = Static<typeof ListView>;

export const DocumentView = Type.Object(
  { id: Type.String(), title: Text, note: orNull(Text), state: Type.Literal('to-follow'), due: Text },
  closed,
);
export type DocumentView = Static<typeof DocumentView>;

export const DocumentsView = Type.Object(
  {
    screen: Type.Literal('documents'),
    ...head,
    route: Route,
    title: Text,
    help: orNull(Text),
    documents: Type.Array(DocumentView),
    changing: Type.Boolean(),
  },
  closed,
);

export const CheckRowView = Type.Object(
  { at: Type.String(), label: Text, value: orNull(Text), problem: orNull(Text) },
  closed,
);
export const CheckView = Type.Object(
  {
    screen: Type.Literal('check'),
    ...head,
    route: Route,
    sections: Type.Array(
      Type.Object({ id: Type.String(), title: Text, rows: Type.Array(CheckRowView) }, closed),
    ),
    documents: Type.Array(DocumentView),
    problems: Type.Array(Problem),
  },
  closed,
);
export type CheckView = Static<typeof CheckView>;

export const ConfirmView = Type.Object(
  {
    screen: Type.Literal('confirm'),
    ...head,
    route: Route,
    declaration: Type.Array(Text),
    applicant: Type.String(),
    today: Text,
    typedName: Type.String(),
    problems: Type.Array(Problem),
    /** Why it could not be saved just now, or null. */
    refused: orNull(Text),
  },
  closed,
);

export const StageView = Type.Object(
  {
    title: Text,
    note: orNull(Text),
    when: orNull(Text),
    state: oneOf('done', 'now', 'waiting', 'to-come', 'wrong'),
  },
  closed,
);
export type StageView = Static<typeof StageView>;

export const PrintView = Type.Object(
  {
    state: oneOf('queued', 'sending', 'sent-to-printer', 'needs-paper', 'failed', 'unknown'),
    copy: Type.Integer({ minimum: 1 }),
    /** Whether this citizen may still ask for another copy. */
    canReprint: Type.Boolean(),
  },
  closed,
);
export type PrintView = Static<typeof PrintView>;

export const ReceiptView = Type.Object(
  {
    screen: Type.Literal('receipt'),
    ...head,
    state: Type.Union([Type.Literal('held'), Type.Literal('acknowledged'), Type.Literal('stopped')]),
    number: Type.String(),
    qr: Type.String(),
    received: Text,
    matter: Text,
    stages: Type.Array(StageView),
    documents: Type.Array(DocumentView),
    print: orNull(PrintView),
  },
  closed,
);
export type ReceiptView = Static<typeof ReceiptView>;

export const AskProgressView = Type.Object(
  { screen: Type.Literal('ask-progress'), ...head, number: Type.String(), problem: orNull(Text) },
  closed,
);

export const ProgressView = Type.Object(
  {
    screen: Type.Literal('progress'),
    ...head,
    number: Type.String(),
    matter: Text,
    state: Text,
    stages: Type.Array(StageView),
  },
  closed,
);

/** The screen was reloaded or crashed in the middle: nobody knows who stands there now. */
export const StillThereView = Type.Object(
  { screen: Type.Literal('still-there'), ...head, seconds: Type.Integer({ minimum: 0 }) },
  closed,
);

export const ClosedView = Type.Object(
  { screen: Type.Literal('closed'), ...head, code: Type.String(), reason: Text },
  closed,
);

export const View = Type.Union([
  WelcomeView,
  MattersView,
  GuideView,
  QuestionsView,
  ListView,
  DocumentsView,
  CheckView,
  ConfirmView,
  ReceiptView,
  AskProgressView,
  ProgressView,
  StillThereView,
  ClosedView,
]);
export type View = Static<typeof View>;
export type ScreenName = View['screen'];
export type ViewOf<S extends ScreenName> = Extract<View, { screen: S }>;

// The format of a procedure (事项) as data: `procedures/*.json`. This schema is its meta-schema; lint/ checks what a
// schema cannot say.
import { Type, type Static } from 'typebox';
import { Text } from '../contract/text.ts';

const closed = { additionalProperties: false } as const;

/** Kebab-case name of a page, document, task, procedure. */
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });
const Version = Type.String({ pattern: '^[0-9]{4}\\.[0-9]{1,4}$' });
const Pointer = Type.String({ pattern: '^(/[A-Za-z0-9*_-]{1,64}){1,8}$' });

/** A JSON Schema (2020-12) used as a condition or as the shape of the answers. */
const Schema = Type.Record(Type.String({ maxLength: 64 }), Type.Unknown());

export const KINDS = [
  'text',
  'person-name',
  'enterprise-name',
  'resident-id',
  'credit-code',
  'mobile',
  'choice',
  'choices',
  'pick',
  'tick',
  'money',
  'number',
  'date',
  'person',
  'people',
  'address',
] as const;
export const Kind = Type.Enum([...KINDS]);
export type Kind = (typeof KINDS)[number];

export const Option = Type.Object(
  {
    value: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }),
    label: Text,
    note: Type.Optional(Text),
    /** Heading under which a long list shows this option. */
    group: Type.Optional(Text),
    /** Heading above the groups: the province of a city. */
    region: Type.Optional(Text),
    /** Other words that find it: pinyin initials, everyday names. */
    search: Type.Optional(Type.String({ maxLength: 200 })),
    showWhen: Type.Optional(Schema),
  },
  closed,
);
export type Option = Static<typeof Option>;

const named = { when: Type.Optional(Schema) };

/**
 * Where an answer comes from when nobody has to give it: the first whose `when` holds and whose source has a value.
 * Such a question is not asked. Inside a list, `when` and `from` see the item as `/item`.
 */
export const Known = Type.Union([
  /** Another answer; what an identity number tells; or the person (name, number, mobile) that stands there. */
  Type.Object(
    { ...named, from: Pointer, take: Type.Optional(Type.Enum(['birth-date', 'sex', 'person'])) },
    closed,
  ),
  Type.Object({ ...named, value: Type.Unknown() }, closed),
  /** An equal share in fen of a sum, among the items of a list; what is left over goes to the first. */
  Type.Object({ ...named, share: Type.Object({ of: Pointer, among: Pointer }, closed) }, closed),
  /** The day so many years from the day of filling in. */
  Type.Object({ ...named, years: Type.Integer({ minimum: 0, maximum: 50 }) }, closed),
]);
export type Known = Static<typeof Known>;

export const Question = Type.Object(
  {
    at: Pointer,
    as: Kind,
    label: Text,
    hint: Type.Optional(Text),
    /** Said aloud instead of the label, where speech exists. */
    voice: Type.Optional(Text),
    optional: Type.Optional(Type.Boolean()),
    showWhen: Type.Optional(Schema),
    /** choice, choices: the options themselves. */
    options: Type.Optional(Type.Array(Option, { minItems: 1, maxItems: 40 })),
    /** choice, choices, pick, address: the options come from this catalogue. */
    catalogue: Type.Optional(Name),
    /** person, people: where people already entered may be picked from. */
    people: Type.Optional(Type.Array(Pointer, { maxItems: 12 })),
    /** person: whether somebody not yet entered may be given. */
    others: Type.Optional(Type.Boolean()),
    /** money: the unit it is typed in; it is stored in fen. */
    unit: Type.Optional(Type.Union([Type.Literal('yuan'), Type.Literal('wan-yuan')])),
    /** text, and what is typed of an address: longest, in code points. number: largest. choices, pick, people: most. */
    max: Type.Optional(Type.Integer({ minimum: 1 })),
    min: Type.Optional(Type.Integer({ minimum: 0 })),
    /** text: what the line must be besides a line. */
    check: Type.Optional(Type.Enum(['postcode', 'phone', 'email'])),
    /** date: what the citizen usually means, in years from the day of filling in. */
    suggestYears: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
    /** When nobody has to be asked. */
    known: Type.Optional(Type.Array(Known, { minItems: 1, maxItems: 8 })),
    /** What most people answer, in stored form: it stands in the field until it is changed. Never for a tick. */
    usual: Type.Optional(Type.Unknown()),
    /** Answers to take with one press, in stored form. */
    suggest: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1, maxItems: 6 })),
    /** Where the value stands that this answer changes: it is shown beside the new one. */
    was: Type.Optional(Pointer),
    /** enterprise-name: which organisational forms fit. */
    enterprise: Type.Optional(
      Type.Union([Type.Literal('llc'), Type.Literal('sole-proprietor'), Type.Literal('cooperative')]),
    ),
  },
  closed,
);
export type Question = Static<typeof Question>;

const pageHead = {
  id: Name,
  stage: Name,
  title: Text,
  help: Type.Optional(Text),
  showWhen: Type.Optional(Schema),
};

/** One thing a page; a page of questions. */
export const QuestionPage = Type.Object(
  { ...pageHead, questions: Type.Array(Question, { minItems: 1, maxItems: 8 }) },
  closed,
);
export type QuestionPage = Static<typeof QuestionPage>;

/** A list that grows by one item at a time, each item asked on pages of its own. */
export const RepeatPage = Type.Object(
  {
    ...pageHead,
    repeat: Pointer,
    min: Type.Integer({ minimum: 0 }),
    max: Type.Integer({ minimum: 1, maximum: 200 }),
    /** What one item is called: “股东”. */
    item: Text,
    /** The answers, relative to the item, that name it in the list; the first that is answered is shown. */
    names: Type.Array(Pointer, { minItems: 1 }),
    /** Further answers of the item shown in its row. */
    shows: Type.Array(Pointer),
    /** A running total in the list: what adds up, and to what. */
    sum: Type.Optional(Type.Object({ of: Pointer, to: Pointer }, closed)),
    /** While this holds, the list is one item `{ person }` for each of these people, and is not asked. */
    known: Type.Optional(
      Type.Object({ ...named, items: Type.Array(Pointer, { minItems: 1, maxItems: 12 }) }, closed),
    ),
    /** `showWhen` inside an item sees all answers and the item itself as `item`. */
    pages: Type.Array(
      Type.Object(
        {
          id: Name,
          title: Text,
          help: Type.Optional(Text),
          showWhen: Type.Optional(Schema),
          questions: Type.Array(Question, { minItems: 1, maxItems: 8 }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 12 },
    ),
  },
  closed,
);
export type RepeatPage = Static<typeof RepeatPage>;

/** Shows which documents are needed and how each will come. */
export const DocumentsPage = Type.Object({ ...pageHead, documents: Type.Literal(true) }, closed);
export type DocumentsPage = Static<typeof DocumentsPage>;

export const Page = Type.Union([QuestionPage, RepeatPage, DocumentsPage]);
export type Page = Static<typeof Page>;

export const DocumentRule = Type.Object(
  {
    id: Name,
    title: Text,
    note: Type.Optional(Text),
    /** Absent: always required. */
    requiredWhen: Type.Optional(Schema),
    /** One document for each item of this list; `requiredWhen` then sees the item as `item`. */
    each: Type.Optional(Pointer),
    mayFollow: Type.Optional(Type.Object({ workingDays: Type.Integer({ minimum: 1, maximum: 90 }) }, closed)),
    /** 告知承诺: what the applicant may declare instead of handing in the proof. */
    mayDeclare: Type.Optional(Text),
    /** Records that spare it: where one of them was found for this application, nothing is handed in. */
    sparedBy: Type.Optional(Type.Array(Name, { minItems: 1, maxItems: 6 })),
    /** Pages it may have. */
    maxPages: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
    accepts: Type.Array(Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]+$' }), { minItems: 1 }),
  },
  closed,
);
export type DocumentRule = Static<typeof DocumentRule>;

/** Parameters belong to the rule; rules/index.ts has their schemas. */
export const RuleUse = Type.Object(
  { use: Name, when: Type.Optional(Schema), message: Type.Optional(Text) },
  { additionalProperties: true },
);
export type RuleUse = Static<typeof RuleUse>;

export const TaskRule = Type.Object(
  {
    id: Name,
    title: Text,
    department: Name,
    /** Absent: every application has this task. */
    requiredWhen: Type.Optional(Schema),
    after: Type.Optional(Type.Array(Name)),
    /** Working days the department promises, and that the law allows. */
    promised: Type.Number({ minimum: 0 }),
    statutory: Type.Number({ minimum: 0 }),
    /** The answers this department may read; '' is never allowed. */
    sees: Type.Array(Pointer, { minItems: 1 }),
  },
  closed,
);
export type TaskRule = Static<typeof TaskRule>;

/** What is known about a person or an enterprise and need not be asked. */
export const Prefill = Type.Object(
  {
    /** 'id-card', or a type of record the platform lends: 'population', 'enterprise', 'premises'. */
    record: Name,
    /** Whose record: the answer that holds the identity number or credit code. */
    by: Pointer,
    /** Place of an answer → place in the record, which holds it in stored form. */
    into: Type.Record(Pointer, Pointer),
    /** Whether the citizen is asked first. Personal records are lent only when a card or a clerk showed who is there. */
    consent: Type.Boolean(),
    /** Why, in words, for the question and for the evidence. */
    why: Text,
  },
  closed,
);
export type Prefill = Static<typeof Prefill>;

const Fact = Type.Object({ title: Text, value: Text, note: Type.Optional(Text) }, closed);
const Line = Type.Object({ title: Text, note: Type.Optional(Text) }, closed);

/** In the file of a procedure, a page may be `{ "part": "llc-founding" }`: the pages of procedures/parts/ID.json. */
export const PartPage = Type.Object({ part: Name }, closed);

export const Procedure = Type.Object(
  {
    format: Type.Literal(1),
    id: Name,
    version: Version,
    title: Text,
    summary: Text,
    /** Under which of the citizen's occasions it is found. */
    occasion: Type.Object({ id: Name, title: Text }, closed),
    audience: Type.Array(Type.Union([Type.Literal('citizen'), Type.Literal('clerk')]), { minItems: 1 }),
    division: Type.String({ pattern: '^[0-9]{6}$' }),
    identity: Type.Object({ name: Pointer, number: Pointer, mobile: Pointer }, closed),
    /** What the application is about, in one short answer: the company's name. */
    subject: Type.Optional(Pointer),
    guide: Type.Object(
      {
        facts: Type.Array(Fact, { minItems: 1, maxItems: 4 }),
        bring: Type.Array(Line),
        spared: Type.Array(Line),
      },
      closed,
    ),
    stages: Type.Array(Type.Object({ id: Name, title: Text, shows: Type.Optional(Pointer) }, closed), {
      minItems: 1,
      maxItems: 9,
    }),
    answers: Schema,
    catalogues: Type.Record(Type.String(), Version),
    pages: Type.Array(Page, { minItems: 1, maxItems: 120 }),
    rules: Type.Array(RuleUse, { maxItems: 200 }),
    documents: Type.Array(DocumentRule, { maxItems: 60 }),
    prefill: Type.Array(Prefill, { maxItems: 12 }),
    declaration: Type.Object({ version: Version, text: Type.Array(Text, { minItems: 1 }) }, closed),
    tasks: Type.Array(TaskRule, { minItems: 1, maxItems: 30 }),
    outcome: Type.Object(
      {
        certificate: Name,
        /** The sentences of “what happens next”, after the platform has it. */
        next: Type.Array(Text, { minItems: 1 }),
        delivery: Type.Array(Type.Union([Type.Literal('courier'), Type.Literal('counter')]), { minItems: 1 }),
        /** Where the chosen way of delivery is answered. */
        deliveryAt: Pointer,
      },
      closed,
    ),
  },
  closed,
);
export type Procedure = Static<typeof Procedure>;

/**
 * What several procedures ask alike: `procedures/parts/ID.json`. Its pages stand where a procedure names it, in stages
 * that the procedure has; everything else is put before the procedure's own. Whoever changes a part gives every
 * procedure that names it a new version.
 */
export const Part = Type.Object(
  {
    format: Type.Literal(1),
    part: Name,
    answers: Type.Object(
      {
        $defs: Type.Optional(Schema),
        properties: Schema,
        required: Type.Optional(Type.Array(Type.String({ maxLength: 64 }))),
      },
      closed,
    ),
    catalogues: Procedure.properties.catalogues,
    pages: Procedure.properties.pages,
    rules: Procedure.properties.rules,
    documents: Procedure.properties.documents,
    prefill: Procedure.properties.prefill,
    tasks: Type.Array(TaskRule, { maxItems: 30 }),
  },
  closed,
);
export type Part = Static<typeof Part>;

/** A list of options that several procedures share, with a version of its own: `procedures/catalogues/*.json`. */
export const Catalogue = Type.Object(
  {
    id: Name,
    version: Version,
    title: Text,
    /** Where it comes from and how sure it is. */
    source: Type.String({ minLength: 1 }),
    options: Type.Array(Option, { minItems: 1, maxItems: 5000 }),
  },
  closed,
);
export type Catalogue = Static<typeof Catalogue>;

export function isQuestionPage(page: Page): page is QuestionPage {
  return 'questions' in page;
}

export function isRepeatPage(page: Page): page is RepeatPage {
  return 'repeat' in page;
}

/** Every question of a procedure, as the procedure writes its place. */
export function questionsOf(procedure: Procedure): Question[] {
  return procedure.pages.flatMap((page) => {
    if (isQuestionPage(page)) return page.questions;
    if (isRepeatPage(page)) return page.pages.flatMap((inner) => inner.questions);
    return [];
  });
}

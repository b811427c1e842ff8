// The format of a procedure (事项) as data: `procedures/*.json`. This schema is its meta-schema; lint/ checks what a
// schema cannot say.
import { Type, type Static } from 'typebox';
import { Text } from '../contract/text.ts';
import { closed, Name, Pointer, Schema, Version } from './format-atoms.ts';
import { isQuestionPage, isRepeatPage, Page } from './page-format.ts';
import { Option, type Question } from './question-format.ts';

export * from './page-format.ts';
export * from './question-format.ts';

/** What a document proves, and the record that says the same. */
export const Spared = Type.Object(
  { record: Name, keeping: Type.Array(Pointer, { minItems: 1, maxItems: 12 }) },
  closed,
);
export type Spared = Static<typeof Spared>;

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
    /**
     * Records that spare it: where one of them gave all of these answers and they were left as they are, nothing is handed
     * in. With `each`, they are answers of the item, a star standing for its number.
     */
    sparedBy: Type.Optional(Type.Array(Spared, { minItems: 1, maxItems: 6 })),
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

/** Every question of a procedure, as the procedure writes its place. */
export function questionsOf(procedure: Pick<Procedure, 'pages'>): Question[] {
  return procedure.pages.flatMap((page) => {
    if (isQuestionPage(page)) return page.questions;
    if (isRepeatPage(page)) return page.pages.flatMap((inner) => inner.questions);
    return [];
  });
}

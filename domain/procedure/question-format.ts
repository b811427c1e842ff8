// A question as a procedure writes it: its kind, its options, and where its answer comes from when nobody has to give it.
import { Type, type Static } from 'typebox';
import { Text } from '../contract/text.ts';
import { closed, Name, underCondition, Pointer, Schema } from './format-atoms.ts';

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

/**
 * Where an answer comes from when nobody has to give it: the first whose `when` holds and whose source has a value.
 * Such a question is not asked. Inside a list, `when` and `from` see the item as `/item`.
 */
export const Known = Type.Union([
  /** Another answer; what an identity number tells; or the person (name, number, mobile) that stands there. */
  Type.Object(
    { ...underCondition, from: Pointer, take: Type.Optional(Type.Enum(['birth-date', 'sex', 'person'])) },
    closed,
  ),
  Type.Object({ ...underCondition, value: Type.Unknown() }, closed),
  /** An equal share in fen of a sum, among the items of a list; what is left over goes to the first. */
  Type.Object({ ...underCondition, share: Type.Object({ of: Pointer, among: Pointer }, closed) }, closed),
  /** The day so many years from the day of filling in. */
  Type.Object({ ...underCondition, years: Type.Integer({ minimum: 0, maximum: 50 }) }, closed),
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

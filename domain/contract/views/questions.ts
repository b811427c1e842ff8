// A page of questions.
import { Type, type Static } from 'typebox';
import { Problem, RawAnswer } from '../answers.ts';
import { Text } from '../text.ts';
import { closed, head, oneOf, orNull, Route } from './head.ts';

export const OptionView = Type.Object(
  { value: Type.String(), label: Text, note: orNull(Text), group: orNull(Text), search: Type.String() },
  closed,
);
export type OptionView = Static<typeof OptionView>;

export const KnownPersonView = Type.Object(
  { at: Type.String(), name: Type.String(), masked: Type.String() },
  closed,
);

export const AreaView = Type.Object({ value: Type.String(), label: Text, search: Type.String() }, closed);
export type AreaView = Static<typeof AreaView>;

/** Areas by the level above them, and those by the next: counties by city and province. */
export const RegionView = Type.Object(
  {
    title: orNull(Text),
    groups: Type.Array(Type.Object({ title: orNull(Text), areas: Type.Array(AreaView) }, closed)),
  },
  closed,
);
export type RegionView = Static<typeof RegionView>;

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
    /** text: what the line must be besides a line; the keys on the screen are those. */
    check: Type.Optional(oneOf('postcode', 'phone', 'email')),
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
    /** address: where it may be. */
    regions: Type.Array(RegionView),
    /** Answers the citizen can take with one press, in the form of `value`. */
    suggestions: Type.Array(Type.Object({ label: Text, value: RawAnswer }, closed)),
    /** What this answer changes, in words. */
    was: orNull(Text),
    /** Where the answer comes from, when a card or a record gave it and the citizen left it as it is. */
    source: orNull(Text),
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

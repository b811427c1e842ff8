// Everything the screen may ask. No transport, no validator: whoever guards a door compiles it.
import { Type, type Static, type TSchema } from 'typebox';
import type { Result } from '../result.ts';
import { Place, Problem, RawAnswer, RawAnswers } from './answers.ts';
import type { Refusal } from './refusals.ts';
import { Locale, Text } from './text.ts';
import { Contrast, PageToken, TextSize, View } from './views.ts';

const closed = { additionalProperties: false } as const;
const ask = <I extends TSchema, O extends TSchema>(input: I, answer: O) => ({ input, answer });

const ProcedureId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });
const OnPage = Type.Object({ page: PageToken }, closed);
const ItemOnPage = Type.Object(
  { page: PageToken, index: Type.Integer({ minimum: 0, maximum: 500 }) },
  closed,
);

/** Whether the machine reaches the platform, as last known. */
export const Status = Type.Object(
  {
    link: Type.Union([Type.Literal('online'), Type.Literal('offline'), Type.Literal('sign-in-needed')]),
    /** Wall time in the city: the screen has no clock of its own to trust. */
    now: Type.String(),
  },
  closed,
);
export type Status = Static<typeof Status>;

export const kioskApi = {
  /** What to show now. Asked when the screen starts; a session in progress asks whether somebody is still there. */
  look: ask(Type.Null(), View),
  status: ask(Type.Null(), Status),
  /** Language, text size, contrast: changeable on every page, never losing anything. */
  arrange: ask(
    Type.Object(
      {
        locale: Type.Optional(Locale),
        size: Type.Optional(TextSize),
        contrast: Type.Optional(Contrast),
      },
      closed,
    ),
    View,
  ),
  begin: ask(Type.Null(), View),
  openMatter: ask(Type.Object({ procedure: ProcedureId }, closed), View),
  beginApplication: ask(Type.Object({ procedure: ProcedureId }, closed), View),
  answerPage: ask(Type.Object({ page: PageToken, answers: RawAnswers }, closed), View),
  /** What is wrong or doubtful about one answer while it is being typed. Nothing is kept. */
  checkAnswer: ask(
    Type.Object({ page: PageToken, at: Place, value: RawAnswer }, closed),
    Type.Object(
      {
        problem: Type.Union([Problem, Type.Null()]),
        warnings: Type.Array(Text),
        reads: Type.Union([Text, Type.Null()]),
      },
      closed,
    ),
  ),
  goBack: ask(OnPage, View),
  /** From the check page or a list: open the page where this answer is given. */
  changeAnswer: ask(Type.Object({ page: PageToken, at: Place }, closed), View),
  addItem: ask(OnPage, View),
  changeItem: ask(ItemOnPage, View),
  removeItem: ask(ItemOnPage, View),
  submit: ask(Type.Object({ page: PageToken, typedName: Type.String({ maxLength: 200 }) }, closed), View),
  reprint: ask(OnPage, View),
  askProgress: ask(Type.Null(), View),
  findProgress: ask(Type.Object({ page: PageToken, number: Type.String({ maxLength: 200 }) }, closed), View),
  stillHere: ask(Type.Null(), View),
  /** A person touched the screen: the idle clock starts again. */
  noteActivity: ask(Type.Null(), Type.Null()),
  leave: ask(Type.Null(), View),
};

export type Name = keyof typeof kioskApi;
export type In<N extends Name> = Static<(typeof kioskApi)[N]['input']>;
export type Out<N extends Name> = Static<(typeof kioskApi)[N]['answer']>;

/** JSON only: it must survive either wire. */
export type Reply<T = unknown> = Result<T, Refusal>;
export type Send = (name: Name, input: unknown) => Promise<Reply>;

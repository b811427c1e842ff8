import { Type, type Static } from 'typebox';
import { Text } from './text.ts';

/** An answer as the screen has it: what was typed or pressed, before anybody understood it. */
export const RawAnswer = Type.Union([
  Type.Null(),
  Type.String({ maxLength: 4000 }),
  Type.Array(Type.String({ maxLength: 128 }), { maxItems: 500 }),
  Type.Record(Type.String({ pattern: '^[A-Za-z]{1,32}$' }), Type.String({ maxLength: 400 }), {
    maxProperties: 12,
    additionalProperties: false,
  }),
]);
export type RawAnswer = Static<typeof RawAnswer>;

/** JSON pointer of a question's place. No part begins with an underscore: none can name a prototype. */
export const Place = Type.String({ pattern: '^(/[A-Za-z0-9][A-Za-z0-9_-]{0,63}){1,8}$' });

/** JSON pointer of a question's place → what was typed there. */
export const RawAnswers = Type.Record(Place, RawAnswer, {
  maxProperties: 40,
  additionalProperties: false,
});
export type RawAnswers = Static<typeof RawAnswers>;

/** One thing wrong with one answer, and where. */
export const Problem = Type.Object(
  { at: Type.String(), code: Type.String(), text: Text },
  { additionalProperties: false },
);
export type Problem = Static<typeof Problem>;

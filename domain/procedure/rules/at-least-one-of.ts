import { Type } from 'typebox';
import { message } from '../../message.ts';
import { answersAt } from '../pointer.ts';
import { defineRule } from './rule.ts';

/** One of several answers is given; told at `at`, else at the last of them, when the others can no longer come. */
export const atLeastOneOf = defineRule({
  source:
    'Regulation on the Registration of Market Entities (2021) art. 16: an application says what is to be registered',
  params: Type.Object({
    of: Type.Array(Type.String(), { minItems: 2 }),
    at: Type.Optional(Type.String()),
  }),
  reads: ({ of, at }) => [...of, ...(at === undefined ? [] : [at])],
  check({ of, at }, { answers }) {
    const isGiven = of.some((place) => answersAt(answers, place).length > 0);
    return isGiven ? [] : [{ at: at ?? of.at(-1) ?? '', ...NONE }];
  },
});

const NONE = message('answers/none', '这几项里至少要填一项。', 'Answer at least one of these.');

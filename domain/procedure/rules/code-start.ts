import { Type } from 'typebox';
import { message } from '../../message.ts';
import { answersAt } from '../pointer.ts';
import { defineRule } from './rule.ts';

/** A unified social credit code does not begin like those of bodies that may not be what is asked. */
export const codeStart = defineRule({
  source:
    'GB 32100-2015: the first two characters say who registered a body as what; registrar’s practice, to be confirmed: state organs, law firms and sole proprietors do not hold shares of a company',
  params: Type.Object({
    of: Type.String(),
    never: Type.Array(Type.String({ pattern: '^[0-9A-Z]{2}$' }), { minItems: 1 }),
  }),
  reads: ({ of }) => [of],
  check({ of, never }, { answers }) {
    return answersAt(answers, of)
      .filter(({ value }) => typeof value === 'string' && never.includes(value.slice(0, 2)))
      .map(({ at }) => ({ at, ...NOT_THIS_BODY }));
  },
});

const NOT_THIS_BODY = message(
  'credit-code/wrong-body',
  '这类单位不能填在这里，请核对代码。',
  'A body of this kind cannot be given here. Please check the code.',
);

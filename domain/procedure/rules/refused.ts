import { Type } from 'typebox';
import { message } from '../../message.ts';
import { answersAt } from '../pointer.ts';
import { defineRule } from './rule.ts';

/** What the rule's `when` describes cannot be had here, and its `message` says what to do instead. */
export const refused = defineRule({
  source:
    'Administrative Licensing Law (2019) art. 32: whoever applies for what needs no licence, or in the wrong place, is told so at once',
  params: Type.Object({ at: Type.String() }),
  reads: ({ at }) => [at],
  check({ at: place }, { answers }) {
    return answersAt(answers, place).map(({ at }) => ({ at, ...NOT_HERE }));
  },
});

const NOT_HERE = message(
  'answers/refused',
  '这种情况不能在这里办，请问工作人员。',
  'This cannot be done here. Please ask a member of staff.',
);

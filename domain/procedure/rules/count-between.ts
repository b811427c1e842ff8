import { Type } from 'typebox';
import { message } from '../../message.ts';
import { valueAt } from '../pointer.ts';
import { defineRule } from './rule.ts';

/** A list has so many items: what `min` and `max` of its page cannot say because it depends on another answer. */
export const countBetween = defineRule({
  source:
    'Company Law (2023) art. 42: one to fifty shareholders; the type of company says whether one or several',
  params: Type.Object({
    of: Type.String(),
    min: Type.Integer({ minimum: 0 }),
    max: Type.Integer({ minimum: 1 }),
  }),
  reads: ({ of }) => [of],
  check({ of, min, max }, { answers }) {
    const list = valueAt(answers, of);
    if (!Array.isArray(list)) return [];
    return list.length >= min && list.length <= max ? [] : [{ at: of, ...miscounted(list.length, min, max) }];
  },
});

function miscounted(count: number, min: number, max: number) {
  const [zh, en] = min === max ? [`${min}`, `${min}`] : [`${min} 到 ${max}`, `${min} to ${max}`];
  return message(
    'list/miscounted',
    `这里要有 ${zh} 位，现在是 ${count} 位。`,
    `There must be ${en} here; there are ${count}.`,
  );
}

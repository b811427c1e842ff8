import { Type } from 'typebox';
import { message } from '../../message.ts';
import { answersAt, valueAt, type JsonObject } from '../pointer.ts';
import { defineRule } from './rule.ts';

/** At least a share of the items have a certain answer: a third of the supervisors are chosen by the staff. */
export const shareAtLeast = defineRule({
  source: 'Company Law (2023) art. 76: at least a third of the supervisory board represents the staff',
  params: Type.Object({
    of: Type.String(),
    is: Type.String(),
    parts: Type.Integer({ minimum: 1 }),
    whole: Type.Integer({ minimum: 1 }),
    at: Type.String(),
  }),
  reads: ({ of, at }) => [of, at],
  check({ of, is, parts, whole, at }, { answers }) {
    const list = valueAt(answers, at);
    if (!Array.isArray(list) || list.length === 0) return [];
    const needed = Math.ceil((list.length * parts) / whole);
    return shortOf(answers, of, is, needed).map((short) => ({ at, ...short }));
  },
});

/** At least so many items have a certain answer: one director of a large company is chosen by the staff. */
export const countOf = defineRule({
  source:
    'Company Law (2023) art. 68: with 300 staff or more the board has a representative of the staff, unless the supervisory board has one',
  params: Type.Object({
    of: Type.String(),
    is: Type.String(),
    least: Type.Integer({ minimum: 1 }),
    at: Type.String(),
  }),
  reads: ({ of, at }) => [of, at],
  check({ of, is, least, at }, { answers }) {
    const list = valueAt(answers, at);
    if (!Array.isArray(list) || list.length === 0) return [];
    return shortOf(answers, of, is, least).map((short) => ({ at, ...short }));
  },
});

function shortOf(answers: JsonObject, of: string, is: string, needed: number) {
  const count = answersAt(answers, of).filter(({ value }) => value === is).length;
  if (count >= needed) return [];
  return [
    message(
      'list/share-short',
      `其中职工代表至少 ${needed} 位，现在是 ${count} 位。`,
      `At least ${needed} of them must represent the staff; there are ${count}.`,
    ),
  ];
}

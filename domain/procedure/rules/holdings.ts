// What follows from who holds how much.
import { Type } from 'typebox';
import { message } from '../../message.ts';
import { isPerson } from '../kinds/person.ts';
import { answersAt, valueAt, type JsonObject } from '../pointer.ts';
import { defineRule } from './rule.ts';

interface Holding {
  /** '/shareholders/2' */
  item: string;
  fen: bigint;
}

/** The items of a list with their amounts; null while one has none. */
function holdingsOf(answers: JsonObject, amounts: string): Holding[] | null {
  const [list = '', inner = ''] = amounts.split('/*');
  const items = valueAt(answers, list);
  if (!Array.isArray(items)) return null;
  const holdings = items.flatMap((_, index): Holding[] => {
    const fen = valueAt(answers, `${list}/${index}${inner}`);
    return Number.isSafeInteger(fen) ? [{ item: `${list}/${index}`, fen: BigInt(fen as number) }] : [];
  });
  return holdings.length === items.length && items.length > 0 ? holdings : null;
}

function totalOf(holdings: Holding[]): bigint {
  return holdings.reduce((before, { fen }) => before + fen, 0n);
}

/** Those items that have a certain answer hold more than half of all amounts. */
export const majorityOf = defineRule({
  source:
    'Company Law (2023) art. 265: who holds more than half of the capital controls the company; the registrar’s types of companies go by it',
  params: Type.Object({ having: Type.String(), amounts: Type.String(), at: Type.String() }),
  reads: ({ having, amounts, at }) => [having, amounts, at],
  check({ having, amounts, at }, { answers }) {
    const holdings = holdingsOf(answers, amounts);
    if (holdings === null) return [];
    const wanted = having.slice(having.indexOf('/*') + 2);
    const theirs = holdings.filter(({ item }) => valueAt(answers, item + wanted) !== undefined);
    return totalOf(theirs) * 2n > totalOf(holdings) ? [] : [{ at, ...NO_MAJORITY }];
  },
});

const NO_MAJORITY = message(
  'holdings/no-majority',
  '出资没有超过一半，和所选的不符，请核对。',
  'They do not hold more than half, which is not what was chosen. Please check.',
);

/** Every person who holds a certain share or more is named in another list. */
export const holdersNamed = defineRule({
  source:
    'Measures on Beneficial Owner Information (People’s Bank and SAMR Order 3 of 2024) art. 6: whoever holds 25 % or more, directly or not, is a beneficial owner',
  params: Type.Object({
    holders: Type.String(),
    amounts: Type.String(),
    parts: Type.Integer({ minimum: 1 }),
    whole: Type.Integer({ minimum: 1 }),
    among: Type.String(),
    at: Type.String(),
  }),
  reads: ({ holders, amounts, among, at }) => [holders, amounts, among, at],
  check({ holders, amounts, parts, whole, among, at }, { answers }) {
    const holdings = holdingsOf(answers, amounts);
    const named = answersAt(answers, among).map(({ value }) => (isPerson(value) ? value.residentId : ''));
    if (holdings === null || named.length === 0) return [];
    const total = totalOf(holdings);
    const inner = holders.slice(holders.indexOf('/*') + 2);
    return holdings
      .filter(({ fen }) => fen * BigInt(whole) >= total * BigInt(parts))
      .map(({ item }) => valueAt(answers, item + inner))
      .filter((holder) => isPerson(holder))
      .filter(({ residentId }) => !named.includes(residentId))
      .map(({ name }) => ({ at, ...notNamed(name) }));
  },
});

function notNamed(name: string) {
  return message(
    'holdings/not-named',
    `${name}的出资达到 25%，也是受益所有人，请加进来。`,
    `${name} holds 25% or more and is a beneficial owner too: please add them.`,
  );
}

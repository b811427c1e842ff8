// One answer beside another: what changes must change, and in the direction that was chosen.
import { Type } from 'typebox';
import { message, type Message } from '../../message.ts';
import { canonicalJson } from '../../submission/canonical-json.ts';
import { showMoney } from '../kinds/money.ts';
import { answersAt, placeOf, valueAt, type JsonObject } from '../pointer.ts';
import { defineRule } from './rule.ts';

/** Number of the item in which a place stands, or null. */
function itemOf(place: string): number | null {
  const index = /\/(\d+)(?=\/|$)/.exec(place)?.[1];
  return index === undefined ? null : Number(index);
}

/** Every answer at `of` with the one it is held against; nothing where either is not given. */
function pairsOf(answers: JsonObject, of: string, against: string) {
  return answersAt(answers, of).flatMap(({ at, value }) => {
    const other = valueAt(answers, placeOf(against, itemOf(at)));
    return other === undefined ? [] : [{ at, value, other }];
  });
}

/** A new value is not the old one again. */
export const differs = defineRule({
  source:
    'Regulation on the Registration of Market Entities (2021) art. 24: an application for change of registration is about an item that has changed',
  params: Type.Object({ of: Type.String(), from: Type.String() }),
  reads: ({ of, from }) => [of, from],
  check({ of, from }, { answers }) {
    return pairsOf(answers, of, from)
      .filter(({ value, other }) => canonicalJson(value) === canonicalJson(other))
      .map(({ at }) => ({ at, ...UNCHANGED }));
  },
});

const UNCHANGED = message(
  'change/unchanged',
  '这和现在的一样，请改一改，或者不选这一项变更。',
  'This is what it is now. Change it, or do not apply for this change.',
);

const Amounts = Type.Object({
  of: Type.String(),
  than: Type.String(),
  unit: Type.Optional(Type.Union([Type.Literal('yuan'), Type.Literal('wan-yuan')])),
});

function amountPairs(answers: JsonObject, of: string, than: string) {
  return pairsOf(answers, of, than).flatMap(({ at, value, other }) =>
    isAmount(value) && isAmount(other) ? [{ at, value, other }] : [],
  );
}

function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** An amount is more than another, in whole fen. */
export const moreThan = defineRule({
  source: 'Company Law (2023) art. 228: an increase of registered capital adds to what was subscribed before',
  params: Amounts,
  reads: ({ of, than }) => [of, than],
  check({ of, than, unit = 'wan-yuan' }, { answers }) {
    return amountPairs(answers, of, than)
      .filter(({ value, other }) => value <= other)
      .map(({ at, other }) => ({ at, ...notMore(other, unit) }));
  },
});

function notMore(other: number, unit: 'yuan' | 'wan-yuan'): Message {
  const shown = showMoney(other, unit);
  return message('amount/not-more', `要比 ${shown['zh-CN']} 多。`, `This must be more than ${shown.en}.`);
}

/** An amount is less than another, in whole fen. */
export const lessThan = defineRule({
  source:
    'Company Law (2023) art. 224: a reduction of registered capital takes from what was subscribed before',
  params: Amounts,
  reads: ({ of, than }) => [of, than],
  check({ of, than, unit = 'wan-yuan' }, { answers }) {
    return amountPairs(answers, of, than)
      .filter(({ value, other }) => value >= other)
      .map(({ at, other }) => ({ at, ...notLess(other, unit) }));
  },
});

function notLess(other: number, unit: 'yuan' | 'wan-yuan'): Message {
  const shown = showMoney(other, unit);
  return message('amount/not-less', `要比 ${shown['zh-CN']} 少。`, `This must be less than ${shown.en}.`);
}

/** A number is so much at least, under a condition of the rule: a question's own `min` holds always. */
export const atLeast = defineRule({
  source:
    'Regulation on the Registration of Market Entities (2021) art. 22: one original of the licence, and copies as the entity needs',
  params: Type.Object({ of: Type.String(), least: Type.Integer({ minimum: 1 }) }),
  reads: ({ of }) => [of],
  check({ of, least }, { answers }) {
    return answersAt(answers, of)
      .filter(({ value }) => typeof value === 'number' && value < least)
      .map(({ at }) => ({ at, ...tooFew(least) }));
  },
});

function tooFew(least: number): Message {
  return message('number/too-few', `至少是 ${least}。`, `It must be at least ${least}.`);
}

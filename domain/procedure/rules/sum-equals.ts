import { Type } from 'typebox';
import type { Problem } from '../../contract/answers.ts';
import { message, type Message } from '../../message.ts';
import { showMoney } from '../kinds/money.ts';
import { answersAt, placeOf, placesOf, valueAt, type JsonObject } from '../pointer.ts';
import { defineRule } from './rule.ts';

/**
 * Amounts add up to another amount, in whole fen. With `*` in `to`, item by item. The fault is told at `at`; else at the
 * list the amounts stand in, or within an item at the first of them.
 */
export const sumEquals = defineRule({
  source: 'Company Law (2023) art. 46, 47: the subscriptions of all shareholders are the registered capital',
  params: Type.Object({
    of: Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })]),
    to: Type.String(),
    at: Type.Optional(Type.String()),
    unit: Type.Optional(Type.Union([Type.Literal('yuan'), Type.Literal('wan-yuan')])),
  }),
  reads: ({ of, to }) => [...listOf(of), to],
  check({ of, to, at, unit = 'wan-yuan' }, { answers }) {
    return placesOf(answers, to).flatMap((target) => {
      const item = to.includes('*') ? Number(/\/(\d+)/.exec(target)?.[1]) : null;
      const amounts = listOf(of).map((pattern) => placeOf(pattern, item));
      const told = at === undefined ? defaultPlace(answers, amounts, target) : placeOf(at, item);
      return compare(answers, amounts, target, told, unit);
    });
  },
});

function listOf(of: string | string[]): string[] {
  return typeof of === 'string' ? [of] : of;
}

function defaultPlace(answers: JsonObject, amounts: string[], target: string): string {
  const [pattern = target] = amounts;
  if (pattern.includes('/*')) return pattern.slice(0, pattern.indexOf('/*'));
  return amounts.find((amount) => valueAt(answers, amount) !== undefined) ?? target;
}

function compare(
  answers: JsonObject,
  patterns: string[],
  target: string,
  at: string,
  unit: 'yuan' | 'wan-yuan',
): Problem[] {
  const total = valueAt(answers, target);
  const amounts = patterns.flatMap((pattern) => answersAt(answers, pattern)).map(({ value }) => value);
  if (!isFen(total) || total <= 0 || amounts.length === 0 || !amounts.every(isFen)) return [];
  if (patterns.some((pattern) => isUnfinished(answers, pattern))) return [];
  const sum = amounts.reduce((before, amount) => before + BigInt(amount), 0n);
  const gap = sum - BigInt(total);
  return gap === 0n ? [] : [{ at, ...told(sum, gap, unit) }];
}

/** An item of the list has no amount yet: its sum says nothing. */
function isUnfinished(answers: JsonObject, pattern: string): boolean {
  return pattern.includes('*') && placesOf(answers, pattern).length > answersAt(answers, pattern).length;
}

function isFen(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function told(sum: bigint, gap: bigint, unit: 'yuan' | 'wan-yuan'): Message {
  const [is, off] = [showMoney(sum, unit), showMoney(gap < 0n ? -gap : gap, unit)];
  return gap < 0n
    ? message(
        'sum/short',
        `加起来是 ${is['zh-CN']}，还差 ${off['zh-CN']}。`,
        `This adds up to ${is.en}, ${off.en} short.`,
      )
    : message(
        'sum/over',
        `加起来是 ${is['zh-CN']}，多了 ${off['zh-CN']}。`,
        `This adds up to ${is.en}, ${off.en} too much.`,
      );
}

import { Type } from 'typebox';
import { addDays, isDay, showDay } from '../../calendar-day.ts';
import { message } from '../../message.ts';
import { answersAt } from '../pointer.ts';
import { defineRule } from './rule.ts';

/** So many days have passed since a day; the day itself does not count. */
export const daysSince = defineRule({
  source:
    'Company Law (2023) art. 224: creditors may ask for payment or security within 45 days of the announcement of a reduction; art. 84: shareholders have 30 days to answer; art. 240: simplified deregistration is announced for 20 days at least',
  params: Type.Object({ of: Type.String(), days: Type.Integer({ minimum: 1, maximum: 400 }) }),
  reads: ({ of }) => [of],
  check({ of, days }, { answers, today }) {
    return answersAt(answers, of).flatMap(({ at, value }) => {
      if (typeof value !== 'string' || !isDay(value)) return [];
      const from = addDays(value, days);
      return from <= today ? [] : [{ at, ...tooSoon(days, from) }];
    });
  },
});

function tooSoon(days: number, from: string) {
  const day = showDay(from);
  return message(
    'date/too-soon',
    `从这一天起要满 ${days} 天，${day['zh-CN']}起可以办。`,
    `${days} days must pass after this day: come back on ${day.en} or later.`,
  );
}

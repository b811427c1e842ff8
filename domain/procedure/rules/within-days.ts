import { Type } from 'typebox';
import { addDays, isDay, showDay } from '../../calendar-day.ts';
import { message } from '../../message.ts';
import { answersAt, valueAt } from '../pointer.ts';
import { defineRule } from './rule.ts';

/**
 * A day is not before another, and at most so many calendar days after it; the other day itself does not count. That a term
 * which ends on a holiday ends on the next working day (Civil Code art. 203) is not asked: whoever needs that day goes to a
 * counter, and the procedure's own sentence says so.
 */
export const withinDays = defineRule({
  source:
    'Company Law (2023) art. 224: creditors are notified within 10 days of the decision to reduce the capital, and it is announced within 30 days',
  params: Type.Object({
    of: Type.String(),
    after: Type.String(),
    days: Type.Integer({ minimum: 1, maximum: 400 }),
  }),
  reads: ({ of, after }) => [of, after],
  check({ of, after, days }, { answers }) {
    const start = valueAt(answers, after);
    if (typeof start !== 'string' || !isDay(start)) return [];
    return answersAt(answers, of).flatMap(({ at, value }) => {
      if (typeof value !== 'string' || !isDay(value)) return [];
      if (value < start) return [{ at, ...early(start) }];
      const last = addDays(start, days);
      return value > last ? [{ at, ...late(days, last) }] : [];
    });
  },
});

function early(start: string) {
  const day = showDay(start);
  return message('date/too-early', `不能早于${day['zh-CN']}。`, `Not before ${day.en}.`);
}

function late(days: number, last: string) {
  const day = showDay(last);
  return message(
    'date/too-late',
    `只有 ${days} 天，最晚是${day['zh-CN']}。`,
    `There are ${days} days only: ${day.en} is the last.`,
  );
}

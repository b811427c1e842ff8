import { Type } from 'typebox';
import { addYears, isDay, showDay } from '../../calendar-day.ts';
import { message } from '../../message.ts';
import { answersAt } from '../pointer.ts';
import { defineRule } from './rule.ts';

/**
 * A day is not past, and at most so many years after the day of filling in. The company is founded later than it is
 * applied for, so a day that keeps this rule keeps the law's.
 */
export const withinYears = defineRule({
  source: 'Company Law (2023) art. 47: subscribed capital is paid in full within five years of establishment',
  params: Type.Object({ of: Type.String(), years: Type.Integer({ minimum: 1, maximum: 50 }) }),
  reads: ({ of }) => [of],
  check({ of, years }, { answers, today }) {
    const last = addYears(today, years);
    return answersAt(answers, of).flatMap(({ at, value }) => {
      if (typeof value !== 'string' || !isDay(value)) return [];
      if (value < today) return [{ at, ...past() }];
      return value > last ? [{ at, ...late(last, years) }] : [];
    });
  },
});

function past() {
  return message(
    'date/past',
    '这一天已经过去了，请填今天或以后的日期。',
    'This day has passed. Give today or a later day.',
  );
}

function late(last: string, years: number) {
  const day = showDay(last);
  return message(
    'date/too-late',
    `最晚是${day['zh-CN']}：公司成立起 ${years} 年内要缴足。`,
    `The latest is ${day.en}: it must be paid in full within ${years} years of founding.`,
  );
}

import { Type } from 'typebox';
import { addYears, isDay, showDay } from '../../calendar-day.ts';
import { Text } from '../../contract/text.ts';
import { message } from '../../message.ts';
import { answersAt } from '../pointer.ts';
import { defineRule } from './rule.ts';

/**
 * A day is not past, and at most so many years after the day of filling in. The company is founded later than it is
 * applied for, so a day that keeps this rule keeps the law's.
 */
export const withinYears = defineRule({
  source: 'Company Law (2023) art. 47: subscribed capital is paid in full within five years of establishment',
  params: Type.Object({
    of: Type.String(),
    years: Type.Integer({ minimum: 1, maximum: 50 }),
    /** Why the last day is the last, without a full stop. */
    why: Type.Optional(Text),
  }),
  reads: ({ of }) => [of],
  check({ of, years, why }, { answers, today }) {
    const last = addYears(today, years);
    return answersAt(answers, of).flatMap(({ at, value }) => {
      if (typeof value !== 'string' || !isDay(value)) return [];
      if (value < today) return [{ at, ...past() }];
      return value > last ? [{ at, ...late(last, why) }] : [];
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

function late(last: string, why: Text | undefined) {
  const day = showDay(last);
  const [zh, en] = why === undefined ? ['', ''] : [`：${why['zh-CN']}`, `: ${why.en}`];
  return message('date/too-late', `最晚是${day['zh-CN']}${zh}。`, `The latest is ${day.en}${en}.`);
}

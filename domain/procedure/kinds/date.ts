import { dayOf, isDay, showDay } from '../../calendar-day.ts';
import { toHalfWidth } from '../../identifiers/normalise.ts';
import { message } from '../../message.ts';
import { asRecord, bad, good, nothing, stringOf, type AnswerKind } from './kind.ts';

const INCOMPLETE = message('date/incomplete', '年、月、日都要填。', 'Give the year, the month and the day.');
const NOT_FIGURES = message(
  'date/not-figures',
  '年、月、日都要用数字写，比如 2026 年 5 月 1 日。',
  'Write year, month and day in figures, such as 2026, 5 and 1.',
);
const SHORT_YEAR = message(
  'date/short-year',
  '年份要写四位，比如 2026。',
  'Write the year with four digits, such as 2026.',
);
const NO_SUCH_DAY = message(
  'date/no-such-day',
  '日历上没有这一天，请核对。',
  'There is no such day. Please check it.',
);

/** Typed as year, month, day; stored as 'YYYY-MM-DD'. */
export const date: AnswerKind = {
  read(raw) {
    const typed = asRecord(raw);
    const parts = ['year', 'month', 'day'].map((part) => toHalfWidth(typed[part] ?? '').trim());
    if (parts.every((part) => part === '')) return nothing();
    if (parts.includes('')) return bad(INCOMPLETE);
    if (parts.some((part) => !/^\d+$/.test(part))) return bad(NOT_FIGURES);
    const [year = '', month = '', day = ''] = parts;
    if (year.length !== 4) return bad(SHORT_YEAR);
    const value = dayOf(Number(year), Number(month), Number(day));
    return isDay(value) ? good(value) : bad(NO_SUCH_DAY);
  },
  raw(value) {
    const [year = '', month = '', day = ''] = stringOf(value).split('-');
    return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
  },
  show: (value) => showDay(stringOf(value)),
};

// Days without a clock or a time zone: 'YYYY-MM-DD' in the Gregorian calendar.
import { text, type Text } from './contract/text.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day that exists: 2026-02-29 is not. */
export function isDay(day: string): boolean {
  if (!DAY.test(day)) return false;
  const [year, month, date] = partsOf(day);
  return date >= 1 && date <= daysIn(year, month);
}

/** How many days a month has; 0 when there is no such month. */
function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

export function dayOf(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function partsOf(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The same day `years` later; 29 February becomes 28 where the year has none. */
export function addYears(day: string, years: number): string {
  const [year, month, date] = partsOf(day);
  const later = dayOf(year + years, month, date);
  return isDay(later) ? later : dayOf(year + years, month, date - 1);
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** '2026-11-24' → '2026年11月24日' / '24 November 2026'. */
export function showDay(day: string): Text {
  const [year, month, date] = partsOf(day);
  return text(`${year}年${month}月${date}日`, `${date} ${MONTHS[month - 1]} ${year}`);
}

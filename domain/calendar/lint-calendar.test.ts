import { expect, it } from 'vitest';
import { lintCalendar } from './lint-calendar.ts';
import type { Calendar } from './working-days.ts';

const good: Calendar = {
  source: 'invented',
  years: [2026],
  holidays: ['2026-01-01'],
  workedWeekends: ['2026-01-04'],
};

const places = (change: Partial<Calendar>) => lintCalendar({ ...good, ...change }).map(({ place }) => place);

it.each<[string, Partial<Calendar>, string[]]>([
  ['nothing', {}, []],
  ['a holiday at a weekend', { holidays: ['2026-01-01', '2026-01-03'] }, ['/holidays/1']],
  ['a worked day that is no weekend', { workedWeekends: ['2026-01-05'] }, ['/workedWeekends/0']],
  ['a day that does not exist', { holidays: ['2026-01-01', '2026-02-30'] }, ['/holidays/1']],
  ['a day of a year that is not in it', { workedWeekends: ['2027-01-02'] }, ['/workedWeekends/0']],
  ['a day twice', { holidays: ['2026-01-01', '2026-01-01'] }, ['/holidays/1']],
  ['a year without holidays', { years: [2026, 2027] }, ['/years']],
])('finds %s', (_, change, expected) => {
  expect(places(change)).toEqual(expected);
});

import { isDay, weekday } from '../calendar-day.ts';
import type { Calendar } from './working-days.ts';

export interface CalendarFinding {
  /** JSON pointer into the calendar's file. */
  place: string;
  reason: string;
}

/** What the schema of a calendar cannot say. Empty: it can be counted by. */
export function lintCalendar(calendar: Calendar): CalendarFinding[] {
  const { holidays, workedWeekends } = calendar;
  return [
    ...listFindings('/holidays', holidays, calendar, (day) => !isWeekend(day), 'a weekday that is off'),
    ...listFindings('/workedWeekends', workedWeekends, calendar, isWeekend, 'a weekend day that is worked'),
    ...calendar.years
      .filter((year) => !holidays.some((day) => day.startsWith(`${year}-`)))
      .map((year) => ({ place: '/years', reason: `${year} has no holidays: it is not complete` })),
  ];
}

function isWeekend(day: string): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

function listFindings(
  list: string,
  days: string[],
  { years }: Calendar,
  fits: (day: string) => boolean,
  what: string,
): CalendarFinding[] {
  return days.flatMap((day, index) => {
    const place = `${list}/${index}`;
    if (!isDay(day)) return [{ place, reason: `${day} is not a day` }];
    if (!fits(day)) return [{ place, reason: `${day} is not ${what}` }];
    if (!years.includes(Number(day.slice(0, 4))))
      return [{ place, reason: `${day} is in no year of "years"` }];
    return days.indexOf(day) === index ? [] : [{ place, reason: `${day} stands twice` }];
  });
}

// Working days of the Chinese calendar: weekends and public holidays are off, swapped weekends are on. The State
// Council publishes one year at a time, so an answer beyond the published years is provisional and says so.
import { Type, type Static } from 'typebox';
import { addDays, weekday } from '../calendar-day.ts';

const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

export const Calendar = Type.Object(
  {
    source: Type.String({ minLength: 1 }),
    /** Years whose arrangement is published and complete in this file. */
    years: Type.Array(Type.Integer({ minimum: 2000, maximum: 2100 }), { minItems: 1 }),
    /** Weekdays that are off. */
    holidays: Type.Array(Day),
    /** Weekend days that are worked in exchange. */
    workedWeekends: Type.Array(Day),
  },
  { additionalProperties: false },
);
export type Calendar = Static<typeof Calendar>;

export interface WorkingDay {
  on: string;
  /** True when a day beyond the published years was counted: never to be told as firm. */
  provisional: boolean;
}

export function isWorkingDay(day: string, calendar: Calendar): boolean {
  if (calendar.workedWeekends.includes(day)) return true;
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  return !weekend && !calendar.holidays.includes(day);
}

function isPublished(day: string, calendar: Calendar): boolean {
  return calendar.years.includes(Number(day.slice(0, 4)));
}

/** The `count`-th working day after `from`; the day itself is not counted (Civil Code art. 201). */
export function addWorkingDays(from: string, count: number, calendar: Calendar): WorkingDay {
  let on = from;
  let provisional = !isPublished(from, calendar);
  for (let left = count; left > 0;) {
    on = addDays(on, 1);
    provisional ||= !isPublished(on, calendar);
    if (isWorkingDay(on, calendar)) left -= 1;
  }
  return { on, provisional };
}

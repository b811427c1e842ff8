// Counted by hand from the arrangement of 2026: Spring Festival 15 to 23 February, worked Saturdays 14 and 28.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import published from '../../procedures/calendar/working-days.json' with { type: 'json' };
import { addDays } from '../calendar-day.ts';
import { lintCalendar } from './lint-calendar.ts';
import { addWorkingDays, isWorkingDay, type Calendar } from './working-days.ts';

const calendar: Calendar = published;

describe('a day of 2026', () => {
  it.each([
    ['2026-01-01', false, 'New Year'],
    ['2026-01-02', false, 'its bridge'],
    ['2026-01-04', true, 'a worked Sunday'],
    ['2026-02-13', true, 'a Friday'],
    ['2026-02-14', true, 'a worked Saturday'],
    ['2026-02-15', false, 'a Sunday, and the festival begins'],
    ['2026-02-23', false, 'the last day of the festival'],
    ['2026-02-24', true, 'the day after'],
    ['2026-02-28', true, 'a worked Saturday'],
    ['2026-04-06', false, 'Qingming'],
    ['2026-05-09', true, 'a worked Saturday'],
    ['2026-06-19', false, 'Dragon Boat'],
    ['2026-09-20', true, 'a worked Sunday'],
    ['2026-09-25', false, 'Mid-Autumn'],
    ['2026-10-07', false, 'the last day of National Day'],
    ['2026-10-10', true, 'a worked Saturday'],
    ['2026-10-11', false, 'a Sunday like any other'],
    ['2026-11-24', true, 'a Tuesday'],
  ])('%s is worked: %s (%s)', (day, isWorked) => {
    expect(isWorkingDay(day, calendar)).toBe(isWorked);
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-11-24', 1, '2026-11-25', 'the day itself is not counted'],
    ['2026-11-24', 3, '2026-11-27', 'within a week'],
    ['2026-11-24', 5, '2026-12-01', 'over a weekend'],
    ['2026-11-28', 1, '2026-11-30', 'from a Saturday'],
    ['2026-02-13', 1, '2026-02-14', 'a worked Saturday counts'],
    ['2026-02-13', 2, '2026-02-24', 'over the Spring Festival'],
    ['2026-02-24', 5, '2026-03-02', 'through a worked Saturday'],
    ['2026-09-30', 1, '2026-10-08', 'over National Day'],
    ['2026-09-30', 3, '2026-10-10', 'to a worked Saturday'],
    ['2026-11-24', 0, '2026-11-24', 'none'],
  ])('%s and %i more is %s: %s', (from, count, on) => {
    expect(addWorkingDays(from, count, calendar)).toEqual({ on, provisional: false });
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-12-24', 6, '2027-01-01'],
    ['2027-03-01', 1, '2027-03-02'],
    ['2025-12-30', 2, '2026-01-04'],
  ])('from %s over the edge of what is published is provisional', (from, count, on) => {
    expect(addWorkingDays(from, count, calendar)).toEqual({ on, provisional: true });
  });

  it('is firm to the last day that is published', () => {
    expect(addWorkingDays('2026-12-24', 5, calendar)).toEqual({ on: '2026-12-31', provisional: false });
  });

  const from = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-01', days));

  it('lands on a working day, with so many of them on the way', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const { on } = addWorkingDays(start, count, calendar);
        let worked = 0;
        for (let day = addDays(start, 1); day <= on; day = addDays(day, 1))
          if (isWorkingDay(day, calendar)) worked += 1;
        expect([isWorkingDay(on, calendar), worked]).toEqual([true, count]);
      }),
    );
  });

  it('in two steps is counting in one', () => {
    const few = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(from, few, few, (start, one, other) => {
        const there = addWorkingDays(addWorkingDays(start, one, calendar).on, other, calendar).on;
        expect(there).toBe(addWorkingDays(start, one + other, calendar).on);
      }),
    );
  });
});

describe('the calendar that ships', () => {
  it('is in order, names its source, and knows 2026', () => {
    expect(lintCalendar(calendar)).toEqual([]);
    expect(calendar.source).toContain('国务院');
    expect(calendar.years).toEqual([2026]);
  });

  it('gives 2026 its 248 working days', () => {
    // 261 weekdays, 19 of them off, and 6 weekend days that are worked.
    const days = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index));
    expect(days.filter((day) => isWorkingDay(day, calendar))).toHaveLength(248);
  });
});

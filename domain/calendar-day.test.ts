import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, dayOf, isDay, showDay, weekday } from './calendar-day.ts';

describe('a day', () => {
  it.each([
    ['2026-11-24', true],
    ['2028-02-29', true],
    ['2000-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-02-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['26-11-24', false],
    ['2026-11-24T00:00', false],
    ['', false],
  ])('%j exists: %s', (day, exists) => {
    expect(isDay(day)).toBe(exists);
  });

  it('is written with four and two digits', () => {
    expect(dayOf(2026, 3, 7)).toBe('2026-03-07');
    expect(dayOf(12, 3, 7)).toBe('0012-03-07');
  });

  it.each([
    ['2026-11-24', 5, '2031-11-24'],
    ['2028-02-29', 5, '2033-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-24', -18, '2008-11-24'],
  ])('%s and %i years later is %s', (day, years, later) => {
    expect(addYears(day, years)).toBe(later);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days later is %s', (day, days, later) => {
    expect(addDays(day, days)).toBe(later);
  });

  it('knows its weekday', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(weekday)).toEqual([0, 1, 6]);
  });

  it('is written out in both languages', () => {
    expect(showDay('2026-03-07')).toEqual({ 'zh-CN': '2026年3月7日', en: '7 March 2026' });
  });
});

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('there and back again is the same day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      const to = addDays(from, days);
      expect(isDay(to)).toBe(true);
      expect(addDays(to, -days)).toBe(from);
    }),
  );
});

it('a day some years later exists and is never earlier in order', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 50 }), (from, years) => {
      const to = addYears(from, years);
      expect(isDay(to)).toBe(true);
      expect(to >= from).toBe(true);
    }),
  );
});

it('exists when a calendar of another make knows it', () => {
  const part = (most: number, width: number) =>
    fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(width, '0'));
  fc.assert(
    fc.property(part(2400, 4), part(13, 2), part(32, 2), (year, month, date) => {
      const written = `${year}-${month}-${date}`;
      const known = new Date(`${written}T00:00:00Z`);
      const isKnown = !Number.isNaN(known.getTime()) && known.toISOString().startsWith(written);
      expect(isDay(written)).toBe(isKnown);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayInCity } from './clock.ts';

it.each([
  ['2026-11-24T15:59:59.999Z', '2026-11-24'],
  ['2026-11-24T16:00:00.000Z', '2026-11-25'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
])('at %s it is %s in the city', (at, day) => {
  expect(dayInCity(new Date(at))).toBe(day);
});

it('is the day that the time zone database says', () => {
  const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
  const moment = fc.date({
    min: new Date('1992-01-01'),
    max: new Date('2100-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moment, (at) => {
      expect(dayInCity(at)).toBe(zone.format(at));
    }),
  );
});

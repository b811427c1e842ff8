import { expect, it } from 'vitest';
import { clockDoubt } from './clock-doubt.ts';

const ENROLLED = new Date('2026-11-01T00:00:00.000Z');
const RECEIVED = new Date('2026-11-24T02:00:00.000Z');
const MINUTE = 60_000;
const later = (date: Date, minutes: number) => new Date(date.getTime() + minutes * MINUTE);

it.each([
  ['handed in weeks before it arrived', later(RECEIVED, -20_000), null, null],
  ['a little ahead', later(RECEIVED, 5), null, null],
  ['in our future', later(RECEIVED, 5.1), null, 'ahead'],
  ['a little before the kiosk was enrolled', later(ENROLLED, -5), null, null],
  ['before there was such a kiosk', later(ENROLLED, -5.1), null, 'behind'],
  ['ahead by as much as the kiosk knows', later(RECEIVED, 60), -60 * MINUTE, null],
  ['behind by as much as the kiosk knows', later(ENROLLED, -60), 60 * MINUTE, null],
  ['ahead once the kiosk’s own correction is believed', later(RECEIVED, -10), 60 * MINUTE, 'ahead'],
])('%s', (_what, completedAt, offset, doubt) => {
  expect(clockDoubt(completedAt, offset, RECEIVED, ENROLLED)).toBe(doubt);
});

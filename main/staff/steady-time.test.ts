import { expect, it } from 'vitest';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { createSteadyTime } from './steady-time.ts';

const START = new Date('2026-11-25T02:00:00Z');
const HOUR_MS = 3_600_000;

it('follows the clock that never jumps, whatever somebody does to the other', () => {
  const time = manualTime(START);
  const steady = createSteadyTime(time.clock, 0);
  expect(steady.nowMs()).toBe(START.getTime());
  time.setWallClock(new Date(START.getTime() - 24 * HOUR_MS));
  expect(steady.nowMs()).toBe(START.getTime());
  time.setWallClock(new Date(START.getTime() + 24 * HOUR_MS));
  expect(steady.nowMs()).toBe(START.getTime());
  time.pass(HOUR_MS);
  expect(steady.nowMs()).toBe(START.getTime() + HOUR_MS);
});

it.each([
  ['set back while the machine was off', -2 * HOUR_MS, 0],
  ['right', 2 * HOUR_MS, 2 * HOUR_MS],
])('begins again no earlier than it ever was: the clock was %s', (_, offMs, expectedMs) => {
  const before = manualTime(START);
  const highWaterMs = createSteadyTime(before.clock, 0).nowMs();
  const after = manualTime(new Date(START.getTime() + offMs));
  expect(createSteadyTime(after.clock, highWaterMs).nowMs()).toBe(highWaterMs + expectedMs);
});

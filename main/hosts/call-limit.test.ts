import { expect, it } from 'vitest';
import { silentLog, type LogFields } from '../../lib/log.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { CALLS_A_SECOND, CALLS_AT_ONCE, createCallLimit } from './call-limit.ts';

function limited() {
  const time = manualTime(new Date('2026-11-24T02:00:00Z'));
  const told: (number | undefined)[] = [];
  const log = { ...silentLog, warn: (_: string, { count }: LogFields = {}) => void told.push(count) };
  const limit = createCallLimit(time.clock, log);
  return {
    time,
    told,
    answered: (calls: number) => Array.from({ length: calls }, limit.take).filter(Boolean).length,
  };
}

it('answers a burst and refuses what comes on top of it', () => {
  expect(limited().answered(1000)).toBe(CALLS_AT_ONCE);
});

it('answers so many a second after that', () => {
  const { time, answered } = limited();
  answered(1000);
  time.pass(1000);
  expect(answered(1000)).toBe(CALLS_A_SECOND);
});

it('is as patient as at first once it has been left alone', () => {
  const { time, answered } = limited();
  answered(1000);
  time.pass(3_600_000);
  expect(answered(1000)).toBe(CALLS_AT_ONCE);
});

it('never stops a person who presses ten times a second', () => {
  const { time, answered } = limited();
  for (let press = 0; press < 600; press += 1) {
    expect(answered(5)).toBe(5);
    time.pass(100);
  }
});

it('tells of it once a minute, with how many there were', () => {
  const { time, told, answered } = limited();
  answered(1000);
  time.pass(30_000);
  answered(1000);
  expect(told).toEqual([1]);
  time.pass(30_000);
  answered(CALLS_AT_ONCE + 1);
  expect(told).toEqual([1, 799 + 800 + 1]);
});

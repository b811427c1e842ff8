import { expect, it } from 'vitest';
import { createGuessLimit } from './guess-limit.ts';

const MINUTE = 60_000;

it('lets an address be wrong ten times in ten minutes, and no other pays for it', () => {
  const limit = createGuessLimit();
  for (let guess = 0; guess < 10; guess += 1) {
    expect(limit.waitMs('a', guess * MINUTE * 0.5)).toBe(0);
    limit.noteWrong('a', guess * MINUTE * 0.5);
  }
  expect(limit.waitMs('a', 5 * MINUTE)).toBe(5 * MINUTE);
  expect(limit.waitMs('b', 5 * MINUTE)).toBe(0);
  expect(limit.waitMs('a', 10 * MINUTE)).toBe(0);
});

it('forgets the oldest address when there are too many, not the newest', () => {
  const limit = createGuessLimit();
  for (let guess = 0; guess < 10; guess += 1) limit.noteWrong('first', 0);
  for (let address = 0; address < 9999; address += 1) limit.noteWrong(`${address}`, 0);
  expect(limit.waitMs('first', 1)).toBeGreaterThan(0);
  limit.noteWrong('one more', 0);
  expect(limit.waitMs('first', 1)).toBe(0);
});

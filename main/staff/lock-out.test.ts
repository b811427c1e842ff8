import { describe, expect, it } from 'vitest';
import { isLockedOut, LOCKED_FOR_MS, NO_TRIES, TRIES_ALLOWED, withOneMore } from './lock-out.ts';

const NOW = 1_000_000;

function tried(times: number, atMs = NOW) {
  return Array.from({ length: times }).reduce<typeof NO_TRIES>((tries) => withOneMore(tries, atMs), NO_TRIES);
}

describe('wrong tries', () => {
  it.each([0, 1, 2, 3, 4])('%i of them lock nothing', (times) => {
    expect(isLockedOut(tried(times), NOW)).toBe(false);
  });

  it('lock at the fifth', () => {
    expect(TRIES_ALLOWED).toBe(5);
    expect(isLockedOut(tried(5), NOW)).toBe(true);
  });

  it.each([
    [0, true],
    [LOCKED_FOR_MS - 1, true],
    [LOCKED_FOR_MS, false],
    [-3_600_000, true],
  ])('%i ms later it is locked: %s', (laterMs, expected) => {
    expect(isLockedOut(tried(5), NOW + laterMs)).toBe(expected);
  });

  it('are counted from the beginning after a lock-out', () => {
    const after = NOW + LOCKED_FOR_MS;
    const again = withOneMore(tried(5), after);
    expect(again).toEqual({ wrong: 1, lockedUntilMs: null });
    expect(isLockedOut(again, after)).toBe(false);
  });
});

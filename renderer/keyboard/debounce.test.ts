import { expect, it } from 'vitest';
import { createDebounce, DEBOUNCE_MS } from './debounce.ts';

it('counts a trembling stroke once', () => {
  const counts = createDebounce();
  expect([counts('a', 0), counts('a', 80), counts('a', DEBOUNCE_MS - 1)]).toEqual([true, false, false]);
});

it('counts the same key again once the time is over', () => {
  const counts = createDebounce();
  expect([counts('1', 0), counts('1', DEBOUNCE_MS)]).toEqual([true, true]);
});

it('counts another key at once', () => {
  const counts = createDebounce();
  expect([counts('a', 0), counts('b', 10), counts('a', 20)]).toEqual([true, true, true]);
});

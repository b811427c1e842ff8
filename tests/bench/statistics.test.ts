import { expect, it } from 'vitest';
import { median, percentile } from './statistics.ts';

it('takes the middle one, or what lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

it('counts by size and not by spelling', () => {
  expect(median([10, 9, 100])).toBe(10);
});

it('finds what 95 of a hundred do not exceed', () => {
  const oneToHundredOne = Array.from({ length: 101 }, (_, index) => index + 1);
  expect(percentile(oneToHundredOne, 95)).toBe(96);
  expect(percentile([1, 2], 75)).toBe(1.75);
  expect(percentile([7], 99)).toBe(7);
});

it('says nothing of nothing', () => {
  expect(() => median([])).toThrow('nothing was measured');
});

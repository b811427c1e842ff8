import { expect, it } from 'vitest';
import { covers } from './covers.ts';

it.each([
  ['520103', '520103', true],
  ['520103', '520102', false],
  ['520100', '520103', true],
  ['520100', '520121', true],
  ['520103', '520100', false],
  ['520100', '520203', false],
])('staff of %s at a kiosk of %s: %s', (account, kiosk, expected) => {
  expect(covers(account, kiosk)).toBe(expected);
});

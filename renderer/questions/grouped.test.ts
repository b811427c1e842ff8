import { expect, it } from 'vitest';
import { groupedId, groupedMobile } from './grouped.ts';

it.each([
  ['520102199003070014', '520102 19900307 001 4'],
  ['11010519491231002x', '110105 19491231 002 x'],
  ['520102 19900307 0014', '520102 19900307 001 4'],
  ['5201021990', '5201021990'],
  ['', ''],
])('writes the identity number %j as %j', (typed, shown) => {
  expect(groupedId(typed)).toBe(shown);
});

it.each([
  ['13800138000', '138 0013 8000'],
  ['138 0013 8000', '138 0013 8000'],
  ['1380013800', '1380013800'],
  ['+8613800138000', '+8613800138000'],
])('writes the mobile number %j as %j', (typed, shown) => {
  expect(groupedMobile(typed)).toBe(shown);
});

import { expect, it } from 'vitest';
import { codeCandidates } from './code-candidates.ts';

it.each([
  ['4E00', '一'],
  ['36C3', '㛃'],
  ['2CB4E', '𬭎'],
])('finds U+%s: %s', (digits, character) => {
  expect(codeCandidates(digits)).toEqual([{ text: character, to: digits.length }]);
});

it.each(['4E0', '0041', 'D800', 'FFFF', '1F600', ''])(
  'finds no character at %j that a name could have',
  (digits) => {
    expect(codeCandidates(digits)).toEqual([]);
  },
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskName } from './masked-name.ts';

it.each([
  ['王小明', '王**'],
  ['王明', '王*'],
  ['欧阳𬭎㛃', '欧***'],
  ['𬭎㛃', '𬭎*'],
  ['阿依莎·买买提', '阿***'],
  ['Anne-Marie O’Neill', 'A***'],
  ['', ''],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

it('never shows more than the first character, nor how long a long name is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
      const [first = '', ...stars] = [...maskName(name)];
      expect(first).toBe([...name][0]);
      expect(stars.length).toBeLessThanOrEqual(3);
      expect(new Set(stars).size).toBeLessThanOrEqual(1);
    }),
  );
});

import { expect, it } from 'vitest';
import { isPlain } from './use-text.ts';

it('says plainer words with large text, to the citizen and not to the clerk', () => {
  const sizes = [1, 2, 3, 4] as const;
  expect(sizes.map((size) => isPlain({ appearance: { size } }))).toEqual([false, false, true, true]);
  const large = { appearance: { size: 3 } } as const;
  expect(isPlain({ ...large, desk: { mode: 'review' } })).toBe(true);
  expect(isPlain({ ...large, desk: { mode: 'desk' } })).toBe(false);
});

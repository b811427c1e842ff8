import { expect, it } from 'vitest';
import { nextGeneration, nextKiosk } from './names.ts';

const given = (...names: string[]) =>
  names.map((name) => ({ code: name.slice(0, 4), generation: name.slice(5) }));

it('numbers kiosks from K001 on and never gives a number out again', () => {
  expect(nextKiosk([])).toEqual({ code: 'K001', generation: '1' });
  expect(nextKiosk(given('K001 1', 'K007 1', 'K007 2'))).toEqual({ code: 'K008', generation: '1' });
  expect(nextKiosk(given('K999 1'))).toBeNull();
});

it('counts generations from 1 to 9 and then from A to Z', () => {
  const after = (generation: string) => nextGeneration('K001', given(`K001 ${generation}`))?.generation;
  expect([after('1'), after('9'), after('A'), after('Y'), after('Z')]).toEqual([
    '2',
    'A',
    'B',
    'Z',
    undefined,
  ]);
  expect(nextGeneration('K001', given('K001 2', 'K001 1'))?.generation).toBe('3');
  expect(nextGeneration('K002', given('K001 1'))).toBeNull();
});

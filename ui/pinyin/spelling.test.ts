import { expect, it } from 'vitest';
import { createSpelling } from './spelling.ts';

const SYLLABLES =
  'a an e fang fan gan gu guan gui hu jiang lan lv lve nan ning niu nv qu shan shi si xi xian yang yin ying zhi zi'
    .split(' ')
    .toSorted();
const spelling = createSpelling(SYLLABLES);

/** What the first step may be, and how far it reaches. */
function firsts(letters: string, isFuzzy = false): string[] {
  const [steps = []] = spelling.stepsOf(letters, isFuzzy);
  return steps.map(({ to, isWhole }) => `${letters.slice(0, to)}${isWhole ? '' : '…'}`);
}

it.each([
  ['guanshanhuqu', "guan'shan'hu'qu"],
  ['xian', 'xian'],
  ["xi'an", "xi'an"],
  ['fangan', "fang'an"],
  ['gsh', "g'sh"],
  ['lvzhi', "lv'zhi"],
  ['qqq', "q'q'q"],
])('parts %j for the eye as %j', (letters, parted) => {
  expect(spelling.parted(letters)).toBe(parted);
});

it('reads letters in every way that leaves nothing over', () => {
  expect(firsts('fangan')).toEqual(['fan', 'fang']);
});

it('guesses at begun syllables only where whole ones do not do', () => {
  expect(firsts('guiyang')).toEqual(['gui']);
  expect(firsts('gy')).toEqual(['g…']);
  expect(firsts('guiy')).toContain('gui');
});

it.each([
  ['lue', 'lve'],
  ['xian', 'xian'],
])('takes %j for %j', (typed, meant) => {
  const [steps = []] = spelling.stepsOf(typed, false);
  expect(steps.map(({ low }) => SYLLABLES[low - 0x100])).toContain(meant);
});

it.each([
  ['nan', 'lan'],
  ['zi', 'zhi'],
  ['si', 'shi'],
  ['yin', 'ying'],
  ['ying', 'yin'],
])('takes %j for %j only when it is asked to', (typed, alike) => {
  const meant = (isFuzzy: boolean) =>
    (spelling.stepsOf(typed, isFuzzy)[0] ?? []).map(({ low }) => SYLLABLES[low - 0x100]);
  expect(meant(false)).not.toContain(alike);
  expect(meant(true)).toContain(alike);
});

// How well the pinyin keyboard does what it is for. The list is written by hand and never read by what makes the table.
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { pinyinTableText } from '../../scripts/pinyin/kept-table.ts';
import { finderOf, measure, PORTRAIT_ROOM, readRows, rowsOfFile } from '../../scripts/pinyin/measure.ts';
import { readingsOf } from '../../scripts/pinyin/readings.ts';
import type { FindCandidates, Wanted } from '../../ui/pinyin/candidates.ts';
import { pagesOf } from '../../ui/pinyin/pages.ts';

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'pinyin.tsv');
const LARGEST_GZIPPED = 1_500_000;

let table = '';
let find: FindCandidates;

beforeAll(() => {
  table = pinyinTableText();
  find = finderOf(table);
}, 120_000);

function offered(letters: string, wanted: Wanted = 'words', before = '', isFuzzy = false): string[] {
  return find({ letters, wanted, before, isFuzzy }).map(({ text }) => text);
}

it('types every text of the list whole, in at most 1.3 taps a letter', () => {
  const rows = rowsOfFile(FIXTURE);
  expect(rows).toHaveLength(300);
  const { tapsPerLetter, neverWhole } = measure(find, rows);
  expect(neverWhole).toEqual([]);
  expect(tapsPerLetter).toBeLessThanOrEqual(1.3);
});

it('offers at least 95 of 100 words of the list among the first five', () => {
  expect(measure(find, rowsOfFile(FIXTURE)).early).toBeGreaterThanOrEqual(0.95);
});

it('can fail: a text that is not what its pinyin says is never typed', () => {
  const wrong = measure(find, readRows('贵阳市\t贵阳市\tkailishi'));
  expect(wrong).toMatchObject({ neverWhole: ['贵阳市'], early: 0, late: ['贵阳市 0'] });
});

it('is small enough to come in one go', () => {
  expect(gzipSync(table, { level: 9 }).length).toBeLessThan(LARGEST_GZIPPED);
});

/** Every character of GB 2312, from the codec of the platform. */
function gb2312(): string[] {
  const codec = new TextDecoder('gb2312');
  return Array.from({ length: 72 * 94 }, (_, index) =>
    codec.decode(new Uint8Array([0xb0 + Math.floor(index / 94), 0xa1 + (index % 94)])),
  ).filter((character) => /^\p{Script=Han}$/u.test(character));
}

/** The page on which a character stands, from 1; 0: nowhere. */
function pageOf(
  character: string,
  letters: string,
  wanted: Wanted,
  room: Parameters<typeof pagesOf>[1],
): number {
  const pages = pagesOf(find({ letters, wanted, before: '', isFuzzy: false }), room);
  return pages.findIndex((page) => page.some(({ text }) => text === character)) + 1;
}

it('reaches every character of GB 2312 within eight pages, many at once', () => {
  const all = gb2312();
  expect(all).toHaveLength(6763);
  const spread = { ...PORTRAIT_ROOM, rows: 5, most: 60 };
  const far = all.flatMap((character) => {
    const [letters = ''] = readingsOf(character);
    const page = pageOf(character, letters, 'words', spread);
    return page === 0 || page > 8 ? [`${character} ${letters} ${page}`] : [];
  });
  expect(far).toEqual([]);
});

it.each(['翀', '玥', '喆', '𬭎', '㛃', '䶮', '璟', '垚', '燊', '犇', '彧', '珺', '嬅'])(
  'has %s in a name within three pages of eight, and among the rare characters within two',
  (character) => {
    const [letters = ''] = readingsOf(character);
    const inName = pagesOf(find({ letters, wanted: 'name', before: '张', isFuzzy: false }), PORTRAIT_ROOM);
    expect(
      inName
        .slice(0, 3)
        .flat()
        .map(({ text }) => text),
    ).toContain(character);
    expect(pageOf(character, letters, 'rare', PORTRAIT_ROOM)).toBeGreaterThan(0);
    expect(pageOf(character, letters, 'rare', PORTRAIT_ROOM)).toBeLessThanOrEqual(2);
  },
);

it.each([
  ['guiyang', '贵阳'],
  ['guiyangshiguanshanhuqu', '贵阳市观山湖区'],
  ["xi'an", '西安'],
  ['lvyou', '旅游'],
  ['youxianzerengongsi', '有限责任公司'],
])('offers for %s first %s', (letters, text) => {
  expect(offered(letters)[0]).toBe(text);
});

it('guesses at initials and at unfinished syllables', () => {
  expect(offered('gysh').slice(0, 8)).toContain('贵阳市');
  expect(offered('guanshanh')[0]).toBe('观山湖');
  expect(offered('gy')).toContain('贵阳');
  expect(offered('guiy')[0]).toBe('贵阳');
});

it('takes sounds for the same only when it is asked to, and then puts what is spelt exactly first', () => {
  expect(offered('liunai')).not.toContain('牛奶');
  expect(offered('liunai', 'words', '', true)).toContain('牛奶');
  expect(offered('niunai', 'words', '', true)[0]).toBe('牛奶');
});

it('puts the parts of addresses first where they belong', () => {
  expect(offered('hao', 'words', '12')[0]).toBe('号');
  expect(offered('shi', 'words', '贵阳')[0]).toBe('市');
});

it('offers everything typed first, then shorter words, then characters', () => {
  const all = find({ letters: 'guiyangshi', wanted: 'words', before: '', isFuzzy: false });
  const reaches = all.map(({ to }) => to);
  expect(reaches[0]).toBe(10);
  expect(reaches).toEqual(reaches.toSorted((a, b) => b - a));
});

it('offers the same for the same letters, however often and in whatever order they were typed', () => {
  const first = offered('shishi');
  offered('guiyang');
  expect(offered('shishi')).toEqual(first);
  expect(new Set(first).size).toBe(first.length);
});

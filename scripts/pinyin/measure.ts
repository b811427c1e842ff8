// Measures the pinyin keyboard on a list of texts: how many taps each takes, and whether its words are offered early.
import { readFileSync } from 'node:fs';
import { createFinder, type FindCandidates, type Wanted } from '../../ui/pinyin/candidates.ts';
import type { Room } from '../../ui/pinyin/pages.ts';
import { openTable } from '../../ui/pinyin/table.ts';
import { typeOut } from './typist.ts';
import { readList } from './word-lists.ts';

/** A line of a list: a text, its words, and the pinyin of each word. */
export interface Row {
  text: string;
  words: string[];
  pinyin: string[];
  /** The field it would be typed in: one for a person's name, or one for anything. */
  wanted: Wanted;
}

export interface RowFigures extends Row {
  taps: number;
  letters: number;
  isWhole: boolean;
  /** Places of the words among the candidates, from 1; 0: never offered. */
  places: number[];
  slowestMs: number;
}

/** The bar of candidates above the keys of a screen 1080 wide. */
export const PORTRAIT_ROOM: Room = { width: 21.3, rows: 1, most: 8, around: 1 };
const EARLY = 5;

const NOT_A_NAME = /[省市区县镇乡村寨路街巷道组号栋楼室店厂行部坊馆司社园坡湾坪坝岭哨井冲]$/;

/** A person's name, as far as a list does not say so itself: two to four characters, a surname first. */
function isName(text: string, surnames: readonly string[]): boolean {
  const length = [...text].length;
  if (length < 2 || length > 4 || NOT_A_NAME.test(text)) return false;
  return surnames.some(
    (surname) => surname.length < length && length <= surname.length + 2 && text.startsWith(surname),
  );
}

/** Pinyin given syllable by syllable is brought together word by word. */
function byWord(words: string[], pinyin: string[]): string[] {
  if (pinyin.length === words.length) return pinyin;
  const rest = [...pinyin];
  return words.map((word) => rest.splice(0, [...word].length).join(''));
}

/** Reads a list: text, words and pinyin apart by tabs; a fourth column may say `name` or `words`. */
export function readRows(content: string): Row[] {
  const surnames = readList('surnames.txt').map(({ text }) => text);
  return content
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text = '', inWords = '', inPinyin = '', field = ''] = line
        .split('\t')
        .map((part) => part.trim());
      const words = inWords.split(/\s+/);
      const pinyin = byWord(words, inPinyin.toLowerCase().replaceAll("'", '').split(/\s+/));
      const wanted =
        field === '' ? (isName(text, surnames) ? 'name' : 'words') : field === 'name' ? 'name' : 'words';
      return { text, words, pinyin, wanted };
    });
}

function placeOf(find: FindCandidates, row: Row, index: number): { place: number; ms: number } {
  const before = row.words.slice(0, index).join('');
  const started = performance.now();
  const candidates = find({ letters: row.pinyin[index] ?? '', wanted: row.wanted, before, isFuzzy: false });
  const ms = performance.now() - started;
  return { place: candidates.findIndex(({ text }) => text === row.words[index]) + 1, ms };
}

export function measureRow(find: FindCandidates, row: Row): RowFigures {
  const letters = row.pinyin.join('');
  const { taps, text } = typeOut(find, PORTRAIT_ROOM, { text: row.text, letters, wanted: row.wanted });
  const found = row.words.map((_, index) => placeOf(find, row, index));
  return {
    ...row,
    taps,
    letters: letters.length,
    isWhole: text === row.text,
    places: found.map(({ place }) => place),
    slowestMs: Math.max(...found.map(({ ms }) => ms)),
  };
}

export interface Figures {
  rows: RowFigures[];
  /** Mean over the texts of taps for each letter of pinyin. */
  tapsPerLetter: number;
  /** Share of the words that are among the first five. */
  early: number;
  neverWhole: string[];
  late: string[];
}

export function measure(find: FindCandidates, rows: Row[]): Figures {
  const measured = rows.map((row) => measureRow(find, row));
  const places = measured.flatMap((row) =>
    row.places.map((place, index) => ({ place, word: row.words[index] })),
  );
  const isEarly = ({ place }: { place: number }) => place > 0 && place <= EARLY;
  return {
    rows: measured,
    tapsPerLetter: measured.reduce((sum, { taps, letters }) => sum + taps / letters, 0) / measured.length,
    early: places.filter(isEarly).length / places.length,
    neverWhole: measured.filter(({ isWhole }) => !isWhole).map(({ text }) => text),
    late: places.filter((place) => !isEarly(place)).map(({ place, word }) => `${word} ${place}`),
  };
}

export function finderOf(table: string): FindCandidates {
  return createFinder(openTable(table));
}

export function rowsOfFile(path: string): Row[] {
  return readRows(readFileSync(path, 'utf8'));
}

// Words of several characters.
import { spoken, summed, type Reading } from './reading.ts';
import type { JiebaWord, Spoken } from './word-lists.ts';

/** What is met less often than this stays out: short words, longer ones, people. Places stay. */
const FEWEST_SHORT = 3;
const FEWEST_LONG = 5;
const FEWEST_PEOPLE = 60;
const LONGEST_WORD = 10;

function isKept({ text, count, part }: JiebaWord): boolean {
  const length = [...text].length;
  if (length === 1 || length > LONGEST_WORD) return false;
  if (part.startsWith('nr')) return count >= FEWEST_PEOPLE;
  return count >= (length === 2 || part === 'ns' ? FEWEST_SHORT : FEWEST_LONG);
}

/** Jieba's and our own. */
export function longWords(jieba: JiebaWord[], own: Spoken[]): Reading[] {
  const kept = jieba.filter(isKept).map(({ text, count }) => ({ text, count, reading: null }));
  return summed([...kept, ...own.filter(({ text }) => [...text].length > 1)].flatMap(spoken));
}

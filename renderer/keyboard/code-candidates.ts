import type { Candidate } from '../../ui/pinyin/candidates.ts';

const IDEOGRAPH = /^\p{Script=Han}$/u;

/** The character with this code of Unicode, in hexadecimal: '2B4CE'. Only ideographs: nobody's name has anything else. */
export function codeCandidates(digits: string): Candidate[] {
  if (!/^[0-9A-F]{4,5}$/.test(digits)) return [];
  const code = Number.parseInt(digits, 16);
  const character = code > 0xd7ff && code < 0xe000 ? '' : String.fromCodePoint(code);
  return IDEOGRAPH.test(character) ? [{ text: character, to: digits.length }] : [];
}

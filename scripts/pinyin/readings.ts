// How characters and words are read, in letters as they are typed: no tones, ü as v.
import { pinyin } from 'pinyin-pro';

const LETTERS = { toneType: 'none', v: true, type: 'array' } as const;

/** Readings that are no syllables of the keyboard, and what people type for them. */
const TYPED_AS: Record<string, string> = { ê: 'e', n: 'en', ng: 'en', m: 'mu', hm: 'heng', hng: 'heng' };

function asTyped(reading: string): string {
  return TYPED_AS[reading] ?? reading;
}

/** All readings of a character, the commonest first; none if it has none. */
export function readingsOf(character: string): string[] {
  const readings = pinyin(character, { ...LETTERS, multiple: true }).map(asTyped);
  return [...new Set(readings)].filter((reading) => /^[a-z]+$/.test(reading));
}

/** The reading of a word, a syllable for each character; null where one has none. */
export function readingOf(word: string): string[] | null {
  const syllables = pinyin(word, LETTERS).map(asTyped);
  const isWhole = syllables.length === [...word].length && syllables.every((one) => /^[a-z]+$/.test(one));
  return isWhole ? syllables : null;
}

/** Where characters with a reading stand: the unified ideographs, their extensions, and the round zero. */
const BLOCKS = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x323af],
] as const;

/** Every character that has a reading. */
export function allCharacters(): string[] {
  return BLOCKS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)),
  ).filter((character) => readingsOf(character).length > 0);
}

// The table that turns pinyin into words: made at build time (scripts/pinyin), one long string, read piece by piece.
//
// Sections are parted by an empty line: the syllables; then words by the first letter of their pinyin, each headed by that
// letter; then SECTIONS, headed by their number. A line holds the words of one spelling, the likeliest first: one
// character for each syllable (its place in the list of syllables, from FIRST_KEY), then each word followed by its cost
// as one sign of COSTS.

/** A syllable's place in the table, as one character of a key. Far from all ideographs, so that a line needs no comma. */
export const FIRST_KEY = 0x100;
const FIRST_IDEOGRAPH = 0x3000;

/** Costs are logarithms of how seldom a word is met, in parts of a nat, written as one sign each: no quote, no slash. */
export const COSTS =
  '#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
export const COST_UNIT = 0.23;

/** What the table has besides words. */
export const SECTIONS = [
  'surnames',
  'givenAlone',
  'givenFirst',
  'givenSecond',
  'givenPairs',
  'heads',
  'tails',
] as const;

export interface Word {
  text: string;
  /** In nats: the smaller, the likelier. */
  cost: number;
}

/** Words by their spelling. */
export interface Words {
  /** The words of exactly this spelling, likeliest first. */
  exactly(key: string): readonly Word[];
  /** The spellings whose syllables begin with these letters, one letter for each. */
  beginning(letters: string): readonly string[];
}

export interface Table extends Record<(typeof SECTIONS)[number], Words> {
  /** In the order of the alphabet, so that those with one beginning stand together. */
  syllables: readonly string[];
  /** Words whose pinyin begins with this letter. */
  words(letter: string): Words;
}

/** Ties keep the order of the table: the same letters always bring the same list. */
const TIE = 1e-4;

function readWords(line: string, from: number): Word[] {
  const words: Word[] = [];
  let start = from;
  for (let at = from; at < line.length; at += 1) {
    if (line.charCodeAt(at) >= FIRST_IDEOGRAPH) continue;
    const cost = COSTS.indexOf(line.charAt(at)) * COST_UNIT + words.length * TIE;
    words.push({ text: line.slice(start, at), cost });
    start = at + 1;
  }
  return words;
}

function keyLength(line: string): number {
  let length = 0;
  while (length < line.length && line.charCodeAt(length) < FIRST_IDEOGRAPH) length += 1;
  return length;
}

/** Which spellings begin with which letters; only what was typed in part has need of it. */
function groupByLetters(keys: Iterable<string>, firsts: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    let letters = '';
    for (let at = 0; at < key.length; at += 1) letters += firsts[key.charCodeAt(at) - FIRST_KEY] ?? '';
    const alike = groups.get(letters);
    if (alike === undefined) groups.set(letters, [key]);
    else alike.push(key);
  }
  return groups;
}

/** Reads a section; the words themselves only once they are asked for. */
function readSection(lines: string[], syllables: readonly string[]): Words {
  const lineOf = new Map(lines.map((line) => [line.slice(0, keyLength(line)), line]));
  const known = new Map<string, readonly Word[]>();
  let groups: Map<string, string[]> | null = null;
  return {
    exactly(key) {
      const before = known.get(key);
      if (before !== undefined) return before;
      const line = lineOf.get(key);
      if (line === undefined) return [];
      const words = readWords(line, key.length);
      known.set(key, words);
      return words;
    },
    beginning(letters) {
      groups ??= groupByLetters(
        lineOf.keys(),
        syllables.map((syllable) => syllable.charAt(0)),
      );
      return groups.get(letters) ?? [];
    },
  };
}

/** Opens a table. A section is read when its letter is first typed: all at once would hold the page up. */
export function openTable(text: string): Table {
  const [head = '', ...bodies] = text.split('\n\n');
  const syllables = head.split(' ');
  const sections = new Map(bodies.map((body) => [body.charAt(0), body]));
  const opened = new Map<string, Words>();

  function section(name: string): Words {
    const before = opened.get(name);
    if (before !== undefined) return before;
    const lines = sections.get(name)?.split('\n').slice(1) ?? [];
    const words = readSection(lines, syllables);
    opened.set(name, words);
    return words;
  }

  const named = (name: (typeof SECTIONS)[number]) => section(String(SECTIONS.indexOf(name)));
  return {
    syllables,
    words: section,
    surnames: named('surnames'),
    givenAlone: named('givenAlone'),
    givenFirst: named('givenFirst'),
    givenSecond: named('givenSecond'),
    givenPairs: named('givenPairs'),
    heads: named('heads'),
    tails: named('tails'),
  };
}

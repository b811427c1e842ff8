// The words that the letters from one place on may mean.
import type { Step } from './spelling.ts';
import type { Word, Words } from './table.ts';

/** A word, and up to which letter it reaches. */
export interface Match extends Word {
  to: number;
}

/** Some syllables in a row. */
interface Row {
  to: number;
  /** The key, as long as every syllable is whole. */
  key: string | null;
  letters: string;
  steps: Step[];
  cost: number;
}

/** The longest word of the table has 16 syllables; begun ones are rarely more than a short name. */
const MOST_WHOLE = 16;
const MOST_BEGUN = 8;

function extended(row: Row, step: Step): Row {
  const key = row.key !== null && step.isWhole ? row.key + String.fromCharCode(step.low) : null;
  return {
    to: step.to,
    key,
    letters: row.letters + step.letter,
    steps: [...row.steps, step],
    cost: row.cost + step.cost,
  };
}

function fits(key: string, steps: Step[]): boolean {
  return steps.every(({ low, high }, index) => {
    const syllable = key.charCodeAt(index);
    return syllable >= low && syllable < high;
  });
}

function keysOf({ key, letters, steps }: Row, words: Words): readonly string[] {
  if (key !== null) return [key];
  return words.beginning(letters).filter((candidate) => fits(candidate, steps));
}

/** Every row of up to `most` syllables from a place on. An apostrophe parts syllables and is none itself. */
function* rowsFrom(steps: Step[][], from: number, most: number): Generator<Row> {
  const open: Row[] = [{ to: from, key: '', letters: '', steps: [], cost: 0 }];
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    for (const step of steps[row.to] ?? []) {
      if (step.letter === '') {
        open.push({ ...row, to: step.to });
        continue;
      }
      const next = extended(row, step);
      yield next;
      if (next.steps.length < (next.key === null ? Math.min(most, MOST_BEGUN) : most)) open.push(next);
    }
  }
}

export interface Reach {
  /** Most syllables of a word. */
  syllables?: number;
  /** Most words of one spelling. */
  words?: number;
}

/** Words from a place on, in no order. `wordsOf`: where words that begin with a letter are found. */
export function matchesFrom(
  steps: Step[][],
  from: number,
  wordsOf: (letter: string) => Words,
  { syllables = MOST_WHOLE, words: mostWords = Infinity }: Reach = {},
): Match[] {
  const found: Match[] = [];
  for (const row of rowsFrom(steps, from, syllables)) {
    const words = wordsOf(row.letters.charAt(0));
    for (const key of keysOf(row, words)) {
      const exact = words.exactly(key);
      const count = Math.min(exact.length, mostWords);
      for (let index = 0; index < count; index += 1) {
        const word = exact[index];
        if (word !== undefined) found.push({ text: word.text, cost: word.cost + row.cost, to: row.to });
      }
    }
  }
  return found;
}

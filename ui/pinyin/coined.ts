// Words that no list has: trade names, hamlets, lanes. They are made like those that there are.
import { PLACE_PART } from './context.ts';
import { matchesFrom, type Match } from './matches.ts';
import { best, pairsOf, twiceFrom } from './names.ts';
import type { Step } from './spelling.ts';
import type { Table } from './table.ts';

/** In nats: how seldom a word is new, of two characters, and of a known word with a character before or behind it. */
const PAIR_COST = 6.5;
const TRIPLE_COST = 6.5;
/** A name of the list with the kind of place behind it is hardly new: 洪山 and 镇. */
const PLACE_COST = 2.5;

const MOST_IN_PAIR = 10;
const MOST_WORDS = 4;
const MOST_PLACES = 16;
const MOST_WITHIN = 2;

function pairs(steps: Step[][], from: number, table: Table): Match[] {
  return pairsOf(steps, from, table.heads, table.tails, MOST_IN_PAIR).map((match) => ({
    ...match,
    cost: match.cost + PAIR_COST,
  }));
}

function joined(first: Match, after: Match[]): Match[] {
  return after.map(({ text, cost, to }) => ({
    text: first.text + text,
    cost: first.cost + cost + TRIPLE_COST,
    to,
  }));
}

/** A known word of two characters, and one in front of it or behind it. */
function triples(steps: Step[][], from: number, table: Table): Match[] {
  const two = { syllables: 2, words: MOST_WORDS };
  const one = { syllables: 1, words: MOST_WORDS };
  const isLong = ({ text }: Match) => [...text].length === 2;
  const words = (place: number) => matchesFrom(steps, place, table.words, two).filter(isLong);
  const behind = words(from).flatMap((word) =>
    joined(
      word,
      matchesFrom(steps, word.to, () => table.tails, one),
    ),
  );
  const before = matchesFrom(steps, from, () => table.heads, one).flatMap((head) =>
    joined(head, words(head.to)),
  );
  return [...behind, ...before];
}

/** A listed word, and the kind of place that it names. */
function places(steps: Step[][], from: number, table: Table): Match[] {
  const names = matchesFrom(steps, from, table.words, { syllables: 3, words: MOST_PLACES });
  const kinds = new Map<number, Match[]>();
  return names
    .filter(({ text }) => [...text].length > 1)
    .flatMap((name) => {
      const known = kinds.get(name.to);
      const after =
        known ??
        matchesFrom(steps, name.to, () => table.tails, { syllables: 1 }).filter(({ text }) =>
          PLACE_PART.test(text),
        );
      if (known === undefined) kinds.set(name.to, after);
      return after.map(({ text, to }) => ({ text: name.text + text, cost: name.cost + PLACE_COST, to }));
    });
}

/** New words from a place on: of those that end at one letter, the `most` likeliest. */
export function coinedFrom(steps: Step[][], from: number, table: Table, most: number): Match[] {
  const twice = twiceFrom(steps, from, table.tails);
  return best(
    [...pairs(steps, from, table), ...triples(steps, from, table), ...places(steps, from, table), ...twice],
    most,
  );
}

/** Within a sentence: pairs alone. The rest comes about of words and characters in a row. */
export function coinedWithin(steps: Step[][], from: number, table: Table): Match[] {
  return best(pairs(steps, from, table), MOST_WITHIN);
}

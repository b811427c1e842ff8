// People's names out of their parts: a surname, then one or two characters that given names are made of.
import { matchesFrom, type Match } from './matches.ts';
import type { Step } from './spelling.ts';
import type { Table, Words } from './table.ts';

/** Shares of given names: one character, two that many people have, two of anybody's own. In nats. */
const ONE_COST = 1.3;
const KNOWN_PAIR_COST = 1.2;
const OWN_PAIR_COST = 1;
const TWICE_COST = 4;

/** Of one spelling, so many surnames, single given characters, and characters for a pair are tried. */
const MOST_SURNAMES = 4;
const MOST_SINGLES = 40;
const MOST_IN_PAIR = 20;

/** Names are spelt out: a begun syllable could be any of hundreds of characters. */
export function spelt(steps: Step[][]): Step[][] {
  return steps.map((all) => all.filter(({ isWhole }) => isWhole));
}

/** One character of `heads` with one of `tails` behind it. */
export function pairsOf(steps: Step[][], from: number, heads: Words, tails: Words, most: number): Match[] {
  const reach = { syllables: 1, words: most };
  const seconds = new Map<number, Match[]>();
  return matchesFrom(steps, from, () => heads, reach).flatMap((first) => {
    const known = seconds.get(first.to);
    const after = known ?? matchesFrom(steps, first.to, () => tails, reach);
    if (known === undefined) seconds.set(first.to, after);
    return after.map(({ text, cost, to }) => ({ text: first.text + text, cost: first.cost + cost, to }));
  });
}

function dearer(matches: Match[], by: number): Match[] {
  return matches.map((match) => ({ ...match, cost: match.cost + by }));
}

/** One character said twice: 娜娜. Both syllables are spelt alike. */
export function twiceFrom(steps: Step[][], from: number, singles: Words): Match[] {
  return matchesFrom(steps, from, () => singles, { syllables: 1, words: MOST_SINGLES }).flatMap((first) =>
    matchesFrom(steps, first.to, () => singles, { syllables: 1, words: MOST_SINGLES })
      .filter(({ text }) => text === first.text)
      .map(({ to }) => ({ text: first.text.repeat(2), cost: first.cost + TWICE_COST, to })),
  );
}

/** Given names from a place on. */
export function givenFrom(steps: Step[][], from: number, table: Table): Match[] {
  const singles = matchesFrom(steps, from, () => table.givenAlone, { syllables: 1, words: MOST_SINGLES });
  const known = matchesFrom(steps, from, () => table.givenPairs, { syllables: 2 });
  const own = pairsOf(steps, from, table.givenFirst, table.givenSecond, MOST_IN_PAIR);
  return [
    ...dearer(singles, ONE_COST),
    ...dearer(known, KNOWN_PAIR_COST),
    ...dearer(own, OWN_PAIR_COST),
    ...twiceFrom(steps, from, table.givenAlone),
  ];
}

export function surnamesFrom(steps: Step[][], from: number, table: Table): Match[] {
  return matchesFrom(steps, from, () => table.surnames, { syllables: 2, words: MOST_SURNAMES });
}

/** The likeliest of those that end at one letter. */
export function best(matches: Match[], most: number): Match[] {
  const byEnd = Map.groupBy(matches, ({ to }) => to);
  return [...byEnd.values()].flatMap((alike) => alike.toSorted((a, b) => a.cost - b.cost).slice(0, most));
}

/** Whole names from a place on: of those that end at one letter, the `most` likeliest. */
export function namesFrom(steps: Step[][], from: number, table: Table, most: number): Match[] {
  const given = new Map<number, Match[]>();
  const names = surnamesFrom(steps, from, table).flatMap((surname) => {
    const known = given.get(surname.to);
    const after = known ?? best(givenFrom(steps, surname.to, table), most);
    if (known === undefined) given.set(surname.to, after);
    return after.map(({ text, cost, to }) => ({ text: surname.text + text, cost: surname.cost + cost, to }));
  });
  return best(names, most);
}

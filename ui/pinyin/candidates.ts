// What the letters may mean, in the order in which it is offered: everything typed as one, then words, then characters.
import { coinedFrom, coinedWithin } from './coined.ts';
import { gainBehind } from './context.ts';
import { matchesFrom, type Match } from './matches.ts';
import { best, givenFrom, namesFrom, spelt, surnamesFrom } from './names.ts';
import { likeliestPaths } from './paths.ts';
import { createSpelling, type Step } from './spelling.ts';
import type { Table } from './table.ts';

/** 'name': a person's name is wanted, and nothing else. 'rare': a character that few people have need of. */
export type Wanted = 'words' | 'name' | 'rare';

export interface Typed {
  /** a to z, and apostrophes between syllables. */
  letters: string;
  wanted: Wanted;
  /** What stands in front of it: a surname, a place, a number. */
  before: string;
  /** Takes n and l, z and zh, in and ing for the same. */
  isFuzzy: boolean;
}

export interface Candidate {
  text: string;
  /** How many of the letters it stands for. */
  to: number;
}

export type FindCandidates = (typed: Typed) => Candidate[];

/** In nats. How seldom a name stands where any word may; how seldom a word stands where a name is wanted. */
const NAME_AMONG_WORDS = 7.5;
const GIVEN_AMONG_WORDS = 9.5;
const WORD_AMONG_NAMES = 6;
/** A word of several syllables is meant rather than one character spelt alike: xian. */
const WORD_GAIN = 1.5;

/** Offered of one length, before shorter ones come. All characters are offered. */
const MOST_ALIKE = 32;
const MOST_SHORTER = 16;
const MOST_NAMES = 24;
const MOST_COINED = 16;
/** Names and parts of names, where any word may stand. */
const FEW_NAMES = 3;
/** Other readings of all letters are offered as long as they are so short: of a sentence, words are picked. */
const SHORT_SENTENCE = 6;
/** Within a sentence, only the likeliest words of one spelling matter. */
const WITHIN = { words: 3 };
const NAMES_WITHIN = 2;

interface Question extends Typed {
  steps: Step[][];
  /** Of these, the whole syllables. */
  spelt: Step[][];
  table: Table;
}

function dearer(matches: Match[], by: number): Match[] {
  return matches.map((match) => ({ ...match, cost: match.cost + by }));
}

/** Whether a surname already stands in the field. */
function hasSurname(before: string): boolean {
  return /\p{Script=Han}$/u.test(before);
}

/** Names and their parts from the first letter on. */
function namesAtStart({ spelt: steps, table, wanted, before }: Question): Match[] {
  if (wanted === 'name' && hasSurname(before)) return givenFrom(steps, 0, table);
  const names = namesFrom(steps, 0, table, MOST_NAMES);
  if (wanted === 'name') return [...names, ...surnamesFrom(steps, 0, table)];
  const given = best(givenFrom(steps, 0, table), FEW_NAMES);
  return [...dearer(best(names, FEW_NAMES), NAME_AMONG_WORDS), ...dearer(given, GIVEN_AMONG_WORDS)];
}

/** What the first letters may be. */
interface Start {
  /** What the table has. */
  listed: Match[];
  /** Names and new words, made of characters: only as a whole are they worth an offer. */
  made: Match[];
}

function atStart(question: Question): Start {
  const { steps, spelt: whole, table, wanted, before } = question;
  const words = matchesFrom(steps, 0, table.words).map((match) => ({
    ...match,
    cost:
      match.cost -
      (wanted === 'name' ? 0 : gainBehind(before, match.text)) -
      (isCharacter(match) ? 0 : WORD_GAIN),
  }));
  if (wanted === 'words')
    return { listed: words, made: [...namesAtStart(question), ...coinedFrom(whole, 0, table, MOST_COINED)] };
  return { listed: [...namesAtStart(question), ...dearer(words, WORD_AMONG_NAMES)], made: [] };
}

function within({ steps, spelt, table, wanted }: Question, place: number): Match[] {
  const words = matchesFrom(steps, place, table.words, WITHIN);
  if (wanted === 'name') return dearer(words, WORD_AMONG_NAMES);
  const coined = coinedWithin(spelt, place, table);
  return [...words, ...coined, ...dearer(namesFrom(spelt, place, table, NAMES_WITHIN), NAME_AMONG_WORDS)];
}

/** The likeliest first, each text once. */
function ranked(matches: Match[]): Match[] {
  const seen = new Set<string>();
  return matches.toSorted((a, b) => a.cost - b.cost).filter(({ text }) => !seen.has(text) && seen.add(text));
}

function isCharacter({ text }: Match): boolean {
  return [...text].length === 1;
}

function offered({ listed, made }: Start, sentences: Match[], whole: number): Match[] {
  const words = listed.filter((match) => !isCharacter(match));
  const others = sentences.slice(1).filter(({ text }) => [...text].length <= SHORT_SENTENCE);
  const alike = ranked([...others, ...[...listed, ...made].filter(({ to }) => to === whole)]);
  const lengths = [...new Set(words.map(({ to }) => to))]
    .filter((to) => to < whole)
    .toSorted((a, b) => b - a);
  const shorter = lengths.flatMap((length) =>
    ranked(words.filter(({ to }) => to === length)).slice(0, MOST_SHORTER),
  );
  const characters = listed.filter(isCharacter);
  const ends = [...new Set(characters.map(({ to }) => to))].toSorted((a, b) => b - a);
  const single = ends.flatMap((end) => ranked(characters.filter(({ to }) => to === end)));
  return [...sentences.slice(0, 1), ...alike.slice(0, MOST_ALIKE), ...shorter, ...single];
}

/** In nats: what costs less is offered soon enough with everything else. */
const COMMON_COST = 11.5;

/** Rare characters alone; those that people are called by come first. */
function rareCharacters(steps: Step[][], table: Table): Candidate[] {
  const reach = { syllables: 1 };
  const named = new Map(
    matchesFrom(steps, 0, () => table.givenAlone, reach).map(({ text, cost }) => [text, cost]),
  );
  const rare = matchesFrom(steps, 0, table.words, reach).filter(({ cost }) => cost > COMMON_COST);
  const ends = [...new Set(rare.map(({ to }) => to))].toSorted((a, b) => b - a);
  return ends.flatMap((end) => {
    const alike = ranked(rare.filter(({ to }) => to === end));
    const people = alike.filter(({ text }) => named.has(text));
    const others = alike.filter(({ text }) => !named.has(text));
    const byName = people.toSorted((a, b) => (named.get(a.text) ?? 0) - (named.get(b.text) ?? 0));
    return [...byName, ...others].map(({ text, to }) => ({ text, to }));
  });
}

/** Looks candidates up in a table. */
export function createFinder(table: Table): FindCandidates {
  const spelling = createSpelling(table.syllables);
  return (typed) => {
    const steps = spelling.stepsOf(typed.letters, typed.isFuzzy);
    if (typed.wanted === 'rare') return rareCharacters(steps, table);
    const question = { ...typed, steps, spelt: spelt(steps), table };
    const start = atStart(question);
    const all = [...start.listed, ...start.made];
    const gain = typed.wanted === 'name' ? () => 0 : gainBehind;
    const sentences = likeliestPaths(typed.letters.length, typed.before, gain, (place) =>
      place === 0 ? all : within(question, place),
    );
    const whole = sentences[0]?.to ?? 0;
    const seen = new Set<string>();
    return offered(start, sentences, whole)
      .filter(({ text }) => !seen.has(text) && seen.add(text))
      .map(({ text, to }) => ({ text, to }));
  };
}

// Surnames and given names.
import type { Lexicon } from './lexicon.ts';
import { asSpoken, spoken, summed, type Reading } from './reading.ts';
import { readList, type JiebaWord, type Spoken } from './word-lists.ts';

/** A given name of two characters that fewer people in jieba's list have is made of its characters. */
const FEWEST_NAMESAKES = 2;

/** So many in a million people have the surname at this place of the list: 7 % the first, 0.2 % the hundredth. */
function surnameCount(place: number): number {
  return 29_000_000 / (place + 20) ** 2;
}

export function surnames(): Reading[] {
  const seen = new Set<string>();
  const list = readList('surnames.txt').filter(({ text }) => !seen.has(text) && seen.add(text));
  return list.flatMap((one, place) => spoken({ ...one, count: surnameCount(place) }));
}

/** The given names of the people in jieba's list: theirs are names of books, news and history. */
function namedIn(jieba: JiebaWord[], family: Set<string>): string[] {
  return jieba.flatMap(({ text, part }) => {
    const [first = '', ...given] = [...text];
    const isName = part.startsWith('nr') && family.has(first) && given.length > 0 && given.length < 3;
    return isName && !/[的了是不在和与及之者先生县市区路]/.test(given.join('')) ? [given.join('')] : [];
  });
}

/** How much one person of jieba's list counts beside our own lists, and a character there for a name of its own. */
const PERSON_COUNT = 2;
const ALSO_ALONE = 0.3;
/** What is no character of names by our lists counts no more than so: jieba takes many a phrase for a name. */
const MOST_DOUBTFUL = 120;

/** Characters met so often may stand in a name, whatever our lists say. */
const OFTEN_ENOUGH = 250;
const POSSIBLE_COUNT = 3;

/** One place of given names: our own list for all places, and the people's characters at this one. */
function givenPlace(own: Spoken[], met: string[], share: number, every: Reading[]): Reading[] {
  const known = new Set(own.map(({ text }) => text));
  const counts = [...Map.groupBy(met, (one) => one)].map(([text, all]): Spoken => {
    const count = all.length * PERSON_COUNT;
    return { text, count: known.has(text) ? count : Math.min(count / 2, MOST_DOUBTFUL), reading: null };
  });
  const listed = own.map((one) => ({ ...one, count: one.count * share }));
  const possible = every
    .filter(({ count }) => count > OFTEN_ENOUGH)
    .map((reading) => ({ ...reading, count: POSSIBLE_COUNT }));
  return summed([...[...listed, ...counts].flatMap(spoken), ...possible]);
}

/** Within a tier of our lists the commoner stand first: the last counts half as much as the first. */
function byPlace(list: Spoken[]): Spoken[] {
  const tiers = Map.groupBy(list, ({ count }) => count);
  return [...tiers.values()].flatMap((tier) =>
    tier.map((one, place) => ({ ...one, count: one.count * (1 - place / (2 * tier.length)) })),
  );
}

/** A pair of our list stands for so many people. */
const LISTED_PEOPLE = 6;

type Given = Pick<Lexicon, 'givenAlone' | 'givenFirst' | 'givenSecond' | 'givenPairs'>;

export function givenNames(jieba: JiebaWord[], families: Reading[], every: Reading[]): Given {
  const people = namedIn(jieba, new Set(families.map(({ text }) => text)));
  const listed = readList('given-pairs.txt');
  const pairs = [
    ...people.filter((name) => name.length === 2),
    ...listed.flatMap(({ text }) => Array.from({ length: LISTED_PEOPLE }, () => text)),
  ];
  const namesakes = Map.groupBy(people, (name) => name);
  const seen = new Set(listed.map(({ text }) => text));
  const alsoMet = [...namesakes.keys()].filter(
    (name) => name.length === 2 && !seen.has(name) && (namesakes.get(name)?.length ?? 0) >= FEWEST_NAMESAKES,
  );
  const own = byPlace(readList('given-names.txt'));
  const alone = byPlace(readList('given-singles.txt'));
  const others = own.map((one) => ({ ...one, count: one.count * ALSO_ALONE }));
  return {
    givenAlone: givenPlace(
      [...alone, ...others],
      people.filter((name) => name.length === 1),
      1,
      every,
    ),
    givenFirst: givenPlace(
      own,
      pairs.map((name) => name.charAt(0)),
      0.5,
      every,
    ),
    givenSecond: givenPlace(
      own,
      pairs.map((name) => name.charAt(1)),
      0.5,
      every,
    ),
    givenPairs: summed([...listed, ...asSpoken(alsoMet, PERSON_COUNT)].flatMap(spoken)),
  };
}

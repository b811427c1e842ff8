// The weighted words of the table: what is said how, and how often.
import { characters, withOtherReadings } from './characters.ts';
import { coinedAt } from './coined-ends.ts';
import { longWords } from './long-words.ts';
import { ownWords } from './own-words.ts';
import { givenNames, surnames } from './people.ts';
import { spoken, type Reading } from './reading.ts';
import { jiebaWords, readList } from './word-lists.ts';

export interface Lexicon {
  words: Reading[];
  surnames: Reading[];
  /** Given names of one character. */
  givenAlone: Reading[];
  /** First and second characters of given names of two. */
  givenFirst: Reading[];
  givenSecond: Reading[];
  givenPairs: Reading[];
  /** Characters that words begin and end with: what people coin is made like what there is. */
  heads: Reading[];
  tails: Reading[];
}

/** Everything that can be typed. Takes some seconds. */
export function makeLexicon(): Lexicon {
  const jieba = jiebaWords();
  const own = ownWords();
  const long = longWords(jieba, own);
  const families = surnames();
  const every = characters(jieba, own, long);
  const given = givenNames(jieba, families, every);
  const trade = readList('trade-names.txt').flatMap(spoken);
  return {
    words: [...withOtherReadings(long), ...every],
    surnames: families,
    ...given,
    heads: coinedAt(0, long, trade, given.givenFirst),
    tails: coinedAt(-1, long, trade, given.givenSecond),
  };
}

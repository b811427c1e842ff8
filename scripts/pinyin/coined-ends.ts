// What new words begin and end with.
import { summed, total, type Reading } from './reading.ts';

/** Beside the words that there are, people coin new ones of what trade names and given names are made of. */
const TRADE_SHARE = 0.6;
const GIVEN_SHARE = 0.25;

/** The characters at one end of the words; a word that is met often counts more, but not in proportion. */
function atEnd(words: Reading[], place: 0 | -1): Reading[] {
  const ends = words.flatMap(({ text, syllables, count }): Reading[] => {
    const [character, syllable] = [[...text].at(place), syllables.at(place)];
    if (character === undefined || syllable === undefined) return [];
    return [{ text: character, syllables: [syllable], count: Math.sqrt(count) }];
  });
  return summed(ends);
}

/** Made to weigh `share` of what `others` weigh. */
function weighing(readings: Reading[], share: number, others: Reading[]): Reading[] {
  const scale = (total(others) / total(readings)) * share;
  return readings.map((reading) => ({ ...reading, count: reading.count * scale }));
}

/** What coined words begin or end with. */
export function coinedAt(place: 0 | -1, words: Reading[], trade: Reading[], given: Reading[]): Reading[] {
  const ofWords = atEnd(words, place);
  const ofTrade = weighing(atEnd(trade, place), TRADE_SHARE, ofWords);
  return summed([...ofWords, ...ofTrade, ...weighing(given, GIVEN_SHARE, ofWords)]);
}

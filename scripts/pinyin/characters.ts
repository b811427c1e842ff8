// Characters alone, and the readings that words show them to have.
import { summed, type Reading } from './reading.ts';
import { allCharacters, readingsOf } from './readings.ts';
import type { JiebaWord, Spoken } from './word-lists.ts';

/** A character inside words counts so much of a character alone. */
const INSIDE_SHARE = 0.12;
/** A character with a reading that no word shows. */
const RARE_COUNT = 0.02;

/** How often each character is met inside words, by its reading there. */
function insideCounts(words: Reading[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, syllables, count } of words)
    [...text].forEach((character, place) => {
      const key = character + (syllables[place] ?? '');
      counts.set(key, (counts.get(key) ?? 0) + count);
    });
  return counts;
}

/** A reading that so large a share of a character's words has is often typed where the other is right. */
const COMMON_SHARE = 0.15;
/** Words met more often than this have such readings too; each counts so much of the right one. */
const OFTEN = 30;
const OTHER_SHARE = 0.05;

/** For every character, the readings that many of its words have. */
function commonReadings(words: Reading[]): Map<string, string[]> {
  const byCharacter = Map.groupBy(insideCounts(words), ([key]) => [...key][0] ?? '');
  return new Map(
    [...byCharacter].map(([character, all]) => {
      const total = all.reduce((sum, [, count]) => sum + count, 0);
      const common = all.filter(([, count]) => count > total * COMMON_SHARE);
      return [character, common.map(([key]) => key.slice(character.length))];
    }),
  );
}

/** Words again with one character read in another common way: lists err, and so do people. */
export function withOtherReadings(words: Reading[]): Reading[] {
  const common = commonReadings(words);
  const others = words
    .filter(({ count }) => count > OFTEN)
    .flatMap(({ text, syllables, count }) =>
      [...text].flatMap((character, place) =>
        (common.get(character) ?? [])
          .filter((reading) => reading !== syllables[place])
          .map((reading) => ({
            text,
            syllables: syllables.with(place, reading),
            count: count * OTHER_SHARE,
          })),
      ),
    );
  return summed([...words, ...others]);
}

/** Every reading of every character. Alone, a character is mostly read in its first way. */
export function characters(jieba: JiebaWord[], own: Spoken[], words: Reading[]): Reading[] {
  const alone = new Map<string, number>();
  for (const { text, count } of [...jieba, ...own])
    if ([...text].length === 1) alone.set(text, (alone.get(text) ?? 0) + count);
  const inside = insideCounts(words);
  return allCharacters().flatMap((text) => {
    const readings = readingsOf(text);
    const counts = readings.map((reading) => (inside.get(text + reading) ?? 0) + RARE_COUNT);
    const all = counts.reduce((sum, count) => sum + count, 0);
    return readings.map((reading, place) => {
      const share = (counts[place] ?? 0) / all;
      const count = (alone.get(text) ?? 0) * share + (counts[place] ?? 0) * INSIDE_SHARE;
      return { text, syllables: [reading], count: count + RARE_COUNT / (place + 1) };
    });
  });
}

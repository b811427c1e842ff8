// Writes the table that ui/pinyin/table.ts reads: its form is told there.
import { COSTS, COST_UNIT, FIRST_KEY, SECTIONS } from '../../ui/pinyin/table.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';

function costOf(count: number, total: number): string {
  const cost = Math.round(Math.log(total / count) / COST_UNIT);
  return COSTS.charAt(Math.min(Math.max(cost, 0), COSTS.length - 1));
}

function keyOf(syllables: string[], places: Map<string, number>): string {
  return syllables.map((one) => String.fromCharCode((places.get(one) ?? 0) + FIRST_KEY)).join('');
}

/** One line a spelling; the likeliest word first, then the smaller code point. */
function linesOf(readings: Reading[], places: Map<string, number>): string[] {
  const total = readings.reduce((sum, { count }) => sum + count, 0);
  const byKey = Map.groupBy(readings, ({ syllables }) => keyOf(syllables, places));
  return [...byKey]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, alike]) => {
      const words = alike.toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
      return key + words.map(({ text, count }) => text + costOf(count, total)).join('');
    });
}

function section(name: string, lines: string[]): string {
  return [name, ...lines].join('\n');
}

/** The whole table. The same lexicon gives the same text. */
export function tableText({ words, ...others }: Lexicon): string {
  const syllables = [...new Set(words.flatMap((word) => word.syllables))].toSorted();
  const places = new Map(syllables.map((syllable, place) => [syllable, place]));
  const lines = Map.groupBy(linesOf(words, places), (line) =>
    (syllables[line.charCodeAt(0) - FIRST_KEY] ?? '').charAt(0),
  );
  return [
    syllables.join(' '),
    ...[...lines].map(([letter, own]) => section(letter, own)),
    ...SECTIONS.map((name, index) => section(String(index), linesOf(others[name], places))),
  ].join('\n\n');
}

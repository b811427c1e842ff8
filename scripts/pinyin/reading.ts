// Words as they are said, and how often.
import { readingOf } from './readings.ts';
import type { Spoken } from './word-lists.ts';

/** A word as it is said. */
export interface Reading {
  text: string;
  syllables: string[];
  count: number;
}

export function asSpoken(texts: string[], count: number): Spoken[] {
  return texts.map((text) => ({ text, count, reading: null }));
}

/** Adds up what is said alike. */
export function summed(readings: Reading[]): Reading[] {
  const known = new Map<string, Reading>();
  for (const reading of readings) {
    const key = `${reading.text} ${reading.syllables.join(' ')}`;
    const before = known.get(key);
    known.set(key, before === undefined ? reading : { ...before, count: before.count + reading.count });
  }
  return [...known.values()];
}

/** As the list says it, else as dictionaries do; none if they do not know. */
export function spoken({ text, count, reading }: Spoken): Reading[] {
  const syllables = reading ?? readingOf(text);
  return syllables === null ? [] : [{ text, syllables, count }];
}

export function total(readings: Reading[]): number {
  return readings.reduce((sum, { count }) => sum + count, 0);
}

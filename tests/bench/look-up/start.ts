// The look-up of the pinyin keyboard alone in a page of Chromium, on the very table the kiosk ships.
import table from 'virtual:pinyin-table';
import { createFinder, type Typed } from '../../../ui/pinyin/candidates.ts';
import { openTable } from '../../../ui/pinyin/table.ts';
import { median } from '../statistics.ts';

declare global {
  interface Window {
    /** Milliseconds of each look-up. */
    measureLookUps(asked: Pick<Typed, 'letters' | 'wanted'>[], isFuzzy: boolean): number[];
  }
}

/** Each is asked so often and its middle time taken: what another program does on the machine is no look-up. */
const ROUNDS = 5;

const find = createFinder(openTable(table));

function once({ letters, wanted }: Pick<Typed, 'letters' | 'wanted'>, isFuzzy: boolean): number {
  const began = performance.now();
  find({ letters, wanted, before: '', isFuzzy });
  return performance.now() - began;
}

window.measureLookUps = (asked, isFuzzy) => {
  const rounds = Array.from({ length: ROUNDS }, () => asked.map((typed) => once(typed, isFuzzy)));
  return asked.map((_, at) => median(rounds.map((times) => times[at] ?? 0)));
};

// The whole bench: one fault after the other, each with its own kiosk and its own chance, and a table of what came of it.
import type { Outcome } from './audit.ts';
import { faults, playSlice, type Slice } from './faults.ts';
import { inParallel, playElsewhere, slicesOf, sumOf } from './slices.ts';
import { openTown, type Played } from './town.ts';

export interface BenchOptions {
  rounds: number;
  /** The first round, counted from zero. */
  from?: number;
  /** How many slices of rounds are played at once; from 2 on each in a process of its own. */
  jobs?: number;
  seed: number;
  /** Names; null: all. */
  only: readonly string[] | null;
  /** After that many minutes no further round begins; null: as long as it takes. */
  minutes: number | null;
  say: (line: string) => void;
}

export interface BenchResult {
  outcomes: Map<string, Outcome>;
  complaints: string[];
  /** Nothing lost, doubled or unreadable, nothing out of order, and no complaint. */
  isSound: boolean;
}

const HEAD = [
  'fault',
  'rounds',
  'receipts',
  'cases',
  'lost',
  'doubled',
  'out of order',
  'unreadable',
  'seconds',
];
const WIDTHS = [16, 7, 9, 7, 5, 8, 13, 11, 8];

function row(cells: readonly (string | number)[]): string {
  const padded = cells.map((cell, at) => {
    const width = WIDTHS[at] ?? 0;
    return at === 0 ? String(cell).padEnd(width) : String(cell).padStart(width);
  });
  return `| ${padded.join(' | ')} |`;
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

/** With one job all faults share a town, with more each slice has its own. */
async function withPlayer(
  jobs: number,
  use: (play: (slice: Slice) => Promise<Played>) => Promise<void>,
): Promise<void> {
  if (jobs > 1) return use((slice) => playElsewhere(slice));
  const town = await openTown();
  try {
    await use((slice) => playSlice(town, slice));
  } finally {
    await town.stop();
  }
}

/** Plays the faults and says a line for each. */
export async function runBench({
  rounds,
  from = 0,
  jobs = 1,
  seed,
  only,
  minutes,
  say,
}: BenchOptions): Promise<BenchResult> {
  const began = performance.now();
  const until = minutes === null ? null : Date.now() + minutes * 60_000;
  const wanted = faults.filter(({ name }) => only === null || only.includes(name));
  const slices = wanted.flatMap(({ name }) => slicesOf({ fault: name, from, rounds, seed, until }, jobs));
  const parts = new Map<string, Played[]>();
  const starts = new Map<string, number>();
  const outcomes = new Map<string, Outcome>();
  const complaints: string[] = [];
  say(row(HEAD));
  say(row(WIDTHS.map((width) => '-'.repeat(width))));
  await withPlayer(jobs, (play) =>
    inParallel(slices, jobs, async (slice) => {
      const name = slice.fault;
      const started = starts.get(name) ?? performance.now();
      starts.set(name, started);
      const played = await play(slice);
      const all = [...(parts.get(name) ?? []), played];
      parts.set(name, all);
      if (all.length < slices.filter(({ fault }) => fault === name).length) return;
      const { outcome, complaints: own } = sumOf(all);
      outcomes.set(name, outcome);
      complaints.push(...own.map((sentence) => `${name}: ${sentence}`));
      const { receipts, cases, lost, doubled, outOfOrder, unreadable } = outcome;
      const figures = [outcome.rounds, receipts, cases, lost, doubled, outOfOrder, unreadable];
      say(row([name, ...figures, secondsSince(started)]));
    }),
  );
  for (const sentence of complaints) say(sentence);
  say(`it took ${secondsSince(began)} s with ${jobs} at once`);
  say(`seed ${seed}: the same seed, --only NAME and --from ROUND play the same rounds again`);
  const isSound =
    complaints.length === 0 &&
    [...outcomes.values()].every(
      ({ lost, doubled, outOfOrder, unreadable }) => lost + doubled + outOfOrder + unreadable === 0,
    );
  return { outcomes, complaints, isSound };
}

// The whole bench: one fault after the other, each with its own kiosk and its own chance, and a table of what came of it.
import type { WireFault } from '../proxy/fault-proxy.ts';
import { startPostgres } from '../../postgres.ts';
import type { Outcome } from './audit.ts';
import { seedOf } from './chance.ts';
import { failAtStep, fullDatabase, fullDisk } from './disk-faults.ts';
import {
  clockJumps,
  doubleStart,
  killAtRandom,
  killAtStep,
  oldCopy,
  platformKilled,
} from './machine-faults.ts';
import { powerCut } from './power-cut.ts';
import { eachRound, openTown, playFault, type Fault, type Played, type Town } from './town.ts';
import { wireFaults } from './wire-faults.ts';

const twoPlatforms: Fault = {
  name: 'two-platforms',
  rows: 'N1, N2',
  about: 'two platforms on one PostgreSQL take turns by the connection; answers are lost on the way',
  async play(scene) {
    const { chance, proxy, platform, town } = scene;
    const other = await town.newPlatform('other', platform.database, platform.folder);
    proxy.leadTo([platform.url, other.url]);
    return eachRound(scene, async () => {
      const hand = await scene.hand();
      proxy.become(
        chance.pick<WireFault>([
          { kind: 'fine' },
          { kind: 'cut-reply', after: 0 },
          { kind: 'duplicate', first: false },
        ]),
      );
      await hand.ask('submit', { count: chance.whole(1, 4) });
      await hand.ask('drain');
      proxy.become({ kind: 'fine' });
      await hand.ask('drain');
      scene.note(hand);
    });
  },
};

export const faults: readonly Fault[] = [
  ...wireFaults,
  killAtRandom,
  killAtStep,
  powerCut,
  failAtStep,
  fullDatabase,
  fullDisk,
  clockJumps,
  doubleStart,
  oldCopy,
  platformKilled,
  twoPlatforms,
];

export interface BenchOptions {
  rounds: number;
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

/** Plays the faults and says a line for each. */
export async function runBench({ rounds, seed, only, minutes, say }: BenchOptions): Promise<BenchResult> {
  const wanted = faults.filter(({ name }) => only === null || only.includes(name));
  const until = minutes === null ? Number.POSITIVE_INFINITY : Date.now() + minutes * 60_000;
  const outcomes = new Map<string, Outcome>();
  const complaints: string[] = [];
  say(row(HEAD));
  say(row(WIDTHS.map((width) => '-'.repeat(width))));
  const town = await openTown();
  try {
    for (const fault of wanted) {
      const started = performance.now();
      const { outcome, complaints: own } = await playIn(town, fault, {
        rounds,
        seed: seedOf(seed, fault.name),
        until,
      });
      outcomes.set(fault.name, outcome);
      complaints.push(...own.map((sentence) => `${fault.name}: ${sentence}`));
      const { receipts, cases, lost, doubled, outOfOrder, unreadable } = outcome;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      say(row([fault.name, outcome.rounds, receipts, cases, lost, doubled, outOfOrder, unreadable, seconds]));
    }
  } finally {
    await town.stop();
  }
  for (const sentence of complaints) say(sentence);
  say(`seed ${seed}: the same seed and --only NAME play the same faults again`);
  const isSound =
    complaints.length === 0 &&
    [...outcomes.values()].every(
      ({ lost, doubled, outOfOrder, unreadable }) => lost + doubled + outOfOrder + unreadable === 0,
    );
  return { outcomes, complaints, isSound };
}

async function playIn(
  town: Town,
  fault: Fault,
  options: { rounds: number; seed: number; until: number },
): Promise<Played> {
  if (fault !== twoPlatforms) return playFault(town, fault, options);
  const postgres = await startPostgres();
  try {
    const platform = await town.newPlatform('city', await postgres.newDatabase());
    const played = await playFault(town, fault, { ...options, platform });
    await town.stopPlatforms();
    return played;
  } finally {
    await postgres.stop();
  }
}

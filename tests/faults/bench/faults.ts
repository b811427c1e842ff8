// All the faults of the bench, and how rounds of one are played.
import { startPostgres } from '../../postgres.ts';
import type { WireFault } from '../proxy/fault-proxy.ts';
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
import { eachRound, playFault, type Fault, type Played, type Town } from './town.ts';
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

/** Rounds of one fault that one process plays with a kiosk of their own. */
export interface Slice {
  fault: string;
  /** The first of them, counted from zero. */
  from: number;
  rounds: number;
  /** The seed of the whole run: each fault and each round has its own from it. */
  seed: number;
  /** When no further round begins, in milliseconds as `Date.now()`; null: as long as it takes. */
  until: number | null;
}

export async function playSlice(town: Town, slice: Slice): Promise<Played> {
  const fault = faults.find(({ name }) => name === slice.fault);
  if (fault === undefined) throw new Error(`there is no fault ${slice.fault}`);
  const options = {
    from: slice.from,
    rounds: slice.rounds,
    seed: seedOf(slice.seed, fault.name),
    until: slice.until ?? Number.POSITIVE_INFINITY,
  };
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

// What happens to the machine: its processes end, its clock jumps, it is there twice, an old copy of it comes back.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Died } from './hand.ts';
import type { Hand } from './hand.ts';
import {
  eachRound,
  isBefore,
  MOST_STEPS,
  openKiosk,
  settle,
  stepOf,
  type Fault,
  type Scene,
} from './town.ts';

/** Goes on although the process died under the command, as it was made to. */
async function untilDeath(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof Died)) throw error;
  }
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEARS_MS = 3650 * DAY_MS;

/** How long handing one in and sending it takes on this machine, measured once for each scene. */
async function lifeOf(hand: Hand): Promise<number> {
  const started = performance.now();
  await hand.ask('submit', { count: 1 });
  await hand.ask('drain');
  return performance.now() - started;
}

/** However slow the machine is just now: longer is handing in three and sending them nowhere. */
const LONGEST_LIFE_MS = 2500;

export const killAtRandom: Fault = {
  name: 'kill',
  rows: 'S1',
  about: 'SIGKILL at a random moment while people hand in and the queue is sent',
  async play(scene) {
    const { chance } = scene;
    const life = await lifeOf(await scene.hand());
    return eachRound(scene, async () => {
      const hand = await scene.hand();
      const documents = chance.next() < 0.3;
      const work = untilDeath(hand.ask('submit', { count: 3, documents }).then(() => hand.ask('drain')));
      await pause(chance.next() * Math.min(life * (documents ? 10 : 5), LONGEST_LIFE_MS));
      await hand.kill();
      await work;
      scene.note(hand);
    });
  },
};

export const killAtStep: Fault = {
  name: 'kill-at-step',
  rows: 'S1',
  about: 'SIGKILL before and after the n-th step that changes the disk, n = 1, 2, 3, …',
  async play(scene) {
    const { chance } = scene;
    let killed = 0;
    const first = chance.whole(1, MOST_STEPS);
    const rounds = await eachRound(scene, async (round) => {
      const hand = await scene.hand();
      const deed = { do: 'kill', at: stepOf(round, first), when: isBefore(round) ? 'before' : 'after' };
      await untilDeath(
        hand.ask('submit', { count: 2, documents: chance.next() < 0.3, deed }).then(() => hand.ask('drain')),
      );
      if (hand.isAlive()) await hand.ask('arm', { deed: null });
      else killed += 1;
      scene.note(hand);
    });
    if (rounds >= 4 && killed < rounds / 4) scene.complain(`only ${killed} of ${rounds} rounds killed`);
    return rounds;
  },
};

export const clockJumps: Fault = {
  name: 'clock-jump',
  rows: 'S13',
  about: 'the wall clock jumps between a day back and ten years ahead while somebody presses',
  async play(scene) {
    const { chance } = scene;
    const rounds = await eachRound(scene, async () => {
      const hand = await scene.hand();
      const jumpMs = chance.pick([-DAY_MS, -HOUR_MS, -1000, 1000, HOUR_MS, DAY_MS, YEARS_MS]);
      for (let people = chance.whole(1, 2); people > 0; people -= 1)
        // Whoever comes to a date that cannot be is turned away, in the middle of a press too.
        if ((await hand.ask('attempt', { jumpMs })) === true && jumpMs === YEARS_MS)
          scene.complain('a receipt bears a date of ten years ahead');
      await hand.ask('drain');
      if (chance.next() < 0.7) await hand.ask('clock', { jumpMs: 0 });
      await hand.ask('drain');
      scene.note(hand);
    });
    const hand = await scene.hand();
    await hand.ask('clock', { jumpMs: 0 });
    if (!(await hand.ask('attempt'))) scene.complain('with the right date again, nothing was received');
    scene.note(hand);
    return rounds;
  },
};

export const doubleStart: Fault = {
  name: 'double-start',
  rows: 'S10',
  about: 'two kiosk programs on one data folder, should the lock ever fail; both hand in and send at once',
  async play(scene) {
    const { chance } = scene;
    const two = [await scene.hand(), await scene.another()];
    const rounds = await eachRound(scene, async () => {
      const sends = two.map(() => chance.next() < 0.5);
      await Promise.all(
        two.map(async (hand, at) => {
          await hand.ask('attempt');
          if (sends[at] === true) await hand.ask('drain');
        }),
      );
      for (const hand of two) scene.note(hand);
    });
    await two[1]?.ask('close');
    return rounds;
  },
};

async function putBack(scene: Scene, from: string): Promise<void> {
  rmSync(scene.folder, { recursive: true, force: true });
  cpSync(from, scene.folder, { recursive: true });
}

/** More answers than a busy machine gives too late one after the other. */
const MOST_MEETINGS = 20;

/** Lets a copy that fell behind ask its platform until it has an answer; an answer may be late on a busy machine. */
async function meetPlatform(hand: Hand): Promise<boolean> {
  for (let times = 0; times < MOST_MEETINGS; times += 1) {
    await hand.ask('drain');
    if ((await hand.ask('screen')) === 'closed') return true;
  }
  return false;
}

export const oldCopy: Fault = {
  name: 'old-copy',
  rows: 'S15',
  about: 'the data folder of some applications ago is put back, and meets its platform',
  async play(scene) {
    const { chance, town } = scene;
    const old = join(town.folder, 'old-copy');
    const newest = join(town.folder, 'newest-copy');
    return eachRound(scene, async () => {
      const hand = await scene.hand();
      await hand.ask('submit', { count: 1 });
      await settle(hand);
      await hand.ask('close');
      cpSync(scene.folder, old, { recursive: true });
      await openKiosk(hand, scene.folder, town.procedures);
      await hand.ask('submit', { count: chance.whole(1, 3) });
      await settle(hand);
      await hand.ask('close');
      cpSync(scene.folder, newest, { recursive: true });
      await putBack(scene, old);
      await openKiosk(hand, scene.folder, town.procedures);
      if (!(await meetPlatform(hand)))
        scene.complain('a copy that fell behind met its platform and stayed open');
      scene.note(hand);
      if (await hand.ask('attempt')) scene.complain('a copy that fell behind gave a number out again');
      scene.note(hand);
      await hand.ask('close');
      // What was there before is put back: nothing of it was lost.
      await putBack(scene, newest);
      await openKiosk(hand, scene.folder, town.procedures);
      for (const copy of [old, newest]) if (existsSync(copy)) rmSync(copy, { recursive: true });
    });
  },
};

export const platformKilled: Fault = {
  name: 'platform-killed',
  rows: 'N1, N2',
  about: 'SIGKILL to the platform while it takes a batch; another process opens its data',
  async play(scene) {
    const { chance, town, proxy } = scene;
    let platform = scene.platform;
    const rounds = await eachRound(scene, async () => {
      const next = town.sparePlatform();
      const hand = await scene.hand();
      await hand.ask('submit', { count: chance.whole(1, 4) });
      const sending = hand.ask('drain');
      await pause(chance.next() * 60);
      await platform.hand.kill();
      await sending;
      platform = { ...platform, hand: await next };
      const { folder, database } = platform;
      platform.url = (await platform.hand.ask('open', {
        folder,
        database,
        procedures: town.procedures,
      })) as string;
      proxy.leadTo([platform.url]);
      scene.note(hand);
    });
    scene.platform.hand = platform.hand;
    scene.platform.url = platform.url;
    return rounds;
  },
};

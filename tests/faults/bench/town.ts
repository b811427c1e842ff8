// What the faults are done to: one platform that all share, and for each fault a kiosk of its own with a wire of its own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_DIVISION, enrolOnce } from '../../../scripts/city.ts';
import { openStore } from '../../../main/store/store.ts';
import { libraryCard, writeProcedures } from '../../builders/library-card.ts';
import { tenancy } from '../../builders/tenancy.ts';
import { startFaultProxy, type FaultProxy } from '../proxy/fault-proxy.ts';
import { audit, type Outcome, type PlatformPlace } from './audit.ts';
import { chanceByRound, type RoundChance } from './chance.ts';
import { spares, startProcess, type Hand } from './hand.ts';

/** A signed answer is there within a second, or the wire is broken. */
const TIMEOUT_SECONDS = 1;

export interface Platform extends PlatformPlace {
  hand: Hand;
  url: string;
}

export interface Town {
  folder: string;
  procedures: string;
  platform: Platform;
  newPlatform(name: string, database?: string | null, keys?: string): Promise<Platform>;
  /** A kiosk process that has nothing open. */
  spareKiosk(): Promise<Hand>;
  /** Takes back a kiosk process that has nothing open and was not broken: starting one takes a second. */
  giveBack(hand: Hand): void;
  sparePlatform(): Promise<Hand>;
  /** Ends every platform: their database goes. */
  stopPlatforms(): Promise<void>;
  stop(): Promise<void>;
}

export async function openTown(): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  const procedures = writeProcedures(join(folder, 'procedures'), libraryCard, tenancy);
  const kiosks = spares('kiosk-process.ts', 1);
  const platforms: Hand[] = [];
  const used: Hand[] = [];

  async function newPlatform(name: string, database: string | null = null, keys = join(folder, name)) {
    const hand = await startProcess('platform-process.ts');
    platforms.push(hand);
    const url = (await hand.ask('open', { folder: keys, procedures, database })) as string;
    return { hand, url, folder: keys, database };
  }

  const platform = await newPlatform('platform');
  return {
    folder,
    procedures,
    platform,
    newPlatform,
    async spareKiosk() {
      return used.pop() ?? (await kiosks.take());
    },
    giveBack: (hand) => void used.push(hand),
    async sparePlatform() {
      const hand = await startProcess('platform-process.ts');
      platforms.push(hand);
      return hand;
    },
    async stopPlatforms() {
      for (const hand of platforms) await hand.kill();
    },
    async stop() {
      await kiosks.end();
      for (const hand of used) await hand.kill();
      for (const hand of platforms) await hand.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What one fault works with. */
export interface Scene {
  town: Town;
  platform: Platform;
  proxy: FaultProxy;
  chance: RoundChance;
  /** The data folder of its kiosk. */
  folder: string;
  kiosk: string;
  /** The first round, counted from zero. */
  from: number;
  rounds: number;
  /** Whether there is time for another round. */
  goesOn(): boolean;
  /** Its kiosk process, started and opened when there is none. */
  hand(): Promise<Hand>;
  /** A process on the same folder besides. */
  another(): Promise<Hand>;
  /** What citizens were told so far. */
  told: string[];
  /** How many were told that nothing was received. */
  refused: number;
  /** Notes what this process told. */
  note(hand: Hand): void;
  /** What a fault found by itself, besides what the platform ends with. */
  found: Pick<Outcome, 'receipts' | 'cases' | 'lost' | 'unreadable'>;
  /** Something that must hold of the fault itself, not of the outcome: the sentence when it does not. */
  complain(sentence: string): void;
}

export interface Played {
  outcome: Outcome;
  complaints: string[];
}

export interface Fault {
  name: string;
  about: string;
  /** Which rows of the catalogue it holds. */
  rows: string;
  play(scene: Scene): Promise<number>;
}

/** Plays as many rounds as were asked for and as there is time for. How many those were. */
export async function eachRound(
  scene: Pick<Scene, 'from' | 'rounds' | 'goesOn' | 'chance'>,
  play: (round: number) => Promise<void>,
): Promise<number> {
  let played = 0;
  for (; played < scene.rounds && scene.goesOn(); played += 1) {
    scene.chance.begin(scene.from + played);
    await play(scene.from + played);
  }
  return played;
}

/** More than the steps of a submission with two documents and of its way to the platform. */
export const MOST_STEPS = 48;

/** Shares no factor with the number of steps, so that it comes by every one of them. */
const STRIDE = 19;

/** The step that a round breaks: far from that of the round before, so that few rounds do not always hit the same. */
export function stepOf(round: number, first: number): number {
  return ((first - 1 + STRIDE * round) % MOST_STEPS) + 1;
}

/** Whether it is broken before it is done: the other way round when the steps are come by again. */
export function isBefore(round: number): boolean {
  return (round + Math.floor(round / MOST_STEPS)) % 2 === 0;
}

export async function openKiosk(hand: Hand, folder: string, procedures: string): Promise<void> {
  await hand.ask('open', { folder, procedures, timeoutSeconds: TIMEOUT_SECONDS });
}

/** Plays one fault and holds what was told against what arrived. */
export async function playFault(
  town: Town,
  fault: Fault,
  {
    from = 0,
    rounds,
    seed,
    until,
    platform = town.platform,
  }: { from?: number; rounds: number; seed: number; until: number; platform?: Platform },
): Promise<Played> {
  const folder = join(town.folder, `kiosk-${fault.name}`);
  mkdirSync(folder, { recursive: true });
  const proxy = await startFaultProxy(platform.url);
  await enrolOnce(
    folder,
    proxy.url,
    async () => (await platform.hand.ask('code', { division: DEMO_DIVISION })) as string,
  );
  const complaints: string[] = [];
  let current: Hand | null = null;
  const others: Hand[] = [];
  const scene: Scene = {
    town,
    platform,
    proxy,
    chance: chanceByRound(seed),
    folder,
    kiosk: await kioskIdOf(folder),
    from,
    rounds,
    goesOn: () => Date.now() < until,
    told: [],
    refused: 0,
    async hand() {
      if (current?.isAlive() !== true) {
        current = await town.spareKiosk();
        await openKiosk(current, folder, town.procedures);
      }
      return current;
    },
    async another() {
      const hand = await town.spareKiosk();
      others.push(hand);
      await openKiosk(hand, folder, town.procedures);
      return hand;
    },
    note(hand) {
      const { numbers, refused } = hand.takeTold();
      scene.told.push(...numbers);
      scene.refused += refused;
    },
    found: { receipts: 0, cases: 0, lost: 0, unreadable: 0 },
    complain: (sentence) => void complaints.push(sentence),
  };
  try {
    const played = await fault.play(scene);
    const last = await scene.hand();
    proxy.become({ kind: 'fine' });
    await settle(last);
    scene.note(last);
    // What could not be marked as waiting again stays marked as being sent until the next start takes it back.
    await last.ask('close');
    await openKiosk(last, folder, town.procedures);
    await settle(last);
    await last.ask('close');
    town.giveBack(last);
    current = null;
    const outcome = { rounds: played, ...(await audit(scene.platform, scene.kiosk, scene.told)) };
    await compareWithStore(scene, outcome, complaints);
    return { outcome: together(outcome, scene.found), complaints };
  } finally {
    await (current as Hand | null)?.kill();
    for (const hand of others) await hand.kill();
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function together(outcome: Outcome, found: Scene['found']): Outcome {
  return {
    ...outcome,
    receipts: outcome.receipts + found.receipts,
    cases: outcome.cases + found.cases,
    lost: outcome.lost + found.lost,
    unreadable: outcome.unreadable + found.unreadable,
  };
}

/** Sends all there is: the first time may find a connection that the fault left broken. */
export async function settle(hand: Hand): Promise<void> {
  for (let times = 0; times < 3; times += 1) await hand.ask('drain');
}

async function kioskIdOf(folder: string): Promise<string> {
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) throw new Error(opened.error.detail);
  const enrolment = await opened.value.enrolment.get();
  await opened.value.close();
  if (enrolment === null) throw new Error('not enrolled');
  return enrolment.kiosk;
}

/** The kiosk's own books: it opens, has no gap, and knows of nothing that the platform does not have. */
async function compareWithStore({ folder }: Scene, { cases }: Outcome, complaints: string[]): Promise<void> {
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) {
    complaints.push(`the kiosk's store does not open: ${opened.error.code} ${opened.error.detail}`);
    return;
  }
  const last = await opened.value.submissions.lastSequence();
  const waiting = await opened.value.submissions.waiting();
  await opened.value.close();
  if (waiting !== 0) complaints.push(`${waiting} still wait although everything was sent`);
  if (last !== cases) complaints.push(`the kiosk gave out ${last} numbers, the platform has ${cases} cases`);
}

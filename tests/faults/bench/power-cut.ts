// The power goes. A kill cannot show what a disk keeps: the system still has everything. Here only that survives which
// the process had forced to the disk.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openStore } from '../../../main/store/store.ts';
import { cutAfter, readTrace, watching, type Cut, type Event } from './disk-trace.ts';
import { startProcess } from './hand.ts';
import { eachRound, openKiosk, type Fault, type Scene } from './town.ts';

const FILES = ['kiosk.sqlite', 'kiosk.sqlite-wal'];
const APPLICATIONS = 10;

interface Recorded {
  events: Event[];
  start: Map<string, Buffer>;
  /** The data folder as it was before. */
  before: string;
  told: string[];
}

/** Lets people hand in at a kiosk that is watched, and writes down every change of its database. */
async function record(scene: Scene, name: string, env: Record<string, string>): Promise<Recorded> {
  const { folder, town } = scene;
  const before = join(town.folder, `before-${name}`);
  const trace = join(town.folder, `trace-${name}`);
  cpSync(folder, before, { recursive: true });
  const hand = await startProcess('kiosk-process.ts', { through: watching(trace), env });
  await openKiosk(hand, folder, town.procedures);
  await hand.ask('submit', { count: APPLICATIONS - 2 });
  await hand.ask('drain');
  await hand.ask('submit', { count: 2 });
  const { numbers } = hand.takeTold();
  await hand.ask('close');
  await hand.end();
  const watched = FILES.map((file) => join(folder, file));
  const start = new Map(
    watched
      .filter((file) => existsSync(file))
      .map((file) => [file, readFileSync(join(before, basename(file)))]),
  );
  return { events: readTrace(trace, (file) => watched.includes(file)), start, before, told: numbers };
}

/** How many of those who were told are in the books after the cut; null: the books do not open. */
async function survivors({ before }: Recorded, cut: Cut, at: string): Promise<number | null> {
  rmSync(at, { recursive: true, force: true });
  cpSync(before, at, { recursive: true });
  for (const file of FILES) rmSync(join(at, file), { force: true });
  for (const [file, bytes] of cut.files) writeFileSync(join(at, basename(file)), bytes);
  mkdirSync(at, { recursive: true });
  const opened = await openStore(at, { reclaim: false });
  if (!opened.ok) return null;
  const rows = await opened.value.submissions.list(10_000);
  await opened.value.close();
  const kept = new Set(rows.map(({ receiptNumber }) => receiptNumber));
  return cut.told.filter((number) => kept.has(number)).length;
}

/** How often the log was forced to the disk before each telling. */
function syncsBeforeTelling(events: readonly Event[]): number[] {
  const counts: number[] = [];
  let syncs = 0;
  for (const event of events) {
    if (event.what === 'told') {
      counts.push(syncs);
      syncs = 0;
    } else if (event.what === 'sync') syncs += 1;
  }
  return counts;
}

/** The same cuts of a kiosk that does not wait for its disk must lose; else the replay shows nothing. */
async function control(scene: Scene): Promise<void> {
  const { town } = scene;
  const folder = join(town.folder, 'control');
  cpSync(scene.folder, folder, { recursive: true });
  // Offline, so that the platform knows nothing of a kiosk that is made to forget.
  scene.proxy.become({ kind: 'half-open' });
  const recorded = await record({ ...scene, folder }, 'control', { BENCH_NEVER_SYNCS: '1' });
  scene.proxy.become({ kind: 'fine' });
  const cut = cutAfter(recorded.events, recorded.events.length, recorded.start, 'least');
  const kept = (await survivors(recorded, cut, join(town.folder, 'cut'))) ?? 0;
  if (cut.told.length !== APPLICATIONS) scene.complain('the control told nobody');
  if (kept === cut.told.length) scene.complain('the replay would not notice a kiosk that never syncs');
  const syncs = syncsBeforeTelling(recorded.events);
  if (Math.min(...syncs) > 0) scene.complain('the count of syncs would not notice it either');
}

export const powerCut: Fault = {
  name: 'power-cut',
  rows: 'S2, S3',
  about: 'only what was forced to the disk survives, or that and a torn part of the rest',
  async play(scene) {
    const { chance, town, found } = scene;
    await control(scene);
    const recorded = await record(scene, 'power', {});
    scene.told.push(...recorded.told);
    const syncs = syncsBeforeTelling(recorded.events);
    if (syncs.length !== recorded.told.length || Math.min(...syncs) < 1)
      scene.complain(`told without a sync: ${syncs.join(' ')}`);
    const tellings = recorded.events.flatMap(({ what }, at) => (what === 'told' ? [at + 1] : []));
    return eachRound(scene, async (round) => {
      // Right after each telling first: that is where a promise can be broken.
      const count = tellings[round] ?? chance.whole(0, recorded.events.length);
      const cut = cutAfter(recorded.events, count, recorded.start, round % 2 === 0 ? 'least' : chance);
      const kept = await survivors(recorded, cut, join(town.folder, 'cut'));
      found.receipts += cut.told.length;
      if (kept === null) found.unreadable += 1;
      else {
        found.cases += kept;
        found.lost += cut.told.length - kept;
      }
    });
  },
};

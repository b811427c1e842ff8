// What becomes of a database that is damaged: it is made again where nothing is lost by it, else the kiosk stops.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Result } from '../../domain/result.ts';
import { silentLog } from '../../lib/log.ts';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { takeBackup } from './backup.ts';
import { openOrRecover } from './recover.ts';
import { databaseFile, openStore, type Store, type StoreFault } from './store.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const { clock } = manualTime(NOW);
const LAST = 40;
let live: string;
let folder: string;
let store: Store;

beforeEach(async () => {
  live = mkdtempSync(join(tmpdir(), 'onewindow-live-'));
  folder = mkdtempSync(join(tmpdir(), 'onewindow-recover-'));
  const opened = await openStore(live, { clock });
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  for (const place of [live, folder]) rmSync(place, { recursive: true, force: true });
});

async function submit(from: number, to: number): Promise<void> {
  for (let sequence = from; sequence <= to; sequence += 1) await putReceipt(store, sequence, NOW);
}

async function backUp(): Promise<void> {
  const taken = await takeBackup(live, 3, clock);
  if (!taken.ok) throw new Error(taken.error);
}

/** What a process leaves that was killed. */
function killed(): void {
  rmSync(folder, { recursive: true, force: true });
  copyTree(live, folder);
  rmSync(`${databaseFile(folder)}-shm`, { force: true });
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else copyFileSync(source, target);
  }
}

const main = () => databaseFile(folder);
const wal = () => `${databaseFile(folder)}-wal`;

function overwrite(file: string, at: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, at, Math.min(bytes.length, at + length));
  writeFileSync(file, bytes);
}

const PAGE = 4096;

/** Where the first page begins that has these words of a receipt's paper. */
function pageWith(number: string): number {
  const at = readFileSync(main()).indexOf(`"number":"${number}"`);
  if (at < 0) throw new Error('no page has it');
  return at - (at % PAGE);
}

async function start<T>(work: (opened: Result<Store, StoreFault>) => Promise<T>): Promise<T> {
  const opened = await openOrRecover(folder, { clock, log: silentLog });
  try {
    return await work(opened);
  } finally {
    if (opened.ok) await opened.value.close();
  }
}

const sequenceAfterStart = () =>
  start(async (opened) => (opened.ok ? opened.value.submissions.lastSequence() : opened.error.detail));

it('S9: a damaged database is made again of a backup and of what can be read of it, with nothing lost', async () => {
  await submit(1, 20);
  await store.submissions.acknowledge(3, '{}', 'signed', NOW.toISOString());
  await backUp();
  await submit(21, LAST);
  await store.submissions.acknowledge(4, '{}', 'signed', NOW.toISOString());
  await store.submissions.acknowledge(30, '{}', 'signed', NOW.toISOString());
  await store.sweep();
  killed();
  // A page of the first receipts, which the backup has.
  overwrite(main(), pageWith('520103-K012-1-0005-X'), PAGE);
  const before = readFileSync(main());
  expect((await openStore(folder, { clock })).ok).toBe(false);
  await start(async (opened) => {
    if (!opened.ok) throw new Error(opened.error.detail);
    const { submissions, enrolment, verify } = opened.value;
    expect(await submissions.lastSequence()).toBe(LAST);
    const { journal, altered } = await verify();
    expect([journal.broken, altered]).toEqual([null, []]);
    const states = await submissions.list(100);
    expect(states.filter(({ state }) => state === 'acknowledged').map(({ sequence }) => sequence)).toEqual([
      30, 4, 3,
    ]);
    expect(await submissions.waiting()).toBe(LAST - 3);
    // Asked of the platform before anybody is served.
    expect(await enrolment.restoredAt()).toBe(LAST);
  });
  const [stamp = ''] = readdirSync(join(folder, 'set-aside'));
  expect(readFileSync(join(folder, 'set-aside', stamp, 'kiosk.sqlite')).equals(before)).toBe(true);
  // Once: the next start has nothing to recover.
  expect(await sequenceAfterStart()).toBe(LAST);
  expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
});

it.each<[string, () => void]>([
  ['is gone', () => rmSync(main())],
  ['is empty', () => truncateSync(main(), 0)],
  ['begins with garbage', () => overwrite(main(), 0, 100)],
])('S9: a database that %s is made again of a backup that knows every number', async (_, damage) => {
  await submit(1, 5);
  await backUp();
  await store.submissions.acknowledge(2, '{}', 'signed', NOW.toISOString());
  await store.sweep();
  killed();
  rmSync(wal(), { force: true });
  damage();
  expect(await sequenceAfterStart()).toBe(5);
});

it('S9: the kiosk stops, and touches nothing, where a number that was given out would be missing', async () => {
  await submit(1, 5);
  await backUp();
  await submit(6, 8);
  killed();
  rmSync(main());
  expect(await sequenceAfterStart()).toBe(
    'the database is gone, but kiosk.witness is there; not recovered: 8 submissions were given out, and only 5 of them can be put together',
  );
  expect(readdirSync(folder).filter((name) => /recover|set-aside/.test(name))).toEqual([]);
  // The log is still there for whoever knows how to read it.
  expect(statSync(wal()).size).toBeGreaterThan(0);
});

it('S9: no empty database takes the place of one of which nothing can be read', async () => {
  await store.transaction((stores) => stores.journal.append(NOW.toISOString(), 'enrolled', {}));
  await store.sweep();
  killed();
  overwrite(main(), 0, readFileSync(main()).length);
  rmSync(wal(), { force: true });
  await start(async (opened) => {
    expect(opened).toMatchObject({ ok: false, error: { code: 'S-01' } });
  });
});

it('S9: a backup that is damaged itself is passed over for an older one', async () => {
  await submit(1, 3);
  await backUp();
  await submit(4, 6);
  await backUp();
  await store.sweep();
  killed();
  const [newest = ''] = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('-6.sqlite'));
  overwrite(join(folder, 'backups', newest), 4096 * 2, 4096);
  overwrite(main(), 0, 100);
  expect(await sequenceAfterStart()).toContain('6 submissions were given out, and only 3 of them');
});

it('S9: an exchange that the power cut in the middle is ended at the next start', async () => {
  await submit(1, 5);
  await backUp();
  await store.sweep();
  killed();
  const [backup = ''] = readdirSync(join(folder, 'backups'));
  copyFileSync(join(folder, 'backups', backup), `${main()}.recovered`);
  rmSync(main());
  expect(await sequenceAfterStart()).toBe(5);
  expect(readdirSync(folder)).not.toContain('kiosk.sqlite.recovered');
});

it(
  'S9: whatever page is damaged, a start serves every number that was given out, or none',
  { timeout: 60_000 },
  async () => {
    await submit(1, 12);
    await backUp();
    await submit(13, 18);
    await store.sweep();
    killed();
    const whole = readFileSync(main());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(whole.length - 1), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 6000 }),
        async (places, length) => {
          killed();
          for (const at of places) overwrite(main(), at, length);
          const said = await sequenceAfterStart();
          if (typeof said === 'number') expect(said).toBe(18);
        },
      ),
      { numRuns: 12 },
    );
  },
);

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { startBackups } from './backup-keeper.ts';
import { backupFolder, listBackups, proveBackup, restoreBackup, takeBackup } from './backup.ts';
import { databaseFile, openStore, type Store } from './store.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const HOUR_MS = 60 * 60 * 1000;
let folder: string;
let store: Store;
let time: ReturnType<typeof manualTime>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-backup-'));
  time = manualTime(NOW);
  store = await opened();
  for (const sequence of [1, 2]) await putReceipt(store, sequence, NOW);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(): Promise<Store> {
  const result = await openStore(folder, { clock: time.clock });
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

async function taken(): Promise<string> {
  const result = await takeBackup(folder, 3, time.clock);
  if (!result.ok) throw new Error(result.error);
  return result.value.file;
}

it('copies what is there while submissions go on, and proves it', async () => {
  const going = (async () => {
    for (const sequence of [3, 4, 5, 6]) await putReceipt(store, sequence, NOW);
  })();
  const file = await taken();
  await going;
  const proved = await proveBackup(file);
  expect(proved.ok && proved.value).toBeGreaterThanOrEqual(2);
  expect((await store.verify()).altered).toEqual([]);
  // One file, without a log beside it.
  expect(readdirSync(backupFolder(folder))).toHaveLength(1);
});

it('leaves out what is at the counter, to the last byte', async () => {
  const body = Buffer.from('a body that nobody may find again, a body that nobody may find again');
  const id = '00000000-0000-7000-8000-000000000001';
  await store.drafts.put({
    id,
    wrappedKey: Buffer.from('a wrapped key of a draft'),
    body,
    savedAt: NOW.toISOString(),
  });
  await store.sweep();
  const bytes = readFileSync(await taken());
  expect(readFileSync(databaseFile(folder)).includes(body)).toBe(true);
  expect(bytes.includes(body)).toBe(false);
  expect(bytes.includes('a wrapped key of a draft')).toBe(false);
});

it('keeps the newest, and takes one when the newest is too old', async () => {
  const keeper = startBackups({
    folder,
    config: { backups: { everyHours: 2, keep: 2 } },
    clock: time.clock,
    timers: time.timers,
    log: silentLog,
  });
  const taken: number[] = [];
  for (let hour = 0; hour < 8; hour += 1) {
    time.pass(HOUR_MS);
    await keeper.drain();
    taken.push((await listBackups(folder))[0]?.takenAt.getTime() ?? 0);
  }
  await keeper.stop();
  expect(new Set(taken).size).toBe(4);
  expect(await listBackups(folder)).toHaveLength(2);
});

it.each<[string, (bytes: Buffer) => Buffer]>([
  ['is cut off', (bytes) => bytes.subarray(0, bytes.length - 4096)],
  ['is empty', () => Buffer.alloc(0)],
  ['is something else', () => Buffer.from('hello')],
  [
    'was changed in one byte of a submission',
    (bytes) => {
      const changed = Buffer.from(bytes);
      changed.write('!', changed.indexOf('{"sequence":2}'));
      return changed;
    },
  ],
])('does not put back a copy that %s, and leaves everything as it was', async (_, damage) => {
  const file = await taken();
  writeFileSync(file, damage(readFileSync(file)));
  await store.close();
  const before = readFileSync(databaseFile(folder));
  expect((await restoreBackup(folder, file, time.clock)).ok).toBe(false);
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
  store = await opened();
  expect(await store.submissions.lastSequence()).toBe(2);
});

it('does not put one back under a kiosk that runs', async () => {
  const file = await taken();
  await putReceipt(store, 3, NOW);
  expect(await restoreBackup(folder, file, time.clock)).toEqual({ ok: false, error: 'running' });
  expect(await store.submissions.lastSequence()).toBe(3);
  await putReceipt(store, 4, NOW);
});

it('puts one back in the place of a damaged database, which it keeps byte for byte', async () => {
  const file = await taken();
  await store.close();
  const noise = Buffer.alloc(20_000, 7);
  writeFileSync(databaseFile(folder), noise);
  const restored = await restoreBackup(folder, file, time.clock);
  if (!restored.ok) throw new Error(restored.error);
  expect(readFileSync(join(restored.value.aside ?? '', 'kiosk.sqlite')).equals(noise)).toBe(true);
  store = await opened();
  expect(await store.submissions.lastSequence()).toBe(2);
  expect(await store.enrolment.restoredAt()).toBe(2);
});

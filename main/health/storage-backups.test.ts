import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkIntegrity } from '../admin/integrity.ts';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { backupFolder, takeBackup } from '../store/backup.ts';
import { openStore, type Store } from '../store/store.ts';
import { lookAtBackups } from './backups.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const HOUR_MS = 60 * 60 * 1000;
let folder: string;
let store: Store;
let time: ReturnType<typeof manualTime>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-backups-'));
  time = manualTime(NOW);
  const opened = await openStore(folder, { clock: time.clock });
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  await putReceipt(store, 1, NOW);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const look = (since: Date | null = NOW) =>
  lookAtBackups({ folder, config: { backups: { everyHours: 24, keep: 3 } }, since, clock: time.clock });

it('tells the age of the newest backup, once it is twice as old as it may be', async () => {
  expect(await look(null)).toMatchObject({ isWell: true, found: { en: 'none yet' } });
  time.pass(49 * HOUR_MS);
  expect(await look()).toMatchObject({ isWell: false, found: { en: 'none yet' } });
  expect((await takeBackup(folder, 3, time.clock)).ok).toBe(true);
  expect(await look()).toMatchObject({ isWell: true });
  time.pass(47 * HOUR_MS);
  expect(await look()).toMatchObject({ isWell: true });
  time.pass(2 * HOUR_MS);
  expect(await look()).toMatchObject({ isWell: false });
});

it('S13: a backup from the future is told, and never kept in the place of a new one', async () => {
  time.setWallClock(new Date('2036-01-01T00:00:00Z'));
  for (let year = 0; year < 2; year += 1) {
    await takeBackup(folder, 2, time.clock);
    time.pass(HOUR_MS);
  }
  time.setWallClock(NOW);
  expect((await takeBackup(folder, 2, time.clock)).ok).toBe(true);
  expect(readdirSync(backupFolder(folder)).filter((name) => name.startsWith('kiosk-2026'))).toHaveLength(1);
  expect(await look()).toMatchObject({ isWell: false, todo: { en: 'Look at the clock of the machine' } });
});

it('S5: takes no backup where there is no room for it, and leaves nothing of it', async () => {
  expect(await takeBackup(folder, 3, time.clock, async () => 10_000)).toEqual({
    ok: false,
    error: 'no-space',
  });
  expect(readdirSync(backupFolder(folder))).toEqual([]);
});

it('S9: integrity reads what a start does not', async () => {
  const given = { words: [], folder, configFile: '', platform: undefined, code: undefined, limit: 1 };
  expect(await checkIntegrity(given)).toMatchObject({ code: 0, value: { ok: true, complaint: null } });
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'kiosk.sqlite'), Buffer.alloc(8192, 7));
  expect(await checkIntegrity({ ...given, folder: elsewhere })).toMatchObject({
    code: 1,
    value: { ok: false, fault: { code: 'S-01' } },
  });
});

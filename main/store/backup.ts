// Copies of the database, made while the kiosk serves, and proved before they count. A copy holds what the database
// holds: sealed applications, masked receipts, the journal. It holds no key of this machine and no case of the counter:
// one that was shredded must not come back.
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { isInUse, openSqlite, openSqliteToRead, wholeCheck } from '../../lib/database/sqlite.ts';
import { freeBytesOf } from '../submissions/reserve.ts';
import { alteredSubmissions, firstMissing } from './evidence.ts';
import { journalStore } from './journal.ts';
import { databaseFile } from './look-first.ts';
import { keepWitness, readWitness } from './witness.ts';

export interface Backup {
  file: string;
  /** The last sequence in it. */
  last: number;
  takenAt: Date;
}

/** Why a copy is no backup. */
export type BackupFault = 'no-database' | 'damaged' | 'not-ours' | 'no-space';

const NAME = /^kiosk-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d+)\.sqlite$/;

/** Where the backups of a data folder are. */
export function backupFolder(folder: string): string {
  return join(folder, 'backups');
}

function nameOf(at: Date, last: number): string {
  return `kiosk-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z-${last}.sqlite`;
}

/** The backups of a folder, newest first. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const names = await readdir(backupFolder(folder)).catch(() => []);
  return names
    .flatMap((name) => {
      const [, year, month, day, hour, minute, second, last] = NAME.exec(name) ?? [];
      if (last === undefined) return [];
      const takenAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      return [{ file: join(backupFolder(folder), name), last: Number(last), takenAt }];
    })
    .toSorted((one, other) => other.takenAt.getTime() - one.takenAt.getTime() || other.last - one.last);
}

/**
 * Copies the database of a data folder, proves the copy, and keeps the newest `keep`. On a connection of its own: the
 * kiosk goes on meanwhile. Throws what the disk throws, and then leaves nothing behind.
 */
export async function takeBackup(
  folder: string,
  keep: number,
  clock: Clock,
  measure = freeBytesOf,
): Promise<Result<Backup, BackupFault>> {
  await mkdir(backupFolder(folder), { recursive: true, mode: 0o700 });
  const part = join(backupFolder(folder), 'part');
  try {
    await rm(part, { force: true });
    if (!(await hasRoom(folder, measure))) return fail('no-space');
    await copyInto(databaseFile(folder), part);
    await leaveOutDrafts(part);
    const proved = await proveBackup(part);
    if (!proved.ok) return proved;
    const [takenAt, last] = [clock.now(), proved.value];
    const file = join(backupFolder(folder), nameOf(takenAt, last));
    await putInPlace(part, file);
    for (const old of (await worthKeeping(folder, takenAt)).slice(keep)) await rm(old.file, { force: true });
    return ok({ file, last, takenAt });
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${part}${end}`, { force: true });
  }
}

/** The copy, and the log that leaving the cases out of it writes: without room for both it would take the kiosk's. */
async function hasRoom(folder: string, measure: typeof freeBytesOf): Promise<boolean> {
  const files = [databaseFile(folder), `${databaseFile(folder)}-wal`];
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => null))?.size ?? 0));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return (await measure(folder)) > 2 * bytes;
}

/** Newest first, and behind them those from the future: a clock that was set back must not cost the new ones. */
async function worthKeeping(folder: string, now: Date): Promise<Backup[]> {
  const all = await listBackups(folder);
  const isPast = ({ takenAt }: Backup) => takenAt.getTime() <= now.getTime();
  return [...all.filter(isPast), ...all.filter((backup) => !isPast(backup))];
}

/** Through SQLite, which sees the log too: a plain copy of the file would lack what only stands there. */
async function copyInto(file: string, copy: string): Promise<void> {
  const db = openSqlite(file);
  try {
    await db.raw('vacuum into ?', [copy]);
  } finally {
    await db.destroy();
  }
}

/** What was at the counter is not in a copy; secure_delete overwrites it. */
async function leaveOutDrafts(file: string): Promise<void> {
  const db = openSqlite(file);
  try {
    await db('drafts').delete();
    await db.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await db.destroy();
  }
}

/** The last sequence of a copy that stands: its pages, its journal, and every submission in it. */
export async function proveBackup(file: string): Promise<Result<number, BackupFault>> {
  const db = openSqlite(file);
  try {
    if ((await wholeCheck(db)) !== null) return fail('damaged');
    if (!(await db.schema.hasTable('journal_checkpoint'))) return fail('not-ours');
    const journal = journalStore(db);
    const isWhole =
      (await journal.verify(null)).broken === null &&
      (await firstMissing(db)) === null &&
      (await alteredSubmissions(db, 'all')).length === 0;
    return isWhole ? ok(await journal.lastSubmitted()) : fail('damaged');
  } catch {
    return fail('damaged');
  } finally {
    await db.destroy();
  }
}

/** On the disk before it has its name, and its name on the disk before anybody relies on it. */
async function putInPlace(part: string, file: string): Promise<void> {
  await synced(part);
  await rename(part, file);
  await synced(dirname(file));
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

export type RestoreFault = BackupFault | 'running';

export interface Restored {
  /** The last sequence that the copy knows. */
  last: number;
  /** Where the database that was there is now, as it was; null: there was none. */
  aside: string | null;
}

/**
 * Puts a backup in the place of the database, which is set aside and never deleted. The kiosk then serves nobody until
 * the platform has said that it holds nothing newer.
 */
export async function restoreBackup(
  folder: string,
  file: string,
  clock: Clock,
): Promise<Result<Restored, RestoreFault>> {
  const part = join(folder, 'restoring');
  try {
    await copyFile(file, part);
    const proved = await proveBackup(part);
    if (!proved.ok) return proved;
    const aside = await setAsideDatabase(folder, clock);
    if (!aside.ok) return aside;
    await noteRestored(part, proved.value, clock);
    for (const end of ['-wal', '-shm']) await rm(`${databaseFile(folder)}${end}`, { force: true });
    await putInPlace(part, databaseFile(folder));
    await testifyTo(folder);
    return ok({ last: proved.value, aside: aside.value });
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(`${part}${end}`, { force: true });
  }
}

async function noteRestored(file: string, last: number, clock: Clock): Promise<void> {
  const db = openSqlite(file);
  const at = clock.now().toISOString();
  try {
    await db.transaction(async (transaction) => {
      await transaction('restored').insert({ id: 1, restored_at: at, last }).onConflict('id').merge();
      await journalStore(transaction).append(at, 'restored', { last });
    });
    await db.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await db.destroy();
  }
}

/** From now on the witness speaks of what was put back, but for the numbers: those stay given out. */
export async function testifyTo(folder: string): Promise<void> {
  const known = readWitness(folder);
  const given = known === null || known === 'unreadable' ? 0 : known.sequence;
  const db = openSqliteToRead(databaseFile(folder));
  try {
    const journal = journalStore(db);
    const last = await journal.last();
    const sequence = Math.max(given, await journal.lastSubmitted());
    keepWitness(folder, { position: last?.position ?? 0, hash: last?.hash ?? '', sequence }).close();
  } finally {
    await db.destroy();
  }
}

/** Copied before anything opens it: opening a damaged one may change it. */
async function setAsideDatabase(folder: string, clock: Clock): Promise<Result<string | null, 'running'>> {
  const names = (await readdir(folder)).filter((name) => /^kiosk\.sqlite(-wal|-shm)?$/.test(name));
  if (!names.includes('kiosk.sqlite')) return ok(null);
  const stamp = clock.now().toISOString().replaceAll(/[-:.]/g, '');
  const aside = join(folder, 'set-aside', stamp);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const name of names) {
    await copyFile(join(folder, name), join(aside, name));
    await synced(join(aside, name));
  }
  await synced(aside);
  if (!(await isInUse(databaseFile(folder)))) return ok(aside);
  await rm(aside, { recursive: true, force: true });
  return fail('running');
}

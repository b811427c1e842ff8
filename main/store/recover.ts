// A damaged database is made again from the newest backup that proves itself, and from what can still be read of the
// damaged one. Only when no number that was given out is missing does that take its place; otherwise nothing is touched,
// and the kiosk stops with a sentence. The damaged files are set aside as they are.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { migrate } from '../../lib/database/migrate.ts';
import { openSqlite, openSqliteToRead } from '../../lib/database/sqlite.ts';
import type { Log } from '../../lib/log.ts';
import { kioskMigrations } from '../../migrations/kiosk/index.ts';
import { listBackups, proveBackup, testifyTo } from './backup.ts';
import { journalStore } from './journal.ts';
import { databaseFile } from './look-first.ts';
import { salvage } from './salvage.ts';
import { openStore, type Store } from './store.ts';
import { isDamage, type StoreFault } from './store-fault.ts';
import { readWitness } from './witness.ts';

export interface Surroundings {
  clock: Clock;
  log: Log;
}

/** Somebody has to look into a machine that sets its database aside so often. */
const SET_ASIDE_AT_MOST = 20;

/** Opens the store; one that is damaged is made again first, where nothing of what was given out is lost by it. */
export async function openOrRecover(
  folder: string,
  { clock, log }: Surroundings,
): Promise<Result<Store, StoreFault>> {
  if (existsSync(recoveredFile(folder))) await exchange(folder, clock);
  const opened = await openStore(folder, { clock });
  if (opened.ok || !isDamage(opened.error)) return opened;
  log.warn('database damaged', { code: opened.error.code, state: opened.error.reason });
  const recovered = await recover(folder, clock).catch((error: unknown) => {
    log.unexpected('database not recovered', error);
    return fail('the disk did not allow it');
  });
  if (!recovered.ok) {
    log.warn('database not recovered', { code: opened.error.code });
    return fail({ ...opened.error, detail: `${opened.error.detail}; not recovered: ${recovered.error}` });
  }
  log.warn('database recovered', { sequence: recovered.value });
  return openStore(folder, { clock });
}

/** Whole under this name only: what begins to be put in place is put in place to the end, at the next start if need be. */
function recoveredFile(folder: string): string {
  return `${databaseFile(folder)}.recovered`;
}

/** The last number the new database knows; or why the damaged one stays where it is. */
async function recover(folder: string, clock: Clock): Promise<Result<number, string>> {
  const aside = await readdir(join(folder, 'set-aside')).catch(() => []);
  if (aside.length >= SET_ASIDE_AT_MOST) return fail('it was set aside too often');
  const part = join(folder, 'recovering');
  try {
    await discard(part);
    await begin(folder, part);
    const known = await complete(folder, part, clock);
    if (!known.ok) return known;
    const proved = await proveBackup(part);
    if (!proved.ok) return fail('what could be put together does not prove itself');
    await synced(part);
    await rename(part, recoveredFile(folder));
    await exchange(folder, clock);
    return known;
  } finally {
    await discard(part);
  }
}

async function discard(part: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) await rm(`${part}${end}`, { force: true });
}

/** With the backup that knows most, of those that prove themselves; with nothing where there is none. */
async function begin(folder: string, part: string): Promise<void> {
  // By what it knows and not by its date: a clock may have been wrong.
  const known = (await listBackups(folder)).toSorted((one, other) => other.last - one.last);
  for (const { file } of known) {
    await copyFile(file, part);
    if ((await proveBackup(part)).ok) return;
    await discard(part);
  }
}

async function complete(folder: string, part: string, clock: Clock): Promise<Result<number, string>> {
  const db = openSqlite(part);
  const damaged = existsSync(databaseFile(folder)) ? openSqliteToRead(databaseFile(folder)) : null;
  try {
    await migrate(db, kioskMigrations);
    const given = await givenOut(folder, damaged);
    if (given === null) return fail('nothing tells which numbers were given out');
    if (damaged !== null) await db.transaction((into) => salvage(damaged, into, lengthIn(folder)));
    // An empty database would be a machine that does not know that it was one: not even who it is.
    if ((await journalStore(db).last()) === null) return fail('nothing of it can be read');
    const last = await journalStore(db).lastSubmitted();
    if (last < given)
      return fail(`${given} submissions were given out, and only ${last} of them can be put together`);
    await noteRecovered(db, last, clock);
    await db.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    return ok(last);
  } finally {
    await damaged?.destroy();
    await db.destroy();
  }
}

/** The last number that is known to be out; null: nobody can say. */
async function givenOut(folder: string, damaged: Knex | null): Promise<number | null> {
  const witness = readWitness(folder);
  if (witness === null || witness === 'unreadable') return null;
  const read =
    damaged === null
      ? 0
      : await journalStore(damaged)
          .lastSubmitted()
          .catch(() => 0);
  return Math.max(witness.sequence, read);
}

function lengthIn(folder: string): (digest: string) => Promise<number | null> {
  return async (digest) => {
    const file = await stat(join(folder, 'documents', digest)).catch(() => null);
    return file?.size ?? null;
  };
}

/** As after a restore: a number that the witness did not see either may be out, and the platform may know of it. */
async function noteRecovered(db: Knex, last: number, clock: Clock): Promise<void> {
  const at = clock.now().toISOString();
  await db.transaction(async (transaction) => {
    await transaction('restored').insert({ id: 1, restored_at: at, last }).onConflict('id').merge();
    await journalStore(transaction).append(at, 'recovered', { last });
  });
}

/** Sets the damaged files aside, as they are, and puts what was recovered in their place. */
async function exchange(folder: string, clock: Clock): Promise<void> {
  const stamp = clock.now().toISOString().replaceAll(/[-:.]/g, '');
  const aside = join(folder, 'set-aside', stamp);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const end of ['', '-wal', '-shm']) {
    const file = `${databaseFile(folder)}${end}`;
    if (existsSync(file)) await rename(file, join(aside, `kiosk.sqlite${end}`));
  }
  await synced(aside);
  await rename(recoveredFile(folder), databaseFile(folder));
  await synced(folder);
  await testifyTo(folder);
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

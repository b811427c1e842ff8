// A look at a database that may be damaged, before anything opens it to write: opening alone puts the log into the file,
// or throws away a log that belongs to an empty one. What is found damaged is still byte for byte what it was.
import { existsSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { fail, ok, type Result } from '../../domain/result.ts';
import { unknownMigrations } from '../../lib/database/migrate.ts';
import { openSqliteToRead, quickCheck } from '../../lib/database/sqlite.ts';
import { kioskMigrations } from '../../migrations/kiosk/index.ts';
import { journalStore } from './journal.ts';
import { faultOf, isOfTheDisk, type StoreFault } from './store-fault.ts';
import { readWitness, witnessFile } from './witness.ts';

/** The database file of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'kiosk.sqlite');
}

const HEADER = Buffer.from('SQLite format 3\0');

/** ok: it may be opened to write. A folder that never had a database is well: one is made. */
export async function lookFirst(folder: string): Promise<Result<null, StoreFault>> {
  const header = await headerOf(databaseFile(folder)).catch((error: unknown) => faultOf(error));
  if (!(header === null || Buffer.isBuffer(header))) return fail(header);
  if (header === null || header.length === 0) {
    const sign = await signOfService(folder);
    if (sign === null) return ok(null);
    const detail = `${header === null ? 'the database is gone' : 'the database is empty'}, but ${sign} is there`;
    return fail({ code: 'S-07', reason: 'gone', detail });
  }
  if (!header.equals(HEADER)) {
    return fail({ code: 'S-01', reason: 'unreadable', detail: 'the file does not begin as a database does' });
  }
  const db = openSqliteToRead(databaseFile(folder));
  try {
    return await lookInside(db, folder);
  } catch (error) {
    // A reader can do less than a writer: what it may not do says nothing yet.
    return isOfTheDisk(error) ? ok(null) : fail(faultOf(error));
  } finally {
    await db.destroy();
  }
}

/** Its first bytes; null: there is no file. */
async function headerOf(file: string): Promise<Buffer | null> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What tells that there was a database here; null: nothing does. */
async function signOfService(folder: string): Promise<string | null> {
  const files = [witnessFile(folder), join(folder, 'kiosk.key'), `${databaseFile(folder)}-wal`];
  const file = files.find((sign) => existsSync(sign));
  if (file !== undefined) return file.slice(folder.length + 1);
  const backups = await readdir(join(folder, 'backups')).catch(() => []);
  return backups.length > 0 ? 'backups' : null;
}

async function lookInside(db: Knex, folder: string): Promise<Result<null, StoreFault>> {
  const complaint = await quickCheck(db);
  if (complaint !== null) return fail({ code: 'S-01', reason: 'unreadable', detail: complaint });
  const unknown = await unknownMigrations(db, kioskMigrations);
  if (unknown.length > 0) {
    const detail = `the database has ${unknown.join(', ')}, which this program does not know`;
    return fail({ code: 'S-02', reason: 'newer', detail });
  }
  return heldAgainstWitness(db, folder);
}

async function heldAgainstWitness(db: Knex, folder: string): Promise<Result<null, StoreFault>> {
  const witness = readWitness(folder);
  if (witness === null || witness === 'unreadable' || witness.position === 0) return ok(null);
  const isJournal = await db.schema.hasTable('journal');
  const last = isJournal ? await journalStore(db).lastPosition() : 0;
  if (last < witness.position) {
    const detail = `it ends at journal entry ${last}, and there was an entry ${witness.position}`;
    return fail({ code: 'S-08', reason: 'behind', detail });
  }
  const entry = await journalStore(db).entryAt(witness.position);
  // One that is missing in between is the journal's own to tell.
  if (entry === null || entry.hash === witness.hash) return ok(null);
  const detail = `journal entry ${witness.position} is not the one that was there`;
  return fail({ code: 'S-08', reason: 'behind', detail });
}

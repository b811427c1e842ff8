// One process for a folder. The mark is a lock that the operating system takes back when the process ends, however it
// ends: a file that only says so would lock a kiosk out after a power cut.
import type { Knex } from 'knex';
import { openSqlite } from './sqlite.ts';

export interface Ownership {
  release(): Promise<void>;
}

/** Takes a folder's lock file for this process; null: another one has it. Throws what the disk throws. */
export async function takeOwnership(file: string): Promise<Ownership | null> {
  const db: Knex = openSqlite(file);
  try {
    await db.raw('PRAGMA busy_timeout = 200');
    await db.raw('BEGIN EXCLUSIVE');
    return { release: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
}

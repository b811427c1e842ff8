// SQLite through knex, set so that what a citizen was told is kept really is kept. The measurements behind every
// setting are in docs/decisions/0003-sqlite-settings.md.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import knex, { type Knex } from 'knex';
import SqliteClient from 'knex/lib/dialects/sqlite3/index.js';
import { BESIDE, isContainer, isWithin, within } from './own-transaction.ts';

/**
 * knex always says plain BEGIN, whose later upgrade to a write lock fails at once with SQLITE_BUSY (knex#3176). And in a
 * pool of one, a query beside the transaction that waits for it would wait for the end of that very transaction.
 */
class SqliteClientOfOne extends SqliteClient {
  override transaction(container: unknown, ...rest: unknown[]) {
    const transaction = super.transaction(
      isContainer(container) ? within(this, container) : container,
      ...rest,
    );
    transaction.begin = (connection: unknown) => transaction.query(connection, 'BEGIN IMMEDIATE;');
    return transaction;
  }

  override acquireConnection(): Promise<unknown> {
    return isWithin(this) ? Promise.reject(new Error(BESIDE)) : super.acquireConnection();
  }
}

/** knex adds its flags to read-write and create, which makes reading alone a misuse. */
class SqliteReader extends SqliteClientOfOne {
  override acquireRawConnection(): Promise<object> {
    const { OPEN_READONLY, Database } = this.driver;
    return new Promise((resolve, reject) => {
      const db = new Database(this.connectionSettings.filename, OPEN_READONLY, (error) => {
        if (error === null) resolve(db);
        else reject(error);
      });
    });
  }
}

const PRAGMAS = [
  'journal_mode = WAL',
  // One fsync a commit: without it a power cut takes back what a receipt promised.
  'synchronous = FULL',
  'foreign_keys = ON',
  // For a second process only (the admin tool); within ours the pool of one keeps order.
  'busy_timeout = 5000',
  // Freed pages keep text otherwise.
  'secure_delete = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  // A mapped file turns an I/O error into SIGBUS.
  'mmap_size = 0',
];

interface RawConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

function setting(pragmas: readonly string[]) {
  const sql = pragmas.map((pragma) => `PRAGMA ${pragma};`).join('\n');
  return (connection: RawConnection, done: (error: Error | null, connection: RawConnection) => void): void =>
    connection.exec(sql, (error) => done(error, connection));
}

/** Opens (or makes) a database file in a folder only this user can enter. The pool stays at one connection. */
export function openSqlite(file: string): Knex {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return knex({
    client: SqliteClientOfOne as unknown as typeof Knex.Client,
    connection: { filename: file },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: setting(PRAGMAS) },
    // Nobody waits for themselves: whoever waits this long waits for a machine that does nothing.
    acquireConnectionTimeout: 60_000,
  });
}

/** What a reader sets: nothing that would be written down. */
const READ_PRAGMAS = [
  'busy_timeout = 5000',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
  'query_only = ON',
];

/**
 * Opens a database that may be damaged, only to read it: neither the file nor its log changes, not even when it is
 * closed again. Throws at the first query when it cannot be read at all.
 */
export function openSqliteToRead(file: string): Knex {
  return knex({
    client: SqliteReader as unknown as typeof Knex.Client,
    connection: { filename: file },
    useNullAsDefault: true,
    pool: { min: 0, max: 1, afterCreate: setting(READ_PRAGMAS) },
    acquireConnectionTimeout: 60_000,
  });
}

/** PRAGMA quick_check: null when the file is sound, else SQLite's first complaint. */
export function quickCheck(database: Knex): Promise<string | null> {
  return checked(database, 'PRAGMA quick_check(1)');
}

/** PRAGMA integrity_check, which reads the indexes too: null when the file is sound, else SQLite's first complaint. */
export function wholeCheck(database: Knex): Promise<string | null> {
  return checked(database, 'PRAGMA integrity_check(1)');
}

async function checked(database: Knex, pragma: string): Promise<string | null> {
  const rows = await database.raw<Record<string, string>[]>(pragma);
  const [said = 'no answer'] = Object.values(rows[0] ?? {});
  return said === 'ok' ? null : said;
}

/** Whether another connection has this database open. One that cannot be read is used by nobody. */
export async function isInUse(file: string): Promise<boolean> {
  const db = openSqlite(file);
  try {
    await db.raw('PRAGMA busy_timeout = 200');
    // Leaving WAL takes the file for oneself.
    await db.raw('PRAGMA journal_mode = DELETE');
    return false;
  } catch (error) {
    return (error as { code?: unknown }).code === 'SQLITE_BUSY';
  } finally {
    await db.destroy();
  }
}

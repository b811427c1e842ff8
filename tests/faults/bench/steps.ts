// Every step by which a process changes its disk, counted, and one of them made the last or the failing one. It wraps the
// database driver and the file system of its own process: the product has no line for it.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import sqlite3 from 'sqlite3';

export type Deed =
  /** The process ends without warning, before the step or right after the disk has done it. */
  | { do: 'kill'; at: number; when: 'before' | 'after' }
  /** The step fails as on a broken or full disk; nothing of it is done. */
  | { do: 'fail'; at: number; code: 'EIO' | 'ENOSPC' };

let armed: Deed | null = null;
let seen = 0;

/** Counts from zero; null: only counts. */
export function arm(deed: Deed | null): void {
  armed = deed;
  seen = 0;
}

/** Steps since it was armed. */
export function stepsSeen(): number {
  return seen;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing else may be done meanwhile.
  for (;;);
}

interface Fate {
  error: NodeJS.ErrnoException | null;
  isLast: boolean;
}

function fateOfStep(): Fate {
  seen += 1;
  if (armed?.at !== seen) return { error: null, isLast: false };
  if (armed.do === 'kill') {
    if (armed.when === 'before') die();
    return { error: null, isLast: true };
  }
  const code = armed.code === 'EIO' ? 'SQLITE_IOERR' : 'SQLITE_FULL';
  return { error: Object.assign(new Error(`${code}: made to fail`), { code }), isLast: false };
}

const WRITES = /^\s*(begin|commit|insert|update|delete|replace|create|alter|drop|vacuum)/i;

type Done = (this: unknown, error: Error | null, ...rest: unknown[]) => void;

/** The databases of this process, by their connection. */
const connections = new Set<sqlite3.Database>();

function wrapDriver(method: 'run' | 'all' | 'exec'): void {
  const prototype = sqlite3.Database.prototype as unknown as Record<
    string,
    (this: sqlite3.Database, ...given: unknown[]) => unknown
  >;
  const real = prototype[method];
  if (real === undefined) throw new Error(`the driver has no ${method}`);
  prototype[method] = function wrapped(this: sqlite3.Database, ...given: unknown[]) {
    connections.add(this);
    // The control of the power cuts: a kiosk that does not wait for its disk.
    if (process.env['BENCH_NEVER_SYNCS'] === '1' && typeof given[0] === 'string')
      given[0] = given[0].replace('synchronous = FULL', 'synchronous = OFF');
    if (!WRITES.test(String(given[0]))) return real.apply(this, given);
    const { error, isLast } = fateOfStep();
    const done = given.at(-1) as Done;
    if (error !== null) {
      const failed = () => done.call(this, error);
      // SQLite takes a transaction back whose commit the disk refused; any other statement leaves it open for knex to do so.
      if (/^\s*commit/i.test(String(given[0]))) return real.apply(this, ['ROLLBACK;', failed]);
      setImmediate(failed);
      return this;
    }
    if (!isLast) return real.apply(this, given);
    return real.apply(this, [...given.slice(0, -1), () => die()]);
  };
}

function wrapFiles(name: 'writeFile' | 'rename' | 'copyFile'): void {
  const real = fs[name] as (...given: unknown[]) => Promise<unknown>;
  (fs as unknown as Record<string, unknown>)[name] = async (...given: unknown[]) => {
    const { error, isLast } = fateOfStep();
    if (error !== null)
      throw Object.assign(new Error(`${name}: made to fail`), {
        code: error.code === 'SQLITE_FULL' ? 'ENOSPC' : 'EIO',
      });
    const result = await real(...given);
    if (isLast) die();
    return result;
  };
}

for (const method of ['run', 'all', 'exec'] as const) wrapDriver(method);
for (const name of ['writeFile', 'rename', 'copyFile'] as const) wrapFiles(name);
syncBuiltinESMExports();

/** Lets the databases of this process grow by at most so many pages from here; null: as they like. */
export async function limitPages(more: number | null): Promise<void> {
  for (const connection of connections) {
    const pages = await new Promise<number>((resolve) => {
      connection.get('PRAGMA page_count', (error, row) =>
        resolve(error === null ? (row as { page_count: number }).page_count : 0),
      );
    });
    const most = more === null ? 1_073_741_823 : pages + more;
    // A closed connection answers with an error, which is as good.
    await new Promise<void>((resolve) => connection.exec(`PRAGMA max_page_count = ${most}`, () => resolve()));
  }
}

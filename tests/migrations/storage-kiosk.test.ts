// Every release of the kiosk left databases behind. Each, with rows in it, is opened by this program, and not one row of
// it is dropped or changed. The fixtures are text, so that no code of today has a part in them.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../lib/database/migrate.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { databaseFile, openStore, type Store } from '../../main/store/store.ts';
import { kioskMigrations } from '../../migrations/kiosk/index.ts';

const RELEASES = readdirSync(import.meta.dirname).filter((name) => /^kiosk-.*\.sql$/.test(name));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function withSql<T>(work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(databaseFile(folder), { enableForeignKeyConstraints: false });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

function put(release: string): void {
  withSql((db) => db.exec(readFileSync(join(import.meta.dirname, release), 'utf8')));
}

/** Every row of every table but knex's own, with only the columns that were there. */
function rows(like?: Record<string, unknown[]>): Record<string, unknown[]> {
  return withSql((db) => {
    const tables =
      like === undefined
        ? db
            .prepare(
              `select name from sqlite_master where type = 'table' and name not like 'knex_%' and name not like 'sqlite_%'`,
            )
            .all()
            .map(({ name }) => String(name))
        : Object.keys(like);
    return Object.fromEntries(
      tables.map((table) => {
        const columns = Object.keys(like?.[table]?.[0] ?? {});
        const what = columns.length === 0 ? '*' : columns.join(', ');
        return [table, db.prepare(`select ${what} from ${table} order by 1, 2`).all()];
      }),
    );
  });
}

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const opened = await openStore(folder, { reclaim: true });
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail}`);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** What a start itself changes: states, and how far the journal was verified. */
const MOVES_ON = ['outbox', 'ratings', 'journal_checkpoint'];

describe.each(RELEASES)('S11: %s', (release) => {
  it('is opened with every row as it was, and goes on', async () => {
    put(release);
    const before = rows();
    expect(before['submissions']).toHaveLength(4);
    await inStore(async ({ submissions, verify, enrolment, drafts }) => {
      expect(await submissions.lastSequence()).toBe(4);
      expect((await submissions.list(10)).map(({ state }) => state)).toEqual([
        'quarantined',
        'queued',
        // What was being sent waits again.
        'queued',
        'acknowledged',
      ]);
      expect((await verify()).journal).toMatchObject({ entries: 5, broken: null });
      expect((await verify()).altered).toEqual([]);
      expect((await enrolment.get())?.code).toBe('K012');
      expect(await drafts.count()).toBe(before['drafts']?.length ?? 0);
    });
    const after = rows(before);
    const kept = (all: Record<string, unknown[]>) =>
      Object.fromEntries(Object.entries(all).filter(([table]) => !MOVES_ON.includes(table)));
    expect(kept(after)).toEqual(kept(before));
    for (const table of MOVES_ON) expect(after[table]?.length).toBe(before[table]?.length);
  });

  it('goes on where a process was killed inside a migration', async () => {
    put(release);
    const before = rows();
    // knex took its lock, and what it did in its transaction was taken back.
    withSql((db) => db.exec('update knex_migrations_lock set is_locked = 1'));
    await inStore(async ({ submissions }) => expect(await submissions.lastSequence()).toBe(4));
    expect(rows(before)['submissions']).toEqual(before['submissions']);
  });

  it('stays as it was when a migration fails in the middle', async () => {
    put(release);
    const before = rows();
    const failing = {
      name: '2099-01-01-fails',
      async up(knex: Knex) {
        await knex.raw('create table half (one integer)');
        await knex.raw(`update outbox set state = 'queued'`);
        throw new Error('in the middle');
      },
    };
    const db = openSqlite(databaseFile(folder));
    await migrate(db, kioskMigrations);
    await expect(migrate(db, [...kioskMigrations, failing])).rejects.toThrow('in the middle');
    expect(await db.schema.hasTable('half')).toBe(false);
    await db.destroy();
    expect(rows(before)).toEqual(before);
    await inStore(async ({ submissions }) => expect(await submissions.lastSequence()).toBe(4));
  });
});

it('S11: there is a database of every release: the newest has the whole schema', () => {
  put(RELEASES.at(-1) ?? '');
  const done = withSql((db) =>
    db
      .prepare('select name from knex_migrations')
      .all()
      .map(({ name }) => name),
  );
  const known = kioskMigrations.map(({ name }) => name);
  // Whoever ships the migrations behind this one adds the database that they leave.
  const shipped = known.slice(0, known.indexOf('2026-11-26-storage') + 1);
  expect(shipped.filter((name) => !done.includes(name))).toEqual([]);
});

it('S11: a database of a newer program is refused by name, and left to the last byte', async () => {
  put(RELEASES.at(-1) ?? '');
  withSql((db) =>
    db.exec(
      `insert into knex_migrations (name, batch, migration_time) values ('2099-01-01-later', 9, 0); PRAGMA journal_mode = WAL`,
    ),
  );
  const hash = () =>
    createHash('sha256')
      .update(readFileSync(databaseFile(folder)))
      .digest('hex');
  const before = hash();
  const result = await openStore(folder);
  expect(result).toMatchObject({ ok: false, error: { code: 'S-02' } });
  expect(result.ok ? '' : result.error.detail).toContain('2099-01-01-later');
  expect(hash()).toBe(before);
});

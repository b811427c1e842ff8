// Somebody opens the database with a tool of their own and changes a row. Each time it is named.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { ALWAYS_WHOLE } from './evidence.ts';
import { databaseFile, openStore, type Store } from './store.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
let folder: string;
let time: ReturnType<typeof manualTime>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-evidence-'));
  time = manualTime(NOW);
  await inStore(async (store) => {
    for (const sequence of [1, 2, 3]) await putReceipt(store, sequence, NOW);
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opened(): Promise<Store> {
  const result = await openStore(folder, { clock: time.clock });
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail}`);
  return result.value;
}

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await opened();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** What a hand does that takes the triggers off first. */
async function byHand(...statements: string[]): Promise<void> {
  const db = openSqlite(databaseFile(folder));
  try {
    const triggers = await db('sqlite_master').where({ type: 'trigger' }).select<{ name: string }[]>('name');
    for (const { name } of triggers) await db.raw(`drop trigger ${name}`);
    await db.raw('PRAGMA foreign_keys = OFF');
    for (const statement of statements) await db.raw(statement);
  } finally {
    await db.destroy();
  }
}

const fault = async () => {
  const result = await openStore(folder, { clock: time.clock });
  if (!result.ok) return `${result.error.code} ${result.error.detail}`;
  await result.value.close();
  return null;
};

describe('the journal', () => {
  it.each([
    ['update journal set body = \'{"sequence":9}\' where position = 2', 'S-04 journal entry 2 was changed'],
    ["update journal set at = '2020-01-01' where position = 1", 'S-04 journal entry 1 was changed'],
    ["update journal set kind = 'other' where position = 3", 'S-04 journal entry 3 was changed'],
    ['delete from journal where position = 2', 'S-04 journal entry 2 is missing'],
    ['delete from journal where position = 1', 'S-04 journal entry 1 is missing'],
  ])('%s: %s', async (statement, said) => {
    await byHand(statement);
    expect(await fault()).toBe(said);
  });

  it('takes nothing out of order, not even in the place of an entry', async () => {
    await inStore(async (store) => {
      const append = (position: number, previous: string) =>
        withDb((db) =>
          db.raw("insert or replace into journal values (?, 'now', 'made-up', '{}', ?, ?)", [
            position,
            previous,
            `hash-${position}`,
          ]),
        );
      await expect(append(2, '')).rejects.toThrow('must follow the last one');
      await expect(append(5, '')).rejects.toThrow('must follow the last one');
      await expect(append(4, 'not the hash of the third')).rejects.toThrow('must follow the last one');
      expect((await store.verify()).journal).toMatchObject({ entries: 3, broken: null });
    });
  });

  async function withDb<T>(work: (db: Knex) => Promise<T>): Promise<T> {
    const db = openSqlite(databaseFile(folder));
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  }

  /** Entries that follow each other, quicker than one transaction each. */
  async function grow(by: number): Promise<void> {
    await inStore((store) =>
      store.transaction(async ({ journal }) => {
        for (let entry = 0; entry < by; entry += 1)
          await journal.append(NOW.toISOString(), 'test', { entry });
      }),
    );
  }

  it(
    'is read from its checkpoint on when it is long, and whole again after a week',
    { timeout: 60_000 },
    async () => {
      await grow(ALWAYS_WHOLE);
      await inStore(async () => {});
      await byHand(`update journal set at = 'changed' where position = 5`);
      // Behind the checkpoint: found on demand at once, and by itself within the week.
      time.pass(6 * DAY_MS);
      await inStore(async (store) => {
        expect((await store.verify()).journal.broken).toEqual({ position: 5, what: 'altered' });
      });
      const checkpoint = { verified_at: NOW.toISOString(), position: ALWAYS_WHOLE + 3 };
      // One that lies in the future or was moved is none.
      for (const moved of [{ verified_at: '2099-01-01T00:00:00.000Z' }, { position: 20_000 }]) {
        await withDb((db) => db('journal_checkpoint').update(moved));
        expect(await fault()).toBe('S-04 journal entry 5 was changed');
        await withDb((db) => db('journal_checkpoint').update(checkpoint));
        expect(await fault()).toBeNull();
      }
      time.pass(2 * DAY_MS);
      expect(await fault()).toBe('S-04 journal entry 5 was changed');
    },
  );
});

describe('a submission', () => {
  const aside = (sequence: number) => inStore(async (store) => store.submissions.bySequence(sequence));

  it.each([
    ["update submissions set envelope = x'00' where sequence = 2", 'bytes'],
    ['update submissions set content_hash = zeroblob(32) where sequence = 2', 'hash'],
    [
      // Both made to agree by somebody who knows how: the journal still says otherwise.
      "update submissions set envelope = x'', content_hash = x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' where sequence = 2",
      'hash',
    ],
  ])('that was changed by hand is named and not sent: %s', async (statement, what) => {
    await byHand(statement);
    expect(await aside(2)).toMatchObject({ state: 'quarantined', trouble: 'altered-here' });
    await inStore(async (store) => {
      const queue = await store.submissions.nextToSend(10, 1_000_000);
      expect(queue.map(({ sequence }) => sequence)).toEqual([1, 3]);
      expect((await store.verify()).altered).toMatchObject([{ sequence: 2, what }]);
      // Told once: the next start has nothing more to say about it.
      expect(await store.journal.lastPosition()).toBe(4);
    });
  });

  it('that was slipped in beside the journal is not sent', async () => {
    await byHand(
      `insert into submissions select 4, replace(id, substr(id, 1, 8), 'aaaaaaaa'), 'made-up', procedure,
        procedure_version, completed_at, zeroblob(32), envelope, signature from submissions where sequence = 3`,
      "insert into outbox (sequence, state) values (4, 'queued')",
    );
    expect(await aside(4)).toMatchObject({ state: 'quarantined', trouble: 'altered-here' });
  });

  it.each([
    [2, 'S-03 submission 2 is missing'],
    [1, 'S-03 submission 1 is missing'],
    // Nothing in the table tells that there was a third: the journal does.
    [3, 'S-03 submission 3 is missing'],
  ])('that was deleted is missed: %s', async (sequence, said) => {
    await byHand(`delete from submissions where sequence = ${sequence}`);
    expect(await fault()).toBe(said);
  });

  it('is found again when it was acknowledged long ago', async () => {
    await inStore((store) => store.submissions.acknowledge(2, '{}', 'signed', NOW.toISOString()));
    await byHand("update submissions set envelope = x'00' where sequence = 2");
    await inStore(async (store) => {
      expect((await store.submissions.bySequence(2))?.state).toBe('acknowledged');
      expect((await store.verify()).altered).toMatchObject([{ sequence: 2, what: 'bytes' }]);
    });
  });
});

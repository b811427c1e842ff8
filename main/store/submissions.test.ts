// What the queue costs as it grows: it is read through its own indexes, a batch at a time, whatever lies behind it.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../lib/database/migrate.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { kioskMigrations } from '../../migrations/kiosk/index.ts';
import { ENTERED } from './evidence.ts';
import { LAST_ACKNOWLEDGED, NEXT_LENGTHS, SENDABLE, submissionStore } from './submissions.ts';

let folder: string;
let db: Knex;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-queue-'));
  db = openSqlite(join(folder, 'kiosk.sqlite'));
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

async function put(from: number, to: number, bytes = 40): Promise<void> {
  await db.transaction(async (transaction) => {
    for (let sequence = from; sequence <= to; sequence += 1) {
      const envelope = Buffer.alloc(bytes, sequence);
      await transaction('submissions').insert({
        sequence,
        id: `01933f5e-7c1a-7000-8000-${String(sequence).padStart(12, '0')}`,
        receipt_number: `number-${sequence}`,
        procedure: 'test',
        procedure_version: '2026.1',
        completed_at: '2026-11-24T02:00:00.000Z',
        content_hash: createHash('sha256').update(String(sequence)).digest(),
        envelope,
        signature: 'signature',
      });
      await transaction('outbox').insert({ sequence, state: 'queued' });
    }
  });
}

async function planOf(sql: string, bindings: Knex.RawBinding[] = []): Promise<string> {
  const rows = await db.raw<{ detail: string }[]>(`explain query plan ${sql}`, bindings);
  return rows.map(({ detail }) => detail).join('\n');
}

it('is read without passing over what was answered, and without sorting', async () => {
  await migrate(db, kioskMigrations);
  const next = await planOf(NEXT_LENGTHS, [100]);
  expect(next).toContain('USING COVERING INDEX outbox_queued');
  expect(next).not.toMatch(/SCAN (s|o)$|TEMP B-TREE/m);
  const envelopes = await planOf(SENDABLE, ['[1,2]']);
  expect(envelopes).toMatch(/SEARCH s USING INTEGER PRIMARY KEY/);
  expect(envelopes).toMatch(/SEARCH o USING INTEGER PRIMARY KEY/);
  expect(await planOf(LAST_ACKNOWLEDGED)).not.toContain('TEMP B-TREE');
  expect(await planOf("update outbox set state = 'queued' where state = 'sending'")).toContain(
    'INDEX outbox_sending',
  );
  // And held against the journal at a start, one that waits by one.
  expect(await planOf(`select (${ENTERED}) from submissions s`)).toContain('USING INDEX journal_submitted');
});

it('counts what there is in each state, by itself', async () => {
  await migrate(db, kioskMigrations);
  const queue = submissionStore(db);
  await put(1, 6);
  await queue.claim(3, 1000);
  await queue.acknowledgeAll([{ sequence: 1, body: '{}', signature: 's' }], '2026-11-24T02:00:00.000Z');
  await queue.setAside(2, 'quarantined', 'malformed');
  await queue.setAside(4, 'conflict', 'conflict');
  const counted = await db('outbox_counts').select('*').orderBy('state');
  const there = await db('outbox').select('state').count({ count: '*' }).groupBy('state').orderBy('state');
  expect(counted.map((row: object) => ({ ...row }))).toEqual(there.map((row) => ({ ...row })));
  expect(await queue.waiting()).toBe(3);
  expect(await queue.answered()).toEqual({ acknowledged: 1, lastAcknowledged: 1, setAside: 2 });
});

it('is the same after the queue of an older version was counted', async () => {
  await migrate(
    db,
    kioskMigrations.filter(({ name }) => name !== '2026-11-26-queue'),
  );
  await put(1, 5);
  await db('outbox').where('sequence', '<=', 2).update({ state: 'acknowledged' });
  await db('outbox').where('sequence', 3).update({ state: 'sending' });
  await migrate(db, kioskMigrations);
  const queue = submissionStore(db);
  expect(await queue.waiting()).toBe(3);
  expect(await queue.reclaim()).toBe(1);
  expect((await queue.nextToSend(10, 1000)).map(({ sequence }) => sequence)).toEqual([3, 4, 5]);
});

it('takes no more envelopes than fit, but always one', async () => {
  await migrate(db, kioskMigrations);
  const queue = submissionStore(db);
  await put(1, 4, 100);
  const taken = async (bytes: number) =>
    (await queue.nextToSend(10, bytes)).map(({ sequence, envelope }) => [sequence, envelope.length]);
  expect(await taken(250)).toEqual([
    [1, 100],
    [2, 100],
  ]);
  expect(await taken(1)).toEqual([[1, 100]]);
});

it('gives back what was claimed and not sent as it was', async () => {
  await migrate(db, kioskMigrations);
  const queue = submissionStore(db);
  await put(1, 2);
  const before = await db('outbox').select('*');
  const claimed = await queue.claim(10, 1000);
  expect(await queue.nextToSend(10, 1000)).toEqual([]);
  await queue.release(claimed.map(({ sequence }) => sequence));
  expect(await db('outbox').select('*')).toEqual(before);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { uuidv7 } from '../ids.ts';
import type { NewRating } from './ratings.ts';
import { databaseFile, openStore, type Store } from './store.ts';

let folder: string;
let store: Store;

async function reopen(): Promise<void> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.detail);
  store = opened.value;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-ratings-'));
  await reopen();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
function rating(change: Partial<NewRating> = {}): NewRating {
  made += 1;
  return {
    id: uuidv7(new Date(made)),
    receiptNumber: `520103-K001-1-000${made}-X`,
    stage: 'hand-in',
    ratedAt: new Date(made * 1000).toISOString(),
    contentHash: Buffer.alloc(32, made),
    envelope: Buffer.from([made, 255]),
    signature: 'signed',
    ...change,
  };
}

const waiting = async () => (await store.ratings.nextToSend(10)).map(({ id }) => id);

it('keeps one for an application and stage', async () => {
  const first = rating();
  expect(await store.ratings.put(first)).toBe(true);
  expect(await store.ratings.put(rating({ receiptNumber: first.receiptNumber }))).toBe(false);
  expect(await store.ratings.put(rating({ receiptNumber: first.receiptNumber, stage: 'result' }))).toBe(true);
  expect(await store.ratings.ratedStages(first.receiptNumber)).toEqual(['hand-in', 'result']);
});

it('sends the oldest first, the same bytes after a restart, and nothing that was settled', async () => {
  const [one, other] = [rating(), rating()];
  for (const each of [other, one]) await store.ratings.put(each);
  expect(await waiting()).toEqual([one.id, other.id]);
  await store.ratings.markSending([one.id]);
  expect(await waiting()).toEqual([other.id]);
  await store.close();
  await reopen();
  const [again] = await store.ratings.nextToSend(1);
  const { id, contentHash, envelope, signature } = one;
  expect(again).toEqual({ id, contentHash, envelope, signature });
  await store.ratings.settle(one.id, 'acknowledged', null);
  await store.ratings.settle(other.id, 'refused', 'already-rated');
  expect(await waiting()).toEqual([]);
  expect(await store.ratings.waiting()).toBe(0);
});

it('lets a rating wait for its application', async () => {
  const one = rating();
  await store.submissions.put({
    sequence: 1,
    id: uuidv7(new Date()),
    receiptNumber: one.receiptNumber,
    procedure: 'library-card',
    procedureVersion: '2026.1',
    completedAt: one.ratedAt,
    contentHash: Buffer.alloc(32, 1),
    envelope: Buffer.from([1]),
    signature: 'signed',
  });
  await store.ratings.put(one);
  expect(await waiting()).toEqual([]);
  await store.submissions.acknowledge(1, '{}', 'signed', one.ratedAt);
  expect(await waiting()).toEqual([one.id]);
});

it.each(['delete from ratings', "update ratings set stage = 'other'", "update ratings set signature = 'x'"])(
  'does not let “%s” happen by hand',
  async (sql) => {
    await store.ratings.put(rating());
    await store.close();
    const db = openSqlite(databaseFile(folder));
    await expect(db.raw(sql)).rejects.toThrow();
    await db.destroy();
    await reopen();
  },
);

// What is past its time goes from this machine, to the last byte; what the platform does not have stays.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { takeBackup } from './backup.ts';
import { startHousekeeper, type Housekeeper } from './housekeeper.ts';
import { openStore, type Store } from './store.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
let folder: string;
let store: Store;
let time: ReturnType<typeof manualTime>;
let isLow: boolean;
let housekeeper: Housekeeper;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-retention-'));
  time = manualTime(NOW);
  isLow = false;
  const opened = await openStore(folder, { clock: time.clock });
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  housekeeper = startHousekeeper({
    store,
    storage: { isLow: async () => isLow },
    config: { retention: { payloadDays: 7, receiptDays: 30 } },
    clock: time.clock,
    timers: time.timers,
    log: silentLog,
  });
});
afterEach(async () => {
  await housekeeper.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const acknowledge = (sequence: number) =>
  store.submissions.acknowledge(sequence, '{}', 'signed', time.clock.now().toISOString());
const paperOf = (sequence: number) => ({ applicant: `杨＊${'甲乙丙丁'[sequence - 1] ?? ''}的名字` });

/** Whether these bytes stand in any file of the data folder. */
function isOnDisk(text: string): boolean {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(text));
}
/** The whole of a test's envelope; the journal names its hash before the number. */
const hasPayload = (sequence: number) => isOnDisk(`{"sequence":${sequence}}`);

it('purges what was acknowledged a week ago, overwritten in the file and in the log', async () => {
  for (const sequence of [1, 2, 3]) await putReceipt(store, sequence, NOW);
  await store.documents.put({ sequence: 2, digest: 'a'.repeat(64), bytes: 5 });
  for (const sequence of [1, 2]) await acknowledge(sequence);
  time.pass(6 * DAY_MS);
  await housekeeper.look();
  expect([1, 2, 3].map(hasPayload)).toEqual([true, true, true]);
  time.pass(DAY_MS + 1);
  await housekeeper.look();
  // 2: the platform lacks its document. 3: it was not acknowledged.
  expect([1, 2, 3].map(hasPayload)).toEqual([false, true, true]);
  await store.documents.mark('a'.repeat(64), 'held', null);
  await housekeeper.look();
  expect([1, 2, 3].map(hasPayload)).toEqual([false, false, true]);
  expect((await store.verify()).altered).toEqual([]);
  expect((await store.submissions.nextToSend(9, 99_999)).map(({ sequence }) => sequence)).toEqual([3]);
});

it('forgets what a receipt says a month after the acknowledgement, and keeps its number', async () => {
  for (const sequence of [1, 2]) await putReceipt(store, sequence, NOW, paperOf(sequence));
  await acknowledge(1);
  time.pass(29 * DAY_MS);
  await housekeeper.look();
  expect(isOnDisk(paperOf(1).applicant)).toBe(true);
  time.pass(DAY_MS + 1);
  await housekeeper.look();
  expect([1, 2].map((sequence) => isOnDisk(paperOf(sequence).applicant))).toEqual([false, true]);
  expect((await store.submissions.bySequence(1))?.receiptNumber).toContain('-0001-');
});

it('S6: with little space left purges what was acknowledged today, and says once when it began and ended', async () => {
  for (const sequence of [1, 2]) await putReceipt(store, sequence, NOW);
  await acknowledge(1);
  time.pass(1);
  isLow = true;
  for (let look = 0; look < 3; look += 1) await housekeeper.look();
  expect([1, 2].map(hasPayload)).toEqual([false, true]);
  isLow = false;
  await housekeeper.look();
  await housekeeper.look();
  expect(await store.journal.lastPosition()).toBe(4);
  expect((await store.journal.last())?.kind).toBe('storage-enough');
});

it('looks by itself a minute after the start', async () => {
  await putReceipt(store, 1, NOW);
  await acknowledge(1);
  isLow = true;
  time.pass(60_000);
  await housekeeper.drain();
  expect(hasPayload(1)).toBe(false);
});

it(
  'S16: whatever happens at once, nobody is told that the database is busy, and nothing is lost',
  { timeout: 60_000 },
  async () => {
    let sequence = 0;
    isLow = true;
    const deeds = {
      submit: async () => {
        await putReceipt(store, (sequence += 1), NOW);
      },
      sync: async () => {
        const waiting = await store.submissions.nextToSend(3, 100_000);
        await store.submissions.markSending(waiting.map((one) => one.sequence));
        for (const one of waiting)
          await store.transaction((stores) =>
            stores.submissions.acknowledge(one.sequence, '{}', 's', NOW.toISOString()),
          );
      },
      purge: () => housekeeper.look(),
      backUp: async () => {
        const taken = await takeBackup(folder, 2, time.clock);
        if (!taken.ok) throw new Error(taken.error);
      },
    };
    const names = Object.keys(deeds) as (keyof typeof deeds)[];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 10 }),
        async (order) => {
          let submitted = Promise.resolve();
          await Promise.all(
            order.map((name) => {
              // There is one submitter and one taker of backups.
              if (name === 'purge' || name === 'sync') return deeds[name]();
              submitted = submitted.then(deeds[name]);
              return submitted;
            }),
          );
          expect(await store.submissions.lastSequence()).toBe(sequence);
          const { journal, altered } = await store.verify();
          expect([journal.broken, altered]).toEqual([null, []]);
        },
      ),
      { numRuns: 15 },
    );
  },
);

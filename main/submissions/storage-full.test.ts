// The disk refuses at any moment of a submission: at the n-th call of the store, for every n. Either the citizen is told a
// number and all of it is there, or nothing is, and the next one takes the same number.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSealingKey } from '../../lib/envelope-crypto.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { silentLog } from '../../lib/log.ts';
import { finishedWith } from '../../tests/builders/finished.ts';
import { llcAnswers } from '../../tests/builders/llc-application.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { paperWith } from '../../tests/golden/papers.ts';
import { createVault } from '../documents/vault.ts';
import { openStore, type Store } from '../store/store.ts';
import { createStorage, type Storage } from './reserve.ts';
import { createSubmitter } from './submitter.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const { clock } = manualTime(NOW);
let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-full-'));
  const opened = await openStore(folder, { clock });
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The port, whose calls are counted; those that `fails` names are refused by the disk. */
function refusing(fails: (call: number) => boolean, code: string) {
  let calls = 0;
  const called = async () => {
    calls += 1;
    if (fails(calls)) throw Object.assign(new Error('the disk refuses'), { code });
  };
  const wrap = <T extends object>(stores: T): T =>
    new Proxy(stores, {
      get(target, name: string) {
        const value: unknown = Reflect.get(target, name);
        if (name === 'transaction') {
          return (work: (stores: unknown) => Promise<unknown>) =>
            store.transaction(async (inside) => {
              const done = await work(wrap(inside));
              // The commit itself.
              await called();
              return done;
            });
        }
        if (typeof value === 'function') {
          return async (...args: unknown[]) => {
            await called();
            return (value as (...args: unknown[]) => unknown).apply(target, args);
          };
        }
        return typeof value === 'object' && value !== null ? wrap(value) : value;
      },
    });
  return { port: wrap(store), calls: () => calls };
}

const sealing = openSealingKey(join(mkdtempSync(join(tmpdir(), 'onewindow-key-')), 'sealing.key'));
const NO_RESERVE: Storage = {
  isLow: async () => false,
  releaseReserve: async () => {},
  fillReserve: async () => {},
  freeBytes: async () => 0,
};

function submitterOn(port: Store) {
  const { office, kiosk, helpAt, phone } = paperWith();
  return createSubmitter({
    store: port,
    enrolment: {
      kiosk: '01999999-0000-7000-8000-000000000009',
      division: '520103',
      code: 'K012',
      generation: '1',
      platformUrl: 'https://platform.example',
      platformSigningKey: '',
      sealingKeyId: 'seal-1',
      sealingKey: sealing.publicKey,
      place: { office, kiosk },
      enrolledAt: NOW.toISOString(),
    },
    place: { office, kiosk, helpAt, phone, keyboard: 'touch' },
    key: newSigningKey(),
    storage: NO_RESERVE,
    vault: createVault(folder),
    guard: { isImpossible: async () => false },
    clock,
    log: silentLog,
  });
}

const finished = (sequence: number) =>
  finishedWith(llcAnswers(), {
    id: `01933f5e-7c1a-7000-8000-0000000000${String(sequence).padStart(2, '0')}`,
    documents: [],
    completedAt: NOW,
  });

async function countCalls(): Promise<number> {
  const { port, calls } = refusing(() => false, '');
  expect((await submitterOn(port).submit(finished(1))).ok).toBe(true);
  return calls();
}

it.each(['SQLITE_FULL', 'SQLITE_IOERR'])(
  'S4, S8: %s at every call leaves all of it or nothing',
  async (code) => {
    const all = await countCalls();
    expect(all).toBeGreaterThan(5);
    for (const isOnce of [true, false]) {
      for (let n = 1; n <= all; n += 1) {
        const before = await store.submissions.lastSequence();
        const { port } = refusing((call) => (isOnce ? call === n : call >= n), code);
        const told = await submitterOn(port)
          .submit(finished(before + 1))
          .then((result) => (result.ok ? result.value : null))
          .catch(() => null);
        expect(await store.submissions.lastSequence()).toBe(told ?? before);
        const receipt = await store.receipts.bySequence(before + 1);
        expect(receipt === null).toBe(told === null);
        expect((await store.printJobs.latestOf(before + 1)) === null).toBe(told === null);
      }
    }
    const { journal, altered } = await store.verify();
    expect([journal.broken, altered]).toEqual([null, []]);
  },
);

it('S4, S6: closes to new applications before the disk is full, and opens when there is room, by itself', async () => {
  let free = 900 * 1024 * 1024;
  const storage = createStorage(folder, { minFreeMegabytes: 500, reserveMegabytes: 1 }, async () => free);
  expect(await storage.isLow()).toBe(false);
  free = 499 * 1024 * 1024;
  expect(await storage.isLow()).toBe(true);
  // The reserve went into one last commit; room came back.
  await storage.releaseReserve();
  free = 900 * 1024 * 1024;
  expect(await storage.isLow()).toBe(false);
  // A reserve that cannot be written: a folder stands in its place.
  const broken = join(folder, 'not-a-folder');
  writeFileSync(broken, '');
  expect(
    await createStorage(broken, { minFreeMegabytes: 1, reserveMegabytes: 1 }, async () => free).isLow(),
  ).toBe(true);
});

it('S7: a disk that cannot even be asked has no room', async () => {
  const gone = createStorage(join(folder, 'gone'), { minFreeMegabytes: 1, reserveMegabytes: 1 });
  expect(await gone.isLow()).toBe(true);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { createForkGuard, type Closed } from './fork-guard.ts';
import { openStore, type Store } from './store.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
let folder: string;
let store: Store;
let stood: (Closed | null)[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-fork-'));
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  stood = [];
  for (const sequence of [1, 2]) await putReceipt(store, sequence, NOW);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function guard() {
  const { clock } = manualTime(NOW);
  return createForkGuard({ store, clock, log: silentLog, stand: (closed) => stood.push(closed) });
}

it.each([0, 1, 2])('lets a kiosk serve that has given out 2 when the platform holds %s', async (highest) => {
  await guard().told({ highest });
  expect(stood).toEqual([]);
  expect(await store.journal.lastPosition()).toBe(2);
});

it('closes at a number that was not given out here, says so once, and knows it after a start', async () => {
  const one = guard();
  await one.told({ highest: 3 });
  await one.told({ highest: 3 });
  expect(stood.map((closed) => closed?.code)).toEqual(['S-06']);
  expect(await store.journal.lastPosition()).toBe(3);
  expect(await store.enrolment.restoredAt()).toBe(2);
  await guard().told({ highest: 3 });
  expect(stood.at(-1)?.code).toBe('S-06');
});

it('opens what was put back once the platform holds nothing newer', async () => {
  await store.enrolment.noteRestored(NOW.toISOString(), 2);
  await guard().told({ highest: 2 });
  expect(stood).toEqual([null]);
  expect(await store.enrolment.restoredAt()).toBeNull();
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import type { PrintState } from './print-jobs.ts';
import { openStore, type Store } from './store.ts';

const NOW = new Date('2026-11-24T02:32:00.000Z');
const LATER = '2026-11-24T02:40:00.000Z';
const LONG_AGO = '2026-11-24T02:00:00.000Z';

let folder: string;
let store: Store;

async function open(): Promise<Store> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.detail);
  return opened.value;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-print-jobs-'));
  store = await open();
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function jobIn(state: PrintState, sequence: number, at = NOW): Promise<void> {
  const job = await putReceipt(store, sequence, at);
  await store.printJobs.mark(job.id, state, null, at.toISOString());
}

async function states(): Promise<(PrintState | undefined)[]> {
  return (await store.printJobs.list(10)).toReversed().map(({ state }) => state);
}

it('counts the copies of a receipt from 1, each receipt for itself', async () => {
  expect(await putReceipt(store, 1, NOW)).toMatchObject({ copy: 1, state: 'queued' });
  await putReceipt(store, 2, NOW);
  const again = await store.transaction((stores) => stores.printJobs.add(1, LATER));
  expect(again).toMatchObject({ sequence: 1, copy: 2, askedAt: LATER });
  expect(await store.printJobs.countOf(1)).toBe(2);
  expect(await store.printJobs.latestOf(1)).toMatchObject({ copy: 2 });
});

it('knows no copy of what was never submitted', async () => {
  await expect(store.transaction((stores) => stores.printJobs.add(7, LATER))).rejects.toThrow(/FOREIGN KEY/);
});

it('has no word for printed', async () => {
  const { id } = await putReceipt(store, 1, NOW);
  await expect(store.printJobs.mark(id, 'printed' as PrintState, null, LATER)).rejects.toThrow(/CHECK/);
});

it('hands out the oldest that waits for the printer', async () => {
  await jobIn('sent-to-printer', 1);
  await jobIn('queued', 2);
  await jobIn('queued', 3);
  expect(await store.printJobs.nextQueued()).toMatchObject({ sequence: 2 });
});

it('does not know what became of a sheet when the process ended over it', async () => {
  await jobIn('sending', 1);
  await jobIn('queued', 2);
  await store.close();
  store = await open();
  expect(await states()).toEqual(['unknown', 'queued']);
  expect(await store.printJobs.latestOf(1)).toMatchObject({ trouble: 'restarted' });
});

it('queues again what waited for paper or a working printer, and nothing else', async () => {
  const all: PrintState[] = ['needs-paper', 'failed', 'unknown', 'sent-to-printer', 'sending', 'queued'];
  for (const [index, state] of all.entries()) await jobIn(state, index + 1);
  expect(await store.printJobs.waiting(LONG_AGO)).toBe(2);
  expect(await store.printJobs.requeue(LATER, LONG_AGO)).toEqual([1, 2]);
  expect(await states()).toEqual(['queued', 'queued', 'unknown', 'sent-to-printer', 'sending', 'queued']);
});

it('queues again only the copy that was asked for last', async () => {
  await jobIn('needs-paper', 1);
  const second = await store.transaction((stores) => stores.printJobs.add(1, NOW.toISOString()));
  await store.printJobs.mark(second.id, 'needs-paper', null, NOW.toISOString());
  await store.printJobs.requeue(LATER, LONG_AGO);
  expect(await states()).toEqual(['needs-paper', 'queued']);
});

it('lets go of what was asked for too long ago', async () => {
  await jobIn('queued', 1);
  await jobIn('needs-paper', 2);
  await jobIn('sent-to-printer', 3);
  expect(await store.printJobs.waiting(LATER)).toBe(0);
  expect(await store.printJobs.requeue(LATER, LATER)).toEqual([]);
  expect(await store.printJobs.giveUp(LATER, LONG_AGO)).toEqual([]);
  expect(await store.printJobs.giveUp(LATER, LATER)).toEqual([1, 2]);
  expect(await states()).toEqual(['failed', 'failed', 'sent-to-printer']);
});

// Stories of a printer, a roll of paper and people. Real store, real pictures; only the printer and the time are not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { paperWith } from '../../tests/golden/papers.ts';
import { manualTime, type ManualTime } from '../../tests/fakes/manual-time.ts';
import { paperPrinter, type PaperPrinter } from '../../tests/fakes/paper-printer.ts';
import { openStore, type Store } from '../store/store.ts';
import { createPrintWorker, type PrintWorker } from './print-worker.ts';
import { createReceiptPen } from './receipt-picture.ts';

const NOW = new Date('2026-11-24T02:32:00.000Z');
const MINUTE_MS = 60_000;

let folder: string;
let store: Store;
let time: ManualTime;
let printer: PaperPrinter;
let worker: PrintWorker;
let changed: number[];

async function open(): Promise<Store> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.detail);
  return opened.value;
}

function startWorker(): PrintWorker {
  const { clock, timers } = time;
  const started = createPrintWorker({ store, printer, clock, timers, log: silentLog, paper: '58mm' });
  started.onChange((sequence) => changed.push(sequence));
  return started;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-printing-'));
  time = manualTime(NOW);
  printer = paperPrinter();
  changed = [];
  store = await open();
  worker = startWorker();
});

afterEach(async () => {
  await worker.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function citizenSubmits(sequence: number) {
  return putReceipt(store, sequence, time.clock.now());
}

async function citizenAsksAgain(sequence: number): Promise<void> {
  await store.transaction((stores) => stores.printJobs.add(sequence, time.clock.now().toISOString()));
}

/** Every job as 'sequence/copy state trouble', oldest first. */
async function jobs(): Promise<string[]> {
  const all = (await store.printJobs.list(100)).toReversed();
  return all.map(({ sequence, copy, state, trouble }) =>
    [`${sequence}/${copy}`, state, ...(trouble === null ? [] : [trouble])].join(' '),
  );
}

function tray(): string[] {
  return printer.tray.map(({ receiptNumber, copy }) => `${receiptNumber} copy ${copy}`);
}

/** Lets time pass until the next try, and waits for what it brings. */
async function nextTry(): Promise<number> {
  const pause = time.nextIn();
  if (pause === null) throw new Error('nobody tries again');
  time.pass(pause);
  await worker.drain();
  return pause / 1000;
}

it('prints a receipt and claims no more than that the printer took it', async () => {
  await citizenSubmits(1);
  await worker.drain();
  expect(tray()).toEqual(['520103-K012-1-0001-X copy 1']);
  expect(await jobs()).toEqual(['1/1 sent-to-printer']);
  expect(printer.tray[0]?.pages[0]?.widthDots).toBe(384);
  expect(time.nextIn()).toBeNull();
});

it('tells the screen of every step', async () => {
  await citizenSubmits(1);
  await worker.drain();
  expect(changed).toEqual([1, 1]);
});

it('prints one sheet at a time, oldest first', async () => {
  await citizenSubmits(1);
  await citizenSubmits(2);
  worker.wake();
  worker.wake();
  await worker.drain();
  expect(tray()).toEqual(['520103-K012-1-0001-X copy 1', '520103-K012-1-0002-X copy 1']);
  expect(printer.timesAsked()).toBe(2);
});

it('waits for paper, says so, and prints once when there is some again', async () => {
  printer.runOutOfPaper();
  await citizenSubmits(1);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 needs-paper out-of-paper']);

  expect(await nextTry()).toBe(5);
  expect(await jobs()).toEqual(['1/1 needs-paper out-of-paper']);
  printer.refill();
  await nextTry();
  expect(await jobs()).toEqual(['1/1 sent-to-printer']);
  expect(tray()).toHaveLength(1);
});

it('asks the printer how it is before it tries again', async () => {
  printer.runOutOfPaper();
  await citizenSubmits(1);
  await worker.drain();
  await nextTry();
  await nextTry();
  expect(printer.timesAsked()).toBe(1);
});

it('just tries where a printer cannot say how it is', async () => {
  printer.hideState();
  printer.runOutOfPaper();
  await citizenSubmits(1);
  await worker.drain();
  printer.refill();
  await nextTry();
  expect(await jobs()).toEqual(['1/1 sent-to-printer']);
});

it('tries again after ever longer pauses, the longest a minute', async () => {
  printer.jam();
  await citizenSubmits(1);
  await worker.drain();
  const pauses = [];
  for (let tries = 0; tries < 7; tries += 1) pauses.push(await nextTry());
  expect(pauses).toEqual([5, 10, 20, 40, 60, 60, 60]);
  printer.clearJam();
  await nextTry();
  expect(await jobs()).toEqual(['1/1 sent-to-printer']);
});

it('starts with short pauses again after a sheet went through', async () => {
  printer.unplug();
  await citizenSubmits(1);
  await worker.drain();
  await nextTry();
  await nextTry();
  printer.plugIn();
  await nextTry();
  printer.unplug();
  await citizenSubmits(2);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 sent-to-printer', '2/1 failed not-connected']);
  expect(await nextTry()).toBe(5);
});

it('prints what waited as soon as the next citizen finds the printer well', async () => {
  printer.jam();
  await citizenSubmits(1);
  await worker.drain();
  printer.clearJam();
  await citizenSubmits(2);
  await worker.drain();
  expect(tray()).toEqual(['520103-K012-1-0002-X copy 1', '520103-K012-1-0001-X copy 1']);
  expect(time.nextIn()).toBeNull();
});

it('stops where the paper ends in the middle of a queue', async () => {
  printer.runOutOfPaper(1);
  await citizenSubmits(1);
  await citizenSubmits(2);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 sent-to-printer', '2/1 needs-paper out-of-paper']);
});

it('brings out no receipts of people who left half an hour ago', async () => {
  printer.runOutOfPaper();
  await citizenSubmits(1);
  await worker.drain();
  time.pass(31 * MINUTE_MS);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 failed waited-too-long']);
  printer.refill();
  await citizenSubmits(2);
  await worker.drain();
  expect(tray()).toEqual(['520103-K012-1-0002-X copy 1']);
  expect(time.nextIn()).toBeNull();
});

it('prints no old queue when a kiosk without a printer gets one', async () => {
  await citizenSubmits(1);
  time.pass(24 * 60 * MINUTE_MS);
  await citizenSubmits(2);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 failed waited-too-long', '2/1 sent-to-printer']);
});

it('believes a driver no further than it can be believed, and prints again on request', async () => {
  printer.saySuccessButPrintNothing();
  await citizenSubmits(1);
  await worker.drain();
  expect(tray()).toEqual([]);
  expect(await jobs()).toEqual(['1/1 sent-to-printer']);

  printer = paperPrinter();
  await worker.stop();
  worker = startWorker();
  await citizenAsksAgain(1);
  await worker.drain();
  expect(tray()).toEqual(['520103-K012-1-0001-X copy 2']);
  expect(await jobs()).toEqual(['1/1 sent-to-printer', '1/2 sent-to-printer']);
});

it('prints only the last copy that was asked for when the paper is back', async () => {
  printer.runOutOfPaper();
  await citizenSubmits(1);
  await worker.drain();
  await citizenAsksAgain(1);
  await worker.drain();
  printer.refill();
  await nextTry();
  expect(tray()).toEqual(['520103-K012-1-0001-X copy 2']);
});

it('says on a reprint that the platform has it, once it has', async () => {
  await citizenSubmits(1);
  await worker.drain();
  await store.submissions.acknowledge(1, '{}', 'signature', NOW.toISOString());
  await citizenAsksAgain(1);
  await worker.drain();
  const receipt = await store.receipts.bySequence(1);
  const paper = receipt?.paper ?? paperWith();
  const expected = createReceiptPen(384).draw({ paper, copy: 2, standing: 'acknowledged', at: NOW });
  expect(printer.tray[1]?.pages[0]?.bits).toEqual(expected.bits);
});

it('does not wait for a printer that does not answer', async () => {
  printer.freeze();
  await citizenSubmits(1);
  worker.wake();
  await vi.waitUntil(() => printer.timesAsked() === 1);
  time.pass(30_000);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 unknown no-answer']);
});

it('gives a frozen printer no second sheet, and goes on when it thaws', async () => {
  printer.freeze();
  await citizenSubmits(1);
  worker.wake();
  await vi.waitUntil(() => printer.timesAsked() === 1);
  time.pass(30_000);
  await worker.drain();
  await citizenSubmits(2);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 unknown no-answer', '2/1 failed no-answer']);
  expect(printer.timesAsked()).toBe(1);

  printer.thaw();
  await nextTry();
  expect(await jobs()).toEqual(['1/1 unknown no-answer', '2/1 sent-to-printer']);
  expect(tray()).toEqual(['520103-K012-1-0001-X copy 1', '520103-K012-1-0002-X copy 1']);
});

it('never prints by itself what may lie there printed', async () => {
  printer.freeze();
  await citizenSubmits(1);
  worker.wake();
  await vi.waitUntil(() => printer.timesAsked() === 1);
  time.pass(30_000);
  await worker.drain();
  printer.thaw();
  time.pass(10 * MINUTE_MS);
  await worker.drain();
  expect(printer.timesAsked()).toBe(1);
  expect(time.nextIn()).toBeNull();
});

it('leaves unknown what was in the printer when the power went, and prints no second one', async () => {
  printer.freeze();
  await citizenSubmits(1);
  worker.wake();
  await vi.waitUntil(() => printer.timesAsked() === 1);
  expect(await jobs()).toEqual(['1/1 sending']);

  // The power is back: another process opens the same folder. Nobody told the first one to stop.
  const before = { store, printer, worker };
  store = await open();
  printer = paperPrinter();
  worker = startWorker();
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 unknown restarted']);
  expect(tray()).toEqual([]);

  await citizenAsksAgain(1);
  await worker.drain();
  expect(tray()).toEqual(['520103-K012-1-0001-X copy 2']);
  before.printer.thaw();
  await before.worker.stop();
  await before.store.close();
});

it('leaves unknown what a printer broke over', async () => {
  printer.explode();
  await citizenSubmits(1);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 unknown no-answer']);
});

it('does not call printed what it could not write down', async () => {
  const full = vi.spyOn(store.printJobs, 'mark').mockImplementation(async (id, state, trouble, at) => {
    if (state === 'sent-to-printer') throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
    full.mockRestore();
    await store.printJobs.mark(id, state, trouble, at);
    vi.spyOn(store.printJobs, 'mark').mockRejectedValueOnce(new Error('disk full'));
  });
  await citizenSubmits(1);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 sending']);
  await nextTry();
  expect(await jobs()).toEqual(['1/1 unknown not-recorded']);
  expect(tray()).toHaveLength(1);
});

it('marks a receipt it cannot draw, and prints the others', async () => {
  await putReceipt(store, 1, NOW, { qr: '长'.repeat(3000) });
  await citizenSubmits(2);
  await worker.drain();
  expect(await jobs()).toEqual(['1/1 failed not-drawn', '2/1 sent-to-printer']);
});

it('finishes the sheet in the printer before it stops, and begins no other', async () => {
  printer.freeze();
  await citizenSubmits(1);
  await citizenSubmits(2);
  worker.wake();
  await vi.waitUntil(() => printer.timesAsked() === 1);
  const stopped = worker.stop();
  printer.thaw();
  await stopped;
  expect(await jobs()).toEqual(['1/1 sent-to-printer', '2/1 queued']);
});

it('stops within two seconds whatever the printer does', async () => {
  printer.freeze();
  await citizenSubmits(1);
  worker.wake();
  await vi.waitUntil(() => printer.timesAsked() === 1);
  const stopped = worker.stop();
  time.pass(2000);
  await stopped;
  expect(await jobs()).toEqual(['1/1 unknown no-answer']);
  printer.thaw();
});

it('tries nothing more once it is stopped', async () => {
  printer.runOutOfPaper();
  await citizenSubmits(1);
  await worker.drain();
  await worker.stop();
  printer.refill();
  expect(time.nextIn()).toBeNull();
  worker.wake();
  await worker.drain();
  expect(printer.timesAsked()).toBe(1);
});

it('takes a printer that will not say how it is for one that is not ready', async () => {
  printer.jam();
  await citizenSubmits(1);
  await worker.drain();
  printer.freeze();
  time.pass(5000);
  await vi.waitUntil(() => time.nextIn() !== null);
  time.pass(5000);
  await worker.drain();
  expect(printer.timesAsked()).toBe(1);
  expect(await jobs()).toEqual(['1/1 failed jam']);
  printer.thaw();
});

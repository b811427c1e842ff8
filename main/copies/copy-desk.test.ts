// Stories of a full copy: its owner, the paper, and who comes next. Real store; only the printer and the time are not.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { rare } from '../../tests/builders/people.ts';
import { COPIES } from '../../tests/golden/copies.ts';
import { manualTime, type ManualTime } from '../../tests/fakes/manual-time.ts';
import { paperPrinter, type PaperPrinter } from '../../tests/fakes/paper-printer.ts';
import { until } from '../../tests/until.ts';
import { createHandOver } from '../printing/hand-over.ts';
import { openStore, type Store } from '../store/store.ts';
import { createCopyDesk, type CopyDesk, type DrawCopy } from './copy-desk.ts';
import { copySheet } from './copy-sheet.ts';

const NOW = new Date('2026-11-24T02:32:00.000Z');
const MINUTE_MS = 60_000;

let folder: string;
let store: Store;
let time: ManualTime;
let printer: PaperPrinter;
let desk: CopyDesk;
let changed: number[];

async function open(): Promise<Store> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.detail);
  return opened.value;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-copies-'));
  time = manualTime(NOW);
  printer = paperPrinter();
  changed = [];
  store = await open();
  const { clock, timers } = time;
  const handOver = createHandOver(printer, timers, silentLog);
  desk = createCopyDesk({ store, printer: handOver, clock, timers, log: silentLog });
  desk.onChange((sequence) => changed.push(sequence));
  for (const sequence of [1, 2]) await putReceipt(store, sequence, NOW);
});

afterEach(async () => {
  await desk.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const draw: DrawCopy = (copy, at) => {
  const issue = COPIES['full-copy-rare-names-en']!;
  return copySheet({ ...issue, receipt: { ...issue.receipt, copy, at } });
};

async function citizenAsks(sequence = 1): Promise<void> {
  await desk.ask(sequence, draw);
  await desk.drain();
}

async function latest(sequence = 1): Promise<string> {
  const job = await store.copyJobs.latestOf(sequence);
  if (job === null) return 'none';
  return [job.copy, job.state, ...(job.trouble === null ? [] : [job.trouble])].join(' ');
}

function tray(): number[] {
  return printer.tray.map(({ copy }) => copy);
}

async function nextTry(): Promise<void> {
  const pause = time.nextIn();
  if (pause === null) throw new Error('nobody tries again');
  time.pass(pause);
  await desk.drain();
}

it('prints a copy, counts it, and tells who listens', async () => {
  await citizenAsks();
  expect(await latest()).toBe('1 sent-to-printer');
  await citizenAsks();
  expect(await latest()).toBe('2 sent-to-printer');
  expect(tray()).toEqual([1, 2]);
  expect(await store.copyJobs.countOf(1)).toBe(2);
  expect(new Set(changed)).toEqual(new Set([1]));
});

it('brings the copy out when paper is put in while its owner waits', async () => {
  printer.runOutOfPaper();
  await citizenAsks();
  expect(await latest()).toBe('1 needs-paper out-of-paper');
  await nextTry();
  expect(printer.timesAsked()).toBe(1);
  printer.refill();
  await nextTry();
  expect(await latest()).toBe('1 sent-to-printer');
  expect(tray()).toEqual([1]);
});

it('never brings a copy out whose owner has gone', async () => {
  printer.runOutOfPaper();
  await citizenAsks();
  desk.forget();
  await desk.drain();
  printer.refill();
  expect(await latest()).toBe('1 failed owner-left');
  expect(time.nextIn()).toBeNull();
  await citizenAsks(2);
  expect(printer.tray).toHaveLength(1);
  expect(await latest(2)).toBe('1 sent-to-printer');
});

it('ends what is under way when its owner goes, and tries no second time', async () => {
  printer.freeze();
  printer.runOutOfPaper();
  await desk.ask(1, draw);
  await until(() => printer.timesAsked() === 1);
  desk.forget();
  printer.thaw();
  await desk.drain();
  expect(await latest()).toBe('1 needs-paper out-of-paper');
  expect(time.nextIn()).toBeNull();
});

it('prints only the copy that was asked for last when both waited', async () => {
  printer.unplug();
  await citizenAsks();
  await citizenAsks();
  printer.plugIn();
  await nextTry();
  expect(tray()).toEqual([2]);
});

it('gives up a copy that has waited for half an hour', async () => {
  printer.runOutOfPaper();
  await citizenAsks();
  for (let waited = 0; waited < 31; waited += 1) {
    time.pass(MINUTE_MS);
    await desk.drain();
  }
  expect(await latest()).toBe('1 failed waited-too-long');
  expect(time.nextIn()).toBeNull();
});

it('never sends a copy again that may lie there printed', async () => {
  printer.explode();
  await citizenAsks();
  expect(await latest()).toBe('1 unknown no-answer');
  expect(time.nextIn()).toBeNull();
});

it('says of a copy that cannot be drawn that it failed, and prints the next', async () => {
  await desk.ask(1, () => {
    throw new Error('no such font');
  });
  await citizenAsks(2);
  expect(await latest()).toBe('1 failed not-drawn');
  expect(await latest(2)).toBe('1 sent-to-printer');
});

it('waits longer for many pages than for one', async () => {
  printer.freeze();
  const print = vi.spyOn(printer, 'print');
  await desk.ask(1, draw);
  await until(() => printer.timesAsked() === 1);
  const [, signal] = print.mock.calls[0] ?? [];
  // Thirty seconds are a receipt’s; four pages have thirty more.
  time.pass(59_000);
  expect(signal?.aborted).toBe(false);
  time.pass(2_000);
  expect(signal?.aborted).toBe(true);
  await desk.drain();
  expect(await latest()).toBe('1 unknown no-answer');
  printer.thaw();
});

it('says after a restart what nobody knows, and what will not come any more', async () => {
  for (const state of ['sending', 'needs-paper', 'queued', 'sent-to-printer'] as const) {
    const job = await store.transaction((stores) => stores.copyJobs.add(1, NOW.toISOString()));
    await store.copyJobs.mark(job.id, state, null, NOW.toISOString());
    await store.copyJobs.reclaim();
    const expected = { sending: 'unknown restarted', 'sent-to-printer': 'sent-to-printer' };
    const said = state in expected ? expected[state as keyof typeof expected] : 'failed restarted';
    expect(await latest()).toBe(`${job.copy} ${said}`);
  }
});

it('writes nothing of what a copy says anywhere', async () => {
  printer.runOutOfPaper();
  await citizenAsks();
  await store.sweep();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const kept = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n');
  for (const name of [rare.yang.name, rare.luo.name, '毓秀路']) expect(kept).not.toContain(name);
  expect(kept).toContain('copy_jobs');
});

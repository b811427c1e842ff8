// Stories of a receipt printer in the network and the people before it: the kiosk's own queue over a real line, with only
// the metal and the time made up.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import { silentLog } from '../../lib/log.ts';
import { openPrinter } from '../../main/printing/open-printer.ts';
import type { Picture } from '../../main/printing/picture.ts';
import { createPrintWorker, type PrintWorker } from '../../main/printing/print-worker.ts';
import { createReceiptPen } from '../../main/printing/receipt-picture.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { putReceipt } from '../builders/receipt-in-store.ts';
import { manualTime, type ManualTime } from '../fakes/manual-time.ts';
import { startTcpPrinter, type TcpThermalPrinter } from '../fakes/thermal/tcp-printer.ts';
import { FORTY_DOCUMENTS, LONG_NAME } from '../golden/papers.ts';
import { until } from '../until.ts';

const NOW = new Date('2026-11-24T02:32:00.000Z');

let folder: string;
let store: Store;
let time: ManualTime;
let thermal: TcpThermalPrinter;
let worker: PrintWorker;
const log = { ...silentLog, warn: vi.fn() };

async function opened(): Promise<Store> {
  const result = await openStore(folder);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-thermal-'));
  time = manualTime(NOW);
  store = await opened();
  thermal = await startTcpPrinter({ widthDots: 576, timers: time.timers });
  log.warn.mockClear();
  worker = startWorker();
});

function startWorker(): PrintWorker {
  const { clock, timers } = time;
  const printer = openPrinter(
    { kind: 'escpos-tcp', host: '127.0.0.1', port: thermal.port, paper: '80mm' },
    { folder, timers, log, silentPrint: null },
  );
  if (printer === null) throw new Error('no printer');
  return createPrintWorker({ store, printer, clock, timers, log, paper: '80mm' });
}

afterEach(async () => {
  const stopped = worker.stop();
  time.pass(2000);
  await stopped;
  await thermal.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function citizenSubmits(sequence: number, paper: Partial<ReceiptPaper> = {}) {
  return putReceipt(store, sequence, time.clock.now(), paper);
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

/** Prints what can be printed. While the printer stands still time passes, in the steps the kiosk is waiting for. */
async function drain(longestStepMs = 500): Promise<void> {
  let isDone = false;
  const drained = worker.drain().then(() => (isDone = true));
  while (!isDone) {
    const mayPass = () => thermal.standsStill() && (time.nextIn() ?? Infinity) <= longestStepMs;
    await until(() => isDone || mayPass());
    if (!isDone) time.pass(time.nextIn() ?? 0);
  }
  await drained;
}

/** Lets the pause before the next try pass, and waits for what it brings. */
async function nextTry(): Promise<void> {
  time.pass(time.nextIn() ?? 0);
  await drain();
}

/** What the receipt looks like when it is drawn now. */
async function drawn(sequence: number, copy = 1): Promise<Picture> {
  const receipt = await store.receipts.bySequence(sequence);
  if (receipt === null) throw new Error('no receipt');
  return createReceiptPen(576).draw({ paper: receipt.paper, copy, standing: 'held', at: time.clock.now() });
}

function isOn(paper: Picture | undefined, picture: Picture): boolean {
  return (
    paper !== undefined &&
    paper.widthDots === picture.widthDots &&
    Buffer.compare(paper.bits, picture.bits) === 0
  );
}

describe('a printer with a fault', () => {
  it('that is switched off prints as soon as it is on again', async () => {
    await thermal.unplug();
    await citizenSubmits(1);
    await drain();
    expect(await jobs()).toEqual(['1/1 failed not-connected']);
    await thermal.plugIn();
    await nextTry();
    expect(await jobs()).toEqual(['1/1 sent-to-printer']);
    expect(thermal.tray).toHaveLength(1);
  });

  it('that has no paper is not asked to print, and prints once when there is some', async () => {
    thermal.runOutOfPaper();
    await citizenSubmits(1);
    await drain();
    expect(await jobs()).toEqual(['1/1 needs-paper out-of-paper']);
    await nextTry();
    thermal.refill();
    await nextTry();
    expect(await jobs()).toEqual(['1/1 sent-to-printer']);
    expect(isOn(thermal.tray[0], await drawn(1))).toBe(true);
    expect(thermal.tray).toHaveLength(1);
  });

  it('whose paper ends half-way prints a whole one later, and no second half', async () => {
    thermal.runOutOfPaper(700);
    await citizenSubmits(1);
    await drain();
    expect(await jobs()).toEqual(['1/1 needs-paper out-of-paper']);
    expect(thermal.hanging().heightDots).toBe(700);
    thermal.refill();
    await nextTry();
    expect(await jobs()).toEqual(['1/1 sent-to-printer']);
    expect(isOn(thermal.tray.at(-1), await drawn(1))).toBe(true);
    expect(thermal.tray.filter(({ heightDots }) => heightDots > 0)).toHaveLength(1);
  });

  it('whose cover is open prints when it is closed', async () => {
    thermal.openCover();
    await citizenSubmits(1);
    await drain();
    expect(await jobs()).toEqual(['1/1 failed cover-open']);
    thermal.closeCover();
    await nextTry();
    expect(await jobs()).toEqual(['1/1 sent-to-printer']);
  });

  it('whose knife jams is told apart from one without paper, and what hangs out is cut off first', async () => {
    thermal.jamKnife();
    await citizenSubmits(1);
    await drain();
    expect(await jobs()).toEqual(['1/1 failed jam']);
    thermal.clearJam();
    await nextTry();
    expect(await jobs()).toEqual(['1/1 sent-to-printer']);
    expect(isOn(thermal.tray.at(-1), await drawn(1))).toBe(true);
  });

  it('that prints too slowly keeps nobody waiting for more than 30 seconds', async () => {
    thermal.printSlowly(1);
    await citizenSubmits(1);
    worker.wake();
    await until(() => thermal.freeBytes() < 3000);
    time.pass(30_000);
    await until(async () => (await jobs())[0] === '1/1 unknown no-answer');
    thermal.printSlowly(Infinity);
    time.pass(60_000);
    await citizenSubmits(2);
    await drain();
    expect(await jobs()).toEqual(['1/1 unknown no-answer', '2/1 sent-to-printer']);
    expect(isOn(thermal.tray.at(-1), await drawn(2))).toBe(true);
  });

  it('that says yes and prints nothing is believed no further, and prints again on request', async () => {
    thermal.turnRollRound();
    await citizenSubmits(1);
    await drain();
    expect(await jobs()).toEqual(['1/1 sent-to-printer']);
    expect(thermal.tray[0]?.bits.some((byte) => byte !== 0)).toBe(false);
    await citizenAsksAgain(1);
    await drain();
    expect(await jobs()).toEqual(['1/1 sent-to-printer', '1/2 sent-to-printer']);
  });

  it('that loses its power behind the last line leaves unknown what lies there, and prints no second one', async () => {
    await citizenSubmits(1);
    const { heightDots } = await drawn(1);
    thermal.runOutOfPaper(heightDots - 1);
    worker.wake();
    await until(() => thermal.hanging().heightDots === heightDots - 1);
    await thermal.unplug();
    await drain();
    expect(await jobs()).toEqual(['1/1 unknown no-answer']);
    await thermal.plugIn();
    thermal.refill();
    time.pass(60_000);
    await drain();
    expect(thermal.tray).toEqual([]);
  });

  it('that does not answer is not taken for one that prints', async () => {
    thermal.fallSilent();
    await citizenSubmits(1);
    await drain(3000);
    expect(await jobs()).toEqual(['1/1 failed no-answer']);
    expect(thermal.tray).toEqual([]);
  });

  it('whose paper is nearly at its end prints, and IT reads of it', async () => {
    thermal.runLowOnPaper();
    await citizenSubmits(1);
    await drain();
    expect(await jobs()).toEqual(['1/1 sent-to-printer']);
    expect(log.warn).toHaveBeenCalledWith('paper is nearly at its end', { state: 'paper-low' });
  });
});

describe('what comes out', () => {
  it('is two receipts when two were asked for, each whole and in its own language', async () => {
    await citizenSubmits(1);
    await citizenSubmits(2, { locale: 'en' });
    await drain();
    expect(await jobs()).toEqual(['1/1 sent-to-printer', '2/1 sent-to-printer']);
    expect(isOn(thermal.tray[0], await drawn(1))).toBe(true);
    expect(isOn(thermal.tray[1], await drawn(2))).toBe(true);
  });

  it.each<[string, Partial<ReceiptPaper>]>([
    ['a name of forty characters', { matter: { 'zh-CN': LONG_NAME, en: LONG_NAME } }],
    ['forty documents', { documents: FORTY_DOCUMENTS }],
    ['large type in English', { largeType: true, locale: 'en', documents: FORTY_DOCUMENTS.slice(0, 8) }],
  ])('is all of it with %s, as wide as the roll', async (_, paper) => {
    await citizenSubmits(1, paper);
    await drain();
    const picture = await drawn(1);
    expect(isOn(thermal.tray[0], picture)).toBe(true);
    expect(thermal.tray[0]?.heightDots).toBe(picture.heightDots);
    expect(thermal.garbage()).toBe(0);
    expect(thermal.mostKeptWaitingBytes()).toBe(0);
  });

  it('is inert when a name looks like commands to a printer', async () => {
    await citizenSubmits(1, { applicant: '\u001b@\u0010\u0004\u0001\u001dV\u0000**' });
    await drain();
    expect(isOn(thermal.tray[0], await drawn(1))).toBe(true);
    expect(thermal.garbage()).toBe(0);
  });
});

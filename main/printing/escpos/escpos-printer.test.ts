// A receipt printer on a real line: what comes out of it, and what the kiosk says of it.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemTimers } from '../../../lib/clock.ts';
import { silentLog } from '../../../lib/log.ts';
import { manualTime, type ManualTime } from '../../../tests/fakes/manual-time.ts';
import { startTcpPrinter, type TcpThermalPrinter } from '../../../tests/fakes/thermal/tcp-printer.ts';
import { factsWith } from '../../../tests/golden/papers.ts';
import type { Printer, Sheet } from '../printer.ts';
import { createReceiptPen } from '../receipt-picture.ts';
import { createEscPosPrinter, type EscPosParts } from './escpos-printer.ts';
import { tcpCarrier } from './tcp-carrier.ts';
import { until } from '../../../tests/until.ts';

const AT = new Date('2026-11-24T02:32:00.000Z');
const picture = createReceiptPen(384).draw(factsWith());
const sheet: Sheet = { receiptNumber: 'R-1', copy: 1, at: AT, title: 'R-1', pages: [picture] };
const HALF_WAY = Math.floor(picture.heightDots / 2);

let time: ManualTime;
let thermal: TcpThermalPrinter;
let printer: Printer;
let abort: AbortController;

beforeEach(async () => {
  time = manualTime(AT);
  abort = new AbortController();
  thermal = await startTcpPrinter({ widthDots: 384, timers: time.timers });
  printer = connected();
});

afterEach(() => thermal.stop());

function connected(changes: Partial<EscPosParts> = {}): Printer {
  const { timers } = time;
  const carrier = tcpCarrier('127.0.0.1', thermal.port, timers);
  return createEscPosPrinter({
    carrier,
    hasCutter: true,
    tellsState: true,
    timers,
    log: silentLog,
    ...changes,
  });
}

function print(): ReturnType<Printer['print']> {
  return printer.print(sheet, abort.signal);
}

/** Lets time pass in steps that the kiosk is waiting for, until it has an answer. */
async function passUntilSettled<T>(printed: Promise<T>, atMostMs = 500): Promise<T> {
  let isSettled = false;
  void printed.then(() => (isSettled = true));
  while (!isSettled) {
    await until(() => isSettled || (time.nextIn() ?? Infinity) <= atMostMs);
    if (!isSettled) time.pass(time.nextIn() ?? 0);
  }
  return printed;
}

it('brings the picture onto paper, dot for dot, and cuts it off', async () => {
  expect(await print()).toEqual({ ok: true, value: 'sent-to-printer' });
  expect(thermal.tray).toHaveLength(1);
  expect(thermal.tray[0]?.heightDots).toBe(picture.heightDots);
  expect(Buffer.compare(thermal.tray[0]?.bits ?? Buffer.alloc(0), picture.bits)).toBe(0);
  expect([thermal.hanging().heightDots, thermal.garbage()]).toEqual([0, 0]);
});

it('sends a printer with little memory no more than it can hold', async () => {
  await print();
  expect(thermal.mostKeptWaitingBytes()).toBe(0);
  expect(thermal.mostHeldBytes()).toBeLessThanOrEqual(4096);
});

it('hangs up after every sheet, so that others can reach the printer', async () => {
  await print();
  await print();
  expect(thermal.timesCalled()).toBe(2);
  expect(thermal.tray).toHaveLength(2);
});

it('sends nothing to a printer without paper', async () => {
  thermal.runOutOfPaper();
  expect(await print()).toEqual({ ok: false, error: { state: 'needs-paper', code: 'out-of-paper' } });
  expect(thermal.mostHeldBytes()).toBeLessThan(20);
});

it.each([
  ['its cover is open', async () => thermal.openCover(), 'cover-open'],
  [
    'its cover is open and the paper lifted',
    () => [thermal.openCover(), thermal.runOutOfPaper()],
    'cover-open',
  ],
  ['it is off the line', async () => thermal.goOffline(), 'offline'],
  ['its power is off', async () => thermal.unplug(), 'not-connected'],
])('sends nothing while %s', async (_, happens, code) => {
  await happens();
  expect(await print()).toEqual({ ok: false, error: { state: 'failed', code } });
  expect(thermal.tray).toEqual([]);
});

it('says that paper is needed when it ends half-way, and brings out no other half later', async () => {
  thermal.runOutOfPaper(HALF_WAY);
  const printed = print();
  await until(() => thermal.hanging().heightDots === HALF_WAY);
  expect(await passUntilSettled(printed)).toEqual({
    ok: false,
    error: { state: 'needs-paper', code: 'out-of-paper' },
  });
  await until(() => thermal.freeBytes() === 4096);
  thermal.refill();
  expect([thermal.tray, thermal.hanging().heightDots]).toEqual([[], 0]);
  await print();
  expect(
    thermal.tray.map(({ bits }) => Buffer.compare(bits, picture.bits)).filter((same) => same === 0),
  ).toEqual([0]);
});

it('says so when the cover is opened half-way, and cuts off what hangs out before it prints again', async () => {
  thermal.printSlowly(1000);
  const printed = print();
  for (let band = 0; band < 4; band += 1) await nextBand();
  thermal.openCover();
  expect(await passUntilSettled(printed)).toEqual({
    ok: false,
    error: { state: 'failed', code: 'cover-open' },
  });
  thermal.closeCover();
  thermal.printSlowly(Infinity);
  time.pass(500);
  await print();
  const [rest, whole] = thermal.tray;
  expect(rest?.heightDots).toBeLessThan(picture.heightDots);
  expect(Buffer.compare(whole?.bits ?? Buffer.alloc(0), picture.bits)).toBe(0);
});

/** Lets one band of the picture come out. */
async function nextBand(): Promise<void> {
  const before = thermal.hanging().heightDots;
  await until(() => (time.nextIn() ?? Infinity) <= 24);
  time.pass(24);
  await until(() => thermal.hanging().heightDots > before);
}

it('takes a jam at the knife for a jam', async () => {
  thermal.jamKnife();
  const printed = print();
  await until(() => thermal.hanging().heightDots === picture.heightDots);
  expect(await passUntilSettled(printed)).toEqual({ ok: false, error: { state: 'failed', code: 'jam' } });
});

it('knows that nothing whole came out when the power goes half-way', async () => {
  thermal.printSlowly(1000);
  const printed = print();
  await nextBand();
  await thermal.unplug();
  expect(await printed).toEqual({ ok: false, error: { state: 'failed', code: 'not-connected' } });
});

it('does not know what came out when the power goes behind the last byte', async () => {
  thermal.runOutOfPaper(picture.heightDots - 1);
  const printed = print();
  await until(() => thermal.hanging().heightDots === picture.heightDots - 1);
  await thermal.unplug();
  expect(await printed).toEqual({ ok: false, error: { state: 'unknown', code: 'no-answer' } });
});

it('does not take a line that answers nothing for a printer', async () => {
  thermal.fallSilent();
  const printed = print();
  await until(() => time.nextIn() === 3000);
  time.pass(3000);
  expect(await printed).toEqual({ ok: false, error: { state: 'failed', code: 'no-answer' } });
  expect(thermal.tray).toEqual([]);
});

it('gives up on a printer that falls silent half-way', async () => {
  thermal.printSlowly(1000);
  const printed = print();
  await nextBand();
  thermal.fallSilent();
  expect(await passUntilSettled(printed, 3000)).toEqual({
    ok: false,
    error: { state: 'failed', code: 'not-connected' },
  });
});

it('throws away what is left in the printer when nobody waits any more', async () => {
  thermal.printSlowly(1);
  const printed = print();
  await until(() => thermal.freeBytes() < 3000);
  abort.abort();
  expect(await printed).toEqual({ ok: false, error: { state: 'failed', code: 'no-answer' } });
  await until(() => thermal.freeBytes() === 4096);
});

it('prints on when a printer was off the line for a moment', async () => {
  thermal.printSlowly(1000);
  const printed = print();
  await nextBand();
  thermal.goOffline();
  time.pass(500);
  thermal.goOnline();
  thermal.printSlowly(Infinity);
  expect(await passUntilSettled(printed)).toEqual({ ok: true, value: 'sent-to-printer' });
});

it('tells IT that paper is nearly at its end, and prints', async () => {
  const log = { ...silentLog, warn: vi.fn() };
  printer = connected({ log });
  thermal.runLowOnPaper();
  expect(await print()).toEqual({ ok: true, value: 'sent-to-printer' });
  expect(log.warn).toHaveBeenCalledWith('paper is nearly at its end', { state: 'paper-low' });
  expect(await printer.report()).toEqual({ state: 'ready', trouble: null, isPaperLow: true });
});

it('claims no more than that it was sent when the roll lies the wrong way round', async () => {
  thermal.turnRollRound();
  expect(await print()).toEqual({ ok: true, value: 'sent-to-printer' });
  expect(thermal.tray[0]?.bits.every((byte) => byte === 0)).toBe(true);
});

it.each([
  ['ready', async () => {}, { state: 'ready', trouble: null }],
  ['without paper', async () => thermal.runOutOfPaper(), { state: 'needs-paper', trouble: 'out-of-paper' }],
  ['open', async () => thermal.openCover(), { state: 'failed', trouble: 'cover-open' }],
  ['switched off', async () => thermal.unplug(), { state: 'failed', trouble: 'not-connected' }],
])('says of itself that it is %s', async (_, happens, report) => {
  await happens();
  expect(await printer.report()).toMatchObject(report);
  expect(thermal.hanging().heightDots).toBe(0);
});

it('lets no picture command the printer, whatever its strokes spell', async () => {
  const bits = Uint8Array.from({ length: 48 * 30 }, (_, index) => [0x10, 0x04, 0x01][index % 3] ?? 0);
  const page = { widthDots: 384, heightDots: 30, dotsPerInch: 203, bits };
  await printer.print({ ...sheet, pages: [page] }, abort.signal);
  // Four answers before, four after, and one for each of begin, two bands and cut.
  expect(thermal.timesTold()).toBe(4 + 4 + 4);
  expect([...(thermal.tray[0]?.bits.subarray(0, 3) ?? [])]).toEqual([0x10, 0x06, 0x01]);
});

it('is busy, not broken, to whoever asks while it prints', async () => {
  thermal.printSlowly(1000);
  const printed = print();
  await nextBand();
  expect(await printer.report()).toMatchObject({ state: 'failed', trouble: 'busy' });
  abort.abort();
  await printed;
});

it('feeds paper out to be torn where there is no knife', async () => {
  printer = connected({ hasCutter: false });
  await print();
  expect(thermal.tray).toEqual([]);
  expect(thermal.hanging().heightDots).toBe(picture.heightDots + 240);
});

it('prints on a printer that answers nothing, if it was told that it does not', async () => {
  printer = connected({ tellsState: false, timers: systemTimers });
  thermal.fallSilent();
  expect(await print()).toEqual({ ok: true, value: 'sent-to-printer' });
  await until(() => thermal.tray.length === 1);
  expect(Buffer.compare(thermal.tray[0]?.bits ?? Buffer.alloc(0), picture.bits)).toBe(0);
  expect(await printer.report()).toMatchObject({ state: 'unknown' });
});

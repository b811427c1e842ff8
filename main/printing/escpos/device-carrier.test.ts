// A receipt printer on a character device (a pseudo-terminal): real reads and writes that must not block.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemTimers } from '../../../lib/clock.ts';
import { silentLog } from '../../../lib/log.ts';
import {
  startDevicePrinter,
  type DeviceThermalPrinter,
} from '../../../tests/fakes/thermal/device-printer.ts';
import { factsWith } from '../../../tests/golden/papers.ts';
import type { Printer, Sheet } from '../printer.ts';
import { createReceiptPen } from '../receipt-picture.ts';
import { deviceCarrier } from './device-carrier.ts';
import { createEscPosPrinter } from './escpos-printer.ts';
import { until } from '../../../tests/until.ts';

const picture = createReceiptPen(576).draw(factsWith());
const sheet: Sheet = { receiptNumber: 'R-1', copy: 1, at: new Date(0), title: 'R-1', pages: [picture] };
const { signal } = new AbortController();

let thermal: DeviceThermalPrinter;

beforeEach(async () => {
  thermal = await startDevicePrinter({ widthDots: 576, timers: systemTimers });
});

afterEach(() => thermal.unplug());

function on(device: string, tellsState = true): Printer {
  const parts = { hasCutter: true, tellsState, timers: systemTimers, log: silentLog };
  return createEscPosPrinter({ carrier: deviceCarrier(device, systemTimers), ...parts });
}

it('brings the picture onto paper, dot for dot', async () => {
  const printer = on(thermal.device);
  expect(await printer.print(sheet, signal)).toEqual({ ok: true, value: 'sent-to-printer' });
  expect(Buffer.compare(thermal.tray[0]?.bits ?? Buffer.alloc(0), picture.bits)).toBe(0);
  expect(thermal.mostHeldBytes()).toBeLessThanOrEqual(4096);
});

it('prints one sheet after the other', async () => {
  const printer = on(thermal.device);
  await printer.print(sheet, signal);
  await printer.print(sheet, signal);
  expect(thermal.tray).toHaveLength(2);
});

it('waits for a printer that takes its time, and for none that answers nothing', async () => {
  thermal.fallSilent();
  thermal.printSlowly(20_000);
  const printer = on(thermal.device, false);
  expect(await printer.print(sheet, signal)).toEqual({ ok: true, value: 'sent-to-printer' });
  await until(() => thermal.tray.length === 1);
  expect(Buffer.compare(thermal.tray[0]?.bits ?? Buffer.alloc(0), picture.bits)).toBe(0);
});

it('says that paper is needed', async () => {
  thermal.runOutOfPaper(100);
  const printer = on(thermal.device);
  expect(await printer.print(sheet, signal)).toEqual({
    ok: false,
    error: { state: 'needs-paper', code: 'out-of-paper' },
  });
  expect(await printer.report()).toMatchObject({ state: 'needs-paper' });
});

it('says that it is not there when its cable is pulled', async () => {
  const printer = on(thermal.device);
  await thermal.unplug();
  expect(await printer.report()).toMatchObject({ state: 'failed', trouble: 'not-connected' });
  expect(await printer.print(sheet, signal)).toEqual({
    ok: false,
    error: { state: 'failed', code: 'not-connected' },
  });
});

it('knows that nothing whole came out when the cable is pulled half-way', async () => {
  thermal.runOutOfPaper(500);
  const printed = on(thermal.device).print(sheet, signal);
  await until(() => thermal.hanging().heightDots === 500);
  await thermal.unplug();
  expect(await printed).toEqual({ ok: false, error: { state: 'failed', code: 'not-connected' } });
});

it('writes over no file that somebody took for a printer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-device-'));
  const file = join(folder, 'notes.txt');
  writeFileSync(file, 'not a printer');
  expect(await on(file).print(sheet, signal)).toEqual({
    ok: false,
    error: { state: 'failed', code: 'not-connected' },
  });
  expect(readFileSync(file, 'utf8')).toBe('not a printer');
  rmSync(folder, { recursive: true, force: true });
});

// The kiosk's own queue prints on a real IPP printer, which keeps what it was sent.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemTimers, type Timers } from '../../lib/clock.ts';
import { silentLog } from '../../lib/log.ts';
import { openPrinter } from '../../main/printing/open-printer.ts';
import type { Paper } from '../../main/printing/paper.ts';
import type { Picture } from '../../main/printing/picture.ts';
import { createPrintWorker, type PrintWorker } from '../../main/printing/print-worker.ts';
import { receiptTitle } from '../../main/printing/receipt-words.ts';
import { pdfOf } from '../../main/printing/sheet-pdf.ts';
import { createSheetPen } from '../../main/printing/sheet-pen.ts';
import { onPaper, paperSizeMm } from '../../main/printing/sheet-size.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { putReceipt } from '../builders/receipt-in-store.ts';
import { readPwgRaster } from '../fakes/pwg-raster-reader.ts';
import { startRealIppPrinter, type RealIppOptions, type RealIppPrinter } from '../fakes/real-ipp-printer.ts';
import { FORTY_DOCUMENTS } from '../golden/papers.ts';

const NOW = new Date('2026-11-24T02:32:00.000Z');
const clock = { now: () => NOW, monotonicMs: () => 0 };
/** A fifth of the patience, so that a printer that stands still is not waited for in full. */
const hasty: Timers = { after: (ms, run) => systemTimers.after(ms / 5, run) };

let folder: string;
let store: Store;
let ipp: RealIppPrinter;
let worker: PrintWorker;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-ipp-kiosk-'));
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.detail);
  store = opened.value;
});

afterEach(async () => {
  await worker.stop();
  await ipp.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: RealIppOptions, paper: Paper, timers: Timers = systemTimers): Promise<void> {
  ipp = await startRealIppPrinter(options);
  const around = { folder, timers, log: silentLog, silentPrint: null };
  const printer = openPrinter({ kind: 'ipp', url: ipp.url, paper }, around);
  if (printer === null) throw new Error('no printer');
  worker = createPrintWorker({ store, printer, clock, timers, log: silentLog, paper });
}

async function job(): Promise<string> {
  const [latest] = await store.printJobs.list(1);
  return `${latest?.state} ${latest?.trouble ?? ''}`.trim();
}

async function pagesOf(sequence: number, paper: Paper): Promise<{ number: string; pages: Picture[] }> {
  const receipt = await store.receipts.bySequence(sequence);
  if (receipt === null) throw new Error('no receipt');
  const facts = { paper: receipt.paper, copy: 1, standing: 'held', at: NOW } as const;
  return { number: receipt.number, pages: createSheetPen(paper).draw(facts) };
}

it('prints an A4 receipt as the very page that was drawn, and hears that the job is completed', async () => {
  await start({ formats: ['application/pdf'] }, 'A4');
  await putReceipt(store, 1, NOW, { documents: FORTY_DOCUMENTS });
  await worker.drain();
  expect(await job()).toBe('sent-to-printer');
  const [spooled] = ipp.spooled();
  const { number, pages } = await pagesOf(1, 'A4');
  expect(pages.length).toBeGreaterThan(1);
  const expected = await pdfOf({ title: receiptTitle(number, 1), at: NOW, pages });
  expect(spooled?.bytes.equals(expected)).toBe(true);
});

it('prints raster on a printer that reads no PDF, dot for dot', async () => {
  await start({ formats: ['image/pwg-raster'] }, 'A4');
  await putReceipt(store, 1, NOW);
  await worker.drain();
  expect(await job()).toBe('sent-to-printer');
  const [page] = (await pagesOf(1, 'A4')).pages;
  const [read] = readPwgRaster(ipp.spooled()[0]?.bytes ?? Buffer.alloc(0));
  expect(Buffer.compare(read?.bits ?? Buffer.alloc(0), page?.bits ?? Buffer.alloc(1))).toBe(0);
});

it('writes raster that CUPS itself can read', async () => {
  // ippevepcl reads each page with the printing system's own library and fails on what that cannot read.
  await start({ formats: ['image/pwg-raster'], command: 'exec /usr/sbin/ippevepcl "$@"' }, 'A4');
  await putReceipt(store, 1, NOW, { locale: 'en' });
  await worker.drain();
  expect(await job()).toBe('sent-to-printer');
});

it('prints a picture on a printer that reads nothing else', async () => {
  await start({ formats: ['image/jpeg'] }, 'A4');
  await putReceipt(store, 1, NOW);
  await worker.drain();
  expect(await job()).toBe('sent-to-printer');
  expect(ipp.spooled()[0]?.bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
});

/** A receipt printer behind IPP: 8 dots a millimetre, rolls of 80 mm, cut to any length. */
const ROLL = [
  'ATTR keyword pwg-raster-document-type-supported black_1,sgray_8',
  'ATTR resolution pwg-raster-document-resolution-supported 203dpi',
  'ATTR keyword media-supported custom_min_80x30mm,custom_max_80x3000mm',
  'ATTR keyword media-default custom_roll_80x200mm',
  'ATTR keyword media-ready custom_roll_80x200mm',
  'ATTR collection media-size-supported {',
  '  MEMBER integer x-dimension 8000',
  '  MEMBER rangeOfInteger y-dimension 3000-300000',
  '}',
];

it('prints on a roll as long as the receipt is', async () => {
  await start({ attributes: ROLL }, '80mm');
  await putReceipt(store, 1, NOW, { documents: FORTY_DOCUMENTS });
  await worker.drain();
  expect(await job()).toBe('sent-to-printer');
  const [strip] = (await pagesOf(1, '80mm')).pages;
  if (strip === undefined) throw new Error('no strip');
  const whole = onPaper(strip, paperSizeMm(strip));
  const [read] = readPwgRaster(ipp.spooled()[0]?.bytes ?? Buffer.alloc(0));
  expect([read?.widthDots, read?.heightDots]).toEqual([whole.widthDots, whole.heightDots]);
  expect(Buffer.compare(read?.bits ?? Buffer.alloc(0), whole.bits)).toBe(0);
});

it('says that paper is needed when the printer gives a job up for want of it', async () => {
  await start(
    { formats: ['application/pdf'], command: 'echo "STATE: +media-empty-error" >&2; exit 1' },
    'A4',
  );
  await putReceipt(store, 1, NOW);
  await worker.drain();
  expect(await job()).toBe('needs-paper out-of-paper');
});

it('takes the job back from a printer that stands still without paper', async () => {
  const stuck = 'echo "STATE: +media-empty-error" >&2; exec sleep 3';
  await start({ formats: ['application/pdf'], command: stuck }, 'A4', hasty);
  await putReceipt(store, 1, NOW);
  await worker.drain();
  expect(await job()).toBe('needs-paper out-of-paper');
  const jobs = spawnSync('ipptool', ['-tv', ipp.url, 'get-completed-jobs.test'], { encoding: 'utf8' });
  expect(jobs.stdout).toContain('canceled');
});

it.each([
  ['media-jam-error', 'failed jam'],
  ['cover-open', 'failed cover-open'],
])('says why a job was given up: %s', async (reason, expected) => {
  await start({ formats: ['application/pdf'], command: `echo "STATE: +${reason}" >&2; exit 1` }, 'A4');
  await putReceipt(store, 1, NOW);
  await worker.drain();
  expect(await job()).toBe(expected);
});

it('sends nothing to a printer with a certificate that nobody vouches for', async () => {
  await start({ formats: ['application/pdf'] }, 'A4');
  const secure = openPrinter(
    { kind: 'ipp', url: ipp.url.replace(/^ipp:/, 'ipps:'), paper: 'A4' },
    { folder, timers: systemTimers, log: silentLog, silentPrint: null },
  );
  expect(await secure?.report()).toMatchObject({ state: 'failed', trouble: 'not-trusted' });
});

it('prints nothing on a printer that has no such paper', async () => {
  await start({ formats: ['application/pdf'] }, '58mm');
  await putReceipt(store, 1, NOW);
  await worker.drain();
  expect(await job()).toBe('failed refused');
  expect(ipp.spooled()).toEqual([]);
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemTimers } from '../../lib/clock.ts';
import { silentLog } from '../../lib/log.ts';
import { factsWith, FORTY_DOCUMENTS } from '../../tests/golden/papers.ts';
import { createFilePrinter, sheetName } from './file-printer.ts';
import { openPrinter } from './open-printer.ts';
import type { Printer, Sheet } from './printer.ts';
import { createReceiptPen } from './receipt-picture.ts';
import { receiptTitle } from './receipt-words.ts';
import { createSheetPen } from './sheet-pen.ts';

const NUMBER = '520103-K012-1-0042-N';
const picture = createReceiptPen(576).draw(factsWith());
const sheet: Sheet = {
  receiptNumber: NUMBER,
  copy: 1,
  at: new Date('2026-11-24T02:32:00.000Z'),
  title: receiptTitle(NUMBER, 1),
  pages: [picture],
};
const signal = new AbortController().signal;

let above: string;
let folder: string;
let printer: Printer;

beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'onewindow-file-printer-'));
  folder = join(above, 'receipts');
  printer = createFilePrinter(folder);
});

afterEach(() => {
  rmSync(above, { recursive: true, force: true });
});

it('puts a picture and a page into the folder, named by number and copy', async () => {
  expect(await printer.print(sheet, signal)).toEqual({ ok: true, value: 'sent-to-printer' });
  expect(await printer.print({ ...sheet, copy: 2 }, signal)).toMatchObject({ ok: true });
  expect(readdirSync(folder).toSorted()).toEqual([
    `${NUMBER}.copy-1.pdf`,
    `${NUMBER}.copy-1.png`,
    `${NUMBER}.copy-2.pdf`,
    `${NUMBER}.copy-2.png`,
  ]);
});

it('keeps them from everybody but the kiosk', async () => {
  await printer.print(sheet, signal);
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it('writes the picture as it was drawn', async () => {
  await printer.print(sheet, signal);
  const png = PNG.sync.read(readFileSync(join(folder, `${NUMBER}.copy-1.png`)));
  expect([png.width, png.height]).toEqual([576, picture.heightDots]);
});

it('makes a page as wide as the roll, titled by its number and by no name', async () => {
  await printer.print(sheet, signal);
  const bytes = readFileSync(join(folder, `${NUMBER}.copy-1.pdf`));
  const [, width = '', height = ''] =
    /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(bytes.toString('latin1')) ?? [];
  const mm = (points: string) => Math.round((Number(points) / 72) * 25.4);
  expect(mm(width)).toBe(80);
  expect(mm(height)).toBe(Math.round((picture.heightDots / 203) * 25.4));
  const inPdf = (text: string) => bytes.includes(Buffer.from(text, 'utf16le').swap16());
  expect(inPdf(`收件凭证 ${NUMBER}`)).toBe(true);
  expect(inPdf('杨**')).toBe(false);
});

it('makes a picture of every page of A4, and one PDF of them all', async () => {
  const pages = createSheetPen('A4').draw(factsWith({}, { documents: FORTY_DOCUMENTS }));
  expect(pages.length).toBeGreaterThan(2);
  await printer.print({ ...sheet, pages }, signal);
  const names = readdirSync(folder);
  expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(pages.length);
  expect(names).toContain(`${NUMBER}.copy-1.page-2.png`);
  const pdf = readFileSync(join(folder, `${NUMBER}.copy-1.pdf`)).toString('latin1');
  expect(pdf.match(/\/MediaBox \[0 0 595(\.\d+)? 841(\.\d+)?\]/g)).toHaveLength(pages.length);
});

it('says the same of the same sheet, byte for byte', async () => {
  await printer.print(sheet, signal);
  const before = readFileSync(join(folder, `${NUMBER}.copy-1.pdf`));
  await printer.print(sheet, signal);
  expect(readFileSync(join(folder, `${NUMBER}.copy-1.pdf`)).equals(before)).toBe(true);
});

it('clears away what a killed process left half written', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'old.png.part'), 'half');
  await printer.print(sheet, signal);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

it('shows neither of the two when one cannot be written', async () => {
  mkdirSync(folder);
  mkdirSync(join(folder, `${NUMBER}.copy-1.pdf.part`, 'in the way'), { recursive: true });
  const answer = await printer.print(sheet, signal);
  expect(answer).toEqual({ ok: false, error: { state: 'failed', code: 'not-writable' } });
  expect(readdirSync(folder)).not.toContain(`${NUMBER}.copy-1.png`);
});

it('fails in words when its folder is no folder', async () => {
  writeFileSync(folder, 'a file');
  expect(await printer.print(sheet, signal)).toEqual({
    ok: false,
    error: { state: 'failed', code: 'not-writable' },
  });
});

it('is ready when the folder can be written, and cannot tell before it was made', async () => {
  expect(await printer.report()).toMatchObject({ state: 'unknown' });
  mkdirSync(folder);
  expect(await printer.report()).toMatchObject({ state: 'ready' });
});

it('is not ready when there can be no such folder', async () => {
  writeFileSync(folder, 'a file');
  expect(await createFilePrinter(join(folder, 'below a file')).report()).toMatchObject({ state: 'failed' });
});

it('names no file by what is no receipt number', () => {
  expect(() => sheetName({ receiptNumber: '../../etc/passwd', copy: 1 })).toThrow();
});

function around() {
  return { folder: above, timers: systemTimers, log: silentLog, silentPrint: null };
}

it('is what the configuration asks for, in the data folder', async () => {
  const opened = openPrinter({ kind: 'file', folder: 'receipts', widthDots: 576 }, around());
  await opened?.print(sheet, signal);
  expect(readdirSync(folder)).toHaveLength(2);
});

it('is not there when the configuration wants none', () => {
  expect(openPrinter({ kind: 'none' }, around())).toBeNull();
});

// Names and lines as people really have them, from the key press to the department and onto the paper: kept to the last code
// point, and drawn. What is refused instead, and with which sentence, stands in values.ts.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemTimers } from '../../lib/clock.ts';
import { loadReceiptFonts } from '../../main/printing/receipt-fonts.ts';
import { createReceiptPen, receiptLayout } from '../../main/printing/receipt-picture.ts';
import type { ReceiptFacts } from '../../main/printing/receipt-facts.ts';
import { openStore } from '../../main/store/store.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { libraryCard, readerAnswers, writeProcedures } from '../builders/library-card.ts';
import { startCity, type City } from '../city.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { startTcpPrinter, type TcpThermalPrinter } from '../fakes/thermal/tcp-printer.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';

/** Typed, kept, and what of it stands on the receipt: its first character, as far as the fonts have it. */
const NAMES: [string, string, string][] = [
  ['𬭎玥', '𬭎玥', '𬭎*'],
  ['䶮喆翀', '䶮喆翀', '䶮**'],
  ['㛃翀·玥喆', '㛃翀·玥喆', '㛃***'],
  ['欧阳𬭎㛃', '欧阳𬭎㛃', '欧***'],
  ['𫖯明', '𫖯明', '𫖯*'],
  // Outside the fonts that come with the program: its number, never an empty box.
  ['𠮷小明', '𠮷小明', '[U+20BB7]**'],
  ['〇一', '〇一', '〇*'],
  ['阿依莎・买买提', '阿依莎·买买提', '阿***'],
  [' 杨 雨\u3000禾 ', '杨雨禾', '杨**'],
  // A double of an old code page, which Unicode says is the same character.
  ['\uF9D1小明', '六小明', '六**'],
  ['Nguye\u0302\u0303n Thi\u0323 A\u0301nh', 'Nguyễn Thị Ánh', 'N***'],
  ["Sea\u0301n O'Neill", "Seán O'Neill", 'S***'],
];

/** Lines that a machine might take for something else. */
const LINES = [
  '蔡家街 26 号 😀',
  'שלום 蔡家街 26 号',
  '蔡家街 مرحبا 26',
  '<script>alert(1)</script>',
  "'; DROP TABLE submission; --",
  '=cmd|"/c calc"!A1',
  '{{7*7}} ${7*7} %s %n',
  '../../../../etc/passwd',
  '𠮷𬭎䶮'.repeat(20),
];

let city: City;
let thermal: TcpThermalPrinter;
let procedures: string;
const time = manualTime(new Date('2026-11-24T02:32:00.000Z'));

const started = (printer: NonNullable<Parameters<typeof startCity>[0]>['config']) =>
  startCity({ clock: time.clock, timers: systemTimers, procedures, config: { ...printer } });

beforeAll(async () => {
  procedures = writeProcedures(mkdtempSync(join(tmpdir(), 'onewindow-names-')), libraryCard);
  thermal = await startTcpPrinter({ widthDots: 576, timers: systemTimers });
  city = await started({
    printer: { kind: 'escpos-tcp', host: '127.0.0.1', port: thermal.port, paper: '80mm' },
  });
});
afterAll(async () => {
  await city.stop();
  await thermal.stop();
  rmSync(procedures, { recursive: true, force: true });
});

async function handIn(at: City, change: object): Promise<string> {
  const page = await fillIn(at.send, libraryCard, { ...readerAnswers(), ...change });
  const { number } = await confirm(at.send, page);
  await ask(at.send, 'leave', null);
  return number;
}

const named = (name: string) => ({ reader: { ...(readerAnswers()['reader'] as object), name } });

/** The answers of each application at the platform, the oldest first. */
async function arrived(): Promise<unknown[]> {
  await city.kiosk.drain();
  return (await heldBy(join(city.folder, 'platform')))
    .map(({ application }) => application.answers)
    .toReversed();
}

/** What is to stand on the receipt with this number. */
async function factsOf(at: City, number: string): Promise<ReceiptFacts> {
  const opened = await openStore(join(at.folder, 'kiosk'), { reclaim: false });
  if (!opened.ok) throw new Error(opened.error.code);
  const last = await opened.value.submissions.lastSequence();
  const receipts = await Promise.all(
    Array.from({ length: last }, (_, index) => opened.value.receipts.bySequence(index + 1)),
  );
  await opened.value.close();
  const paper = receipts.find((receipt) => receipt?.number === number)?.paper;
  if (paper === undefined) throw new Error(`no receipt ${number}`);
  return { paper, copy: 1, standing: 'held', at: time.clock.now() };
}

function linesOf(facts: ReceiptFacts): string[] {
  const { marks } = receiptLayout(facts, 576, loadReceiptFonts());
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
}

describe('a name', () => {
  it('arrives as it is written, and is drawn on the roll as far as the receipt shows it', async () => {
    // Printed before it is sent: paper says that this machine holds it.
    city.network.become('down');
    const numbers: string[] = [];
    for (const [typed] of NAMES) {
      numbers.push(await handIn(city, named(typed)));
      await city.kiosk.drain();
    }
    const pen = createReceiptPen(576);
    for (const [index, [, , shown]] of NAMES.entries()) {
      const facts = await factsOf(city, numbers[index] ?? '');
      expect(linesOf(facts)).toContain(shown);
      expect(Buffer.compare(thermal.tray[index]?.bits ?? Buffer.of(), pen.draw(facts).bits)).toBe(0);
    }
    expect(thermal.tray).toHaveLength(NAMES.length);
    city.network.become('fine');
    const names = (await arrived()).map((answers) => (answers as { reader: { name: string } }).reader.name);
    expect(names).toEqual(NAMES.map(([, kept]) => kept));
  });

  it('is in the PDF of the receipt, dot for dot as on the roll', async () => {
    const other = await started({ printer: { kind: 'file', folder: 'receipts', paper: '80mm' } });
    other.network.become('down');
    const number = await handIn(other, named('𬭎玥'));
    await other.kiosk.drain();
    const facts = await factsOf(other, number);
    const folder = join(other.folder, 'kiosk', 'receipts');
    const file = (ending: string) =>
      readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? ''));
    const [png, pdf] = [file('.png'), file('.pdf')];
    await other.stop();
    expect(linesOf(facts)).toContain('𬭎*');
    const picture = createReceiptPen(576).draw(facts);
    expect(PNG.sync.read(png)).toMatchObject({ width: 576, height: picture.heightDots });
    expect(pdf.includes(dotsOf(png))).toBe(true);
  });
});

/** The packed dots of a PNG of ours: all of them in one part. */
function dotsOf(png: Buffer): Buffer {
  const at = png.indexOf('IDAT');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

describe('a line', () => {
  it('that looks like code, a path or another direction of writing arrives as what it is: text', async () => {
    const before = (await arrived()).length;
    for (const address of LINES) await handIn(city, { address });
    const lines = (await arrived()).slice(before).map((answers) => (answers as { address: string }).address);
    expect(lines).toEqual(LINES);
  });
});

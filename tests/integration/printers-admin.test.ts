// What IT staff type about a printer, and what they read.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemTimers } from '../../lib/clock.ts';
import type { CopyPrinterConfig, PrinterConfig } from '../../main/printing/printer-config.ts';
import { startIppDesk, type IppDesk } from '../fakes/ipp-desk.ts';
import { startTcpPrinter, type TcpThermalPrinter } from '../fakes/thermal/tcp-printer.ts';

const ROOT = join(import.meta.dirname, '..', '..');
let folder: string;
let thermal: TcpThermalPrinter;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-printers-'));
  thermal = await startTcpPrinter({ widthDots: 576, timers: systemTimers });
  configure({ kind: 'escpos-tcp', host: '127.0.0.1', port: thermal.port, paper: '80mm' });
});

afterEach(async () => {
  await thermal.stop();
  rmSync(folder, { recursive: true, force: true });
});

function configure(printer: PrinterConfig, copyPrinter?: CopyPrinterConfig): void {
  writeFileSync(join(folder, 'kiosk.config.json'), JSON.stringify({ printer, copyPrinter }));
}

async function printers(...args: string[]) {
  const command = [join(ROOT, 'main/admin/start.ts'), 'printers', ...args, '--data', folder];
  const child = spawn(process.execPath, command, { cwd: ROOT });
  const exit = once(child, 'exit') as Promise<[number]>;
  const [out, [code]] = await Promise.all([text(child.stdout), exit]);
  return { out, code };
}

it('lists a printer that is ready', async () => {
  const { out, code } = await printers('list');
  expect(out).toBe(`well    escpos-tcp 127.0.0.1:${thermal.port}, 80mm: ready\n`);
  expect(code).toBe(0);
});

it.each([
  ['out of paper', async () => thermal.runOutOfPaper(), 'out of paper. Put paper in', 1],
  ['open', async () => thermal.openCover(), 'a cover is open. Close it until it clicks', 1],
  [
    'switched off',
    async () => thermal.unplug(),
    'nothing answers there. Check power, cable and the address',
    1,
  ],
  [
    'low on paper',
    async () => thermal.runLowOnPaper(),
    'ready, paper is nearly at its end. Bring new paper',
    0,
  ],
])('says of a printer that is %s what to do', async (_, happens, says, expected) => {
  await happens();
  const { out, code } = await printers('list');
  expect(out).toContain(says);
  expect(code).toBe(expected);
});

it('lists as JSON with stable codes', async () => {
  thermal.openCover();
  const { out, code } = await printers('list', '--json');
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    printers: [{ kind: 'escpos-tcp', paper: '80mm', state: 'failed', trouble: 'cover-open' }],
  });
  expect(code).toBe(1);
});

it('prints a test sheet as wide as the roll, from edge to edge', async () => {
  const { out, code } = await printers('test');
  expect(out).toContain('went to the printer');
  expect(code).toBe(0);
  const [sheet] = thermal.tray;
  expect(thermal.tray).toHaveLength(1);
  // The black bar of the rule, in its middle row: no dot is missing.
  const row = sheet?.bits.subarray(68 * 72, 69 * 72);
  expect(row?.every((byte) => byte === 0xff)).toBe(true);
  expect(thermal.garbage()).toBe(0);
});

it('follows the test sheet to its end, and says why none came out', async () => {
  thermal.runOutOfPaper(40);
  const { out, code } = await printers('test', '--json');
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    sheets: [{ state: 'needs-paper', trouble: 'out-of-paper' }],
  });
  expect(code).toBe(1);
});

it('draws the test sheet for the paper that is configured', async () => {
  configure({ kind: 'file', folder: 'out', paper: 'A4' });
  expect((await printers('list')).out).toContain('file out, A4: cannot tell its state');
  expect((await printers('test')).code).toBe(0);
  expect(readdirSync(join(folder, 'out')).map((name) => name.replace(/^TEST-\d+T\d+/, 'TEST'))).toEqual([
    'TEST.copy-1.pdf',
    'TEST.copy-1.png',
  ]);
});

it('says that a printer of the shell is reached from the running kiosk only', async () => {
  configure({ kind: 'shell', printer: 'Hall', paper: '80mm' });
  const { out, code } = await printers('test');
  expect(out).toContain('Print from the running kiosk');
  expect(code).toBe(1);
});

describe('with an office printer for full copies', () => {
  let office: IppDesk;

  beforeEach(async () => {
    office = await startIppDesk();
    configure(
      { kind: 'escpos-tcp', host: '127.0.0.1', port: thermal.port, paper: '80mm' },
      { kind: 'ipp', url: office.url },
    );
  });
  afterEach(() => office.stop());

  it('lists both, and is not well when one of them is not', async () => {
    office.say('media-empty-error');
    const { out, code } = await printers('list');
    expect(out).toBe(
      `well    escpos-tcp 127.0.0.1:${thermal.port}, 80mm: ready\nUNWELL  ipp ${office.url}, A4: out of paper. Put paper in\n`,
    );
    expect(code).toBe(1);
  });

  it('prints a test sheet on each', async () => {
    const { out, code } = await printers('test', '--json');
    expect(JSON.parse(out)).toMatchObject({ ok: true, sheets: [{ kind: 'escpos-tcp' }, { kind: 'ipp' }] });
    expect([code, thermal.tray.length, office.jobs.length]).toEqual([0, 1, 1]);
  });
});

it('has nothing to list where no printer is configured', async () => {
  configure({ kind: 'none' });
  expect(await printers('list', '--json')).toMatchObject({
    code: 0,
    out: expect.stringContaining('[]') as string,
  });
});

it('ends with 2 where the configuration is wrong, and names the key', async () => {
  writeFileSync(
    join(folder, 'kiosk.config.json'),
    '{ "printer": { "kind": "escpos-tcp", "paper": "80mm" } }',
  );
  const { out, code } = await printers('test');
  expect([code, out]).toEqual([
    2,
    expect.stringContaining('printer.host: a host name or an address') as string,
  ]);
});

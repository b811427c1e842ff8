import { expect, it } from 'vitest';
import { DEFAULT_CONFIG, readConfig } from './config.ts';

it('takes an empty file, comments and trailing commas', () => {
  expect(readConfig('{ /* nothing set */ }')).toEqual({ ok: true, value: DEFAULT_CONFIG });
  const given = readConfig('{ // a note\n "sync": { "spreadSeconds": 3, }, }');
  expect(given).toEqual({
    ok: true,
    value: { ...DEFAULT_CONFIG, sync: { ...DEFAULT_CONFIG.sync, spreadSeconds: 3 } },
  });
});

it.each([
  ['{ "idle": { "warnAfterSeconds": 5 } }', 'idle.warnAfterSeconds', 'a whole number from 10 to 3600'],
  ['{ "idle": { "warnAfterSeconds": "60" } }', 'idle.warnAfterSeconds', 'a whole number from 10 to 3600'],
  ['{ "locale": "fr" }', 'locale', '"zh-CN" or "en"'],
  ['{ "colour": "red" }', 'colour', 'no such key; known here: place, locale'],
  ['{ "sync": { "spred": 1 } }', 'sync.spred', 'known here: checkEverySeconds, spreadSeconds'],
  ['{ "printer": { "kind": "laser" } }', 'printer.kind', '"file" or "none" or "escpos-tcp"'],
  ['{ "printer": "none" }', 'printer', '"kind"'],
  ['{ "printer": { "kind": "escpos-tcp", "paper": "80mm" } }', 'printer.host', 'a host name or an address'],
  [
    '{ "printer": { "kind": "escpos-tcp", "host": "http://10.0.0.9/", "paper": "80mm" } }',
    'printer.host',
    'a host name or an address',
  ],
  [
    '{ "printer": { "kind": "escpos-tcp", "host": "10.0.0.9", "port": 0, "paper": "80mm" } }',
    'printer.port',
    'a whole number from 1 to 65535',
  ],
  [
    '{ "printer": { "kind": "escpos-device", "device": "/dev/usb/lp0", "paper": "A4" } }',
    'printer.paper',
    '"80mm" or "58mm"',
  ],
  [
    '{ "printer": { "kind": "escpos-device", "device": "/dev/usb/lp0", "paper": "80mm", "cutter": true } }',
    'printer.cutter',
    'no such key; known here: kind, device, paper, hasCutter, tellsState',
  ],
  ['{ "printer": { "kind": "ipp", "url": "http://x/", "paper": "A4" } }', 'printer.url', 'ipp://'],
  ['{ "printer": { "kind": "file", "folder": "out" } }', 'printer.paper', '"80mm" or "58mm" or "A4"'],
  ['{ "copyPrinter": { "kind": "ipp", "url": "http://x/" } }', 'copyPrinter.url', 'ipp://'],
  [
    '{ "copyPrinter": { "kind": "file", "folder": "out" } }',
    'copyPrinter.kind',
    '"receipt-printer" or "none" or "ipp" or "shell"',
  ],
  ['[]', 'the whole file', 'place'],
  ['{ "idle": ', 'line 1', 'ValueExpected'],
])('names the key and what is allowed: %s', (content, key, allowed) => {
  const result = readConfig(content);
  const faults = result.ok ? [] : result.error;
  expect(faults.map((fault) => fault.key)).toContain(key);
  expect(faults.find((fault) => fault.key === key)?.allowed).toContain(allowed);
});

it.each([
  { kind: 'none' },
  { kind: 'file', folder: 'receipts', widthDots: 384 },
  { kind: 'file', folder: 'receipts', paper: 'A4' },
  { kind: 'escpos-tcp', host: '10.20.0.9', paper: '80mm' },
  {
    kind: 'escpos-tcp',
    host: 'printer.hall',
    port: 9101,
    paper: '58mm',
    hasCutter: false,
    tellsState: false,
  },
  { kind: 'escpos-device', device: '/dev/usb/lp0', paper: '80mm' },
  { kind: 'ipp', url: 'ipp://127.0.0.1:631/printers/hall', paper: 'A4' },
  { kind: 'shell', printer: 'Hall receipt printer', paper: '80mm' },
])('takes a printer as %j', (printer) => {
  const read = readConfig(JSON.stringify({ printer }));
  expect(read).toMatchObject({ ok: true, value: { printer } });
});

it.each([
  { kind: 'receipt-printer' },
  { kind: 'none' },
  { kind: 'ipp', url: 'ipps://office.hall/ipp/print' },
  { kind: 'shell', printer: 'Hall office printer' },
])('takes a printer of full copies as %j', (copyPrinter) => {
  expect(readConfig(JSON.stringify({ copyPrinter }))).toMatchObject({ ok: true, value: { copyPrinter } });
});

it('names only what is wrong with the printer, not with every other kind of it', () => {
  const read = readConfig('{ "printer": { "kind": "ipp", "url": "ipp://p/", "paper": "A5" } }');
  expect(read.ok ? [] : read.error).toEqual([{ key: 'printer.paper', allowed: '"80mm" or "58mm" or "A4"' }]);
});

it.each([
  { kind: 'none' },
  { kind: 'serial', device: '/dev/ttyUSB0' },
  { kind: 'serial', device: '/dev/ttyACM0', baud: 57600 },
  { kind: 'simulator', folder: 'card-reader' },
])('takes a card reader as %j', (cardReader) => {
  expect(readConfig(JSON.stringify({ cardReader }))).toMatchObject({ ok: true, value: { cardReader } });
});

it.each([
  ['{ "cardReader": { "kind": "usb" } }', 'cardReader.kind', '"none" or "serial" or "simulator"'],
  ['{ "cardReader": { "kind": "serial" } }', 'cardReader.device', 'the path of a device'],
  ['{ "cardReader": { "kind": "serial", "device": "COM3" } }', 'cardReader.device', 'the path of a device'],
])('names what is wrong with the card reader in %s', (content, key, allowed) => {
  const read = readConfig(content);
  const faults = read.ok ? [] : read.error;
  expect(faults.map((fault) => fault.key)).toEqual([key]);
  expect(faults[0]?.allowed).toContain(allowed);
});

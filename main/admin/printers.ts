// The printer, looked at and tried out, without the kiosk.
import { text, type Text } from '../../domain/contract/text.ts';
import { systemClock, systemTimers } from '../../lib/clock.ts';
import { silentLog } from '../../lib/log.ts';
import { loadConfig, type KioskConfig } from '../config.ts';
import { createHandOver } from '../printing/hand-over.ts';
import { openPrinter } from '../printing/open-printer.ts';
import type { Printer, PrinterReport } from '../printing/printer.ts';
import { copyPrinterOf, paperOf, type PrinterConfig } from '../printing/printer-config.ts';
import { addressOf, adviceFor, adviceOn } from '../printing/printer-words.ts';
import { testSheet } from '../printing/test-sheet.ts';
import { openStore } from '../store/store.ts';
import { wrongConfig } from './config.ts';
import { refusedWithout } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';

interface Configured {
  config: PrinterConfig;
  printer: Printer;
}

/** Each configured printer, how it is, and what to do about it. */
export async function listPrinters(given: AdminArguments): Promise<Answer> {
  return ofEach(given, 'printers', async ({ config, printer }) => {
    const handOver = createHandOver(printer, systemTimers, silentLog);
    return listed(config, await handOver.report());
  });
}

/** What is said of one printer. */
interface Said {
  line: string;
  isWell: boolean;
  value: object;
}

function listed(config: PrinterConfig, report: PrinterReport): Said {
  const { found, todo } = adviceOn(report);
  const printer = { kind: config.kind, address: addressOf(config), paper: paperOf(config) };
  const isWell = report.trouble === null;
  const line = `${isWell ? 'well  ' : 'UNWELL'}  ${printer.kind} ${printer.address}, ${printer.paper}: ${found}`;
  return {
    line: todo === null ? line : `${line}. ${todo}`,
    isWell,
    value: { ...printer, ...report, found, todo },
  };
}

/** Prints a test sheet on each and says what became of it. */
export async function testPrinter(given: AdminArguments): Promise<Answer> {
  return ofEach(given, 'sheets', async ({ config, printer }) =>
    tested(config, printer, await nameOf(given.folder)),
  );
}

async function tested(config: PrinterConfig, printer: Printer, kiosk: Text): Promise<Said> {
  const sheet = testSheet({ paper: paperOf(config), kiosk, at: systemClock.now() });
  const handed = await createHandOver(printer, systemTimers, silentLog).hand(sheet);
  const at = { sheet: sheet.receiptNumber, kind: config.kind, address: addressOf(config) };
  if (handed.ok) {
    const line = `${sheet.receiptNumber} went to the printer (${at.kind} ${at.address}). Look at it: the sheet says what must be there.`;
    return { line, isWell: true, value: { ...at, state: handed.value, trouble: null } };
  }
  const { state, code } = handed.error;
  const { found: what, todo } = adviceFor(code);
  const came = state === 'unknown' ? 'may have come out or not' : 'was not printed';
  return {
    line: `${sheet.receiptNumber} ${came} (${at.kind} ${at.address}): ${what}. ${todo}`,
    isWell: false,
    value: { ...at, state, trouble: code, found: what, todo },
  };
}

/** The same for each printer in the configuration, one after the other; or what to answer where there is none. */
async function ofEach(
  { folder, configFile }: AdminArguments,
  name: 'printers' | 'sheets',
  say: (configured: Configured) => Promise<Said>,
): Promise<Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const loaded = await loadConfig(configFile);
  if (!loaded.ok) return wrongConfig(configFile, loaded.error);
  const said: Said[] = [];
  for (const configured of configuredIn(loaded.value, folder)) said.push(await say(configured));
  const isWell = said.every((one) => one.isWell);
  const none = `No printer is configured: ${configFile} says "kind": "none"`;
  return {
    lines: said.length === 0 ? [none] : said.map(({ line }) => line),
    value: { ok: isWell, [name]: said.map(({ value }) => value) },
    code: isWell ? 0 : 1,
  };
}

/** The printer of receipts, and that of full copies where it is another one. */
function configuredIn({ printer, copyPrinter }: KioskConfig, folder: string): Configured[] {
  const copies = copyPrinterOf(printer, copyPrinter);
  const around = { folder, timers: systemTimers, log: silentLog, silentPrint: null };
  return [printer, ...(copies === null || copies === 'receipt-printer' ? [] : [copies])].flatMap((config) => {
    const opened = openPrinter(config, around);
    return opened === null ? [] : [{ config, printer: opened }];
  });
}

const NOT_ENROLLED = text('尚未登记的自助机', 'A kiosk that is not enrolled yet');

/** What the machine is called, for the sheet. */
async function nameOf(folder: string): Promise<Text> {
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) return NOT_ENROLLED;
  const enrolment = await opened.value.enrolment.get();
  await opened.value.close();
  return enrolment === null ? NOT_ENROLLED : enrolment.place.kiosk;
}

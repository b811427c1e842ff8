// The printer, looked at and tried out, without the kiosk.
import { text, type Text } from '../../domain/contract/text.ts';
import { systemClock, systemTimers } from '../../lib/clock.ts';
import { silentLog } from '../../lib/log.ts';
import { loadConfig, type KioskConfig } from '../config.ts';
import { createHandOver } from '../printing/hand-over.ts';
import { openPrinter } from '../printing/open-printer.ts';
import type { Printer, PrinterReport } from '../printing/printer.ts';
import { paperOf } from '../printing/printer-config.ts';
import { addressOf, adviceFor, adviceOn } from '../printing/printer-words.ts';
import { testSheet } from '../printing/test-sheet.ts';
import { openStore } from '../store/store.ts';
import { wrongConfig } from './config.ts';
import { refusedWithout } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';

interface Configured {
  config: KioskConfig['printer'];
  printer: Printer;
}

/** Each configured printer, how it is, and what to do about it. */
export async function listPrinters(given: AdminArguments): Promise<Answer> {
  const found = await configured(given);
  if ('code' in found) return found;
  const handOver = createHandOver(found.printer, systemTimers, silentLog);
  return listed(found.config, await handOver.report());
}

function listed(config: KioskConfig['printer'], report: PrinterReport): Answer {
  const { found, todo } = adviceOn(report);
  const printer = { kind: config.kind, address: addressOf(config), paper: paperOf(config) };
  const isWell = report.trouble === null;
  const line = `${isWell ? 'well  ' : 'UNWELL'}  ${printer.kind} ${printer.address}, ${printer.paper}: ${found}`;
  return {
    lines: [todo === null ? line : `${line}. ${todo}`],
    value: { ok: isWell, printers: [{ ...printer, ...report, found, todo }] },
    code: isWell ? 0 : 1,
  };
}

/** Prints a test sheet and says what became of it. */
export async function testPrinter(given: AdminArguments): Promise<Answer> {
  const found = await configured(given);
  if ('code' in found) return found;
  const { config, printer } = found;
  const sheet = testSheet({
    paper: paperOf(config),
    kiosk: await nameOf(given.folder),
    at: systemClock.now(),
  });
  const handed = await createHandOver(printer, systemTimers, silentLog).hand(sheet);
  const at = { sheet: sheet.receiptNumber, kind: config.kind, address: addressOf(config) };
  if (handed.ok) {
    const line = `${sheet.receiptNumber} went to the printer (${at.kind} ${at.address}). Look at it: the sheet says what must be there.`;
    return { lines: [line], value: { ok: true, ...at, state: handed.value, trouble: null }, code: 0 };
  }
  const { state, code } = handed.error;
  const { found: what, todo } = adviceFor(code);
  const came = state === 'unknown' ? 'may have come out or not' : 'was not printed';
  return {
    lines: [`${sheet.receiptNumber} ${came} (${at.kind} ${at.address}): ${what}. ${todo}`],
    value: { ok: false, ...at, state, trouble: code, found: what, todo },
    code: 1,
  };
}

/** The printer in the configuration, or what to answer where there is none. */
async function configured({ folder, configFile }: AdminArguments): Promise<Configured | Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const loaded = await loadConfig(configFile);
  if (!loaded.ok) return wrongConfig(configFile, loaded.error);
  const config = loaded.value.printer;
  const around = { folder, timers: systemTimers, log: silentLog, silentPrint: null };
  const printer = openPrinter(config, around);
  if (printer !== null) return { config, printer };
  const line = `No printer is configured: ${configFile} says "kind": "none"`;
  return { lines: [line], value: { ok: true, printers: [] }, code: 0 };
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

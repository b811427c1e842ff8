// One sheet at a time into the printer, and never for longer than a citizen waits.
import { fail, type Result } from '../../domain/result.ts';
import type { Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { sheetAtMostMs, STATE_AT_MOST_MS, STOP_AT_MOST_MS } from './print-patience.ts';
import {
  notReady,
  pageCount,
  type PrinterReport,
  type PrintFault,
  type Printer,
  type Sheet,
} from './printer.ts';

export type Handed = Result<'sent-to-printer', PrintFault>;

export interface HandOver {
  /** Never throws, and answers within `sheetAtMostMs` whatever the printer does. */
  hand(sheet: Sheet): Promise<Handed>;
  /** What the printer says of itself; one that does not answer in time has failed. Never throws. */
  report(): Promise<PrinterReport>;
  /** The sheet in the printer has a moment left, unless that is cancelled. */
  hurry(): { cancel(): void };
}

const NOBODY_KNOWS: PrintFault = { state: 'unknown', code: 'no-answer' };
/** The sheet before has never been answered for; this one was not even begun. */
const STILL_BUSY: PrintFault = { state: 'failed', code: 'no-answer' };

export function createHandOver(printer: Printer, timers: Timers, log: Log): HandOver {
  let inHand: Promise<Handed> | null = null;
  let giveUp: () => void = () => {};

  return {
    async hand(sheet) {
      if (inHand !== null) return fail(STILL_BUSY);
      const abort = new AbortController();
      giveUp = () => abort.abort();
      const limit = timers.after(sheetAtMostMs(pageCount(sheet)), giveUp);
      const answer = printSafely(printer, sheet, abort.signal, log).finally(() => {
        inHand = null;
      });
      inHand = answer;
      const handed = await Promise.race([answer, aborted(abort.signal)]);
      limit.cancel();
      return handed;
    },
    async report() {
      const late = Promise.withResolvers<PrinterReport>();
      const limit = timers.after(STATE_AT_MOST_MS, () => late.resolve(notReady('no-answer')));
      const report = await Promise.race([reportSafely(printer, log), late.promise]);
      limit.cancel();
      return report;
    },
    hurry: () => timers.after(STOP_AT_MOST_MS, () => giveUp()),
  };
}

/** A printer that throws is a fault of ours; whether paper came out, nobody knows. */
async function printSafely(printer: Printer, sheet: Sheet, signal: AbortSignal, log: Log): Promise<Handed> {
  try {
    return await printer.print(sheet, signal);
  } catch (error) {
    log.unexpected('printer threw', error);
    return fail(NOBODY_KNOWS);
  }
}

async function reportSafely(printer: Printer, log: Log): Promise<PrinterReport> {
  try {
    return await printer.report();
  } catch (error) {
    log.unexpected('printer threw', error);
    return notReady('printer-error');
  }
}

function aborted(signal: AbortSignal): Promise<Handed> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(fail(NOBODY_KNOWS)), { once: true });
  });
}

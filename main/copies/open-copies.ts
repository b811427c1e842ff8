// The desk of full copies with the printer it is configured for: one of its own, or the receipts' between two receipts.
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { KioskConfig } from '../config.ts';
import { createHandOver, type HandOver } from '../printing/hand-over.ts';
import { openPrinter } from '../printing/open-printer.ts';
import type { PrintWorker } from '../printing/print-worker.ts';
import { copyPrinterOf } from '../printing/printer-config.ts';
import type { SilentPrint } from '../printing/silent-print.ts';
import type { Store } from '../store/store.ts';
import { createCopyDesk, type CopyDesk } from './copy-desk.ts';

export interface CopySurroundings {
  /** The data folder. */
  folder: string;
  config: Pick<KioskConfig, 'printer' | 'copyPrinter'>;
  silentPrint?: SilentPrint;
  timers: Timers;
  log: Log;
}

/** The printer of full copies; null: none is configured. `receipts`: the running queue of receipts, if there is one. */
export function openCopyPrinter(
  { folder, config, silentPrint, timers, log }: CopySurroundings,
  receipts: PrintWorker | null,
): HandOver | null {
  const which = copyPrinterOf(config.printer, config.copyPrinter);
  if (which === 'receipt-printer') return receipts === null ? null : betweenReceipts(receipts);
  if (which === null) return null;
  const printer = openPrinter(which, { folder, timers, log, silentPrint: silentPrint ?? null });
  return printer === null ? null : createHandOver(printer, timers, log);
}

/** One sheet at a time: what is in the printer when the kiosk stops, ends with the receipts. */
function betweenReceipts({ test, report }: PrintWorker): HandOver {
  return { hand: test, report, hurry: () => ({ cancel() {} }) };
}

export function startCopies(
  printer: HandOver | null,
  around: { store: Store; clock: Clock; timers: Timers; log: Log },
  onChange: (sequence: number) => void,
): CopyDesk | null {
  if (printer === null) return null;
  const copies = createCopyDesk({ ...around, printer });
  copies.onChange(onChange);
  return copies;
}

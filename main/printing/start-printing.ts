import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { KioskConfig } from '../config.ts';
import type { Store } from '../store/store.ts';
import { openPrinter } from './open-printer.ts';
import { createPrintWorker, type PrintWorker } from './print-worker.ts';
import type { Printer } from './printer.ts';
import { paperOf } from './printer-config.ts';
import type { SilentPrint } from './silent-print.ts';

export interface PrintingParts {
  folder: string;
  config: Pick<KioskConfig, 'printer'>;
  store: Store;
  clock: Clock;
  timers: Timers;
  log: Log;
  /** null: none; left out: the one that is configured. */
  printer?: Printer | null;
  silentPrint?: SilentPrint;
}

/** The queue of receipts with its printer; null: this machine prints nothing. `onChange`: by a submission's sequence. */
export function startPrinting(
  { config, folder, store, clock, timers, log, printer, silentPrint }: PrintingParts,
  onChange: (sequence: number) => void,
): PrintWorker | null {
  const chosen =
    printer === undefined
      ? openPrinter(config.printer, { folder, timers, log, silentPrint: silentPrint ?? null })
      : printer;
  if (chosen === null) return null;
  const paper = paperOf(config.printer);
  const worker = createPrintWorker({ store, printer: chosen, clock, timers, log, paper });
  worker.onChange(onChange);
  return worker;
}

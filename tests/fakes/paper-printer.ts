// A printer with paper, a cable and a temper, without the metal.
import { fail, ok } from '../../domain/result.ts';
import {
  CANNOT_TELL,
  faultFor,
  notReady,
  READY,
  type PrinterReport,
  type Printer,
  type PrinterTrouble,
  type Sheet,
} from '../../main/printing/printer.ts';

export interface PaperPrinter extends Printer {
  /** What really came out, in order. */
  tray: Sheet[];
  /** How often a sheet was handed to it, whatever came of it. */
  timesAsked(): number;
  /** The roll ends, at once or after so many more sheets. */
  runOutOfPaper(afterSheets?: number): void;
  refill(): void;
  unplug(): void;
  plugIn(): void;
  jam(): void;
  clearJam(): void;
  /** The driver is content and nothing comes out. */
  saySuccessButPrintNothing(): void;
  /** Takes a sheet and does not answer. */
  freeze(): void;
  /** Finishes what it was doing when it froze. */
  thaw(): void;
  /** Breaks in a way nobody thought of. */
  explode(): void;
  /** Cannot tell how it is; only trying will. */
  hideState(): void;
}

export function paperPrinter(): PaperPrinter {
  const tray: Sheet[] = [];
  let sheetsLeft = Number.POSITIVE_INFINITY;
  let asked = 0;
  let isPlugged = true;
  let isJammed = false;
  let isLying = false;
  let isHidden = false;
  let isExploding = false;
  let frost: PromiseWithResolvers<void> | null = null;

  function trouble(): PrinterTrouble | null {
    if (!isPlugged) return 'not-connected';
    if (isJammed) return 'jam';
    return sheetsLeft > 0 ? null : 'out-of-paper';
  }

  function report(): PrinterReport {
    if (isHidden) return CANNOT_TELL;
    const now = trouble();
    return now === null ? READY : notReady(now);
  }

  return {
    tray,
    timesAsked: () => asked,
    async print(sheet) {
      asked += 1;
      if (isExploding) throw new Error('the fake exploded');
      if (frost !== null) await frost.promise;
      const now = trouble();
      if (now !== null) return fail(faultFor(now));
      if (!isLying) {
        tray.push(sheet);
        sheetsLeft -= 1;
      }
      return ok('sent-to-printer');
    },
    report: async () => {
      if (frost !== null) await frost.promise;
      return report();
    },
    runOutOfPaper: (afterSheets = 0) => void (sheetsLeft = afterSheets),
    refill: () => void (sheetsLeft = Number.POSITIVE_INFINITY),
    unplug: () => void (isPlugged = false),
    plugIn: () => void (isPlugged = true),
    jam: () => void (isJammed = true),
    clearJam: () => void (isJammed = false),
    saySuccessButPrintNothing: () => void (isLying = true),
    freeze: () => void (frost = Promise.withResolvers()),
    thaw() {
      frost?.resolve();
      frost = null;
    },
    explode: () => void (isExploding = true),
    hideState: () => void (isHidden = true),
  };
}

// What prints: into files, onto a roll by ESC/POS, to an office printer by IPP, through the shell's own printing. Tests have
// physical fakes.
import type { Result } from '../../domain/result.ts';
import type { Picture, PictureSize } from './picture.ts';

/** What is printed in one go, and what to call it. */
export interface Sheet {
  receiptNumber: string;
  /** 1 is the first; a reprint is a copy of its own. */
  copy: number;
  /** When it was drawn, by the kiosk's clock. */
  at: Date;
  /** What a print queue and a PDF call it. Queues show it to others: number and copy, nothing personal. */
  title: string;
  /** One strip of a roll, or the pages for an office printer, in order; never empty. */
  pages: Picture[];
  /** The same pages in words, for who reads those; else the pictures are sent, and only then drawn. */
  written?: WrittenPages;
}

export interface WrittenPages {
  size: PictureSize;
  count: number;
  /** With all fonts in it. */
  pdf(): Promise<Buffer>;
}

/** How many pages a sheet has, without drawing them. */
export function pageCount(sheet: Sheet): number {
  return sheet.written?.count ?? sheet.pages.length;
}

/** Stable codes of what went wrong at the printer; never a message. */
export type PrinterTrouble =
  | 'out-of-paper'
  | 'cover-open'
  | 'jam'
  /** It says that something in it is broken. */
  | 'printer-error'
  /** Switched off the line at its panel, or paused. */
  | 'offline'
  /** Somebody else has it. */
  | 'busy'
  | 'not-connected'
  /** What answers cannot prove that it is the printer. */
  | 'not-trusted'
  | 'no-space'
  | 'not-writable'
  | 'no-answer'
  /** It will not take what we send: the format, the paper or the sender. */
  | 'refused'
  /** Somebody took the job out of its queue. */
  | 'cancelled'
  /** The program that could print has no such printer, or cannot print. */
  | 'no-such-printer';

/**
 * Why a sheet was not handed over. `needs-paper`: nothing whole came out, a person must put paper in. `failed`: nothing
 * whole came out. `unknown`: it may lie there printed or not, so it is never sent again unasked.
 */
export interface PrintFault {
  state: 'needs-paper' | 'failed' | 'unknown';
  code: PrinterTrouble;
}

/** What a printer says of itself; `unknown`: it cannot tell, only trying will. */
export type PrinterState = 'ready' | 'needs-paper' | 'failed' | 'unknown';

export interface PrinterReport {
  state: PrinterState;
  /** Why it is not ready; null where it is, and where nobody knows. */
  trouble: PrinterTrouble | null;
  /** It prints, and somebody should bring paper soon. */
  isPaperLow: boolean;
}

export interface Printer {
  /**
   * Takes one sheet, one at a time. Success means that the printer took it, not that there is paper. When `signal`
   * aborts nobody waits for the answer any more; the next sheet comes once this call has settled.
   */
  print(sheet: Sheet, signal: AbortSignal): Promise<Result<'sent-to-printer', PrintFault>>;
  /** Whether a sheet would be taken now. Asks without printing. */
  report(): Promise<PrinterReport>;
}

export const READY: PrinterReport = { state: 'ready', trouble: null, isPaperLow: false };
export const CANNOT_TELL: PrinterReport = { state: 'unknown', trouble: null, isPaperLow: false };

/** A report of a printer that would take no sheet now. */
export function notReady(trouble: PrinterTrouble): PrinterReport {
  return { state: stateFor(trouble), trouble, isPaperLow: false };
}

/** Nothing whole came out, because of this. */
export function faultFor(trouble: PrinterTrouble): PrintFault {
  return { state: stateFor(trouble), code: trouble };
}

function stateFor(trouble: PrinterTrouble): 'needs-paper' | 'failed' {
  return trouble === 'out-of-paper' ? 'needs-paper' : 'failed';
}

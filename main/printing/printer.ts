// What prints. The file printer is one; a thermal or a network printer is another. Tests have a physical fake.
import type { Result } from '../../domain/result.ts';
import type { Picture } from './picture.ts';

/** One picture for one piece of paper, and what to call it. */
export interface Sheet {
  receiptNumber: string;
  /** 1 is the first; a reprint is a copy of its own. */
  copy: number;
  /** When it was drawn, by the kiosk's clock. */
  at: Date;
  picture: Picture;
}

/** Stable codes of what went wrong at the printer; never a message. */
export type PrinterTrouble =
  'out-of-paper' | 'cover-open' | 'jam' | 'not-connected' | 'no-space' | 'not-writable' | 'no-answer';

/**
 * Why a sheet was not handed over. `needs-paper`: nothing came out, a person must put paper in. `failed`: nothing whole
 * came out. `unknown`: it may lie there printed or not, so it is never sent again unasked.
 */
export interface PrintFault {
  state: 'needs-paper' | 'failed' | 'unknown';
  code: PrinterTrouble;
}

/** What a printer says of itself; `unknown`: it cannot tell, only trying will. */
export type PrinterState = 'ready' | 'needs-paper' | 'failed' | 'unknown';

export interface Printer {
  /**
   * Takes one sheet, one at a time. Success means that the printer took it, not that there is paper. When `signal`
   * aborts nobody waits for the answer any more; the next sheet comes once this call has settled.
   */
  print(sheet: Sheet, signal: AbortSignal): Promise<Result<'sent-to-printer', PrintFault>>;
  /** Whether a sheet would be taken now. Asks without printing. */
  state(): Promise<PrinterState>;
}

// What a host with a printing system of its own lends the kiosk (Electron: `webContents.print`). It puts pictures on paper
// and knows nothing of receipts.
import type { Result } from '../../domain/result.ts';

export interface SilentPrintJob {
  /** What the operating system's print queue shows. Nothing personal. */
  title: string;
  /** The printer's name as the operating system knows it: Electron's `deviceName`. */
  printer: string;
  /** Size of the paper. Without it Electron prints on A4, whatever the driver says. */
  pageSize: { widthMicrons: number; heightMicrons: number };
  /** Where the picture stands on the paper; it begins at the top. */
  picture: { leftMicrons: number; widthMicrons: number };
  /** PNG files, one a page, to be printed in order with no margin, no header and no scaling of the host's own. */
  pages: Buffer[];
}

/** Nothing was spooled, because of this. */
export type SilentPrintFault = 'no-such-printer' | 'cancelled' | 'refused';

export interface SilentPrint {
  /**
   * Prints without asking anybody. `spooled`: the operating system has it; what becomes of it, it does not tell. Settles
   * soon after `signal` aborts; nobody reads the answer then.
   */
  print(job: SilentPrintJob, signal: AbortSignal): Promise<Result<'spooled', SilentPrintFault>>;
  /** The names of the printers the operating system knows. */
  printers(): Promise<string[]>;
}

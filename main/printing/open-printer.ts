import type { KioskConfig } from '../config.ts';
import { createFilePrinter } from './file-printer.ts';
import type { Printer } from './printer.ts';

/** The printer that is configured, or null for a kiosk without one. `inFolder` resolves a path in the data folder. */
export function openPrinter(
  config: KioskConfig['printer'],
  inFolder: (path: string) => string,
): Printer | null {
  switch (config.kind) {
    case 'file':
      return createFilePrinter(inFolder(config.folder));
    case 'none':
      return null;
  }
}

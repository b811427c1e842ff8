// What IT staff read of a printer: what was found, and what to do about it.
import type { PrinterReport, PrinterTrouble } from './printer.ts';
import type { PrinterConfig } from './printer-config.ts';

export interface Advice {
  found: string;
  /** null: nothing. */
  todo: string | null;
}

const TROUBLES: Record<PrinterTrouble, { found: string; todo: string }> = {
  'out-of-paper': { found: 'out of paper', todo: 'Put paper in' },
  'cover-open': { found: 'a cover is open', todo: 'Close it until it clicks' },
  jam: { found: 'paper has jammed', todo: 'Open the cover, take the paper out, close it' },
  'printer-error': {
    found: 'it reports a fault',
    todo: 'Switch it off and on; if that changes nothing, call its service',
  },
  offline: { found: 'it is off the line or paused', todo: 'Resume it at its panel, or in its queue' },
  busy: {
    found: 'another program has it',
    todo: 'Try again when the kiosk is not printing; end what else prints on it',
  },
  'not-connected': {
    found: 'nothing answers there',
    todo: 'Check power, cable and the address in the configuration',
  },
  'not-trusted': {
    found: 'its certificate is not one this machine trusts',
    todo: 'Give the machine the certificate of whoever issued it, or use ipp: in a network of its own',
  },
  'no-space': {
    found: 'no room for the sheet',
    todo: 'Free some space on the disk, or in the printer’s queue',
  },
  'not-writable': {
    found: 'it may not be written to',
    todo: 'Give the kiosk’s user the right to it (for a device: group lp)',
  },
  'no-answer': {
    found: 'it does not answer',
    todo: 'Switch it off and on; if it never tells its state, set "tellsState": false',
  },
  refused: {
    found: 'it does not take what we send',
    todo: 'Check that "paper" in the configuration is what it has, and that the address is a printer’s',
  },
  cancelled: { found: 'the job was taken out of its queue', todo: 'Nothing, if that was meant' },
  'no-such-printer': {
    found: 'the host knows no such printer',
    todo: 'Print from the running kiosk, and compare "printer" with the system’s list of printers',
  },
};

export function adviceFor(trouble: PrinterTrouble): Advice {
  return TROUBLES[trouble];
}

export function adviceOn({ state, trouble, isPaperLow }: PrinterReport): Advice {
  if (trouble !== null) return adviceFor(trouble);
  if (isPaperLow) return { found: 'ready, paper is nearly at its end', todo: 'Bring new paper' };
  if (state === 'unknown') {
    return { found: 'cannot tell its state', todo: 'Print a test sheet: npm run admin -- printers test' };
  }
  return { found: 'ready', todo: null };
}

/** Where a printer is, as it stands in the configuration. */
export function addressOf(config: PrinterConfig): string {
  switch (config.kind) {
    case 'file':
      return config.folder;
    case 'none':
      return '-';
    case 'escpos-tcp':
      return `${config.host}:${config.port ?? 9100}`;
    case 'escpos-device':
      return config.device;
    case 'ipp':
      return config.url;
    case 'shell':
      return config.printer;
  }
}

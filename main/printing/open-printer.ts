import { isAbsolute, join } from 'node:path';
import type { Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { deviceCarrier } from './escpos/device-carrier.ts';
import { createEscPosPrinter } from './escpos/escpos-printer.ts';
import type { Carrier } from './escpos/line.ts';
import { tcpCarrier } from './escpos/tcp-carrier.ts';
import { createFilePrinter } from './file-printer.ts';
import { createIppPrinter } from './ipp/ipp-printer.ts';
import type { Printer } from './printer.ts';
import type { PrinterConfig } from './printer-config.ts';
import { createShellPrinter } from './shell-printer.ts';
import type { SilentPrint } from './silent-print.ts';

export interface PrinterSurroundings {
  /** The data folder, for paths that do not begin at the root. */
  folder: string;
  timers: Timers;
  log: Log;
  silentPrint: SilentPrint | null;
}

/** The custom port of receipt printers. */
const RAW_PORT = 9100;

/** The printer that is configured, or null for a kiosk without one. Nothing is opened before something is asked of it. */
export function openPrinter(config: PrinterConfig, around: PrinterSurroundings): Printer | null {
  const { timers } = around;
  switch (config.kind) {
    case 'file':
      return createFilePrinter(inFolder(around.folder, config.folder));
    case 'none':
      return null;
    case 'escpos-tcp':
      return escPos(tcpCarrier(config.host, config.port ?? RAW_PORT, timers), config, around);
    case 'escpos-device':
      return escPos(deviceCarrier(config.device, timers), config, around);
    case 'ipp':
      return createIppPrinter({ url: config.url, timers, log: around.log });
    case 'shell':
      return createShellPrinter(config.printer, around.silentPrint);
  }
}

type EscPosConfig = Extract<PrinterConfig, { kind: 'escpos-tcp' | 'escpos-device' }>;

function escPos(carrier: Carrier, config: EscPosConfig, { timers, log }: PrinterSurroundings): Printer {
  const { hasCutter = true, tellsState = true } = config;
  return createEscPosPrinter({ carrier, hasCutter, tellsState, timers, log });
}

function inFolder(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}

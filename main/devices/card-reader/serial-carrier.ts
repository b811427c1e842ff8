// A serial port, set up as readers want it. The system's own line editing would change bytes on the way, so it is
// switched off before the first byte: `stty` of coreutils does that for every kind of port Linux has.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fail } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import { deviceCarrier } from '../../printing/escpos/device-carrier.ts';
import type { Carrier } from '../../printing/escpos/line.ts';
import type { PrinterTrouble } from '../../printing/printer.ts';

const run = promisify(execFile);
const SET_UP_AT_MOST_MS = 3000;

export function serialCarrier(device: string, baud: number, timers: Timers): Carrier {
  const carrier = deviceCarrier(device, timers);
  return {
    async open() {
      const trouble = await setUp(device, baud);
      return trouble === null ? carrier.open() : fail(trouble);
    },
  };
}

/** 8 data bits, no parity, 1 stop bit, no flow control, every byte as it is. */
async function setUp(device: string, baud: number): Promise<PrinterTrouble | null> {
  const settings = [String(baud), 'raw', '-echo', 'cs8', '-parenb', '-cstopb', '-crtscts', 'clocal'];
  try {
    await run('stty', ['-F', device, ...settings], { timeout: SET_UP_AT_MOST_MS });
    return null;
  } catch (error) {
    const { stderr } = error as { stderr?: unknown };
    return /Permission denied/i.test(String(stderr)) ? 'not-writable' : 'not-connected';
  }
}

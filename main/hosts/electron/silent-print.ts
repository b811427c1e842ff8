// Printing through the operating system, asking nobody: no dialog, a named printer, a size of paper that is said.
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { SilentPrint, SilentPrintFault, SilentPrintJob } from '../../printing/silent-print.ts';
import type { Electron, ElectronApi, ShellWindow } from './api.ts';
import { hiddenWindowOptions } from './policy/window-options.ts';
import { serveSheet, SHEET_ADDRESS } from './print-sheet.ts';

type Printed = Result<'spooled', SilentPrintFault>;

/** The part of Electron that prints. */
type Printing = Pick<ElectronApi, 'BrowserWindow' | 'session'>;

/** Pages of a job must not find what a job before it left. */
function openHidden({ BrowserWindow }: Printing, partition: string): ShellWindow {
  return new BrowserWindow(hiddenWindowOptions(partition));
}

export function createSilentPrint(electron: Printing): SilentPrint {
  let jobs = 0;

  async function namesIn(window: ShellWindow): Promise<string[]> {
    const printers = await window.webContents.getPrintersAsync();
    return printers.map(({ name }) => name);
  }

  async function spool(window: ShellWindow, job: SilentPrintJob): Promise<Printed> {
    // Told an unknown name, the system would quietly take its default printer: another room's, perhaps.
    if (!(await namesIn(window)).includes(job.printer)) return fail('no-such-printer');
    await window.loadURL(SHEET_ADDRESS);
    return new Promise((resolve) => {
      window.webContents.print(optionsOf(job), (success, reason) =>
        resolve(success ? ok('spooled') : fail(/cancel/i.test(reason) ? 'cancelled' : 'refused')),
      );
    });
  }

  return {
    async print(job, signal) {
      jobs += 1;
      const partition = `print-${jobs}`;
      serveSheet(electron.session.fromPartition(partition), job);
      const window = openHidden(electron, partition);
      try {
        return await Promise.race([spool(window, job), whenAborted(signal)]);
      } finally {
        window.destroy();
      }
    },
    async printers() {
      const window = openHidden(electron, 'printers');
      try {
        return await namesIn(window);
      } finally {
        window.destroy();
      }
    },
  };
}

function optionsOf({ printer, pageSize }: SilentPrintJob): Electron.WebContentsPrintOptions {
  return {
    silent: true,
    deviceName: printer,
    pageSize: { width: pageSize.widthMicrons, height: pageSize.heightMicrons },
    margins: { marginType: 'none' },
    printBackground: true,
    color: false,
    copies: 1,
  };
}

function whenAborted(signal: AbortSignal): Promise<Printed> {
  return new Promise((resolve) => {
    const refuse = () => resolve(fail('refused'));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
}

// Prints through the host's own printing system, which is how a printer is reached on Windows.
import { fail, ok } from '../../domain/result.ts';
import { mmOf, type Picture } from './picture.ts';
import { pngOf } from './png.ts';
import { CANNOT_TELL, faultFor, notReady, type Printer, type Sheet } from './printer.ts';
import { paperSizeMm, sideMarginMm } from './sheet-size.ts';
import type { SilentPrint, SilentPrintJob } from './silent-print.ts';

/** `printer`: the operating system's name for it. `silentPrint`: null where the host cannot print. */
export function createShellPrinter(printer: string, silentPrint: SilentPrint | null): Printer {
  return {
    async print(sheet, signal) {
      if (silentPrint === null) return fail(faultFor('no-such-printer'));
      const printed = await silentPrint.print(jobOf(printer, sheet), signal);
      if (printed.ok) return ok('sent-to-printer');
      // A person took it back: it is not for us to send it again.
      if (printed.error === 'cancelled') return fail({ state: 'unknown', code: 'cancelled' });
      return fail(faultFor(printed.error));
    },
    async report() {
      const names = silentPrint === null ? [] : await silentPrint.printers();
      return names.includes(printer) ? CANNOT_TELL : notReady('no-such-printer');
    },
  };
}

const MICRONS_PER_MM = 1000;

function microns(mm: number): number {
  return Math.round(mm * MICRONS_PER_MM);
}

/** All pages of a sheet have one size. */
function jobOf(printer: string, { title, pages }: Sheet): SilentPrintJob {
  const [first] = pages;
  if (first === undefined) throw new Error('a sheet without a page');
  const { widthMm, heightMm } = paperSizeMm(first);
  return {
    title,
    printer,
    pageSize: { widthMicrons: microns(widthMm), heightMicrons: microns(heightMm) },
    picture: pictureOn(first),
    pages: pages.map(pngOf),
  };
}

function pictureOn(page: Picture): SilentPrintJob['picture'] {
  return {
    leftMicrons: microns(sideMarginMm(page)),
    widthMicrons: microns(mmOf(page.widthDots, page)),
  };
}

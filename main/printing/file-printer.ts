// "Prints" into a folder: each sheet as a PNG and a PDF. For machines without a printer, for demonstrations and tests.
import { constants } from 'node:fs';
import { access, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok } from '../../domain/result.ts';
import { pngOf } from './png.ts';
import type { PrinterState, PrintFault, Printer, Sheet } from './printer.ts';
import { pdfOf } from './sheet-pdf.ts';
import { isHalfWritten, writeWhole } from './write-aside.ts';

/** '520103-K012-1-0042-N.copy-1.png' and '.pdf' in the folder, which is made when it is missing. */
export function createFilePrinter(folder: string): Printer {
  return {
    async print(sheet) {
      try {
        await put(folder, sheet);
        return ok('sent-to-printer');
      } catch (error) {
        return fail(faultOf(error));
      }
    },
    state: () => stateOf(folder),
  };
}

/** The name of a sheet's files, without their ending. A receipt number is letters, digits and hyphens. */
export function sheetName({ receiptNumber, copy }: Pick<Sheet, 'receiptNumber' | 'copy'>): string {
  if (!/^[0-9A-Z-]+$/.test(receiptNumber))
    throw new Error('a receipt number that is none cannot name a file');
  return `${receiptNumber}.copy-${copy}`;
}

async function put(folder: string, sheet: Sheet): Promise<void> {
  const path = join(folder, sheetName(sheet));
  const png = pngOf(sheet.picture);
  const pdf = await pdfOf(sheet, png);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeHalfWritten(folder);
  await writeWhole([
    { path: `${path}.png`, content: png },
    { path: `${path}.pdf`, content: pdf },
  ]);
}

/** What a process that was killed in the middle left behind is nobody's receipt. */
async function removeHalfWritten(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter(isHalfWritten)) await rm(join(folder, name), { force: true });
}

/** The file system's own complaints are expected; anything else is a surprise. */
function faultOf(error: unknown): PrintFault {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !code.startsWith('E')) throw error;
  return { state: 'failed', code: code === 'ENOSPC' || code === 'EDQUOT' ? 'no-space' : 'not-writable' };
}

async function stateOf(folder: string): Promise<PrinterState> {
  try {
    await access(folder, constants.W_OK);
    return 'ready';
  } catch (error) {
    // A missing folder is made when the first sheet comes.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'unknown' : 'failed';
  }
}

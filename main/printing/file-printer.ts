// "Prints" into a folder: each page as a PNG, each sheet as a PDF. For machines without a printer, demonstrations and tests.
import { constants } from 'node:fs';
import { access, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok } from '../../domain/result.ts';
import { pngOf } from './png.ts';
import {
  CANNOT_TELL,
  faultFor,
  notReady,
  READY,
  type PrinterReport,
  type PrintFault,
  type Printer,
  type Sheet,
} from './printer.ts';
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
    report: () => reportOf(folder),
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
  const pictures = sheet.pages.map((page, index) => ({
    path: index === 0 ? `${path}.png` : `${path}.page-${index + 1}.png`,
    content: pngOf(page),
  }));
  const pdf = { path: `${path}.pdf`, content: await pdfOf(sheet) };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeHalfWritten(folder);
  await writeWhole([...pictures, pdf]);
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
  return faultFor(code === 'ENOSPC' || code === 'EDQUOT' ? 'no-space' : 'not-writable');
}

async function reportOf(folder: string): Promise<PrinterReport> {
  try {
    await access(folder, constants.W_OK);
    return READY;
  } catch (error) {
    // A missing folder is made when the first sheet comes.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? CANNOT_TELL : notReady('not-writable');
  }
}

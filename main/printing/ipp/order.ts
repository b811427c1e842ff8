// What is asked of a printer with a sheet: paper, form and scale, all of them among what it says it can.
import type { PictureSize } from '../picture.ts';
import type { Sheet } from '../printer.ts';
import { onPaper, paperSizeMm, type SizeMm } from '../sheet-size.ts';
import { documentFor, writtenFor, type PrintDocument } from './document.ts';
import { mediaFor } from './media.ts';
import { wordsOf, type Attributes, type IppRequest } from './message.ts';

export type Order = Required<Pick<IppRequest, 'about' | 'job' | 'document'>>;

/** Null when the printer has no such paper or reads nothing that we write. */
export async function orderFor(printer: Attributes, sheet: Sheet): Promise<Order | null> {
  const own = paperSizeMm(sizeOf(sheet));
  const media = mediaFor(printer, own);
  if (media.kind === 'none') return null;
  const size = media.kind === 'chosen' ? media.size : own;
  const document = (await writtenFor(printer, sheet, size)) ?? (await drawnFor(printer, sheet, size));
  if (document === null) return null;
  const { format, scaling, bytes } = document;
  const hasScaling = wordsOf(printer['print-scaling-supported']).includes(scaling);
  const mediaSize = { 'x-dimension': size.widthMm * 100, 'y-dimension': size.heightMm * 100 };
  return {
    about: { 'job-name': sheet.title, 'ipp-attribute-fidelity': false, 'document-format': format },
    job: {
      ...(media.kind === 'chosen' ? { 'media-col': { 'media-size': mediaSize } } : {}),
      ...(hasScaling ? { 'print-scaling': scaling } : {}),
    },
    document: bytes,
  };
}

function sizeOf(sheet: Sheet): PictureSize {
  const size = sheet.written?.size ?? sheet.pages[0];
  if (size === undefined) throw new Error('a sheet without a page');
  return size;
}

async function drawnFor(printer: Attributes, sheet: Sheet, size: SizeMm): Promise<PrintDocument | null> {
  const { title, at } = sheet;
  return documentFor(printer, { title, at, pages: sheet.pages.map((page) => onPaper(page, size)) });
}

// What is asked of a printer with a sheet: paper, form and scale, all of them among what it says it can.
import type { Sheet } from '../printer.ts';
import { onPaper, paperSizeMm } from '../sheet-size.ts';
import { documentFor } from './document.ts';
import { mediaFor } from './media.ts';
import { wordsOf, type Attributes, type IppRequest } from './message.ts';

export type Order = Required<Pick<IppRequest, 'about' | 'job' | 'document'>>;

/** Null when the printer has no such paper or reads nothing that we write. */
export async function orderFor(printer: Attributes, sheet: Sheet): Promise<Order | null> {
  const [first] = sheet.pages;
  if (first === undefined) throw new Error('a sheet without a page');
  const own = paperSizeMm(first);
  const media = mediaFor(printer, own);
  if (media.kind === 'none') return null;
  const size = media.kind === 'chosen' ? media.size : own;
  const pages = sheet.pages.map((page) => onPaper(page, size));
  const document = await documentFor(printer, { ...sheet, pages });
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

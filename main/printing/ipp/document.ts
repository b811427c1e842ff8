// In which form a printer gets a sheet: the best of what it says it reads.
import { createCanvas } from '@napi-rs/canvas';
import { blackDots, type Picture } from '../picture.ts';
import type { Sheet } from '../printer.ts';
import { pdfOf } from '../sheet-pdf.ts';
import { wordsOf, type Attributes } from './message.ts';
import { paperSizeMm, type SizeMm } from '../sheet-size.ts';
import { pwgRasterOf, type RasterKind } from './pwg-raster.ts';

export interface PrintDocument {
  format: 'application/pdf' | 'image/pwg-raster' | 'image/jpeg';
  /** 'none': dot for dot. A JPEG does not know its size, so it is fitted to the paper. */
  scaling: 'none' | 'fit';
  bytes: Buffer;
}

/** The sheet in words, where it has them, the printer reads PDF and its paper is the sheet's own; else null. */
export async function writtenFor(
  printer: Attributes,
  { written }: Sheet,
  paper: SizeMm,
): Promise<PrintDocument | null> {
  if (written === undefined || !readsPdf(printer) || !isOwnSize(paperSizeMm(written.size), paper))
    return null;
  return { format: 'application/pdf', scaling: 'none', bytes: await written.pdf() };
}

/** A printer's A4 may be a tenth of a millimetre off. */
function isOwnSize(own: SizeMm, paper: SizeMm): boolean {
  return Math.abs(own.widthMm - paper.widthMm) < 1 && Math.abs(own.heightMm - paper.heightMm) < 1;
}

function readsPdf(printer: Attributes): boolean {
  return wordsOf(printer['document-format-supported']).includes('application/pdf');
}

/** Null when the printer reads nothing that we write. */
export async function documentFor(
  printer: Attributes,
  sheet: Pick<Sheet, 'title' | 'at' | 'pages'>,
): Promise<PrintDocument | null> {
  const formats = wordsOf(printer['document-format-supported']);
  const [first, ...more] = sheet.pages;
  if (first === undefined) throw new Error('a sheet without a page');
  if (readsPdf(printer)) return { format: 'application/pdf', scaling: 'none', bytes: await pdfOf(sheet) };
  const raster = formats.includes('image/pwg-raster') ? rasterKindFor(printer, first) : null;
  if (raster !== null)
    return { format: 'image/pwg-raster', scaling: 'none', bytes: pwgRasterOf(sheet.pages, raster) };
  // A picture is one page.
  if (!formats.includes('image/jpeg') || more.length > 0) return null;
  return { format: 'image/jpeg', scaling: 'fit', bytes: jpegOf(first) };
}

/** The printer's raster that holds the picture dot for dot: of its own resolution or a multiple of it. */
export function rasterKindFor(
  printer: Attributes,
  { dotsPerInch }: Pick<Picture, 'dotsPerInch'>,
): RasterKind | null {
  const types = wordsOf(printer['pwg-raster-document-type-supported']);
  const type = (['black_1', 'sgray_8'] as const).find((one) => types.includes(one));
  const times = resolutionsOf(printer['pwg-raster-document-resolution-supported'])
    .map((resolution) => resolution / dotsPerInch)
    .filter((ratio) => Number.isInteger(ratio))
    .toSorted((one, other) => one - other)[0];
  return type === undefined || times === undefined ? null : { type, times };
}

/** [[300, 300, 'dpi'], …] or one of these alone. */
function resolutionsOf(value: unknown): number[] {
  if (!Array.isArray(value)) return [];
  const all: unknown[] = Array.isArray(value[0]) ? value : [value];
  return all.flatMap((one) => {
    const [across, along, unit] = Array.isArray(one) ? (one as unknown[]) : [];
    return typeof across === 'number' && across === along && unit === 'dpi' ? [across] : [];
  });
}

/** Alpha stands in the highest byte. */
const [WHITE, BLACK] = [0xffffffff, 0xff000000];

/** High enough that the edges of small characters stay clean. */
const JPEG_QUALITY = 95;

function jpegOf(page: Picture): Buffer {
  const canvas = createCanvas(page.widthDots, page.heightDots);
  const pen = canvas.getContext('2d');
  const image = pen.createImageData(page.widthDots, page.heightDots);
  const pixels = new Uint32Array(image.data.buffer).fill(WHITE);
  blackDots(page, (x, y) => (pixels[y * page.widthDots + x] = BLACK));
  pen.putImageData(image, 0, 0);
  return canvas.toBuffer('image/jpeg', JPEG_QUALITY);
}

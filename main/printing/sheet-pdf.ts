// A sheet as a PDF page of its own size, dot for dot: for a screen, an archive or an office printer.
import PDFDocument from 'pdfkit';
import { DOTS_PER_INCH } from './picture.ts';
import type { Sheet } from './printer.ts';

const POINTS_PER_INCH = 72;
/** Paper rolls are 4 to 5 mm wider on each side than what is printed: 80 mm for 576 dots, 58 mm for 384. */
const SIDE_MARGIN_MM: Record<number, number> = { 576: 4, 384: 5 };
const MM_PER_INCH = 25.4;

export async function pdfOf({ receiptNumber, copy, at, picture }: Sheet, png: Buffer): Promise<Buffer> {
  const width = points(picture.widthDots);
  const margin = ((SIDE_MARGIN_MM[picture.widthDots] ?? 4) / MM_PER_INCH) * POINTS_PER_INCH;
  const document = new PDFDocument({
    size: [width + 2 * margin, points(picture.heightDots)],
    margin: 0,
    // No text is set, so no font is loaded.
    font: '',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `收件凭证 ${receiptNumber}（第 ${copy} 份）`,
      Producer: 'OneWindow',
      Creator: 'OneWindow',
      CreationDate: at,
    },
  });
  document.image(png, margin, 0, { width });
  document.end();
  return Buffer.concat(await document.toArray());
}

function points(dots: number): number {
  return (dots / DOTS_PER_INCH) * POINTS_PER_INCH;
}

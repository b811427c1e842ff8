// A sheet as PDF pages of their own size, dot for dot: for a screen, an archive or an office printer.
import PDFDocument from 'pdfkit';
import { mmOf, MM_PER_INCH, type Picture } from './picture.ts';
import { pngOf } from './png.ts';
import type { Sheet } from './printer.ts';
import { sideMarginMm } from './sheet-size.ts';

const POINTS_PER_INCH = 72;

export async function pdfOf({ title, at, pages }: Pick<Sheet, 'title' | 'at' | 'pages'>): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    // No text is set, so no font is loaded.
    font: '',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Producer: 'OneWindow', Creator: 'OneWindow', CreationDate: at },
  });
  for (const page of pages) addPage(document, page);
  document.end();
  return Buffer.concat(await document.toArray());
}

function addPage(document: PDFKit.PDFDocument, page: Picture): void {
  const [width, height] = [points(mmOf(page.widthDots, page)), points(mmOf(page.heightDots, page))];
  const margin = points(sideMarginMm(page));
  document.addPage({ size: [width + 2 * margin, height], margin: 0 });
  document.image(pngOf(page), margin, 0, { width });
}

function points(mm: number): number {
  return (mm / MM_PER_INCH) * POINTS_PER_INCH;
}

// The marks of pages as a PDF with words in it, set in our own fonts: of each only the characters that are used go along,
// so that it looks the same whatever printer or reader draws it.
import PDFDocument from 'pdfkit';
import { drawFigure, type FigurePen } from './figures.ts';
import type { Mark, Weight } from './layout.ts';
import { MM_PER_INCH, mmOf, type PictureSize } from './picture.ts';
import { fontBytes } from './receipt-fonts.ts';

export interface WrittenDocument {
  title: string;
  at: Date;
  size: PictureSize;
  pages: Mark[][];
}

const POINTS_PER_INCH = 72;
const BLACK = '#000';
const WHITE = '#fff';
const WEIGHTS: Weight[] = [500, 700];

export async function writtenPdfOf({ title, at, size, pages }: WrittenDocument): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    // The fonts are ours; none of those that every reader is said to have.
    font: '',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Producer: 'OneWindow', Creator: 'OneWindow', CreationDate: at },
  });
  for (const weight of WEIGHTS) document.registerFont(String(weight), fontBytes(weight));
  const points = (dots: number) => (mmOf(dots, size) / MM_PER_INCH) * POINTS_PER_INCH;
  for (const marks of pages) {
    document.addPage({ size: [points(size.widthDots), points(size.heightDots)], margin: 0 });
    document.scale(points(1));
    for (const mark of marks) write(document, mark);
  }
  document.end();
  return Buffer.concat(await document.toArray());
}

function write(document: PDFKit.PDFDocument, mark: Mark): void {
  switch (mark.kind) {
    case 'text':
      document
        .font(String(mark.font.weight))
        .fontSize(mark.font.sizeDots)
        .fillColor(mark.isWhite ? WHITE : BLACK)
        .text(mark.text, mark.x, mark.baseline, { lineBreak: false, baseline: 'alphabetic' });
      break;
    case 'box':
      document.rect(mark.x, mark.y, mark.widthDots, mark.heightDots).fill(BLACK);
      break;
    case 'figure':
      document.save().translate(mark.x, mark.y);
      drawFigure(figurePen(document), mark.figure, mark);
      document.restore();
      break;
  }
}

function figurePen(document: PDFKit.PDFDocument): FigurePen {
  document.lineCap('round');
  return {
    scale: (across, down) => void document.scale(across, down),
    stroke: (path, lineDots, colour = 'black') =>
      void document
        .lineWidth(lineDots)
        .path(path)
        .stroke(colour === 'white' ? WHITE : BLACK),
    box: (x, y, widthDots, heightDots) => void document.rect(x, y, widthDots, heightDots).fill(BLACK),
    frame: (x, y, widthDots, heightDots, lineDots) =>
      void document.lineWidth(lineDots).rect(x, y, widthDots, heightDots).stroke(BLACK),
    roundBox: (widthDots, heightDots, radiusDots) =>
      void document.roundedRect(0, 0, widthDots, heightDots, radiusDots).fill(BLACK),
    disc: (x, y, radiusDots) => void document.circle(x, y, radiusDots).fill(BLACK),
  };
}

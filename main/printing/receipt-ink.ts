// Puts marks on a canvas. The only file that makes dots.
import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { drawFigure, type FigurePen } from './figures.ts';
import type { Mark } from './layout.ts';
import { blackAndWhite, bytesPerRow, type Picture, type PictureSize } from './picture.ts';
import { cssFont } from './receipt-fonts.ts';

type Pen = SKRSContext2D;

const BLACK = '#000';
const WHITE = '#fff';

/** A whole A4 page of colours would take 35 MB, several times over; what is wanted of it is one. */
const STRIP_DOTS = 512;

export function inkOn(size: PictureSize, marks: Mark[]): Picture {
  const { widthDots, heightDots } = size;
  const bits = new Uint8Array(bytesPerRow(size) * heightDots);
  const pen = createCanvas(widthDots, Math.min(STRIP_DOTS, heightDots)).getContext('2d');
  for (let top = 0; top < heightDots; top += STRIP_DOTS) {
    const strip = inkStrip(pen, { ...size, heightDots: Math.min(STRIP_DOTS, heightDots - top) }, top, marks);
    bits.set(strip.bits, top * bytesPerRow(size));
  }
  return { ...size, bits };
}

function inkStrip(pen: Pen, size: PictureSize, top: number, marks: Mark[]): Picture {
  const { widthDots, heightDots } = size;
  pen.resetTransform();
  pen.fillStyle = WHITE;
  pen.fillRect(0, 0, widthDots, STRIP_DOTS);
  pen.translate(0, -top);
  for (const mark of marks) ink(pen, mark);
  return blackAndWhite(pen.getImageData(0, 0, widthDots, heightDots).data, size);
}

function ink(pen: Pen, mark: Mark): void {
  pen.fillStyle = BLACK;
  switch (mark.kind) {
    case 'text':
      pen.fillStyle = mark.isWhite ? WHITE : BLACK;
      pen.font = cssFont(mark.font);
      pen.fillText(mark.text, mark.x, mark.baseline);
      break;
    case 'box':
      pen.fillRect(mark.x, mark.y, mark.widthDots, mark.heightDots);
      break;
    case 'figure':
      pen.save();
      pen.translate(mark.x, mark.y);
      drawFigure(figurePen(pen), mark.figure, mark);
      pen.restore();
      break;
  }
}

function figurePen(pen: Pen): FigurePen {
  pen.lineCap = 'round';
  return {
    scale: (across, down) => pen.scale(across, down),
    stroke(path, lineDots, colour = 'black') {
      pen.strokeStyle = colour === 'white' ? WHITE : BLACK;
      pen.lineWidth = lineDots;
      pen.stroke(new Path2D(path));
    },
    box: (x, y, widthDots, heightDots) => pen.fillRect(x, y, widthDots, heightDots),
    frame(x, y, widthDots, heightDots, lineDots) {
      pen.strokeStyle = BLACK;
      pen.lineWidth = lineDots;
      pen.strokeRect(x, y, widthDots, heightDots);
    },
    roundBox(widthDots, heightDots, radiusDots) {
      pen.beginPath();
      pen.roundRect(0, 0, widthDots, heightDots, radiusDots);
      pen.fill();
    },
    disc(x, y, radiusDots) {
      pen.beginPath();
      pen.arc(x, y, radiusDots, 0, 2 * Math.PI);
      pen.fill();
    },
  };
}

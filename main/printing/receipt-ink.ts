// Puts marks on a canvas. The only file that draws.
import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Figure, Mark } from './layout.ts';
import { blackAndWhite, bytesPerRow, type Picture } from './picture.ts';
import { cssFont } from './receipt-fonts.ts';

type Pen = SKRSContext2D;
type FigureMark = Extract<Mark, { kind: 'figure' }>;

const BLACK = '#000';
const WHITE = '#fff';

type Size = Pick<Picture, 'widthDots' | 'heightDots' | 'dotsPerInch'>;

/** A whole A4 page of colours would take 35 MB, several times over; what is wanted of it is one. */
const STRIP_DOTS = 512;

export function inkOn(size: Size, marks: Mark[]): Picture {
  const { widthDots, heightDots } = size;
  const bits = new Uint8Array(bytesPerRow(size) * heightDots);
  const pen = createCanvas(widthDots, Math.min(STRIP_DOTS, heightDots)).getContext('2d');
  for (let top = 0; top < heightDots; top += STRIP_DOTS) {
    const strip = inkStrip(pen, { ...size, heightDots: Math.min(STRIP_DOTS, heightDots - top) }, top, marks);
    bits.set(strip.bits, top * bytesPerRow(size));
  }
  return { ...size, bits };
}

function inkStrip(pen: Pen, size: Size, top: number, marks: Mark[]): Picture {
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
  pen.strokeStyle = BLACK;
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
      drawFigure(pen, mark, mark.figure);
      break;
  }
}

function drawFigure(pen: Pen, mark: FigureMark, figure: Figure): void {
  pen.save();
  pen.translate(mark.x, mark.y);
  pen.lineCap = 'round';
  switch (figure.kind) {
    case 'ridges':
      ridges(pen, mark);
      break;
    case 'emblem':
      emblem(pen, mark);
      break;
    case 'tick-box':
      tickBox(pen, mark.heightDots);
      break;
    case 'square':
      square(pen, figure.modules, figure.moduleDots);
      break;
  }
  pen.restore();
}

/** One hill of the band, 64 dots wide and 40 high: the karst's outline, and inside it the dots that wax leaves on cloth. */
const HILL_DOTS = 64;
const BAND_DOTS = 40;

/** As many whole hills as go into the width. */
function ridges(pen: Pen, { widthDots, heightDots }: FigureMark): void {
  const scale = heightDots / BAND_DOTS;
  const hills = Math.round(widthDots / (HILL_DOTS * scale));
  pen.scale(widthDots / (hills * HILL_DOTS), scale);
  const ground = BAND_DOTS - 2;
  for (let left = 0; left < hills * HILL_DOTS; left += HILL_DOTS) {
    pen.lineWidth = 3;
    line(
      pen,
      `M${left} ${ground}C${left + 9} ${ground - 4} ${left + 12} 4 ${left + 32} 4S${left + 55} ${ground - 4} ${left + 64} ${ground}`,
    );
    for (const [x, y] of WAX_DOTS) disc(pen, left + x, ground - y, 2.6);
  }
  pen.fillRect(0, BAND_DOTS - 4, hills * HILL_DOTS, 4);
}

/** Within a hill, from its left foot and up from the ground. */
const WAX_DOTS = [
  [19, 9],
  [22, 18],
  [32, 24],
  [42, 18],
  [45, 9],
  [32, 12],
] as const;

/** On the line that stands beside it; drawn for letters of 26 dots. */
function tickBox(pen: Pen, sizeDots: number): void {
  pen.scale(sizeDots / 26, sizeDots / 26);
  pen.lineWidth = 3;
  pen.strokeRect(2.5, 8.5, 21, 21);
}

/** A window with two peaks and the river, drawn on a field of 64. */
function emblem(pen: Pen, { widthDots }: FigureMark): void {
  pen.scale(widthDots / 64, widthDots / 64);
  pen.beginPath();
  pen.roundRect(0, 0, 64, 64, 11);
  pen.fill();
  pen.strokeStyle = WHITE;
  pen.lineWidth = 4.2;
  line(pen, 'M9 44C14 40 15 25 20.5 23C25 21.5 27 27 29 32');
  line(pen, 'M24 44C31 38 31 13 39 12C47 11 49 38 55 44');
  line(pen, 'M9 52.5H55');
}

function square(pen: Pen, modules: boolean[][], moduleDots: number): void {
  modules.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark) pen.fillRect(x * moduleDots, y * moduleDots, moduleDots, moduleDots);
    }),
  );
}

function line(pen: Pen, path: string): void {
  pen.stroke(new Path2D(path));
}

function disc(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

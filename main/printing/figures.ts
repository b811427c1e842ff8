// What is drawn and not written, in strokes that any pen can make: on a picture, or in a PDF.
import type { Figure } from './layout.ts';

/** Strokes have round ends. */
export interface FigurePen {
  /** From now on everything is so much wider and higher. */
  scale(across: number, down: number): void;
  /** Along an SVG path. */
  stroke(path: string, lineDots: number, colour?: 'black' | 'white'): void;
  box(x: number, y: number, widthDots: number, heightDots: number): void;
  /** The outline of a box, its middle on the box's edge. */
  frame(x: number, y: number, widthDots: number, heightDots: number, lineDots: number): void;
  roundBox(widthDots: number, heightDots: number, radiusDots: number): void;
  disc(x: number, y: number, radiusDots: number): void;
}

/** Draws a figure into a field of this size, whose upper left corner is (0, 0). */
export function drawFigure(
  pen: FigurePen,
  figure: Figure,
  { widthDots, heightDots }: { widthDots: number; heightDots: number },
): void {
  switch (figure.kind) {
    case 'ridges':
      return ridges(pen, widthDots, heightDots);
    case 'emblem':
      return emblem(pen, widthDots);
    case 'tick-box':
      return tickBox(pen, heightDots);
    case 'square':
      return square(pen, figure.modules, figure.moduleDots);
    case 'strokes':
      return handwriting(pen, figure, widthDots, heightDots);
  }
}

/** One hill of the band, 64 dots wide and 40 high: the karst's outline, and inside it the dots that wax leaves on cloth. */
const HILL_DOTS = 64;
const BAND_DOTS = 40;

/** As many whole hills as go into the width. */
function ridges(pen: FigurePen, widthDots: number, heightDots: number): void {
  const scale = heightDots / BAND_DOTS;
  const hills = Math.round(widthDots / (HILL_DOTS * scale));
  pen.scale(widthDots / (hills * HILL_DOTS), scale);
  const ground = BAND_DOTS - 2;
  for (let left = 0; left < hills * HILL_DOTS; left += HILL_DOTS) {
    pen.stroke(
      `M${left} ${ground}C${left + 9} ${ground - 4} ${left + 12} 4 ${left + 32} 4S${left + 55} ${ground - 4} ${left + 64} ${ground}`,
      3,
    );
    for (const [x, y] of WAX_DOTS) pen.disc(left + x, ground - y, 2.6);
  }
  pen.box(0, BAND_DOTS - 4, hills * HILL_DOTS, 4);
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
function tickBox(pen: FigurePen, sizeDots: number): void {
  pen.scale(sizeDots / 26, sizeDots / 26);
  pen.frame(2.5, 8.5, 21, 21, 3);
}

/** A window with two peaks and the river, drawn on a field of 64. */
function emblem(pen: FigurePen, widthDots: number): void {
  pen.scale(widthDots / 64, widthDots / 64);
  pen.roundBox(64, 64, 11);
  pen.stroke('M9 44C14 40 15 25 20.5 23C25 21.5 27 27 29 32', 4.2, 'white');
  pen.stroke('M24 44C31 38 31 13 39 12C47 11 49 38 55 44', 4.2, 'white');
  pen.stroke('M9 52.5H55', 4.2, 'white');
}

function square(pen: FigurePen, modules: boolean[][], moduleDots: number): void {
  modules.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark) pen.box(x * moduleDots, y * moduleDots, moduleDots, moduleDots);
    }),
  );
}

/** As wide as a ball pen, whatever the handwriting is scaled to. */
const INK_DOTS = 7;

/** As large as the field allows, undistorted, from its left upwards. */
function handwriting(
  pen: FigurePen,
  { paths, width, height }: Extract<Figure, { kind: 'strokes' }>,
  widthDots: number,
  heightDots: number,
): void {
  const scale = Math.min((widthDots - INK_DOTS) / width, (heightDots - INK_DOTS) / height);
  pen.scale(scale, scale);
  for (const path of paths) pen.stroke(path, INK_DOTS / scale);
}

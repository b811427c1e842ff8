// What is asked of every picture of paper. UPDATE_GOLDEN=1 draws the golden pictures anew, for people to look at.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Mark } from '../../main/printing/layout.ts';
import { isBlack, type Picture } from '../../main/printing/picture.ts';
import { pngOf } from '../../main/printing/png.ts';
import type { ReceiptFonts } from '../../main/printing/receipt-fonts.ts';

const GOLDEN = import.meta.dirname;
const RESULTS = join(import.meta.dirname, '..', '..', 'test-results', 'receipts');
/** Less than the ink of one small character: another machine may round a curve otherwise, and nothing more. */
export const DOTS_THAT_MAY_DIFFER = 40;

type TextMark = Extract<Mark, { kind: 'text' }>;

/** Dots in which a picture differs from what was judged to be right; all of them where the sizes differ. */
export function differingDots(name: string, picture: Picture): number {
  const file = join(GOLDEN, `${name}.png`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, pngOf(picture));
  keepForComparison(name, picture);
  const golden = PNG.sync.read(readFileSync(file));
  const drawn = PNG.sync.read(pngOf(picture));
  if (drawn.width !== golden.width || drawn.height !== golden.height) return drawn.width * drawn.height;
  return pixelmatch(golden.data, drawn.data, undefined, drawn.width, drawn.height, {
    threshold: 0,
    includeAA: true,
  });
}

/** The texts that lie over each other. */
export function overlapping(marks: Mark[], fonts: ReceiptFonts): Box[] {
  const boxes = marks.filter((mark) => mark.kind === 'text').map((mark) => inkBox(mark, fonts));
  return boxes.filter((one, index) => boxes.slice(index + 1).some((other) => overlap(one, other)));
}

/** So that whoever finds a difference can look at it. */
function keepForComparison(name: string, picture: Picture): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${name}.png`), pngOf(picture));
}

export function inkOf(picture: Picture): { x: number; y: number }[] {
  const ink = [];
  for (let y = 0; y < picture.heightDots; y += 1)
    for (let x = 0; x < picture.widthDots; x += 1) if (isBlack(picture, x, y)) ink.push({ x, y });
  return ink;
}

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function inkBox({ text, x, baseline, font }: TextMark, { measure }: ReceiptFonts): Box {
  const top = baseline - Math.round(font.sizeDots * 0.82);
  const bottom = baseline + Math.round(font.sizeDots * 0.08);
  return { text, left: x, right: x + measure(text, font), top, bottom };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export interface SquareAt {
  x: number;
  y: number;
  sideDots: number;
  moduleDots: number;
}

export function squareAt(marks: Mark[]): SquareAt {
  for (const mark of marks) {
    if (mark.kind !== 'figure' || mark.figure.kind !== 'square') continue;
    const { moduleDots, modules } = mark.figure;
    return { x: mark.x, y: mark.y, moduleDots, sideDots: modules.length * moduleDots };
  }
  throw new Error('no square');
}

/** As a scanner does: one dot in the middle of each module. */
export function sampled(picture: Picture, { x, y, moduleDots }: SquareAt, size: number): boolean[] {
  const middle = Math.floor(moduleDots / 2);
  return Array.from({ length: size * size }, (_, index) =>
    isBlack(
      picture,
      x + (index % size) * moduleDots + middle,
      y + Math.floor(index / size) * moduleDots + middle,
    ),
  );
}

export function isInBorder({ x, y }: { x: number; y: number }, at: SquareAt): boolean {
  const border = 4 * at.moduleDots;
  const isWithin = (margin: number) =>
    x >= at.x - margin &&
    x < at.x + at.sideDots + margin &&
    y >= at.y - margin &&
    y < at.y + at.sideDots + margin;
  return isWithin(border) && !isWithin(0);
}


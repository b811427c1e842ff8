// From blocks to places on the paper. Pure: how wide a text is, is asked of whoever knows the font.
import { breakLines } from './break-lines.ts';
import { linesOfNumber } from './number-lines.ts';

export type Weight = 500 | 700;

export interface Font {
  sizeDots: number;
  weight: Weight;
  /** From one line to the next. */
  lineDots: number;
}

/** Width of a text in dots. */
export type Measure = (text: string, font: Pick<Font, 'sizeDots' | 'weight'>) => number;

/** Something drawn, not written. */
export type Figure =
  | { kind: 'ridges' }
  | { kind: 'emblem' }
  | { kind: 'tick-box' }
  | { kind: 'square'; modules: boolean[][]; moduleDots: number }
  /** Handwriting: SVG paths in units of their own, beginning at (0, 0). */
  | { kind: 'strokes'; paths: string[]; width: number; height: number };

export interface Column {
  /** null: an equal share of what the others leave. */
  widthDots: number | null;
  blocks: Block[];
}

export type Block =
  | { kind: 'gap'; dots: number }
  | { kind: 'rule'; dots: number }
  | { kind: 'text'; text: string; font: Font }
  /** A number as large as two lines allow. */
  | { kind: 'number'; text: string; weight: Weight; atMostDots: number; atLeastDots: number }
  /** White on black, as wide as its words. */
  | { kind: 'plate'; text: string; font: Font }
  | { kind: 'frame'; lineDots: number; paddingDots: number; blocks: Block[] }
  | { kind: 'columns'; gapDots: number; align: 'top' | 'middle'; columns: Column[] }
  | { kind: 'figure'; figure: Figure; heightDots: number };

export type Mark =
  | { kind: 'text'; x: number; baseline: number; text: string; font: Font; isWhite: boolean }
  | { kind: 'box'; x: number; y: number; widthDots: number; heightDots: number }
  | { kind: 'figure'; x: number; y: number; widthDots: number; heightDots: number; figure: Figure };

export interface Laid {
  marks: Mark[];
  heightDots: number;
}

/** Puts blocks under each other in a column that begins at (0, 0). */
export function layOut(blocks: Block[], widthDots: number, measure: Measure): Laid {
  const marks: Mark[] = [];
  let heightDots = 0;
  for (const block of blocks) {
    const laid = layOne(block, widthDots, measure);
    marks.push(...moved(laid.marks, 0, heightDots));
    heightDots += laid.heightDots;
  }
  return { marks, heightDots };
}

function layOne(block: Block, widthDots: number, measure: Measure): Laid {
  switch (block.kind) {
    case 'gap':
      return { marks: [], heightDots: block.dots };
    case 'rule':
      return {
        marks: [{ kind: 'box', x: 0, y: 0, widthDots, heightDots: block.dots }],
        heightDots: block.dots,
      };
    case 'text':
      return textLines(linesOf(block.text, block.font, widthDots, measure), block.font);
    case 'number': {
      const { lines, sizeDots } = linesOfNumber(block, (text, size) => {
        return measure(text, { sizeDots: size, weight: block.weight }) <= widthDots;
      });
      return textLines(lines, { sizeDots, weight: block.weight, lineDots: Math.round(sizeDots * 1.2) });
    }
    case 'plate':
      return plate(block.text, block.font, measure);
    case 'frame':
      return framed(block.blocks, block.lineDots, block.paddingDots, widthDots, measure);
    case 'columns':
      return sideBySide(block, widthDots, measure);
    case 'figure': {
      const { figure, heightDots } = block;
      return { marks: [{ kind: 'figure', x: 0, y: 0, widthDots, heightDots, figure }], heightDots };
    }
  }
}

/** A last line of one ideograph and its full stop looks forgotten, and one word beneath a long line; in ideographs, and of it. */
const SHORT_TAIL = 2.2;
const SHORT_TAIL_SHARE = 0.08;

/** Broken to fit; where the last line would hold next to nothing, all lines are made somewhat shorter. */
export function linesOf(text: string, font: Font, widthDots: number, measure: Measure): string[] {
  const within = (limit: number) => breakLines(text, (line) => measure(line, font) <= limit);
  const lines = within(widthDots);
  const short = Math.max(font.sizeDots * SHORT_TAIL, widthDots * SHORT_TAIL_SHARE);
  const isTailShort = (broken: string[]) => measure(broken.at(-1) ?? '', font) < short;
  for (let share = 0.95; lines.length > 1 && share > 0.6; share -= 0.05) {
    const evener = within(widthDots * share);
    if (evener.length > lines.length) break;
    if (isTailShort(lines) && !isTailShort(evener)) return evener;
  }
  return lines;
}

function textLines(lines: string[], font: Font): Laid {
  const marks = lines.map((text, index): Mark => {
    const baseline = index * font.lineDots + baselineIn(font);
    return { kind: 'text', x: 0, baseline, text, font, isWhite: false };
  });
  return { marks, heightDots: lines.length * font.lineDots };
}

/** An ideograph stands 0.88 of its size above the line and 0.12 below it. */
function baselineIn({ sizeDots, lineDots }: Font): number {
  return Math.round((lineDots - sizeDots) / 2 + sizeDots * 0.88);
}

function plate(text: string, font: Font, measure: Measure): Laid {
  const padding = Math.round(font.sizeDots / 2);
  const widthDots = Math.ceil(measure(text, font)) + 2 * padding;
  return {
    marks: [
      { kind: 'box', x: 0, y: 0, widthDots, heightDots: font.lineDots },
      { kind: 'text', x: padding, baseline: baselineIn(font), text, font, isWhite: true },
    ],
    heightDots: font.lineDots,
  };
}

function framed(blocks: Block[], line: number, padding: number, widthDots: number, measure: Measure): Laid {
  const inset = line + padding;
  const inner = layOut(blocks, widthDots - 2 * inset, measure);
  const heightDots = inner.heightDots + 2 * inset;
  const side = { kind: 'box', y: 0, widthDots: line, heightDots } as const;
  const edge = { kind: 'box', x: 0, widthDots, heightDots: line } as const;
  return {
    marks: [
      { ...edge, y: 0 },
      { ...edge, y: heightDots - line },
      { ...side, x: 0 },
      { ...side, x: widthDots - line },
      ...moved(inner.marks, inset, inset),
    ],
    heightDots,
  };
}

function sideBySide(block: Extract<Block, { kind: 'columns' }>, widthDots: number, measure: Measure): Laid {
  const { columns, gapDots, align } = block;
  const taken = columns.reduce(
    (sum, column) => sum + (column.widthDots ?? 0),
    gapDots * (columns.length - 1),
  );
  const sharers = columns.filter((column) => column.widthDots === null).length;
  const share = Math.floor((widthDots - taken) / Math.max(1, sharers));
  let x = 0;
  const laid = columns.map((column) => {
    const width = column.widthDots ?? share;
    const placed = { x, ...layOut(column.blocks, width, measure) };
    x += width + gapDots;
    return placed;
  });
  const heightDots = Math.max(...laid.map((column) => column.heightDots));
  const top = (column: Laid) => (align === 'top' ? 0 : Math.round((heightDots - column.heightDots) / 2));
  return { marks: laid.flatMap((column) => moved(column.marks, column.x, top(column))), heightDots };
}

/** The same marks, further right and down. */
export function moved(marks: Mark[], right: number, down: number): Mark[] {
  return marks.map((mark) =>
    mark.kind === 'text'
      ? { ...mark, x: mark.x + right, baseline: mark.baseline + down }
      : { ...mark, x: mark.x + right, y: mark.y + down },
  );
}

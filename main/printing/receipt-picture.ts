// A receipt as a picture, drawn with our own fonts: any character a name can have, both languages alike.
import { layOut, moved, type Block, type Mark } from './layout.ts';
import type { Picture } from './picture.ts';
import { receiptBlocks } from './receipt-blocks.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { loadReceiptFonts, type ReceiptFonts } from './receipt-fonts.ts';
import { inkOn } from './receipt-ink.ts';
import { measuresFor, type PaperWidth } from './receipt-measures.ts';
import { ROLL_DOTS_PER_INCH } from './paper.ts';

/** Draws receipts; the fonts are loaded with the first one. */
export interface ReceiptPen {
  draw(facts: ReceiptFacts): Picture;
}

const BAND_DOTS = 40;
const BELOW_BAND_DOTS = 20;
/** Paper is torn below the last line, not through it. */
const TAIL_DOTS = 56;

export function createReceiptPen(widthDots: PaperWidth): ReceiptPen {
  let fonts: ReceiptFonts | null = null;
  return {
    draw(facts) {
      fonts ??= loadReceiptFonts();
      const { marks, heightDots } = receiptLayout(facts, widthDots, fonts);
      return inkOn({ widthDots, heightDots, dotsPerInch: ROLL_DOTS_PER_INCH }, marks);
    },
  };
}

/** Where everything stands on the paper. */
export function receiptLayout(
  facts: ReceiptFacts,
  widthDots: PaperWidth,
  { measure, printable }: ReceiptFonts,
): { marks: Mark[]; heightDots: number } {
  const measures = measuresFor(widthDots, facts.paper.largeType);
  const { marginDots } = measures;
  const blocks = receiptBlocks(facts, measures).map((block) => withPrintableText(block, printable));
  const body = layOut(blocks, widthDots - 2 * marginDots, measure);
  const top = BAND_DOTS + BELOW_BAND_DOTS;
  return {
    marks: [
      { kind: 'figure', x: 0, y: 0, widthDots, heightDots: BAND_DOTS, figure: { kind: 'ridges' } },
      ...moved(body.marks, marginDots, top),
    ],
    heightDots: top + body.heightDots + TAIL_DOTS,
  };
}

/** Without what no paper can show, all the way down. */
export function withPrintableText(block: Block, printable: (text: string) => string): Block {
  const within = (blocks: Block[]) => blocks.map((inner) => withPrintableText(inner, printable));
  switch (block.kind) {
    case 'text':
    case 'plate':
    case 'number':
      return { ...block, text: printable(block.text) };
    case 'frame':
      return { ...block, blocks: within(block.blocks) };
    case 'columns':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, blocks: within(column.blocks) })),
      };
    case 'gap':
    case 'rule':
    case 'figure':
      return block;
  }
}

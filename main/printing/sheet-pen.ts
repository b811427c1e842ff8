// Draws a receipt for the paper that is in the printer.
import { createA4Pen } from './a4-picture.ts';
import type { Paper } from './paper.ts';
import type { Picture } from './picture.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { widthOf } from './receipt-measures.ts';
import { createReceiptPen } from './receipt-picture.ts';

/** The fonts are loaded with the first sheet. */
export interface SheetPen {
  /** One strip of a roll, or as many pages as it takes. */
  draw(facts: ReceiptFacts): Picture[];
}

export function createSheetPen(paper: Paper): SheetPen {
  if (paper === 'A4') return createA4Pen();
  const pen = createReceiptPen(widthOf(paper));
  return { draw: (facts) => [pen.draw(facts)] };
}

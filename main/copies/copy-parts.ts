// What the parts of a full copy are made of.
import type { Text } from '../../domain/contract/text.ts';
import type { Block } from '../printing/layout.ts';
import { gap, type Setting } from '../printing/receipt-parts.ts';
import type { CopyFacts } from './copy-facts.ts';

export interface CopyPage extends Setting {
  copy: CopyFacts;
  /** Broken into lines that fit beside a label. */
  lines(text: string, sizeDots: number): string[];
}

/** A third of the sheet: both languages break their longest labels well. */
export const LABEL_DOTS = 600;
export const LABEL_GAP_DOTS = 36;

export function heading({ measures, say }: Setting, title: Text): Block[] {
  return [gap(20, measures), ...say.plain(title, measures.headingDots, 700), gap(3, measures), line(6)];
}

/** Under a section 6 dots, under an item 3, under a row 2: which heading holds what is seen without reading. */
export function line(dots: 2 | 3 | 6): Block {
  return { kind: 'rule', dots };
}

/** `isIndented`: what is said of one item of a list stands further in than what is said once. */
export function beside(left: Block[], right: Block[], isIndented = false): Block {
  const columns = [
    ...(isIndented ? [{ widthDots: 0, blocks: [] }] : []),
    { widthDots: isIndented ? LABEL_DOTS - LABEL_GAP_DOTS : LABEL_DOTS, blocks: left },
    { widthDots: null, blocks: right },
  ];
  return { kind: 'columns', gapDots: LABEL_GAP_DOTS, align: 'top', columns };
}

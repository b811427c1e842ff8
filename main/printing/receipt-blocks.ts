// A receipt on a roll, from top to bottom: state first, then the number, then what happens next.
import type { Block } from './layout.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import type { ReceiptMeasures } from './receipt-measures.ts';
import {
  aboutSquare,
  documents,
  foot,
  gap,
  head,
  next,
  number,
  rows,
  rule,
  settingOf,
  settled,
  state,
  type Setting,
} from './receipt-parts.ts';
import { squareOf } from './receipt-square.ts';

/** Everything below the band of ridges, inside the margins. */
export function receiptBlocks(facts: ReceiptFacts, measures: ReceiptMeasures): Block[] {
  const setting = settingOf(facts, measures);
  return [
    ...head(setting),
    ...state(setting),
    { kind: 'frame', lineDots: 4, paddingDots: 12, blocks: number(setting) },
    gap(14, measures),
    ...rows(setting),
    ...documents(setting).flat(),
    ...settled(setting).flat(),
    ...next(setting).flat(),
    ...square(setting),
    ...foot(setting),
  ];
}

/** Less than this beside the square is no room for words. */
const ROOM_BESIDE_DOTS = 230;

function square(setting: Setting): Block[] {
  const { facts, measures } = setting;
  const { widthDots, marginDots } = measures;
  const { modules, moduleDots, sideDots, borderDots } = squareOf(facts.paper.qr, measures.square);
  const figure: Block = {
    kind: 'figure',
    figure: { kind: 'square', modules, moduleDots },
    heightDots: sideDots,
  };
  const about = aboutSquare(setting);
  const border: Block = { kind: 'gap', dots: borderDots };
  // To the left the paper's margin is as wide as the border.
  const bordered = { widthDots: sideDots, blocks: [border, figure, border] };
  const rest = { widthDots: null, blocks: [] };
  const columns = { kind: 'columns', gapDots: borderDots, align: 'middle' } as const;
  const roomBeside = widthDots - 2 * marginDots - sideDots - borderDots;
  return roomBeside >= ROOM_BESIDE_DOTS
    ? [...rule(measures), { ...columns, columns: [bordered, { ...rest, blocks: about }] }]
    : [...rule(measures), { ...columns, columns: [rest, bordered, rest] }, ...about];
}

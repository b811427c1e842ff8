// A receipt on A4: the same facts as on the roll, laid out for a sheet; on as many pages as it takes.
import { momentInCity } from '../submissions/paper.ts';
import { a4Blocks } from './a4-blocks.ts';
import { layOut, moved, type Block, type Mark, type Measure } from './layout.ts';
import { A4_DOTS_PER_INCH, A4_HEIGHT_DOTS, A4_WIDTH_DOTS } from './paper.ts';
import type { Picture } from './picture.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { loadReceiptFonts, type ReceiptFonts } from './receipt-fonts.ts';
import { inkOn } from './receipt-ink.ts';
import { a4Measures } from './receipt-measures.ts';
import { withPrintableText } from './receipt-picture.ts';
import { chinese, voiceOf } from './receipt-voice.ts';
import { issuedWords, pageWords } from './receipt-words.ts';
import type { SheetPen } from './sheet-pen.ts';

const BAND_DOTS = 54;
const BELOW_BAND_DOTS = 26;
/** 13 mm above, 19 below: the page's foot stands in the lower one. */
const TOP_DOTS = 150;
const BOTTOM_DOTS = 222;
const FOOT_BASELINE_DOTS = A4_HEIGHT_DOTS - 170;
const { marginDots: MARGIN_DOTS, smallDots: FOOT_DOTS } = a4Measures();
const FOOT_FONT = chinese(FOOT_DOTS, 500);
const COLUMN_DOTS = A4_WIDTH_DOTS - 2 * MARGIN_DOTS;

export function createA4Pen(): SheetPen {
  let fonts: ReceiptFonts | null = null;
  return {
    draw(facts) {
      fonts ??= loadReceiptFonts();
      return a4Layout(facts, fonts).map(inked);
    },
  };
}

function inked(marks: Mark[]): Picture {
  const size = { widthDots: A4_WIDTH_DOTS, heightDots: A4_HEIGHT_DOTS, dotsPerInch: A4_DOTS_PER_INCH };
  return inkOn(size, marks);
}

/** Where everything stands, page by page. */
export function a4Layout(facts: ReceiptFacts, { measure, printable }: ReceiptFonts): Mark[][] {
  const chunks = a4Blocks(facts).map((chunk) => chunk.map((block) => withPrintableText(block, printable)));
  const pages = pagesOf(chunks, measure);
  return pages.map((marks, index) => [
    ...band(),
    ...moved(marks, MARGIN_DOTS, TOP_DOTS + BAND_DOTS + BELOW_BAND_DOTS),
    ...pageFoot(facts, index + 1, pages.length, measure),
  ]);
}

/** Fills one page after the other; a chunk that does not fit begins the next one. */
function pagesOf(chunks: Block[][], measure: Measure): Mark[][] {
  const roomDots = A4_HEIGHT_DOTS - TOP_DOTS - BAND_DOTS - BELOW_BAND_DOTS - BOTTOM_DOTS;
  const pages: Mark[][] = [[]];
  let usedDots = 0;
  for (const chunk of chunks) {
    let laid = layOut(chunk, COLUMN_DOTS, measure);
    if (usedDots > 0 && usedDots + laid.heightDots > roomDots) {
      pages.push([]);
      usedDots = 0;
      laid = layOut(withoutParting(chunk), COLUMN_DOTS, measure);
    }
    pages.at(-1)?.push(...moved(laid.marks, 0, usedDots));
    usedDots += laid.heightDots;
  }
  return pages;
}

/** At the top of a page there is nothing to be parted from. */
function withoutParting(chunk: Block[]): Block[] {
  const first = chunk.findIndex(({ kind }) => kind !== 'gap' && kind !== 'rule');
  return chunk.slice(Math.max(0, first));
}

function band(): Mark[] {
  const at = { x: MARGIN_DOTS, y: TOP_DOTS, widthDots: COLUMN_DOTS, heightDots: BAND_DOTS };
  return [{ kind: 'figure', ...at, figure: { kind: 'ridges' } }];
}

/** Number, copy and page on every sheet, so that two that lie apart find each other. */
function pageFoot({ paper, copy, at }: ReceiptFacts, page: number, pages: number, measure: Measure): Mark[] {
  const say = voiceOf(paper.locale, FOOT_DOTS);
  const lines = say.both(issuedWords(copy, momentInCity(at)));
  const right = say.short(pageWords(page, pages));
  const parting: Mark = {
    kind: 'box',
    x: MARGIN_DOTS,
    y: FOOT_BASELINE_DOTS - FOOT_DOTS - 4,
    widthDots: COLUMN_DOTS,
    heightDots: 2,
  };
  return [
    parting,
    ...lines.map((line, index) => {
      const text = index === 0 ? `${paper.number}\u3000${line}` : line;
      return footMark(text, MARGIN_DOTS, index);
    }),
    footMark(right, A4_WIDTH_DOTS - MARGIN_DOTS - Math.ceil(measure(right, FOOT_FONT)), 0),
  ];
}

function footMark(text: string, x: number, line: number): Mark {
  const baseline = FOOT_BASELINE_DOTS + line * FOOT_FONT.lineDots;
  return { kind: 'text', x, baseline, text, font: FOOT_FONT, isWhite: false };
}

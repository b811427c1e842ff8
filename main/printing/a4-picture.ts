// A receipt on A4: the same facts as on the roll, laid out for a sheet; on as many pages as it takes.
import { momentInCity } from '../submissions/paper.ts';
import { a4Blocks } from './a4-blocks.ts';
import { fillPages, type PageRoom } from './fill-pages.ts';
import { moved, type Mark, type Measure } from './layout.ts';
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

/** Where a sheet's own matter begins. */
export const A4_BODY_TOP_DOTS = TOP_DOTS + BAND_DOTS + BELOW_BAND_DOTS;

export const A4_ROOM: PageRoom = {
  columnDots: COLUMN_DOTS,
  roomDots: A4_HEIGHT_DOTS - A4_BODY_TOP_DOTS - BOTTOM_DOTS,
};

export function createA4Pen(): SheetPen {
  let fonts: ReceiptFonts | null = null;
  return {
    draw(facts) {
      fonts ??= loadReceiptFonts();
      return a4Layout(facts, fonts).map(inkedA4);
    },
  };
}

/** One sheet as a picture. */
export function inkedA4(marks: Mark[]): Picture {
  const size = { widthDots: A4_WIDTH_DOTS, heightDots: A4_HEIGHT_DOTS, dotsPerInch: A4_DOTS_PER_INCH };
  return inkOn(size, marks);
}

/** Where everything stands, page by page. */
export function a4Layout(facts: ReceiptFacts, { measure, printable }: ReceiptFonts): Mark[][] {
  const chunks = a4Blocks(facts).map((chunk) => chunk.map((block) => withPrintableText(block, printable)));
  const pages = fillPages(chunks, A4_ROOM, measure);
  return pages.map((marks, index) => [
    ...a4Band(),
    ...moved(marks, MARGIN_DOTS, A4_BODY_TOP_DOTS),
    ...pageFoot(facts, index + 1, pages.length, measure),
  ]);
}

/** The band of ridges at the head of every sheet. */
export function a4Band(): Mark[] {
  const at = { x: MARGIN_DOTS, y: TOP_DOTS, widthDots: COLUMN_DOTS, heightDots: BAND_DOTS };
  return [{ kind: 'figure', ...at, figure: { kind: 'ridges' } }];
}

/** Number, copy and page on every sheet, so that two that lie apart find each other. */
function pageFoot({ paper, copy, at }: ReceiptFacts, page: number, pages: number, measure: Measure): Mark[] {
  const say = voiceOf(paper.locale, FOOT_DOTS);
  const [first = '', ...more] = say.both(issuedWords(copy, momentInCity(at)));
  return a4Foot([`${paper.number}\u3000${first}`, ...more], say.short(pageWords(page, pages)), measure);
}

/** The lines at the foot of a sheet, and what stands to the right of the first. */
export function a4Foot(lines: string[], right: string, measure: Measure): Mark[] {
  const parting: Mark = {
    kind: 'box',
    x: MARGIN_DOTS,
    y: FOOT_BASELINE_DOTS - FOOT_DOTS - 4,
    widthDots: COLUMN_DOTS,
    heightDots: 2,
  };
  return [
    parting,
    ...lines.map((line, index) => footMark(line, MARGIN_DOTS, index)),
    footMark(right, A4_WIDTH_DOTS - MARGIN_DOTS - Math.ceil(measure(right, FOOT_FONT)), 0),
  ];
}

function footMark(text: string, x: number, line: number): Mark {
  const baseline = FOOT_BASELINE_DOTS + line * FOOT_FONT.lineDots;
  return { kind: 'text', x, baseline, text, font: FOOT_FONT, isWhite: false };
}

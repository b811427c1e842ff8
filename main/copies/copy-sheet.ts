// A full copy as it goes to a printer: in words for whoever reads PDF, as pictures for everybody else.
import { momentInCity } from '../submissions/paper.ts';
import { A4_BODY_TOP_DOTS, A4_ROOM, a4Band, a4Foot, inkedA4 } from '../printing/a4-picture.ts';
import { fillPages } from '../printing/fill-pages.ts';
import { moved, type Mark } from '../printing/layout.ts';
import { A4_DOTS_PER_INCH, A4_HEIGHT_DOTS, A4_WIDTH_DOTS } from '../printing/paper.ts';
import type { Sheet } from '../printing/printer.ts';
import { loadReceiptFonts, type ReceiptFonts } from '../printing/receipt-fonts.ts';
import { a4Measures } from '../printing/receipt-measures.ts';
import { withPrintableText } from '../printing/receipt-picture.ts';
import { chinese, voiceOf } from '../printing/receipt-voice.ts';
import { issuedWords, pageWords } from '../printing/receipt-words.ts';
import { writtenPdfOf } from '../printing/written-pdf.ts';
import { copyBlocks, type CopyIssue } from './copy-blocks.ts';
import { copyTitle, copyWords, runningHead } from './copy-words.ts';

const { marginDots: MARGIN_DOTS, smallDots: SMALL_DOTS } = a4Measures();
const HEAD_FONT = chinese(SMALL_DOTS, 500);
/** Above the band, where every printer still prints. */
const HEAD_BASELINE_DOTS = 132;
/** The last line of a table stands off the line above the foot. */
const ROOM = { ...A4_ROOM, roomDots: A4_ROOM.roomDots - 30 };
const SIZE = { widthDots: A4_WIDTH_DOTS, heightDots: A4_HEIGHT_DOTS, dotsPerInch: A4_DOTS_PER_INCH };

/** Lays the copy out at once; what a printer then wants of it is drawn when it is asked for. */
export function copySheet(issue: CopyIssue): Sheet {
  const { paper, copy, at } = issue.receipt;
  const layouts = copyLayout(issue, loadReceiptFonts());
  const title = copyTitle(paper.number, copy);
  return {
    receiptNumber: paper.number,
    copy,
    at,
    title,
    get pages() {
      return layouts.map(inkedA4);
    },
    written: {
      size: SIZE,
      count: layouts.length,
      pdf: () => writtenPdfOf({ title, at, size: SIZE, pages: layouts }),
    },
  };
}

/** Where everything stands, page by page. */
export function copyLayout(issue: CopyIssue, { measure, printable }: ReceiptFonts): Mark[][] {
  const { facts, receipt } = issue;
  // What the fonts lack is written as its number before anything is measured.
  const blocks = copyBlocks(issue, A4_ROOM.columnDots, (text, font) => measure(printable(text), font));
  const chunks = blocks.map((chunk) => chunk.map((block) => withPrintableText(block, printable)));
  const pages = fillPages(chunks, ROOM, measure);
  return pages.map((marks, index) => [
    ...(index === 0 ? [] : [headMark(printable(runningHead(facts.paper.matter)))]),
    ...a4Band(),
    ...moved(marks, MARGIN_DOTS, A4_BODY_TOP_DOTS),
    ...a4Foot(...footOf(receipt, index + 1, pages.length), measure),
  ]);
}

function headMark(text: string): Mark {
  return {
    kind: 'text',
    x: MARGIN_DOTS,
    baseline: HEAD_BASELINE_DOTS,
    text,
    font: HEAD_FONT,
    isWhite: false,
  };
}

/** Number and copy in Chinese always; then how the paper is verified, in the reader's language. */
function footOf({ paper, copy, at }: CopyIssue['receipt'], page: number, pages: number): [string[], string] {
  const say = voiceOf(paper.locale, SMALL_DOTS);
  const issued = issuedWords(copy, momentInCity(at))['zh-CN'];
  const lines = [`${paper.number}\u3000${issued}`, copyWords.verify[paper.locale]];
  return [lines, say.short(pageWords(page, pages))];
}

// A sheet for whoever sets a printer up: it shows what is cut off, which dots are dead, whether a name can be written.
import { same, text, type Text } from '../../domain/contract/text.ts';
import { momentInCity } from '../submissions/paper.ts';
import { layOut, moved, type Block, type Mark } from './layout.ts';
import { A4_DOTS_PER_INCH, A4_HEIGHT_DOTS, ROLL_DOTS_PER_INCH, type Paper } from './paper.ts';
import { MM_PER_INCH, type Picture } from './picture.ts';
import type { Sheet } from './printer.ts';
import { loadReceiptFonts } from './receipt-fonts.ts';
import { inkOn } from './receipt-ink.ts';
import { a4Measures, measuresFor, widthOf, type ReceiptMeasures } from './receipt-measures.ts';
import { gap } from './receipt-parts.ts';
import { squareOf } from './receipt-square.ts';
import { chinese, voiceOf, written } from './receipt-voice.ts';

/** Names that a printer's own letters cannot write. */
const RARE = '玥 喆 翀 㛃 䶮 𬭎';

const words = {
  title: text('打印测试', 'Printer test'),
  rule: text('左右两条竖线都要完整', 'Both end lines must be there'),
  bar: text('黑条里不能有白线', 'No white line in the black bar'),
  rare: text('六个字都要清楚', 'Six characters, each clear'),
  square: text('用手机扫，应显示 TEST', 'A telephone reads TEST here'),
};

export interface TestFacts {
  paper: Paper;
  kiosk: Text;
  at: Date;
}

/** `receiptNumber` is 'TEST-' and the time, so that files of two tests do not meet. */
export function testSheet({ paper, kiosk, at }: TestFacts): Sheet {
  const receiptNumber = `TEST-${at.toISOString().replaceAll(/[-:]|\..*/g, '')}`;
  const title = `${words.title['zh-CN']} ${receiptNumber}`;
  return { receiptNumber, copy: 1, at, title, pages: [testPicture({ paper, kiosk, at }, receiptNumber)] };
}

function testPicture({ paper, kiosk, at }: TestFacts, name: string): Picture {
  const measures = paper === 'A4' ? a4Measures() : measuresFor(widthOf(paper));
  const dotsPerInch = paper === 'A4' ? A4_DOTS_PER_INCH : ROLL_DOTS_PER_INCH;
  const { widthDots, marginDots } = measures;
  const { measure } = loadReceiptFonts();
  // No office printer prints to the edge of its sheet; a receipt printer's paper is wider than its head.
  const [left, above] = paper === 'A4' ? [A4_RULE_LEFT_DOTS, A4_RULE_TOP_DOTS] : [0, 0];
  const rule = widthRule(widthDots - 2 * left, dotsPerInch, measures);
  const body = layOut(blocksOf(kiosk, at, name, measures), widthDots - 2 * marginDots, measure);
  const top = above + rule.heightDots + marginDots;
  const heightDots = paper === 'A4' ? A4_HEIGHT_DOTS : top + body.heightDots + 2 * marginDots;
  const marks = [...moved(rule.marks, left, above), ...moved(body.marks, marginDots, top)];
  return inkOn({ widthDots, heightDots, dotsPerInch }, marks);
}

/** 10 and 15 mm. */
const A4_RULE_LEFT_DOTS = 118;
const A4_RULE_TOP_DOTS = 177;

/** From edge to edge: a line at either end, a stroke each millimetre, a longer one each centimetre, and a black bar. */
function widthRule(widthDots: number, dotsPerInch: number, { scale, smallDots }: ReceiptMeasures) {
  const mm = dotsPerInch / MM_PER_INCH;
  const dots = (ofRoll: number) => Math.round(ofRoll * scale);
  const box = (x: number, y: number, width: number, height: number): Mark => {
    return { kind: 'box', x: Math.round(x), y, widthDots: width, heightDots: height };
  };
  const font = chinese(smallDots, 700);
  const strokes = Array.from({ length: Math.floor(widthDots / mm) }, (_, at) =>
    box(at * mm, dots(4), 2, dots(at % 10 === 0 ? 30 : 14)),
  );
  const numbers = Array.from({ length: Math.floor(widthDots / mm / 10) - 1 }, (_, at): Mark => {
    const x = Math.round((at + 1) * 10 * mm) + 6;
    return { kind: 'text', x, baseline: dots(44), text: String((at + 1) * 10), font, isWhite: false };
  });
  const edges = [0, widthDots - dots(3)].map((x) => box(x, 0, dots(3), dots(80)));
  const bar = box(0, dots(56), widthDots, dots(24));
  return { marks: [...strokes, ...numbers, ...edges, bar], heightDots: dots(80) };
}

function blocksOf(kiosk: Text, at: Date, name: string, measures: ReceiptMeasures): Block[] {
  // Whoever sets it up reads either language.
  const say = voiceOf('en', measures.smallDots);
  const { bodyDots, titleDots, stateDots, headingDots } = measures;
  const { modules, moduleDots, sideDots } = squareOf(name, measures.square);
  const square: Block = {
    kind: 'figure',
    figure: { kind: 'square', modules, moduleDots },
    heightDots: sideDots,
  };
  return [
    ...say.legal(words.rule, bodyDots),
    ...say.legal(words.bar, bodyDots),
    gap(16, measures),
    ...say.legal(words.title, titleDots, 700, headingDots),
    ...say.legal(kiosk, bodyDots, 700),
    ...say.legal(momentInCity(at), bodyDots),
    ...say.legal(same(name), bodyDots),
    gap(16, measures),
    written(RARE, chinese(stateDots, 700)),
    written(RARE, chinese(measures.smallDots, 500)),
    ...say.legal(words.rare, bodyDots),
    gap(24, measures),
    square,
    gap(16, measures),
    ...say.legal(words.square, bodyDots),
  ];
}

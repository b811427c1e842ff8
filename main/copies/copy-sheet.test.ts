// The full copy as it comes out. The golden pictures in tests/golden are for people to look at; UPDATE_GOLDEN=1 draws them anew.
import QRCode from 'qrcode';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  differingDots,
  DOTS_THAT_MAY_DIFFER,
  inkOf,
  isInBorder,
  overlapping,
  sampled,
  squareAt,
} from '../../tests/golden/judge.ts';
import { COPIES, issueOf, ORDINARY as ordinary } from '../../tests/golden/copies.ts';
import { luo, rare, yang } from '../../tests/builders/people.ts';
import { fontsIn, readPdf, type ReadPdf } from '../../tests/fakes/pdf-reader.ts';
import { same } from '../../domain/contract/text.ts';
import { inkedA4 } from '../printing/a4-picture.ts';
import type { Mark } from '../printing/layout.ts';
import { A4_WIDTH_DOTS } from '../printing/paper.ts';
import { isBlack, type Picture } from '../printing/picture.ts';
import type { Sheet } from '../printing/printer.ts';
import { loadReceiptFonts, type ReceiptFonts } from '../printing/receipt-fonts.ts';
import type { CopyIssue } from './copy-blocks.ts';
import { copyLayout, copySheet } from './copy-sheet.ts';

const SIDE_DOTS = 295;
/** 8 mm below, 6 above: no printer needs that for itself. */
const FOOT_DOTS = 95;
const HEAD_DOTS = 71;
const TEN_POINTS = 42;
let fonts: ReceiptFonts;

beforeAll(() => {
  fonts = loadReceiptFonts();
});

function wordsOn(issue: CopyIssue): string[][] {
  return copyLayout(issue, fonts).map((marks) =>
    marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])),
  );
}

/** Pages that were looked at: in Chinese all of them, else those that are unlike these. */
const LOOKED_AT: [string, number][] = [
  ['full-copy-zh', 1],
  ['full-copy-zh', 2],
  ['full-copy-zh', 3],
  ['full-copy-zh', 4],
  ['full-copy-en', 1],
  ['full-copy-en', 3],
  ['full-copy-large-attended-zh', 1],
  ['full-copy-rare-names-en', 2],
];

it.each(LOOKED_AT)('%s, page %i, looks as it was judged to be right', (name, page) => {
  const marks = copyLayout(COPIES[name]!, fonts)[page - 1] ?? [];
  const file = page === 1 ? name : `${name}.page-${page}`;
  expect(differingDots(file, inkedA4(marks))).toBeLessThanOrEqual(DOTS_THAT_MAY_DIFFER);
});

describe.each(Object.entries(COPIES))('%s', (_, issue) => {
  let layouts: Mark[][];

  beforeAll(() => {
    layouts = copyLayout(issue, fonts);
  });

  it('keeps all words where every printer can print, none below 10 points, none over another', () => {
    for (const marks of layouts) {
      expect(overlapping(marks, fonts)).toEqual([]);
      for (const mark of marks) {
        if (mark.kind !== 'text') continue;
        expect(mark.font.sizeDots).toBeGreaterThanOrEqual(TEN_POINTS);
        expect(mark.x).toBeGreaterThanOrEqual(SIDE_DOTS);
        expect(mark.x + fonts.measure(mark.text, mark.font), mark.text).toBeLessThanOrEqual(
          A4_WIDTH_DOTS - SIDE_DOTS + 1,
        );
        expect(mark.baseline).toBeLessThanOrEqual(3508 - FOOT_DOTS);
        expect(mark.baseline - mark.font.sizeDots * 0.82).toBeGreaterThanOrEqual(HEAD_DOTS);
      }
    }
  });

  it('says on every page in Chinese whose it is, which copy, and which page of how many', () => {
    layouts.forEach((marks, index) => {
      const lines = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
      const { number } = issue.facts.paper;
      expect(lines.some((line) => line.startsWith(number) && line.includes('出具'))).toBe(true);
      expect(lines.some((line) => line.includes(`第 ${index + 1} 页，共 ${layouts.length} 页`))).toBe(true);
    });
  });
});

it('carries the receipt’s square, at least 30 mm wide in a white border, and its number in the largest letters', () => {
  const [marks = []] = copyLayout(ordinary, fonts);
  const [page] = copySheet(ordinary).pages;
  if (page === undefined) throw new Error('no page');
  const { modules } = QRCode.create(ordinary.facts.paper.qr, { errorCorrectionLevel: 'M' });
  const at = squareAt(marks);
  expect(at.sideDots).toBeGreaterThanOrEqual(354);
  expect(sampled(page, at, modules.size)).toEqual(Array.from(modules.data, (bit) => bit === 1));
  expect(inkOf(page).filter((dot) => isInBorder(dot, at))).toEqual([]);
  const texts = marks.filter((mark) => mark.kind === 'text');
  const largest = Math.max(...texts.map(({ font }) => font.sizeDots));
  expect(texts.filter(({ font }) => font.sizeDots === largest).map(({ text }) => text)).toEqual([
    ordinary.facts.paper.number,
  ]);
});

it('has number, title and matter in Chinese whatever the language', () => {
  const [first = []] = wordsOn(COPIES['full-copy-en']!);
  for (const line of ['申请表全文', '收件编号 Receipt number', '有限责任公司设立登记'])
    expect(first).toContain(line);
  expect(first).toContain('Full copy of the application');
});

it('writes names outside the first plane, and a character the fonts lack as its number', () => {
  const rareWords = wordsOn(COPIES['full-copy-rare-names-en']!).flat();
  expect(rareWords.some((line) => line.startsWith(rare.yang.name))).toBe(true);
  const unknown = '王\u{2a6a5}明';
  const facts = { ...ordinary.facts, applicant: unknown };
  expect(wordsOn(issueOf(facts)).flat()).toContain('王[U+2A6A5]明');
});

it('goes on over the page with an answer longer than a page, and loses nothing of it', () => {
  const items = Array.from({ length: 400 }, (_, index) => `第${index}项`);
  const [section] = ordinary.facts.sections;
  const rows = [{ label: same('经营范围'), value: same(items.join('；')), notes: [] }];
  const facts = {
    ...ordinary.facts,
    sections: [{ title: section?.title ?? same('经营'), groups: [{ title: null, rows }] }],
  };
  const issue = issueOf(facts);
  const said = wordsOn(issue).flat().join('');
  expect(items.filter((one) => !said.includes(one))).toEqual([]);
  expect(wordsOn(issue).length).toBeGreaterThan(2);
  for (const marks of copyLayout(issue, fonts)) {
    expect(overlapping(marks, fonts)).toEqual([]);
    expect(Math.max(...marks.map((mark) => (mark.kind === 'text' ? mark.baseline : 0)))).toBeLessThan(
      3508 - FOOT_DOTS,
    );
  }
});

it('never leaves a signature alone on its page', () => {
  for (const issue of Object.values(COPIES)) {
    const last = wordsOn(issue).at(-1) ?? [];
    const signed = last.findIndex((line) => line.startsWith('申请人签名'));
    expect(last.slice(0, signed).some((line) => /^\d+\.$/.test(line))).toBe(true);
  }
});

describe('as a PDF', () => {
  let sheet: Sheet;
  let bytes: Buffer;
  let read: ReadPdf;

  beforeAll(async () => {
    sheet = copySheet(COPIES['full-copy-rare-names-en']!);
    bytes = (await sheet.written?.pdf()) ?? Buffer.alloc(0);
    read = await readPdf(bytes);
  });

  it('brings its fonts along, and of each only what it uses', () => {
    const { named, embedded } = fontsIn(bytes);
    expect(named.toSorted().map((name) => name.replace(/^[A-Z]{6}\+/, 'PART+'))).toEqual([
      'PART+NotoSansSC-Bold',
      'PART+NotoSansSC-Medium',
    ]);
    expect(embedded).toBe(2);
    // One of these fonts is ten million bytes.
    expect(bytes.length).toBeLessThan(400_000);
  });

  it('can be searched for every name, also outside the first plane', () => {
    const words = read.pages.map((page) => page.words).join('\n');
    for (const name of [rare.yang.name, rare.luo.name, rare.wei.name, rare.long.name])
      expect(words).toContain(name);
  });

  it('is called by number and copy, and by nothing personal', () => {
    expect(read.title).toBe(`申请表全文 ${sheet.receiptNumber}（第 1 份）`);
    expect(sheet.title).toBe(read.title);
  });

  it('looks like the pictures that other printers get, page by page', async () => {
    expect(read.pages).toHaveLength(sheet.pages.length);
    for (const [index, page] of sheet.pages.entries()) {
      const drawn = await read.pages[index]!.drawn();
      expect(strayDots(drawn, page), `page ${index + 1}`).toBeLessThanOrEqual(DOTS_THAT_MAY_DIFFER);
      expect(strayDots(page, drawn), `page ${index + 1}`).toBeLessThanOrEqual(DOTS_THAT_MAY_DIFFER);
    }
  });
});

/** Two programs round a curve otherwise. Black dots of one with nothing black of the other within three dots. */
function strayDots(one: Picture, other: Picture): number {
  const near = [-3, -2, -1, 0, 1, 2, 3];
  const isNear = (x: number, y: number) =>
    near.some((down) => near.some((right) => isBlack(other, x + right, y + down)));
  return inkOf(one).filter(({ x, y }) => !isNear(x, y)).length;
}

it('shows no whole identity or mobile number of anybody', () => {
  const words = wordsOn(ordinary).flat().join('\n');
  for (const secret of [yang.residentId, yang.mobile, luo.residentId, luo.mobile])
    expect(words).not.toContain(secret);
  expect(words).toContain('5201**********0014');
});

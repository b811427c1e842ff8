// The receipt on the office's sheet.
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
import { A4_PAPERS, factsWith, FORTY_DOCUMENTS } from '../../tests/golden/papers.ts';
import { a4Layout, createA4Pen } from './a4-picture.ts';
import type { Mark } from './layout.ts';
import { A4_HEIGHT_DOTS, A4_WIDTH_DOTS } from './paper.ts';
import type { Picture } from './picture.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { loadReceiptFonts, type ReceiptFonts } from './receipt-fonts.ts';

const pen = createA4Pen();
/** 25 mm to the left and right; 8 mm at the foot, which no printer needs for itself. */
const SIDE_DOTS = 295;
const FOOT_DOTS = 95;
/** 10 points at 300 dots an inch. */
const TEN_POINTS = 42;
let fonts: ReceiptFonts;

beforeAll(() => {
  fonts = loadReceiptFonts();
});

function linesOn(marks: Mark[]): string[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
}

it.each(Object.entries(A4_PAPERS))('%s looks as it was judged to be right', (name, facts) => {
  const pages = pen.draw(facts);
  const files = pages.map((_, index) => (index === 0 ? name : `${name}.page-${index + 1}`));
  const differing = pages.map((page, index) => differingDots(files[index] ?? name, page));
  expect(Math.max(...differing)).toBeLessThanOrEqual(DOTS_THAT_MAY_DIFFER);
});

const FORTY: [string, ReceiptFacts] = [
  'forty documents',
  factsWith({}, { locale: 'en', largeType: true, documents: FORTY_DOCUMENTS }),
];

describe.each([...Object.entries(A4_PAPERS), FORTY])('%s', (_, facts) => {
  let pages: Picture[];
  let layouts: Mark[][];

  beforeAll(() => {
    pages = pen.draw(facts);
    layouts = a4Layout(facts, fonts);
  });

  it('fills sheets of A4 and keeps all ink where every printer can print', () => {
    for (const page of pages) {
      expect([page.widthDots, page.heightDots]).toEqual([A4_WIDTH_DOTS, A4_HEIGHT_DOTS]);
      const outside = inkOf(page).filter(
        ({ x, y }) =>
          x < SIDE_DOTS - 3 || x > A4_WIDTH_DOTS - SIDE_DOTS + 2 || y > A4_HEIGHT_DOTS - FOOT_DOTS,
      );
      expect(outside).toEqual([]);
    }
  });

  it('writes nothing smaller than 10 points, and no two lines over each other', () => {
    for (const marks of layouts) {
      const sizes = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.font.sizeDots] : []));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(TEN_POINTS);
      expect(overlapping(marks, fonts)).toEqual([]);
    }
  });

  it('writes the number larger than anything else, on one line', () => {
    const texts = (layouts[0] ?? []).filter((mark) => mark.kind === 'text');
    const largest = Math.max(...texts.map(({ font }) => font.sizeDots));
    expect(texts.filter(({ font }) => font.sizeDots === largest).map(({ text }) => text)).toEqual([
      facts.paper.number,
    ]);
  });

  it('carries a square that says what it should, at least 30 mm wide in a white border', () => {
    const { modules } = QRCode.create(facts.paper.qr, { errorCorrectionLevel: 'M' });
    const [page] = pages;
    const at = squareAt(layouts[0] ?? []);
    expect(at.sideDots).toBeGreaterThanOrEqual(354);
    if (page === undefined) throw new Error('no page');
    expect(sampled(page, at, modules.size)).toEqual(Array.from(modules.data, (bit) => bit === 1));
    expect(inkOf(page).filter((dot) => isInBorder(dot, at))).toEqual([]);
  });
});

function pagesOf(facts: ReceiptFacts): string[][] {
  return a4Layout(facts, fonts).map(linesOn);
}

it('says which page of how many each is, with number and copy', () => {
  const pages = pagesOf(factsWith({ copy: 2 }, { documents: FORTY_DOCUMENTS }));
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((lines, index) => {
    expect(lines).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`);
    expect(lines.some((line) => line.includes('520103-K012-1-0042-') && line.includes('第 2 份'))).toBe(true);
  });
});

it('loses none of forty documents between two pages', () => {
  const lines = pagesOf(factsWith({}, { documents: FORTY_DOCUMENTS })).flat();
  for (let count = 1; count <= 40; count += 1) {
    expect(lines.filter((line) => line.startsWith(`第 ${count} 项材料`))).toHaveLength(1);
  }
});

it('begins no page with the line that parts it from what stood before', () => {
  const [, second = []] = a4Layout(FORTY[1], fonts);
  const top = Math.min(...second.flatMap((mark) => (mark.kind === 'box' ? [mark.y] : [])));
  const firstLine = Math.min(...second.flatMap((mark) => (mark.kind === 'text' ? [mark.baseline] : [])));
  expect(firstLine).toBeLessThan(top);
});

it('says with every document when it is due', () => {
  const [lines = []] = pagesOf(factsWith({}, { documents: FORTY_DOCUMENTS.slice(0, 3) }));
  expect(lines.filter((line) => line.endsWith('日前'))).toEqual(
    FORTY_DOCUMENTS.slice(0, 3).map(({ due }) => due['zh-CN']),
  );
});

it('stays on one sheet as long as there is little to say', () => {
  expect(pagesOf(factsWith())).toHaveLength(1);
  expect(pagesOf(factsWith({}, { locale: 'en' }))).toHaveLength(1);
});

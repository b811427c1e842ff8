// The receipt as it comes out. The golden pictures in tests/golden are for people to look at; UPDATE_GOLDEN=1 draws them anew.
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
import { factsWith, LONG_NAME, PAPERS } from '../../tests/golden/papers.ts';
import type { Mark } from './layout.ts';
import type { Picture } from './picture.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { loadReceiptFonts, type ReceiptFonts } from './receipt-fonts.ts';
import { measuresFor, type PaperWidth } from './receipt-measures.ts';
import { createReceiptPen, receiptLayout } from './receipt-picture.ts';

const BAND_DOTS = 40;

const pens = { 576: createReceiptPen(576), 384: createReceiptPen(384) };
const papers = Object.entries(PAPERS);
let fonts: ReceiptFonts;

beforeAll(() => {
  fonts = loadReceiptFonts();
});

type TextMark = Extract<Mark, { kind: 'text' }>;

function textsOn(facts: ReceiptFacts, widthDots: PaperWidth = 576): TextMark[] {
  return receiptLayout(facts, widthDots, fonts).marks.filter((mark) => mark.kind === 'text');
}

function linesOn(facts: ReceiptFacts, widthDots?: PaperWidth): string[] {
  return textsOn(facts, widthDots).map(({ text }) => text);
}

describe.each(papers)('%s', (name, { widthDots, facts }) => {
  let picture: Picture;

  beforeAll(() => {
    picture = pens[widthDots].draw(facts);
  });

  it('looks as it was judged to be right', () => {
    expect(differingDots(name, picture)).toBeLessThanOrEqual(DOTS_THAT_MAY_DIFFER);
  });

  it('keeps all ink inside the margins and off the edge where it is torn', () => {
    const { marginDots } = measuresFor(widthDots, facts.paper.largeType);
    const outside = inkOf(picture).filter(
      ({ x, y }) => y >= BAND_DOTS && (x < marginDots - 1 || x > widthDots - marginDots),
    );
    expect(outside).toEqual([]);
    expect(inkOf(picture).filter(({ y }) => y > picture.heightDots - 50)).toEqual([]);
  });

  it('writes nothing smaller than 24 dots and draws no line thinner than 2', () => {
    const { marks } = receiptLayout(facts, widthDots, fonts);
    for (const mark of marks) {
      if (mark.kind === 'text') expect(mark.font.sizeDots).toBeGreaterThanOrEqual(24);
      if (mark.kind === 'box') expect(Math.min(mark.widthDots, mark.heightDots)).toBeGreaterThanOrEqual(2);
    }
  });

  it('writes the number larger than anything else', () => {
    const texts = textsOn(facts, widthDots);
    const number = texts.filter(({ text }) => facts.paper.number.includes(text) && text.length > 5);
    const largest = Math.max(...texts.map(({ font }) => font.sizeDots));
    expect(number.map(({ text }) => text).join('')).toBe(facts.paper.number);
    expect(number.every(({ font }) => font.sizeDots === largest)).toBe(true);
    expect(texts.filter(({ font }) => font.sizeDots === largest)).toHaveLength(number.length);
  });

  it('writes no two lines over each other', () => {
    const { marks } = receiptLayout(facts, widthDots, fonts);
    expect(overlapping(marks, fonts)).toEqual([]);
  });

  it('carries a square that says what it should, at least 25 mm wide in a white border', () => {
    const { modules } = QRCode.create(facts.paper.qr, { errorCorrectionLevel: 'M' });
    const at = squareAt(receiptLayout(facts, widthDots, fonts).marks);
    expect(at.sideDots).toBeGreaterThanOrEqual(200);
    expect(at.moduleDots).toBeGreaterThanOrEqual(4);
    expect(sampled(picture, at, modules.size)).toEqual(Array.from(modules.data, (bit) => bit === 1));
    expect(inkOf(picture).filter((dot) => isInBorder(dot, at))).toEqual([]);
  });
});

describe('what it says', () => {
  it('says first that the machine holds it, and that this is no acceptance', () => {
    const lines = linesOn(factsWith()).slice(2, 5);
    expect(lines).toEqual([
      '申请已收好，存在本机',
      '连上网络后自动送到市平台，不用等在这里。',
      '还没有受理，是否受理由部门决定。',
    ]);
  });

  it('says where the time is from', () => {
    expect(linesOn(factsWith())).toEqual(expect.arrayContaining(['2026年11月24日 10:32', '按本机时钟']));
  });

  it('names every document to follow under the day it is due, each day once', () => {
    const lines = linesOn(PAPERS['documents-zh']!.facts);
    const start = lines.indexOf('还要交的材料：4 份');
    expect(lines.slice(start + 1, start + 8)).toEqual([
      '2026年12月1日前',
      '经营场所使用证明',
      '法定代表人任职文件',
      '2027年1月6日前（暂定）',
      '股东身份证明（第 2 位）',
      '受理前交',
      '公司章程',
    ]);
  });

  it('says on a later copy at its head that it is one, and on every copy at its foot which', () => {
    expect(linesOn(factsWith({ copy: 2 })).filter((line) => line.includes('第 2 份'))).toEqual([
      '第 2 份',
      '第 2 份，2026年11月24日 10:32 出具',
    ]);
    expect(linesOn(factsWith()).filter((line) => line.includes('第 1 份'))).toHaveLength(1);
  });

  it('says how things stand when it is drawn, not how they stood', () => {
    expect(linesOn(factsWith({ standing: 'acknowledged', copy: 2 }))).toContain('市平台已经收到您的申请');
    expect(linesOn(factsWith({ standing: 'stopped' }))).toContain('请带着这张凭证找工作人员。');
  });

  it('promises no next step to what was turned away', () => {
    expect(linesOn(factsWith({ standing: 'stopped' }))).not.toContain('接下来');
  });

  it('has every legal line in Chinese and, in an English session, in English beneath', () => {
    const chinese = linesOn(factsWith());
    const english = linesOn(factsWith({}, { locale: 'en' }));
    const legal = [
      '收件凭证',
      '申请已收好，存在本机',
      '还没有受理，是否受理由部门决定。',
      '有限责任公司设立登记',
    ];
    for (const line of legal) {
      expect(chinese).toContain(line);
      expect(english).toContain(line);
    }
    expect(english[english.indexOf('有限责任公司设立登记') + 1]).toBe('Register a limited company');
    expect(chinese.filter((line) => /[a-z]{3}/.test(line))).toEqual([]);
  });

  it('writes an English apostrophe as narrow as it is', () => {
    const kiosk = { 'zh-CN': '12 号自助机', en: 'The mayor’s “own” kiosk' };
    expect(linesOn(factsWith({}, { locale: 'en', kiosk }))).toContain('The mayor\'s "own" kiosk');
  });

  it('shows a character no font of ours has by its number', () => {
    expect(linesOn(factsWith({}, { applicant: '\u{2a6a5}**' }))).toContain('[U+2A6A5]**');
  });

  it('breaks a name of forty characters, and loses none of them', () => {
    expect([...LONG_NAME]).toHaveLength(40);
    for (const widthDots of [576, 384] as const) {
      const facts = PAPERS['long-names-zh']!.facts;
      expect(linesOn(facts, widthDots).join('').split(LONG_NAME)).toHaveLength(4);
    }
  });
});

it('draws the same receipt twice the same', () => {
  const again = createReceiptPen(576).draw(factsWith());
  expect(Buffer.compare(pens[576].draw(factsWith()).bits, again.bits)).toBe(0);
});

it('draws a receipt in well under a second once its fonts are loaded', () => {
  pens[576].draw(factsWith());
  const begun = performance.now();
  pens[576].draw(factsWith());
  expect(performance.now() - begun).toBeLessThan(500);
});

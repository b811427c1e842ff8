// What a printer is asked for, from what it says it can.
import { describe, expect, it } from 'vitest';
import { factsWith, FORTY_DOCUMENTS } from '../../../tests/golden/papers.ts';
import type { Paper } from '../paper.ts';
import type { Sheet } from '../printer.ts';
import { createSheetPen } from '../sheet-pen.ts';
import { mediaFor } from './media.ts';
import type { Attributes } from './message.ts';
import { orderFor } from './order.ts';

const PDF = { 'document-format-supported': ['application/octet-stream', 'application/pdf', 'image/jpeg'] };
const A4_MEDIA = { 'x-dimension': 21000, 'y-dimension': 29700 };
const LETTER = { 'x-dimension': 21590, 'y-dimension': 27940 };

function sheetOn(paper: Paper, documents = FORTY_DOCUMENTS.slice(0, 2)): Sheet {
  const pages = createSheetPen(paper).draw(factsWith({}, { documents }));
  return { receiptNumber: 'R-1', copy: 1, at: new Date(0), title: 'Receipt R-1', pages };
}

async function order(printer: Attributes, sheet: Sheet) {
  const ordered = await orderFor(printer, sheet);
  return ordered === null ? null : { format: ordered.about['document-format'], job: ordered.job };
}

it('asks for PDF, A4 and no scaling where it can have them', async () => {
  const printer = {
    ...PDF,
    'media-size-supported': [LETTER, A4_MEDIA],
    'print-scaling-supported': ['auto', 'fit', 'none'],
  };
  expect(await order(printer, sheetOn('A4'))).toEqual({
    format: 'application/pdf',
    job: { 'media-col': { 'media-size': A4_MEDIA }, 'print-scaling': 'none' },
  });
});

it('asks for nothing a printer does not name', async () => {
  expect(await order(PDF, sheetOn('A4'))).toEqual({ format: 'application/pdf', job: {} });
});

it.each([
  ['a printer with Letter only', [LETTER], '80mm', { kind: 'none' }],
  ['rolls of any length', [{ 'x-dimension': 8000, 'y-dimension': [3000, 300000] }], '80mm', [80, 200]],
  ['one roll, told as one value', { 'x-dimension': 5750, 'y-dimension': 30000 }, '58mm', [57.5, 300]],
  [
    'fixed lengths: the next longer',
    [150, 210, 297].map((mm) => ({ 'x-dimension': 8000, 'y-dimension': mm * 100 })),
    '80mm',
    [80, 210],
  ],
  ['fixed lengths, all too short', [{ 'x-dimension': 8000, 'y-dimension': 15000 }], '80mm', { kind: 'none' }],
  ['sizes in a form nobody knows', ['large'], '80mm', { kind: 'none' }],
] as const)('chooses the paper: %s', (_, supported, paper, expected) => {
  const widthMm = paper === '80mm' ? 80 : 58;
  const chosen = mediaFor({ 'media-size-supported': supported }, { widthMm, heightMm: 200 });
  if (!Array.isArray(expected)) expect(chosen).toEqual(expected);
  else {
    const [width, height] = expected as number[];
    expect(chosen).toEqual({ kind: 'chosen', size: { widthMm: width, heightMm: height } });
  }
});

it.each([
  ['raster of its own resolution', [300, 300, 'dpi'], 'black_1', 'image/pwg-raster'],
  ['raster of twice the dots', [[600, 600, 'dpi']], 'sgray_8', 'image/pwg-raster'],
  ['a picture where raster does not fit', [[360, 360, 'dpi']], 'black_1', 'image/jpeg'],
  ['a picture where there is colour raster only', [[300, 300, 'dpi']], 'srgb_8', 'image/jpeg'],
])('sends %s', async (_, resolution, type, format) => {
  const printer = {
    'document-format-supported': ['image/jpeg', 'image/pwg-raster'],
    'pwg-raster-document-resolution-supported': resolution,
    'pwg-raster-document-type-supported': type,
  };
  expect((await order(printer, sheetOn('A4')))?.format).toBe(format);
});

it('sends no picture of the first page where there are two', async () => {
  const sheet = sheetOn('A4', FORTY_DOCUMENTS);
  expect(sheet.pages.length).toBeGreaterThan(1);
  expect(await order({ 'document-format-supported': 'image/jpeg' }, sheet)).toBeNull();
});

describe('a sheet that has its pages in words', () => {
  const written: Sheet = {
    receiptNumber: 'R-1',
    copy: 1,
    at: new Date(0),
    title: 'Copy R-1',
    get pages(): Sheet['pages'] {
      throw new Error('nobody asked for pictures');
    },
    written: {
      size: { widthDots: 2480, heightDots: 3508, dotsPerInch: 300 },
      count: 3,
      pdf: async () => Buffer.from('%PDF of words'),
    },
  };

  it.each([
    ['A4', [A4_MEDIA]],
    ['an A4 of its own measure', [{ 'x-dimension': 20990, 'y-dimension': 29710 }]],
    ['whatever size it has', undefined],
  ])('goes as words to a printer with %s, and no picture is drawn', async (_, media) => {
    const sizes = media === undefined ? {} : { 'media-size-supported': media };
    const ordered = await orderFor({ ...PDF, ...sizes }, written);
    expect(ordered?.document.toString()).toBe('%PDF of words');
  });

  it('goes as pictures where the paper is longer, and where PDF is not read', async () => {
    const { receiptNumber, copy, at, title, written: words } = written;
    const drawn: Sheet = {
      receiptNumber,
      copy,
      at,
      title,
      pages: sheetOn('A4').pages,
      ...(words && { written: words }),
    };
    const longer = { ...PDF, 'media-size-supported': [{ 'x-dimension': 21000, 'y-dimension': 35560 }] };
    expect((await orderFor(longer, drawn))?.document.toString('latin1', 0, 8)).toBe('%PDF-1.3');
    const raster = {
      'document-format-supported': 'image/pwg-raster',
      'pwg-raster-document-resolution-supported': [300, 300, 'dpi'],
      'pwg-raster-document-type-supported': 'black_1',
    };
    expect((await orderFor(raster, drawn))?.about['document-format']).toBe('image/pwg-raster');
  });
});

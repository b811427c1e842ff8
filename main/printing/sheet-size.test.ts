import { expect, it } from 'vitest';
import { isBlack, type Picture } from './picture.ts';
import { onPaper, paperSizeMm } from './sheet-size.ts';

const strip: Picture = {
  widthDots: 576,
  heightDots: 800,
  dotsPerInch: 203,
  bits: new Uint8Array(72 * 800).fill(0xff),
};

it.each([
  [576, 800, 203, 80, 101],
  [384, 800, 203, 58, 101],
  [2480, 3508, 300, 210, 297],
])('a picture of %i by %i dots needs %s', (widthDots, heightDots, dotsPerInch, widthMm, heightMm) => {
  expect(paperSizeMm({ widthDots, heightDots, dotsPerInch })).toEqual({ widthMm, heightMm });
});

it('stands at the top and in the middle of a paper that is larger, and loses no dot', () => {
  const paper = onPaper(strip, { widthMm: 80, heightMm: 210 });
  expect([paper.widthDots, paper.heightDots]).toEqual([639, 1678]);
  expect([isBlack(paper, 30, 0), isBlack(paper, 31, 0)]).toEqual([false, true]);
  expect([isBlack(paper, 606, 799), isBlack(paper, 607, 799)]).toEqual([true, false]);
  expect(isBlack(paper, 300, 800)).toBe(false);
});

it('is left as it is on a paper of its own size', () => {
  const page: Picture = {
    widthDots: 2480,
    heightDots: 3508,
    dotsPerInch: 300,
    bits: new Uint8Array(310 * 3508),
  };
  expect(onPaper(page, { widthMm: 210, heightMm: 297 })).toBe(page);
});

import { expect, it } from 'vitest';
import { readPwgRaster } from '../../../tests/fakes/pwg-raster-reader.ts';
import { factsWith } from '../../../tests/golden/papers.ts';
import { createA4Pen } from '../a4-picture.ts';
import { isBlack, type Picture } from '../picture.ts';
import { pwgRasterOf } from './pwg-raster.ts';

const [page] = createA4Pen().draw(factsWith());
if (page === undefined) throw new Error('no page');
const small: Picture = {
  widthDots: 21,
  heightDots: 3,
  dotsPerInch: 300,
  bits: Uint8Array.from([0b1010_0000, 0x00, 0b0000_1000, 0xff, 0xff, 0xf8, 0xff, 0xff, 0xf8]),
};

it('is a whole page, dot for dot', () => {
  const [read] = readPwgRaster(pwgRasterOf([page], { type: 'black_1', times: 1 }));
  expect(read).toMatchObject({ widthDots: 2480, heightDots: 3508, dotsPerInch: 300 });
  expect(Buffer.compare(read?.bits ?? Buffer.alloc(0), page.bits)).toBe(0);
});

it('is as many pages as there are', () => {
  const read = readPwgRaster(pwgRasterOf([small, page, small], { type: 'black_1', times: 1 }));
  expect(read.map(({ widthDots }) => widthDots)).toEqual([21, 2480, 21]);
  expect(Buffer.compare(read[2]?.bits ?? Buffer.alloc(0), small.bits)).toBe(0);
});

it('is the same page in greys, of which it uses two', () => {
  const [read] = readPwgRaster(pwgRasterOf([small], { type: 'sgray_8', times: 1 }));
  expect(Buffer.compare(read?.bits ?? Buffer.alloc(0), small.bits)).toBe(0);
});

it.each(['black_1', 'sgray_8'] as const)(
  'draws each dot twice either way for twice as many, in %s',
  (type) => {
    const [read] = readPwgRaster(pwgRasterOf([small], { type, times: 2 }));
    expect(read).toMatchObject({ widthDots: 42, heightDots: 6, dotsPerInch: 600 });
    if (read === undefined) throw new Error('no page');
    for (let y = 0; y < 6; y += 1)
      for (let x = 0; x < 42; x += 1) expect(isBlack(read, x, y)).toBe(isBlack(small, x >> 1, y >> 1));
  },
);

it('is a fifth of its dots at most: what repeats is said once', () => {
  const bytes = pwgRasterOf([page], { type: 'black_1', times: 1 });
  expect(bytes.length).toBeLessThan(page.bits.length / 5);
});

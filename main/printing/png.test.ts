import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { blackAndWhite, isBlack } from './picture.ts';
import { pngOf } from './png.ts';

const WIDTH = 11;
const HEIGHT = 3;

/** Greys from black to white, in reading order. */
const greys = Array.from({ length: WIDTH * HEIGHT }, (_, index) => index * 8);
const picture = blackAndWhite(new Uint8ClampedArray(greys.flatMap((grey) => [grey, grey, grey, 255])), {
  widthDots: WIDTH,
  heightDots: HEIGHT,
  dotsPerInch: 203,
});

it('makes black or white of every grey', () => {
  const dots = greys.map((_, index) => isBlack(picture, index % WIDTH, Math.floor(index / WIDTH)));
  expect(dots).toEqual(greys.map((grey) => grey < 150));
});

it('has only paper outside of the picture', () => {
  expect([isBlack(picture, -1, 0), isBlack(picture, WIDTH, 0), isBlack(picture, 0, HEIGHT)]).toEqual([
    false,
    false,
    false,
  ]);
});

it('is read by others as it was drawn, one bit a dot', () => {
  const bytes = pngOf(picture);
  const read = PNG.sync.read(bytes);
  expect([read.width, read.height]).toEqual([WIDTH, HEIGHT]);
  expect(greys.map((_, index) => read.data[index * 4])).toEqual(greys.map((grey) => (grey < 150 ? 0 : 255)));
  expect(bytes.readUInt8(24)).toBe(1);
});

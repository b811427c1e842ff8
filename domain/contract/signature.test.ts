import { describe, expect, it } from 'vitest';
import { isSignature, MOST_POINTS, strokePaths, type Strokes } from './signature.ts';

const line = (points: number, step: number): Strokes[number] =>
  Array.from({ length: points }, (_, index) => [(index * step) % 10_000, 500, 500]);

describe('a signature', () => {
  it.each<[string, Strokes, boolean]>([
    ['a line across the pad', [line(50, 100)], true],
    ['three strokes that are long together', [line(10, 80), line(10, 80), line(10, 80)], true],
    ['a dot', [[[100, 100, 500]]], false],
    ['a short stroke', [line(5, 100)], false],
    ['many dots that lie apart', Array.from({ length: 90 }, (_, n) => [[n * 100, 0, 500]]), false],
    ['more points than a minute has', [line(MOST_POINTS, 1), line(2, 1)], false],
  ])('%s', (_, strokes, expected) => {
    expect(isSignature(strokes)).toBe(expected);
  });

  it('is drawn as one path a stroke, a dot too', () => {
    expect(
      strokePaths([
        [
          [1, 2, 500],
          [3, 4, 500],
        ],
        [[5, 6, 0]],
      ]),
    ).toEqual(['M1 2L3 4', 'M5 6L5 6']);
  });
});

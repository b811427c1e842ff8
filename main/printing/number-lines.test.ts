import { expect, it } from 'vitest';
import { linesOfNumber } from './number-lines.ts';

/** Each sign is half as wide as it is large. */
function within(widthDots: number) {
  return (line: string, sizeDots: number) => (line.length * sizeDots) / 2 <= widthDots;
}

const wish = { text: '520103-K012-1-0042-N', atMostDots: 64, atLeastDots: 24 };

it('stands on one line where there is room for its largest size', () => {
  expect(linesOfNumber(wish, within(640))).toEqual({ lines: ['520103-K012-1-0042-N'], sizeDots: 64 });
});

it('is rather broken after a hyphen, into even lines, than made smaller', () => {
  expect(linesOfNumber(wish, within(400))).toEqual({ lines: ['520103-K012-', '1-0042-N'], sizeDots: 64 });
});

it('gets smaller where even halves are too long', () => {
  expect(linesOfNumber(wish, within(300))).toEqual({ lines: ['520103-K012-', '1-0042-N'], sizeDots: 50 });
});

it('takes as many lines as it needs rather than be too small to read', () => {
  const { lines, sizeDots } = linesOfNumber({ ...wish, text: '520103-K012-1-123456789012-N' }, within(100));
  expect({ lines, sizeDots }).toEqual({
    lines: ['520103-', 'K012-', '1-', '123456789012-', 'N'],
    sizeDots: 24,
  });
});

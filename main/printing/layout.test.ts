import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, linesOf, type Block, type Font, type Mark, type Measure } from './layout.ts';

const FONT: Font = { sizeDots: 20, weight: 500, lineDots: 30 };
/** Every sign is as wide as it is large. */
const measure: Measure = (text, { sizeDots }) => [...text].length * sizeDots;

function written(text: string): Block {
  return { kind: 'text', text, font: FONT };
}

function textsOf(marks: Mark[]) {
  return marks.flatMap((mark) =>
    mark.kind === 'text' ? [{ text: mark.text, x: mark.x, baseline: mark.baseline }] : [],
  );
}

it('puts blocks under each other', () => {
  const { marks, heightDots } = layOut(
    [written('一'), { kind: 'gap', dots: 5 }, { kind: 'rule', dots: 3 }, written('二三四')],
    40,
    measure,
  );
  expect(textsOf(marks)).toEqual([
    { text: '一', x: 0, baseline: 23 },
    { text: '二三', x: 0, baseline: 61 },
    { text: '四', x: 0, baseline: 91 },
  ]);
  expect(marks[1]).toEqual({ kind: 'box', x: 0, y: 35, widthDots: 40, heightDots: 3 });
  expect(heightDots).toBe(98);
});

it('puts columns side by side and gives what is left to those without a width', () => {
  const columns = [
    { widthDots: 20, blocks: [written('一')] },
    { widthDots: null, blocks: [written('二三')] },
  ];
  const { marks, heightDots } = layOut(
    [{ kind: 'columns', gapDots: 10, align: 'top', columns }],
    60,
    measure,
  );
  expect(textsOf(marks)).toEqual([
    { text: '一', x: 0, baseline: 23 },
    { text: '二', x: 30, baseline: 23 },
    { text: '三', x: 30, baseline: 53 },
  ]);
  expect(heightDots).toBe(60);
});

it('centres a short column beside a tall one', () => {
  const columns = [
    { widthDots: 20, blocks: [written('一')] },
    { widthDots: 20, blocks: [{ kind: 'gap', dots: 90 } as const] },
  ];
  const { marks } = layOut([{ kind: 'columns', gapDots: 0, align: 'middle', columns }], 40, measure);
  expect(textsOf(marks)).toEqual([{ text: '一', x: 0, baseline: 53 }]);
});

it('draws a frame around what is inside it', () => {
  const { marks, heightDots } = layOut(
    [{ kind: 'frame', lineDots: 4, paddingDots: 6, blocks: [written('一')] }],
    100,
    measure,
  );
  expect(textsOf(marks)).toEqual([{ text: '一', x: 10, baseline: 33 }]);
  expect(heightDots).toBe(50);
  expect(marks.filter(({ kind }) => kind === 'box')).toEqual([
    { kind: 'box', x: 0, y: 0, widthDots: 100, heightDots: 4 },
    { kind: 'box', x: 0, y: 46, widthDots: 100, heightDots: 4 },
    { kind: 'box', x: 0, y: 0, widthDots: 4, heightDots: 50 },
    { kind: 'box', x: 96, y: 0, widthDots: 4, heightDots: 50 },
  ]);
});

it('makes a plate as wide as its words', () => {
  const { marks } = layOut([{ kind: 'plate', text: '第二份', font: FONT }], 400, measure);
  expect(marks).toEqual([
    { kind: 'box', x: 0, y: 0, widthDots: 80, heightDots: 30 },
    { kind: 'text', x: 10, baseline: 23, text: '第二份', font: FONT, isWhite: true },
  ]);
});

describe('the last line', () => {
  it('is not left with one character when the others can lend it some', () => {
    const lines = linesOf('一二三四五六七八九十您', FONT, 200, measure);
    expect(lines).toEqual(['一二三四五六七八', '九十您']);
  });

  it('stays as it is when it is long enough', () => {
    expect(linesOf('一二三四五六七八九十再三想', FONT, 200, measure)).toEqual([
      '一二三四五六七八九十',
      '再三想',
    ]);
  });

  it('never costs a line more', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{1,60}$/), fc.integer({ min: 3, max: 20 }), (text, perLine) => {
        const lines = linesOf(text, FONT, perLine * 20, measure);
        expect(lines).toHaveLength(Math.ceil(text.length / perLine));
      }),
    );
  });
});

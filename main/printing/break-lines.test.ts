import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './break-lines.ts';

/** As on paper: an ideograph is one wide, everything else half of it. */
function wide(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.5), 0);
}

function broken(text: string, width: number): string[] {
  return breakLines(text, (line) => wide(line) <= width);
}

describe('Chinese', () => {
  it('begins no line with a comma', () => {
    expect(broken('申请已收好，存在本机', 5)).toEqual(['申请已收', '好，存在本', '机']);
  });

  it('ends no line with an opening bracket', () => {
    expect(broken('身份证明（第二位股东）', 5)).toEqual(['身份证明', '（第二位股', '东）']);
  });

  it('keeps a number with what it counts', () => {
    expect(broken('承诺在 10 个工作日', 5)).toEqual(['承诺在', '10 个工作', '日']);
    expect(broken('请找第 12 位股东', 4)).toEqual(['请找', '第 12 位', '股东']);
  });

  it('keeps a date whole', () => {
    expect(broken('请在2026年12月1日前交', 7)).toEqual(['请在', '2026年12月1日', '前交']);
  });

  it('keeps the asterisks with a masked name', () => {
    expect(broken('申请人杨**', 4)).toEqual(['申请人', '杨**']);
  });

  it('takes a character beyond 16 bits as one', () => {
    expect(broken('𬭎𬭎𬭎', 2)).toEqual(['𬭎𬭎', '𬭎']);
  });
});

describe('English', () => {
  it('keeps words whole', () => {
    expect(broken('Register a limited company', 7)).toEqual(['Register a', 'limited', 'company']);
  });

  it('keeps a number with hyphens whole', () => {
    expect(broken('number 520103-K012-1', 8)).toEqual(['number', '520103-K012-1']);
  });

  it('cuts a word longer than the line, after a hyphen where there is one', () => {
    expect(broken('Wolfeschlegelstein', 4)).toEqual(['Wolfesch', 'legelste', 'in']);
    expect(broken('Bayars-Wolfeschlegel', 4.5)).toEqual(['Bayars-', 'Wolfeschl', 'egel']);
  });

  it('takes any white space as one space', () => {
    expect(broken('  one \n\t two ', 10)).toEqual(['one two']);
  });
});

it('makes no line of nothing', () => {
  expect(broken('', 5)).toEqual([]);
  expect(broken(' \n ', 5)).toEqual([]);
});

const CLOSING = '，。、；：？！）》」”…';
const OPENING = '（《「“';
const mark = (marks: string) => fc.constantFrom(...marks);
const ideographs = fc.stringMatching(/^[一-龥]{1,6}$/);
const phrase = fc.oneof(
  ideographs,
  fc.constantFrom('𬭎', '䶮', '㛃', '王**', '·'),
  fc.stringMatching(/^[A-Za-z]{1,9}$/),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom(' ', '  '),
  fc.tuple(ideographs, mark(CLOSING)).map((both) => both.join('')),
  fc.tuple(mark(OPENING), ideographs, mark(CLOSING)).map((all) => all.join('')),
);
const sentence = fc.array(phrase, { maxLength: 30 }).map((phrases) => phrases.join(''));
const width = fc.integer({ min: 12, max: 40 });
const squeezed = (text: string) => text.replaceAll(/\s+/g, '');

describe('any text', () => {
  it('is all there, in order', () => {
    fc.assert(
      fc.property(sentence, width, (text, limit) => {
        expect(squeezed(broken(text, limit).join(''))).toBe(squeezed(text));
      }),
    );
  });

  it('has no line that is too wide', () => {
    fc.assert(
      fc.property(sentence, width, (text, limit) => {
        for (const line of broken(text, limit)) expect(wide(line)).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('has no line that begins or ends with a mark that must not stand there', () => {
    fc.assert(
      fc.property(sentence, width, (text, limit) => {
        for (const line of broken(text, limit).slice(1)) expect(CLOSING).not.toContain([...line][0]);
        for (const line of broken(text, limit).slice(0, -1)) expect(OPENING).not.toContain(line.at(-1));
      }),
    );
  });

  it('has every Latin word on one line', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z]{1,11}$/), { maxLength: 20 });
    fc.assert(
      fc.property(words, width, (list, limit) => {
        const whole = broken(list.join(' '), limit).flatMap((line) => line.split(' '));
        expect(whole.filter((word) => word !== '')).toEqual(list);
      }),
    );
  });

  it('ends, however narrow the line', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(squeezed(broken(text, 0.1).join(''))).toBe(squeezed(text));
      }),
    );
  });
});

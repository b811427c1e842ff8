import { describe, expect, it } from 'vitest';
import { asked, options } from '../../../tests/builders/asked.ts';
import type { RawAnswer } from '../../contract/answers.ts';
import type { Question } from '../procedure.ts';
import { kinds } from './index.ts';

const offered = { options: options('a', 'b', 'c') };

function read(as: Question['as'], raw: RawAnswer, more: Partial<Question> = {}) {
  const { value, problem } = kinds[as].read(raw, asked(as, { ...offered, ...more }));
  return problem === null ? (value ?? 'nothing') : problem.code;
}

describe('one of several', () => {
  it.each<[RawAnswer, unknown]>([
    ['b', 'b'],
    ['', 'nothing'],
    [null, 'nothing'],
    ['d', 'choice/not-offered'],
    ['__proto__', 'choice/not-offered'],
    [['a'], 'nothing'],
  ])('reads %j', (raw, expected) => {
    expect(read('choice', raw)).toEqual(expected);
  });

  it('is shown by its label in both languages', () => {
    expect(kinds.choice.show('b', asked('choice', offered))).toEqual({ 'zh-CN': '标签b', en: 'Label b' });
  });
});

describe('some of several', () => {
  it.each<[RawAnswer, unknown]>([
    [
      ['c', 'a'],
      ['a', 'c'],
    ],
    [['a', 'a'], ['a']],
    [[], 'nothing'],
    ['a', 'nothing'],
    [['a', 'd'], 'choice/not-offered'],
  ])('reads %j in the order they are offered', (raw, expected) => {
    expect(read('choices', raw)).toEqual(expected);
  });

  it('are counted', () => {
    expect(read('choices', ['a'], { min: 2 })).toBe('choices/too-few');
    expect(read('choices', ['a', 'b', 'c'], { max: 2 })).toBe('choices/too-many');
  });

  it('are shown one after the other', () => {
    expect(kinds.choices.show(['a', 'c'], asked('choices', offered)).en).toBe('Label a; Label c');
  });
});

describe('some of a long list', () => {
  it.each<[RawAnswer, unknown]>([
    [
      ['c', 'a'],
      ['c', 'a'],
    ],
    [
      ['c', 'a', 'c'],
      ['c', 'a'],
    ],
    [[], 'nothing'],
    [['d'], 'choice/not-offered'],
  ])('reads %j in the order they were picked', (raw, expected) => {
    expect(read('pick', raw)).toEqual(expected);
  });

  it('are counted', () => {
    expect(read('pick', ['a', 'b'], { max: 1 })).toBe('choices/too-many');
  });
});

describe('a statement to tick', () => {
  it.each<[RawAnswer, unknown]>([
    ['yes', true],
    ['no', 'nothing'],
    ['', 'nothing'],
    [['yes'], 'nothing'],
    [{ yes: 'yes' }, 'nothing'],
  ])('reads %j', (raw, expected) => {
    expect(read('tick', raw)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { asked } from '../../../tests/builders/asked.ts';
import type { Question } from '../procedure.ts';
import { money, moneyInWords, showMoney } from './money.ts';

function read(typed: string, more: Partial<Question> = {}) {
  const { value, problem } = money.read(typed, asked('money', more));
  return problem === null ? (value ?? 'nothing') : problem.code;
}

describe('an amount of money', () => {
  it.each<[string, unknown]>([
    ['', 'nothing'],
    ['100', 10_000],
    ['100.5', 10_050],
    ['0.01', 1],
    ['0.10', 10],
    ['1,000,000', 100_000_000],
    ['１００．５', 10_050],
    ['1 000', 100_000],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['0', 'money/zero'],
    ['0.00', 'money/zero'],
    ['-1', 'money/not-an-amount'],
    ['1e309', 'money/not-an-amount'],
    ['0.1+0.2', 'money/not-an-amount'],
    ['壹佰', 'money/not-an-amount'],
    ['.5', 'money/not-an-amount'],
    ['1.2.3', 'money/not-an-amount'],
    ['NaN', 'money/not-an-amount'],
    ['0.001', 'money/too-fine'],
    ['1.0000', 100],
    ['90071992547409.92', 'money/too-large'],
    ['9007199254740993', 'money/too-large'],
    ['99999999999999999', 'money/too-large'],
  ])('in yuan reads %j', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each<[string, unknown]>([
    ['100', 100_000_000],
    ['0.000001', 1],
    ['0.0000001', 'money/too-fine'],
    ['9007199254.740991', Number.MAX_SAFE_INTEGER],
    ['9007199254.740992', 'money/too-large'],
  ])('in ten thousand yuan reads %j', (typed, expected) => {
    expect(read(typed, { unit: 'wan-yuan' })).toBe(expected);
  });

  it('is at most what the question allows', () => {
    expect(read('100.01', { max: 10_000 })).toBe('money/too-large');
    expect(read('100.00', { max: 10_000 })).toBe(10_000);
  });
});

it.each([
  [100_000_000, 'wan-yuan', '100.00 万元', 'CNY 1,000,000.00'],
  [1, 'wan-yuan', '0.000001 万元', 'CNY 0.01'],
  [123_456_789, 'wan-yuan', '123.456789 万元', 'CNY 1,234,567.89'],
  [10_050, 'yuan', '100.50 元', 'CNY 100.50'],
  [100_000_000_000, 'yuan', '1,000,000,000.00 元', 'CNY 1,000,000,000.00'],
  [0, 'wan-yuan', '0.00 万元', 'CNY 0.00'],
  [9_007_199_254_740_993n, 'yuan', '90,071,992,547,409.93 元', 'CNY 90,071,992,547,409.93'],
] as const)('%s fen in %s are shown as %s', (fen, unit, zh, en) => {
  expect(showMoney(fen, unit)).toEqual({ 'zh-CN': zh, en });
});

it.each([
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角'],
  [105, '壹元零伍分'],
  [150, '壹元伍角'],
  [1_000, '壹拾元整'],
  [1_010, '壹拾元壹角'],
  [10_000, '壹佰元整'],
  [10_500, '壹佰零伍元整'],
  [11_000, '壹佰壹拾元整'],
  [100_100, '壹仟零壹元整'],
  [1_000_000, '壹万元整'],
  [1_050_000, '壹万零伍佰元整'],
  [10_000_000, '壹拾万元整'],
  [10_005_000, '壹拾万零伍拾元整'],
  [100_000_000, '壹佰万元整'],
  [1_000_000_000, '壹仟万元整'],
  [10_000_000_000, '壹亿元整'],
  [10_000_500_000, '壹亿零伍仟元整'],
  [10_001_000_000, '壹亿零壹万元整'],
  [12_345_678_901, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
  [100_000_000_000_000, '壹万亿元整'],
  [123_450_000_000_000, '壹万贰仟叁佰肆拾伍亿元整'],
])('%s fen are written out as %s', (fen, words) => {
  expect(moneyInWords(fen)).toBe(words);
});

import { describe, expect, it } from 'vitest';
import { checkMobile, maskMobile } from './mobile.ts';

function codesOf(typed: string): string[] {
  return checkMobile(typed).problems.map(({ code }) => code);
}

describe('a mobile number', () => {
  it.each(['13800138000', '15985012345', '17012345678', '16612345678', '19208510001'])(
    'accepts %s',
    (number) => {
      expect(checkMobile(number)).toEqual({ canonical: number, problems: [], warnings: [] });
    },
  );

  it.each([
    '138 0013 8000',
    '138-0013-8000',
    '+86 13800138000',
    '+86-138-0013-8000',
    '008613800138000',
    '8613800138000',
    '１３８００１３８０００',
    '（＋８６）138 0013 8000',
  ])('reads %s as the same number', (typed) => {
    expect(checkMobile(typed)).toEqual({ canonical: '13800138000', problems: [], warnings: [] });
  });

  it.each([
    ['12345678901', 'mobile/not-mobile'],
    ['1380013800', 'mobile/length'],
    ['10086123456', 'mobile/not-mobile'],
    ['138001380000', 'mobile/length'],
    ['23800138000', 'mobile/not-mobile'],
    ['1380013800O', 'mobile/characters'],
    ['+85291234567', 'mobile/characters'],
    ['', 'mobile/characters'],
  ])('refuses %s with %s', (typed, code) => {
    expect(codesOf(typed)).toEqual([code]);
  });

  it.each([
    '0851-85961234',
    '085185961234',
    '(0851)85961234',
    '85961234',
    '010-12345678',
    '+86 0851 85961234',
  ])('says that %s is a land line', (typed) => {
    expect(codesOf(typed)).toEqual(['mobile/landline']);
  });

  it.each(['14812345678', '19412345678', '15412345678'])('only warns of the prefix of %s', (number) => {
    expect(codesOf(number)).toEqual([]);
    expect(checkMobile(number).warnings.map(({ code }) => code)).toEqual(['mobile/unusual-prefix']);
  });

  it('is shown without its middle, and hidden whole when it is none', () => {
    expect(maskMobile('13800138000')).toBe('138****8000');
    expect(maskMobile('85961234')).toBe('********');
  });
});

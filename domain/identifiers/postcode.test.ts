import { describe, expect, it } from 'vitest';
import { checkPostcode } from './postcode.ts';

describe('a postcode', () => {
  it.each(['550001', '550081', '550300', '551100', '551400'])('accepts %s', (postcode) => {
    expect(checkPostcode(postcode)).toEqual({ canonical: postcode, problems: [], warnings: [] });
  });

  it('drops hyphens and blanks', () => {
    expect(checkPostcode('550-081')).toEqual({ canonical: '550081', problems: [], warnings: [] });
    expect(checkPostcode(' ５５０ 081').canonical).toBe('550081');
  });

  it.each([
    ['55000', 'postcode/six-digits'],
    ['5500011', 'postcode/six-digits'],
    ['55008a', 'postcode/six-digits'],
    ['', 'postcode/six-digits'],
    ['000000', 'postcode/not-in-use'],
  ])('refuses %s with %s', (typed, code) => {
    expect(checkPostcode(typed).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('only warns of one outside Guizhou', () => {
    const checked = checkPostcode('100000');
    expect(checked.problems).toEqual([]);
    expect(checked.warnings.map(({ code }) => code)).toEqual(['postcode/elsewhere']);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patternFault } from './patterns.ts';

it.each([
  '^[0-9]{6}$',
  '^[glp]-[a-z][0-9]{2}$',
  '^K\\d{3}$',
  'ab?c?',
  '^(?:red|green)$',
  '^[^@]+@[^@]+$',
  '^(?:[0-9]{2}){3}$',
  '^\\(\\d+\\)$',
  '^[\\]*+]+$',
])('lets %j pass', (pattern) => {
  expect(patternFault(pattern)).toBeNull();
});

it.each([
  ['^(a+)+$', /repeated group/],
  ['^((a+))+$', /repeated group/],
  ['^(a|a)*$', /repeated group/],
  ['^(a?){40}a{40}$', /repeated group/],
  ['^(?:a{1,9}){9}$', /repeated group/],
  ['^([ab]*c)*$', /repeated group/],
  ['(.*)\\1', /back-reference/],
  ['(?<x>a)\\k<x>', /look-around|back-reference/],
  ['(?=a)b', /look-around/],
  ['(?!a)b', /look-around/],
  ['(?<=a)b', /look-around/],
  ['^a*b*c*$', /open-ended/],
  ['^a{0,99}b{0,99}c{0,99}$', /open-ended/],
  ['a'.repeat(201), /longer/],
])('refuses %j', (pattern, fault) => {
  expect(patternFault(pattern)).toMatch(fault);
});

it('what passes runs in good time on the text that is worst for it', () => {
  const piece = fc.constantFrom('a', '[ab]', '(?:ab)', '(a)', '(a|b)', 'a?', '.', '\\w');
  const repetition = fc.constantFrom('', '*', '+', '?', '{2}', '{0,50}');
  const part = fc.tuple(piece, repetition).map(([what, often]) => what + often);
  const pattern = fc.oneof(
    fc.array(part, { maxLength: 8 }).map((parts) => `^${parts.join('')}$`),
    fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `^(?:${parts.join('')})+$`),
  );
  fc.assert(
    fc.property(pattern, (source) => {
      if (patternFault(source) !== null) return;
      const begun = performance.now();
      new RegExp(source, 'u').test(`${'a'.repeat(1000)}!`);
      expect(performance.now() - begun).toBeLessThan(1000);
    }),
    { numRuns: 300 },
  );
});

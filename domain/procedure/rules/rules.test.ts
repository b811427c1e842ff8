// Every named rule as a table: its law, answers, and what it says about them. A rule is silent about what is not answered.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centenarian, child, long, luo, wei, yang, youth } from '../../../tests/builders/people.ts';
import { TODAY } from '../../../tests/builders/asked.ts';
import type { Json } from '../../submission/canonical-json.ts';
import type { JsonObject } from '../pointer.ts';
import { isRuleName, ruleOf, rules, type RuleName } from './index.ts';

function problemsOf(use: RuleName, params: object, answers: JsonObject, today = TODAY) {
  return rules[use].check({ use, ...params }, { answers, today });
}

/** 'code @ place', in order. */
function says(use: RuleName, params: object, answers: JsonObject, today = TODAY): string[] {
  return problemsOf(use, params, answers, today).map(({ at, code }) => `${code} @ ${at}`);
}

type Table = [title: string, params: object, answers: JsonObject, expected: string[]][];

const list = (...people: Json[]) => people.map((person) => ({ person }));

const TEN_DAYS = { of: '/on', after: '/decided', days: 10 };

const tables: Record<RuleName, Table> = {
  'sum-equals': [
    ['exactly', { of: '/a/*/fen', to: '/total' }, { total: 3, a: [{ fen: 1 }, { fen: 2 }] }, []],
    [
      'one fen short',
      { of: '/a/*/fen', to: '/total' },
      { total: 4, a: [{ fen: 1 }, { fen: 2 }] },
      ['sum/short @ /a'],
    ],
    [
      'one fen over',
      { of: '/a/*/fen', to: '/total' },
      { total: 2, a: [{ fen: 1 }, { fen: 2 }] },
      ['sum/over @ /a'],
    ],
    ['no total yet', { of: '/a/*/fen', to: '/total' }, { a: [{ fen: 1 }] }, []],
    ['a total of nothing', { of: '/a/*/fen', to: '/total' }, { total: 0, a: [{ fen: 1 }] }, []],
    ['no amounts yet', { of: '/a/*/fen', to: '/total' }, { total: 3, a: [] }, []],
    ['an amount missing', { of: '/a/*/fen', to: '/total' }, { total: 3, a: [{ fen: 1 }, {}] }, []],
    ['an amount that is none', { of: '/a/*/fen', to: '/total' }, { total: 3, a: [{ fen: '3' }] }, []],
    ['a fraction', { of: '/a/*/fen', to: '/total' }, { total: 1, a: [{ fen: 0.5 }, { fen: 0.5 }] }, []],
    [
      'item by item, told at the first amount there is',
      { of: ['/a/*/by/x', '/a/*/by/y'], to: '/a/*/fen' },
      { a: [{ fen: 3, by: { x: 1, y: 2 } }, { fen: 3, by: { y: 2 } }, { fen: 3 }] },
      ['sum/short @ /a/1/by/y'],
    ],
    [
      'item by item, told where the procedure says',
      { of: ['/a/*/by/x'], to: '/a/*/fen', at: '/a/*/fen' },
      { a: [{ fen: 3, by: { x: 4 } }] },
      ['sum/over @ /a/0/fen'],
    ],
    [
      'more than a number can hold',
      { of: '/a/*/fen', to: '/total' },
      { total: Number.MAX_SAFE_INTEGER, a: [{ fen: Number.MAX_SAFE_INTEGER }, { fen: 1 }] },
      ['sum/over @ /a'],
    ],
  ],
  'within-years': [
    ['the last day', { of: '/by', years: 5 }, { by: '2031-11-24' }, []],
    ['a day later', { of: '/by', years: 5 }, { by: '2031-11-25' }, ['date/too-late @ /by']],
    ['today', { of: '/by', years: 5 }, { by: TODAY }, []],
    ['yesterday', { of: '/by', years: 5 }, { by: '2026-11-23' }, ['date/past @ /by']],
    ['no day', { of: '/by', years: 5 }, { by: '2026-02-30' }, []],
    ['not answered', { of: '/by', years: 5 }, {}, []],
    [
      'one of several',
      { of: '/a/*/by', years: 5 },
      { a: [{ by: '2030-01-01' }, { by: '2040-01-01' }] },
      ['date/too-late @ /a/1/by'],
    ],
  ],
  'not-among': [
    ['somebody else', { of: ['/s'], among: ['/d'] }, { s: wei, d: yang }, []],
    ['the same person', { of: ['/s'], among: ['/d'] }, { s: yang, d: yang }, ['people/two-offices @ /s']],
    [
      'by number, not by name',
      { of: ['/s'], among: ['/d'] },
      { s: { ...yang, name: '杨雨和' }, d: yang },
      ['people/two-offices @ /s'],
    ],
    [
      'one of a list',
      { of: ['/s/*/person'], among: ['/d'] },
      { s: list(wei, yang), d: yang },
      ['people/two-offices @ /s/1/person'],
    ],
    ['nobody there', { of: ['/s'], among: ['/d'] }, { s: yang }, []],
  ],
  among: [
    ['one of them', { of: ['/l'], among: ['/d', '/m'] }, { l: yang, d: luo, m: yang }, []],
    [
      'none of them',
      { of: ['/l'], among: ['/d', '/m'] },
      { l: wei, d: luo, m: yang },
      ['people/not-eligible @ /l'],
    ],
    [
      'told elsewhere',
      { of: ['/l'], among: ['/d'], at: '/role' },
      { l: wei, d: luo },
      ['people/not-eligible @ /role'],
    ],
    ['nobody there yet', { of: ['/l'], among: ['/d'] }, { l: wei }, []],
    [
      'some of a list',
      { of: ['/c'], among: ['/d/*/person'] },
      { c: [yang, wei], d: list(yang, luo) },
      ['people/not-eligible @ /c'],
    ],
  ],
  'distinct-people': [
    ['different people', { of: ['/a/*/person'] }, { a: list(yang, luo) }, []],
    ['somebody twice', { of: ['/a/*/person'] }, { a: list(yang, luo, yang) }, ['people/twice @ /a/2/person']],
    ['nobody', { of: ['/a/*/person'] }, {}, []],
  ],
  distinct: [
    ['different codes', { of: '/a/*/code' }, { a: [{ code: 'x' }, { code: 'y' }] }, []],
    [
      'a code twice',
      { of: '/a/*/code' },
      { a: [{ code: 'x' }, {}, { code: 'x' }] },
      ['list/repeated @ /a/2/code'],
    ],
  ],
  adults: [
    ['of age', { of: ['/d'], age: 18 }, { d: yang }, []],
    ['a child', { of: ['/d'], age: 18 }, { d: child }, ['people/too-young @ /d']],
    ['sixteen', { of: ['/d'], age: 18 }, { d: youth }, ['people/own-living @ /d']],
    [
      'told elsewhere',
      { of: ['/d'], age: 18, at: '/d/residentId' },
      { d: child },
      ['people/too-young @ /d/residentId'],
    ],
    ['one of a list', { of: ['/c'], age: 18 }, { c: [yang, child] }, ['people/too-young @ /c']],
    ['nobody', { of: ['/d'], age: 18 }, {}, []],
  ],
  'same-person': [
    ['told alike', { of: ['/a', '/b'] }, { a: yang, b: yang }, []],
    [
      'by two names',
      { of: ['/a', '/b'] },
      { a: yang, b: { ...yang, name: '杨雨和' } },
      ['people/two-names @ /b'],
    ],
    [
      'with two mobiles',
      { of: ['/a', '/b'] },
      { a: yang, b: { ...yang, mobile: luo.mobile } },
      ['people/two-mobiles @ /b'],
    ],
    ['different people', { of: ['/a', '/b'] }, { a: yang, b: luo }, []],
  ],
  'share-at-least': [
    [
      'a third of three',
      { of: '/s/*/by', is: 'staff', parts: 1, whole: 3, at: '/s' },
      { s: [{ by: 'staff' }, { by: 'x' }, { by: 'x' }] },
      [],
    ],
    [
      'none of three',
      { of: '/s/*/by', is: 'staff', parts: 1, whole: 3, at: '/s' },
      { s: [{ by: 'x' }, { by: 'x' }, { by: 'x' }] },
      ['list/share-short @ /s'],
    ],
    [
      'one of four',
      { of: '/s/*/by', is: 'staff', parts: 1, whole: 3, at: '/s' },
      { s: [{ by: 'staff' }, { by: 'x' }, { by: 'x' }, { by: 'x' }] },
      ['list/share-short @ /s'],
    ],
    ['nobody', { of: '/s/*/by', is: 'staff', parts: 1, whole: 3, at: '/s' }, { s: [] }, []],
  ],
  'count-of': [
    ['one', { of: '/d/*/by', is: 'staff', least: 1, at: '/d' }, { d: [{ by: 'x' }, { by: 'staff' }] }, []],
    [
      'none',
      { of: '/d/*/by', is: 'staff', least: 1, at: '/d' },
      { d: [{ by: 'x' }] },
      ['list/share-short @ /d'],
    ],
    ['no list', { of: '/d/*/by', is: 'staff', least: 1, at: '/d' }, {}, []],
  ],
  'count-between': [
    ['enough', { of: '/s', min: 2, max: 3 }, { s: [1, 2] }, []],
    ['too few', { of: '/s', min: 2, max: 3 }, { s: [1] }, ['list/miscounted @ /s']],
    ['too many', { of: '/s', min: 1, max: 1 }, { s: [1, 2] }, ['list/miscounted @ /s']],
    ['no list', { of: '/s', min: 1, max: 1 }, {}, []],
  ],
  'majority-of': [
    [
      'more than half',
      { having: '/s/*/p', amounts: '/s/*/fen', at: '/t' },
      { s: [{ p: yang, fen: 51 }, { fen: 49 }] },
      [],
    ],
    [
      'exactly half',
      { having: '/s/*/p', amounts: '/s/*/fen', at: '/t' },
      { s: [{ p: yang, fen: 50 }, { fen: 50 }] },
      ['holdings/no-majority @ /t'],
    ],
    [
      'an amount missing',
      { having: '/s/*/p', amounts: '/s/*/fen', at: '/t' },
      { s: [{ p: yang }, { fen: 50 }] },
      [],
    ],
    ['nobody', { having: '/s/*/p', amounts: '/s/*/fen', at: '/t' }, { s: [] }, []],
  ],
  'holders-named': [
    [
      'named',
      { holders: '/s/*/p', amounts: '/s/*/fen', parts: 1, whole: 4, among: '/o/*/p', at: '/o' },
      { s: [{ p: yang, fen: 25 }, { fen: 75 }], o: [{ p: yang }] },
      [],
    ],
    [
      'a quarter, and not named',
      { holders: '/s/*/p', amounts: '/s/*/fen', parts: 1, whole: 4, among: '/o/*/p', at: '/o' },
      { s: [{ p: yang, fen: 25 }, { fen: 75 }], o: [{ p: luo }] },
      ['holdings/not-named @ /o'],
    ],
    [
      'less than a quarter',
      { holders: '/s/*/p', amounts: '/s/*/fen', parts: 1, whole: 4, among: '/o/*/p', at: '/o' },
      { s: [{ p: yang, fen: 24 }, { fen: 76 }], o: [{ p: luo }] },
      [],
    ],
    [
      'nobody named yet',
      { holders: '/s/*/p', amounts: '/s/*/fen', parts: 1, whole: 4, among: '/o/*/p', at: '/o' },
      { s: [{ p: yang, fen: 25 }] },
      [],
    ],
  ],
  'code-start': [
    ['a company', { of: '/c', never: ['92'] }, { c: '91520102MA6D000183' }, []],
    [
      'a sole proprietor',
      { of: '/c', never: ['92'] },
      { c: '92520115MAC8K2P50J' },
      ['credit-code/wrong-body @ /c'],
    ],
    ['not answered', { of: '/c', never: ['92'] }, {}, []],
  ],
  'name-fits-place': [
    ['the city', { name: '/n', district: '/d' }, { n: { division: '贵阳' }, d: '520103' }, []],
    [
      'the same district',
      { name: '/n', district: '/d' },
      { n: { division: '贵阳市云岩区' }, d: '520103' },
      [],
    ],
    [
      'another district',
      { name: '/n', district: '/d' },
      { n: { division: '贵阳市南明区' }, d: '520103' },
      ['enterprise-name/elsewhere @ /d'],
    ],
    [
      'a district alone, which is a wrong name',
      { name: '/n', district: '/d' },
      { n: { division: '南明区' }, d: '520103' },
      [],
    ],
    [
      'another county, without its ending',
      { name: '/n', district: '/d' },
      { n: { division: '开阳' }, d: '520103' },
      ['enterprise-name/elsewhere @ /d'],
    ],
    [
      'its own county, without its ending',
      { name: '/n', district: '/d' },
      { n: { division: '修文' }, d: '520123' },
      [],
    ],
    ['no division', { name: '/n', district: '/d' }, { n: { division: '' }, d: '520103' }, []],
    ['not answered', { name: '/n', district: '/d' }, { d: '520103' }, []],
    [
      'a street of the same district',
      { name: '/n', district: '/d' },
      { n: { division: '贵阳市云岩区' }, d: '520103025' },
      [],
    ],
    [
      'a street of another district',
      { name: '/n', district: '/d' },
      { n: { division: '贵阳市南明区' }, d: '520103025' },
      ['enterprise-name/elsewhere @ /d'],
    ],
  ],
  'days-since': [
    ['the first day on which it can be', { of: '/on', days: 45 }, { on: '2026-10-10' }, []],
    ['a day too soon', { of: '/on', days: 45 }, { on: '2026-10-11' }, ['date/too-soon @ /on']],
    ['a day to come', { of: '/on', days: 1 }, { on: '2027-01-01' }, ['date/too-soon @ /on']],
    ['long ago', { of: '/on', days: 45 }, { on: '2020-02-29' }, []],
    ['no day', { of: '/on', days: 45 }, { on: '2026-02-30' }, []],
    ['not answered', { of: '/on', days: 45 }, {}, []],
    [
      'one of several',
      { of: '/a/*/on', days: 20 },
      { a: [{ on: '2026-11-01' }, { on: '2026-11-20' }] },
      ['date/too-soon @ /a/1/on'],
    ],
  ],
  'within-days': [
    ['the same day', TEN_DAYS, { on: '2026-10-10', decided: '2026-10-10' }, []],
    ['the last day', TEN_DAYS, { on: '2026-10-20', decided: '2026-10-10' }, []],
    ['a day too late', TEN_DAYS, { on: '2026-10-21', decided: '2026-10-10' }, ['date/too-late @ /on']],
    ['over the end of a year', TEN_DAYS, { on: '2027-01-08', decided: '2026-12-29' }, []],
    ['a day before', TEN_DAYS, { on: '2026-10-09', decided: '2026-10-10' }, ['date/too-early @ /on']],
    ['no day', TEN_DAYS, { on: '2026-02-30', decided: '2026-02-01' }, []],
    ['after no day', TEN_DAYS, { on: '2026-03-20', decided: '2026-02-30' }, []],
    ['not answered', TEN_DAYS, { decided: '2026-10-10' }, []],
    ['after what is not answered', TEN_DAYS, { on: '2026-10-10' }, []],
    [
      'one of several',
      { ...TEN_DAYS, of: '/a/*/on' },
      { decided: '2026-10-10', a: [{ on: '2026-10-12' }, { on: '2026-11-12' }] },
      ['date/too-late @ /a/1/on'],
    ],
  ],
  differs: [
    ['another value', { of: '/new', from: '/old' }, { new: 'b', old: 'a' }, []],
    ['the same value', { of: '/new', from: '/old' }, { new: 'a', old: 'a' }, ['change/unchanged @ /new']],
    [
      'the same, written in another order',
      { of: '/new', from: '/old' },
      { new: { area: '1', detail: 'x' }, old: { detail: 'x', area: '1' } },
      ['change/unchanged @ /new'],
    ],
    [
      'the same list in another order, which is another list',
      { of: '/new', from: '/old' },
      { new: ['b', 'a'], old: ['a', 'b'] },
      [],
    ],
    ['no old value', { of: '/new', from: '/old' }, { new: 'a' }, []],
    ['no new value', { of: '/new', from: '/old' }, { old: 'a' }, []],
    [
      'item by item',
      { of: '/a/*/new', from: '/a/*/old' },
      {
        a: [
          { new: 1, old: 2 },
          { new: 2, old: 2 },
        ],
      },
      ['change/unchanged @ /a/1/new'],
    ],
  ],
  'more-than': [
    ['more', { of: '/new', than: '/old' }, { new: 101, old: 100 }, []],
    ['as much', { of: '/new', than: '/old' }, { new: 100, old: 100 }, ['amount/not-more @ /new']],
    ['less', { of: '/new', than: '/old', unit: 'yuan' }, { new: 99, old: 100 }, ['amount/not-more @ /new']],
    ['not answered', { of: '/new', than: '/old' }, { new: 99 }, []],
    ['no amount', { of: '/new', than: '/old' }, { new: '99', old: 100 }, []],
    ['a fraction', { of: '/new', than: '/old' }, { new: 0.5, old: 100 }, []],
  ],
  'less-than': [
    ['less', { of: '/new', than: '/old' }, { new: 99, old: 100 }, []],
    ['as much', { of: '/new', than: '/old' }, { new: 100, old: 100 }, ['amount/not-less @ /new']],
    ['more', { of: '/new', than: '/old', unit: 'yuan' }, { new: 101, old: 100 }, ['amount/not-less @ /new']],
    ['not answered', { of: '/new', than: '/old' }, { old: 100 }, []],
  ],
  'at-least': [
    ['as many', { of: '/n', least: 2 }, { n: 2 }, []],
    ['one fewer', { of: '/n', least: 2 }, { n: 1 }, ['number/too-few @ /n']],
    ['no number', { of: '/n', least: 2 }, { n: '1' }, []],
    ['one of several', { of: '/a/*/n', least: 1 }, { a: [{ n: 1 }, { n: 0 }] }, ['number/too-few @ /a/1/n']],
  ],
  'at-least-one-of': [
    ['the first of them', { of: ['/a', '/b'] }, { a: 1 }, []],
    ['the last of them', { of: ['/a', '/b'] }, { b: false }, []],
    ['all of them', { of: ['/a', '/b'] }, { a: 1, b: 2 }, []],
    ['one inside a list', { of: ['/a/*/x', '/b'] }, { a: [{}, { x: 1 }] }, []],
    ['none of them', { of: ['/a', '/b'] }, { c: 1 }, ['answers/none @ /b']],
    ['none, told where the procedure says', { of: ['/a', '/b'], at: '/a' }, { c: 1 }, ['answers/none @ /a']],
  ],
  refused: [
    ['what was answered', { at: '/a' }, { a: 'other' }, ['answers/refused @ /a']],
    [
      'each of several',
      { at: '/l/*/a' },
      { l: [{ a: 1 }, {}, { a: 2 }] },
      ['answers/refused @ /l/0/a', 'answers/refused @ /l/2/a'],
    ],
    ['not answered', { at: '/a' }, { b: 1 }, []],
  ],
};

/** It is about answers that are not given: whoever uses it says when. */
const SPEAKS_OF_NOTHING: RuleName = 'at-least-one-of';

describe.each(Object.keys(rules).filter(isRuleName))('the rule %s', (name) => {
  it('names its law', () => {
    expect(rules[name].source).toMatch(/art\. \d|GB |Rule|registration rules/);
  });

  it.each(tables[name])('%s', (_, params, answers, expected) => {
    expect(says(name, params, answers)).toEqual(expected);
  });

  it('is silent about an empty application', () => {
    if (name === SPEAKS_OF_NOTHING) return;
    for (const [, params] of tables[name]) expect(says(name, params, {})).toEqual([]);
  });

  it('names all it reads and where it tells, so that the linter can look for them', () => {
    for (const [, params, answers] of tables[name]) {
      const reads = rules[name].reads({ use: name, ...params });
      const told = says(name, params, answers).map((line) => line.split(' @ ')[1] ?? '');
      for (const at of told) {
        const pattern = at.replaceAll(/\/\d+(?=\/|$)/g, '/*');
        expect(reads.some((read) => read === pattern || read.startsWith(`${pattern}/`))).toBe(true);
      }
    }
  });
});

it('an amount is said in the unit it was typed in', () => {
  const told = (unit: 'yuan' | 'wan-yuan') =>
    problemsOf('less-than', { of: '/new', than: '/old', unit }, { new: 2, old: 100_000_000 });
  const more = { of: '/old', than: '/new', unit: 'yuan' };
  expect(told('yuan')).toEqual([]);
  expect(problemsOf('less-than', more, { new: 100, old: 1_000_000 })[0]?.text['zh-CN']).toBe(
    '要比 1.00 元 少。',
  );
});

it('a rule that is none is no rule', () => {
  for (const use of ['phase-of-moon', 'constructor', '__proto__', 'toString'])
    expect(ruleOf({ use })).toBeNull();
});

it('knows a birthday to the day', () => {
  const params = { of: ['/d'], age: 18 };
  const answers = { d: { ...youth, residentId: '520101200811240009' } };
  expect(says('adults', params, answers, '2026-11-23')).toEqual(['people/own-living @ /d']);
  expect(says('adults', params, answers, '2026-11-24')).toEqual([]);
});

it('counts five years from a leap day to the last of February', () => {
  expect(says('within-years', { of: '/by', years: 5 }, { by: '2033-02-28' }, '2028-02-29')).toEqual([]);
  expect(says('within-years', { of: '/by', years: 5 }, { by: '2033-03-01' }, '2028-02-29')).toEqual([
    'date/too-late @ /by',
  ]);
});

it('says why the last day is the last', () => {
  const why = { 'zh-CN': '要缴足', en: 'it must be paid' };
  const [late] = problemsOf('within-years', { of: '/by', years: 5, why }, { by: '2040-01-01' });
  expect(late?.text).toEqual({
    'zh-CN': '最晚是2031年11月24日：要缴足。',
    en: 'The latest is 24 November 2031: it must be paid.',
  });
});

it('says how much is missing, to the fen', () => {
  const answers = { total: 100_000_000, a: [{ fen: 60_000_000 }, { fen: 39_999_999 }] };
  const [short] = problemsOf('sum-equals', { of: '/a/*/fen', to: '/total' }, answers);
  expect(short?.text['zh-CN']).toBe('加起来是 99.999999 万元，还差 0.000001 万元。');
  expect(short?.text.en).toBe('This adds up to CNY 999,999.99, CNY 0.01 short.');
});

it('adds exactly: any split of any amount is right, and one fen more or less is wrong', () => {
  const split = fc
    .array(
      fc
        .maxSafeNat()
        .map((fen) => fen + 1)
        .filter(Number.isSafeInteger),
      { minLength: 1, maxLength: 50 },
    )
    .map((fens) => ({ fens, total: fens.reduce((before, fen) => before + BigInt(fen), 0n) }));
  fc.assert(
    fc.property(split, fc.constantFrom(-1, 0, 1), ({ fens, total }, off) => {
      const wanted = total + BigInt(off);
      const fits = wanted > 0n && wanted <= BigInt(Number.MAX_SAFE_INTEGER);
      const answers = {
        total: fits ? Number(wanted) : Number.MAX_SAFE_INTEGER,
        a: fens.map((fen) => ({ fen })),
      };
      const exact = fits ? off === 0 : total === BigInt(Number.MAX_SAFE_INTEGER);
      expect(says('sum-equals', { of: '/a/*/fen', to: '/total' }, answers).length).toBe(exact ? 0 : 1);
    }),
  );
});

it('finds whoever sits on both sides, wherever they sit', () => {
  const board = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(board, board, (directors, supervisors) => {
      const answers = {
        d: list(...directors.map((index) => centenarian(index))),
        s: list(...supervisors.map((index) => centenarian(index))),
      };
      const both = supervisors.flatMap((index, place) =>
        directors.includes(index) ? [`people/two-offices @ /s/${place}/person`] : [],
      );
      expect(says('not-among', { of: ['/s/*/person'], among: ['/d/*/person'] }, answers)).toEqual(both);
    }),
  );
});

it('speaks both languages, and names the person, never the number', () => {
  const answers = { s: long, d: long };
  const [problem] = problemsOf('not-among', { of: ['/s'], among: ['/d'] }, answers);
  expect(problem?.text['zh-CN']).toContain('龙安然');
  expect(JSON.stringify(problem)).not.toContain(long.residentId);
});

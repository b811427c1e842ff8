import { describe, expect, it } from 'vitest';
import { TODAY } from '../../tests/builders/asked.ts';
import { luo, yang } from '../../tests/builders/people.ts';
import { dogLicence, prepared } from '../../tests/builders/procedure.ts';
import type { Json } from '../submission/canonical-json.ts';
import { checkAnswers, ownerOf } from './check-answers.ts';
import { walk } from './pages.ts';
import { withAnswer, type JsonObject } from './pointer.ts';

const dogs = prepared();
const good: JsonObject = {
  owner: { name: yang.name, residentId: yang.residentId, mobile: yang.mobile },
  purpose: 'guard',
  totalFen: 300,
  way: 'counter',
  site: '仓库',
  dogs: [
    { name: '黑子', size: 'large', feeFen: 200, keeper: { ...luo } },
    { name: '豆豆', size: 'small', feeFen: 100 },
  ],
};

function problemsOf(change: { [at: string]: Json | undefined }): string[] {
  const answers = Object.entries(change).reduce((before, [at, value]) => withAnswer(before, at, value), good);
  return checkAnswers(dogs, walk(dogs, answers, TODAY), TODAY).map(({ at, code }) => `${code} @ ${at}`);
}

describe('checking an application', () => {
  it('finds nothing wrong with one that is right', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[string, { [at: string]: Json | undefined }, string[]]>([
    ['an answer that is missing', { '/site': undefined }, ['missing @ /site']],
    ['one that may be missing', { '/breeds': undefined }, []],
    ['a choice that is not offered', { '/purpose': 'circus' }, ['choice/not-offered @ /purpose']],
    ['a number of another type', { '/totalFen': '300' }, ['not-canonical @ /totalFen']],
    [
      'an answer not in the agreed form',
      { '/owner/mobile': '+86 13800138000' },
      ['not-canonical @ /owner/mobile'],
    ],
    [
      'a wrong identity number',
      { '/owner/residentId': '520102199003070011' },
      ['resident-id/check-digit @ /owner/residentId'],
    ],
    ['a sum that is not right', { '/totalFen': 299 }, ['sum/over @ /dogs']],
    ['no item at all', { '/dogs': [] }, ['list/too-few @ /dogs']],
    ['an answer of an item', { '/dogs/1/name': undefined }, ['missing @ /dogs/1/name']],
    ['a person in disorder', { '/dogs/0/keeper': { ...luo, note: 'x' } }, ['not-canonical @ /dogs/0/keeper']],
  ])('tells once of %s', (_, change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  it('tells in the order of the pages, a list before its items', () => {
    expect(
      problemsOf({
        '/dogs/1/name': undefined,
        '/totalFen': 299,
        '/owner/name': undefined,
        '/site': undefined,
        '/dogs/0/name': undefined,
      }),
    ).toEqual([
      'missing @ /owner/name',
      'missing @ /site',
      'sum/over @ /dogs',
      'missing @ /dogs/0/name',
      'missing @ /dogs/1/name',
    ]);
  });

  it('tells what only the schema of the answers knows, at its place', () => {
    const stricter = dogLicence().answers as { properties: object };
    const properties = { ...stricter.properties, site: { type: 'string', maxLength: 1 } };
    const strict = prepared(dogLicence({ answers: { ...stricter, properties } }));
    const problems = checkAnswers(strict, walk(strict, good, TODAY), TODAY);
    expect(problems.map(({ at, code }) => [at, code])).toEqual([['/site', 'wrong-shape']]);
  });

  it('does not repeat by a rule what is wrong already', () => {
    expect(problemsOf({ '/dogs': [], '/totalFen': 1 })).toEqual(['list/too-few @ /dogs']);
  });

  it('speaks in both languages', () => {
    const [problem] = checkAnswers(dogs, walk(dogs, {}, TODAY), TODAY);
    expect(problem).toEqual({
      at: '/owner/name',
      code: 'missing',
      text: { 'zh-CN': '这里还没有填。', en: 'This has not been answered yet.' },
    });
  });
});

describe('the page a problem belongs to', () => {
  const walked = walk(dogs, good, TODAY);
  const owner = (at: string) => ownerOf({ at, code: '', text: { 'zh-CN': '-', en: '-' } }, walked);

  it.each([
    ['/site', { page: 'site', item: null, inner: null }],
    ['/dogs/0/keeper/residentId', { page: 'dogs', item: 0, inner: 'keeper' }],
    ['/dogs', { page: 'dogs', item: null, inner: null }],
    ['/elsewhere', null],
    ['', null],
  ])('of %j', (at, expected) => {
    expect(owner(at)).toEqual(expected);
  });
});

describe('the page where an answer that nobody gave is put right', () => {
  const hunting = { ...good, purpose: 'pet', site: null, breeds: ['terrier'], hunt: { days: 2 } };
  const walked = walk(dogs, hunting, TODAY);
  const owner = (at: string) => ownerOf({ at, code: '', text: { 'zh-CN': '-', en: '-' } }, walked)?.page;

  it.each([
    ['/hunt/sex', 'owner'],
    ['/hunters/0/shareFen', 'purpose'],
    ['/hunters/0/person/mobile', 'purpose'],
    ['/hunters', 'purpose'],
    ['/hunt/until', undefined],
  ])('of %j', (at, expected) => {
    expect(owner(at)).toBe(expected);
  });

  it('is told with what is wrong, in the order of the pages', () => {
    const answers = { ...dogLicence().answers } as { properties: object };
    const properties = { ...answers.properties, hunters: { type: 'array', minItems: 2 } };
    const strict = prepared(dogLicence({ answers: { ...answers, properties } }));
    const problems = checkAnswers(strict, walk(strict, hunting, TODAY), TODAY);
    expect(problems.map(({ at, code }) => `${code} @ ${at}`)).toEqual([
      'wrong-shape @ /hunters',
      'missing @ /hunt/ground',
    ]);
  });
});

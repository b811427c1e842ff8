// What a page of questions says beside its questions: what is usual, what was, where an answer comes from.
import { describe, expect, it } from 'vitest';
import { TODAY } from '../../../tests/builders/asked.ts';
import { yang } from '../../../tests/builders/people.ts';
import { dogLicence, prepared, question } from '../../../tests/builders/procedure.ts';
import type { JsonObject } from '../../../domain/procedure/pointer.ts';
import type { Question } from '../../../domain/procedure/procedure.ts';
import { newDraft, type Draft } from '../draft.ts';
import { newSession } from '../session.ts';
import { draftContext } from './context.ts';
import { questionsView } from './questions.ts';
import { sourceText } from './source-text.ts';

const PLACE = {
  office: { 'zh-CN': '大厅', en: 'Hall' },
  kiosk: { 'zh-CN': '一号机', en: 'Kiosk 1' },
  helpAt: { 'zh-CN': '二号窗', en: 'Counter 2' },
  phone: '',
};
const CALENDAR = { source: 'none', years: [], holidays: [], workedWeekends: [] };
const owner = { name: yang.name, residentId: yang.residentId, mobile: yang.mobile };

const hunting: JsonObject = { owner, purpose: 'guard', totalFen: 300, breeds: ['terrier'] };

/** The page of the hunt; `asking` changes its questions. */
function viewOf(change: Partial<Draft> = {}, answers = hunting, asking?: Question[]) {
  const { pages } = dogLicence();
  const changed = pages.map((page) =>
    page.id === 'hunt' && asking !== undefined ? { ...page, questions: asking } : page,
  );
  const draft = newDraft(prepared(dogLicence({ pages: changed })), 'draft', new Date(`${TODAY}T02:00:00Z`));
  const here = { ...draft, answers, position: { at: 'page', page: 'hunt' }, ...change } as const;
  const context = { place: PLACE, revision: 1, today: TODAY, calendar: CALENDAR };
  const { questions } = questionsView(draftContext(newSession('zh-CN'), here, context));
  return (at: string) => {
    const found = questions.find((asked) => asked.at === at);
    if (found === undefined) throw new Error(`${at} is not asked`);
    return found;
  };
}

describe('what is usual', () => {
  it('stands in the field until something else was answered', () => {
    expect(viewOf()('/hunt/days').value).toBe('2');
    expect(viewOf({}, { ...hunting, hunt: { days: 7 } })('/hunt/days').value).toBe('7');
    expect(viewOf({ entered: { '/hunt/days': '' } })('/hunt/days').value).toBe('');
  });

  it('does not stand where this citizen is not offered it', () => {
    const days = question('/hunt/days', 'number', { usual: 2, min: 3 });
    expect(viewOf({}, hunting, [days])('/hunt/days').value).toBeNull();
  });
});

describe('suggestions', () => {
  it('are the answers to take, as they are typed', () => {
    expect(viewOf()('/hunt/days').suggestions.map(({ label, value }) => [label.en, value])).toEqual([
      ['1', '1'],
      ['2', '2'],
      ['7', '7'],
    ]);
  });

  it('begin with the day so many years from now', () => {
    const day = question('/hunt/until', 'date', { suggestYears: 5, suggest: ['2027-01-31'] });
    expect(viewOf({}, hunting, [day])('/hunt/until').suggestions).toEqual([
      {
        label: { 'zh-CN': '5 年后：2031年11月24日', en: '24 November 2031, 5 years from today' },
        value: { year: '2031', month: '11', day: '24' },
      },
      {
        label: { 'zh-CN': '2027年1月31日', en: '31 January 2027' },
        value: { year: '2027', month: '1', day: '31' },
      },
    ]);
  });

  it('say an amount in its unit', () => {
    const money = question('/hunt/fee', 'money', { suggest: [100_000_000], unit: 'wan-yuan' });
    expect(viewOf({}, hunting, [money])('/hunt/fee').suggestions).toEqual([
      { label: { 'zh-CN': '100.00 万元', en: 'CNY 1,000,000.00' }, value: '100' },
    ]);
  });
});

describe('what an answer changes', () => {
  it('reads as its own question says it', () => {
    expect(viewOf()('/hunt/phone').was?.en).toBe('138****8000');
  });

  it('is not said while there is nothing', () => {
    expect(viewOf({}, { ...hunting, owner: { name: yang.name } })('/hunt/phone').was).toBeNull();
    expect(viewOf()('/hunt/days').was).toBeNull();
  });
});

describe('where an answer comes from', () => {
  const sources = [{ place: '/hunt/ground', source: 'premises', on: '2026-11-23' }];

  it('is said beside it', () => {
    expect(viewOf({ sources })('/hunt/ground').source).toEqual({
      'zh-CN': '来自房屋信息库，2026年11月23日',
      en: 'From the register of premises, 23 November 2026',
    });
    expect(viewOf({ sources })('/hunt/days').source).toBeNull();
  });

  it.each([
    ['id-card', 'From the identity card'],
    ['population', 'From the population register, 23 November 2026'],
    ['enterprise', 'From the register of enterprises, 23 November 2026'],
    ['constructor', 'From the city’s records, 23 November 2026'],
  ])('%s is called %j', (source, expected) => {
    expect(sourceText({ place: '/x', source, on: '2026-11-23' }).en).toBe(expected);
  });
});

it('the areas of an address come by region and group', () => {
  const { options, regions } = viewOf()('/hunt/ground');
  expect(options).toEqual([]);
  expect(
    regions.map(({ title, groups }) => [
      title?.en,
      ...groups.map((group) => [group.title?.en, ...group.areas.map(({ value }) => value)]),
    ]),
  ).toEqual([
    ['Guiyang City', ['Yunyan District', '520103025', '520103028'], ['Nanming District', '520102031']],
  ]);
});

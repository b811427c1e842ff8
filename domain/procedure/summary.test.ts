import { expect, it } from 'vitest';
import { TODAY } from '../../tests/builders/asked.ts';
import { luo, yang } from '../../tests/builders/people.ts';
import { prepared } from '../../tests/builders/procedure.ts';
import { walk } from './pages.ts';
import { shownAt, summaryOf } from './summary.ts';

const dogs = prepared();
const answers = {
  owner: { name: yang.name, residentId: yang.residentId, mobile: yang.mobile },
  purpose: 'pet',
  totalFen: 200,
  dogs: [{ name: '黑子', size: 'large', feeFen: 200, keeper: { ...luo } }],
};
const walked = walk(dogs, answers, TODAY);
const rows = summaryOf(dogs, walked).flatMap((section) => section.rows);

it('has every asked question, stage by stage', () => {
  const summary = summaryOf(dogs, walked);
  expect(summary.map(({ stage, rows: asked }) => [stage, asked.length])).toEqual([
    ['who', 3],
    ['dogs', 8],
  ]);
  expect(rows.map(({ at }) => at)).toEqual(walked.questions.map(({ at }) => at));
});

it('masks identity numbers and mobile numbers, also those of people picked', () => {
  const said = JSON.stringify(summaryOf(dogs, walked));
  expect(said).toContain('5201**********0014');
  expect(said).toContain('138****8000');
  for (const secret of [yang.residentId, yang.mobile, luo.residentId, luo.mobile])
    expect(said).not.toContain(secret);
});

it('says what is not answered, and to which item an answer belongs', () => {
  expect(rows.find(({ at }) => at === '/way')?.value).toBeNull();
  expect(rows.find(({ at }) => at === '/breeds')?.value).toBeNull();
  expect(rows.find(({ at }) => at === '/dogs/0/name')?.label).toEqual({
    'zh-CN': '狗 1：问/dogs/*/name',
    en: 'Dog 1: Question /dogs/*/name',
  });
});

it('shows one answer in words, or none', () => {
  expect(shownAt(walked, '/totalFen')?.en).toBe('CNY 2.00');
  expect(shownAt(walked, '/way')).toBeNull();
  expect(shownAt(walked, '/nowhere')).toBeNull();
});

it('shows what nobody was asked, and where it can be changed', () => {
  const hunting = { ...answers, breeds: ['terrier'], hunt: { days: 2 } };
  const all = summaryOf(dogs, walk(dogs, hunting, TODAY)).flatMap((section) => section.rows);
  const row = (place: string) => {
    const found = all.find(({ at }) => at === place);
    return [found?.value?.en, found?.change];
  };
  expect(row('/hunt/born')).toEqual(['7 March 1990', '/owner/residentId']);
  expect(row('/hunt/sex')).toEqual(['Option male', '/owner/residentId']);
  expect(row('/hunt/until')).toEqual(['24 November 2027', null]);
  expect(row('/hunt/days')).toEqual(['2', '/hunt/days']);
  expect(row('/hunters/0/shareFen')).toEqual(['CNY 2.00', '/totalFen']);
  expect(row('/hunters/0/person')).toEqual(['杨雨禾 5201**********0014', '/purpose']);
});

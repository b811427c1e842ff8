import { expect, it } from 'vitest';
import { asked } from '../../../tests/builders/asked.ts';
import { enterpriseName } from './enterprise-name.ts';

const typed = {
  division: '贵阳',
  tradeName: '黔程',
  industry: '信息科技',
  form: '有限公司',
  order: 'division-first',
};
const good = { ...typed, full: '贵阳黔程信息科技有限公司' };

function read(change: Record<string, string>) {
  const raw = { ...typed, ...change };
  const { value, problem } = enterpriseName.read(raw, asked('enterprise-name', { enterprise: 'llc' }));
  return problem === null ? (value ?? 'nothing') : problem.code;
}

it('is kept in its parts and as a whole', () => {
  expect(read({})).toEqual(good);
});

it('may have its division in brackets', () => {
  expect(read({ order: 'division-in-brackets' })).toMatchObject({ full: '黔程信息科技（贵阳）有限公司' });
});

it.each([
  [{ tradeName: '', industry: '' }, 'nothing'],
  [{ tradeName: '' }, 'enterprise-name/incomplete'],
  [{ industry: ' ' }, 'enterprise-name/incomplete'],
  [{ tradeName: '程' }, 'enterprise-name/trade-name-short'],
  [{ tradeName: 'ABC' }, 'enterprise-name/characters'],
  [{ division: '南明区' }, 'enterprise-name/district-alone'],
  [{ division: '贵安新区' }, 'enterprise-name/zone-alone'],
  [{ tradeName: '遵义' }, 'enterprise-name/trade-name-place'],
  [{ form: '' }, 'enterprise-name/no-form'],
  [{ form: '合作社' }, 'enterprise-name/form-llc'],
  [{ tradeName: '中华' }, 'enterprise-name/restricted'],
  [{ tradeName: '黔<b>程' }, 'enterprise-name/characters'],
])('with %j is told %s', (change, expected) => {
  expect(read(change)).toBe(expected);
});

it.each([null, 5, 'x', [], [1]])('stored as %j is no name and breaks nothing', (stored) => {
  expect(enterpriseName.show(stored, asked('enterprise-name')).en).toBe('');
  expect(
    enterpriseName.read(enterpriseName.raw(stored, asked('enterprise-name')), asked('enterprise-name')),
  ).toMatchObject({
    value: undefined,
    problem: null,
  });
});

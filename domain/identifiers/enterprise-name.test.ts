import { describe, expect, it } from 'vitest';
import {
  checkEnterpriseName,
  checkFullName,
  composeName,
  type EnterpriseNameParts,
} from './enterprise-name.ts';
import { NAME_LISTS, type EnterpriseKind } from './enterprise-name-lists.ts';

const PARTS: EnterpriseNameParts = {
  division: '贵阳',
  tradeName: '黔程',
  industry: '信息科技',
  form: '有限公司',
  order: 'division-first',
};

function problemsOf(changes: Partial<EnterpriseNameParts>, kind: EnterpriseKind = 'llc'): string[] {
  return checkEnterpriseName({ ...PARTS, ...changes }, kind, NAME_LISTS).problems.map(({ code }) => code);
}

function warningsOf(changes: Partial<EnterpriseNameParts>, kind: EnterpriseKind = 'llc'): string[] {
  return checkEnterpriseName({ ...PARTS, ...changes }, kind, NAME_LISTS).warnings.map(({ code }) => code);
}

const SOLE = { division: '贵阳市云岩区', tradeName: '老李', industry: '小吃', form: '店' };

describe('a name composed', () => {
  it('puts the division first or in brackets', () => {
    expect(composeName(PARTS)).toBe('贵阳黔程信息科技有限公司');
    expect(composeName({ ...PARTS, order: 'division-in-brackets' })).toBe('黔程信息科技（贵阳）有限公司');
  });

  it('has no empty brackets without a division', () => {
    expect(composeName({ ...PARTS, division: '', order: 'division-in-brackets' })).toBe(
      '黔程信息科技有限公司',
    );
  });
});

describe('a name in full', () => {
  it.each([
    ['贵阳黔程信息科技有限公司', 'llc'],
    ['黔程信息科技(贵阳)有限公司', 'llc'],
    ['黔程信息科技（贵阳）有限公司', 'llc'],
    ['贵阳市南明区黔味轩餐饮有限公司', 'llc'],
    ['贵州黔程商贸有限责任公司', 'llc'],
    ['贵阳贵安新区黔程科技有限公司', 'llc'],
    ['贵阳市云岩区老李小吃店', 'sole-proprietor'],
    ['云岩区老李小吃店', 'sole-proprietor'],
    ['开阳县黔丰种植农民专业合作社', 'cooperative'],
    ['清镇黔丰养殖专业合作社', 'cooperative'],
  ] as const)('finds nothing wrong with %s as %s', (name, kind) => {
    expect(checkFullName(name, kind, NAME_LISTS)).toEqual({ problems: [], warnings: [] });
  });

  it.each([
    ['南明区黔程商贸有限公司', 'llc', 'enterprise-name/district-alone'],
    ['贵阳程商贸有限公司', 'llc', 'enterprise-name/trade-name-short'],
    ['贵阳ABC科技有限公司', 'llc', 'enterprise-name/characters'],
    ['贵阳黔程科技', 'llc', 'enterprise-name/no-form'],
    ['贵安新区黔程科技有限公司', 'llc', 'enterprise-name/zone-alone'],
    ['贵阳市云岩区老李小吃公司', 'sole-proprietor', 'enterprise-name/form-sole-proprietor'],
    ['贵阳黔程科技有限公司', 'cooperative', 'enterprise-name/form-cooperative'],
    ['贵阳黔程科技公司', 'llc', 'enterprise-name/form-llc'],
    ['贵阳黔程科技有限公司南明分公司', 'llc', 'enterprise-name/branch'],
    ['黔程科技(贵安新区)有限公司', 'llc', 'enterprise-name/zone-alone'],
    ['黔程科技(北京)有限公司', 'llc', 'enterprise-name/division-unknown'],
  ] as const)('refuses %s as %s with %s', (name, kind, code) => {
    expect(checkFullName(name, kind, NAME_LISTS).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('does not take 全国 or 国家 across two parts for a restricted word', () => {
    expect(checkFullName('贵阳安国家居有限公司', 'llc', NAME_LISTS).problems).toEqual([]);
  });
});

describe('a name in its parts', () => {
  it('is kept without blanks and brackets', () => {
    const { parts, name, problems, warnings } = checkEnterpriseName(
      { ...PARTS, division: '（贵阳）', tradeName: ' 黔 程 ', order: 'division-in-brackets' },
      'llc',
      NAME_LISTS,
    );
    expect(parts).toEqual({ ...PARTS, order: 'division-in-brackets' });
    expect(name).toBe('黔程信息科技（贵阳）有限公司');
    expect([problems, warnings]).toEqual([[], []]);
  });

  it.each([
    [{ division: '南明区' }, 'enterprise-name/district-alone'],
    [{ division: '贵州南明区' }, 'enterprise-name/division-unknown'],
    [{ division: '北京市' }, 'enterprise-name/division-unknown'],
    [{ division: '高新区' }, 'enterprise-name/zone-alone'],
    [{ tradeName: '程' }, 'enterprise-name/trade-name-short'],
    [{ tradeName: '遵义' }, 'enterprise-name/trade-name-place'],
    [{ tradeName: '遵义市' }, 'enterprise-name/trade-name-place'],
    [{ tradeName: '花溪区' }, 'enterprise-name/trade-name-place'],
    [{ tradeName: '修文' }, 'enterprise-name/trade-name-place'],
    [{ tradeName: '餐饮' }, 'enterprise-name/trade-name-industry'],
    [{ tradeName: '黔程2' }, 'enterprise-name/characters'],
    [{ tradeName: '黔·程' }, 'enterprise-name/characters'],
    [{ tradeName: '黔程(一)' }, 'enterprise-name/characters'],
    [{ tradeName: '中华龙' }, 'enterprise-name/restricted'],
    [{ tradeName: '全国通' }, 'enterprise-name/restricted'],
    [{ tradeName: '共产党人' }, 'enterprise-name/state'],
    [{ tradeName: '美国风' }, 'enterprise-name/foreign-state'],
    [{ tradeName: '恐怖屋' }, 'enterprise-name/public-order'],
    [{ tradeName: '最佳' }, 'enterprise-name/deceit'],
    [{ industry: '算命' }, 'enterprise-name/public-order'],
    [{ industry: '' }, 'enterprise-name/no-industry'],
    [{ form: '' }, 'enterprise-name/no-form'],
    [{ form: '店' }, 'enterprise-name/form-llc'],
  ])('is refused for %j with %s', (changes, code) => {
    expect(problemsOf(changes)).toEqual([code]);
  });

  it.each([
    [{ division: '' }, 'enterprise-name/no-division'],
    [{ industry: '国际贸易' }, 'enterprise-name/qualifier'],
    [{ industry: '日本料理' }, 'enterprise-name/qualifier'],
    [{ industry: '星际考古' }, 'enterprise-name/industry-unusual'],
  ])('is only doubted for %j with %s', (changes, code) => {
    expect(problemsOf(changes)).toEqual([]);
    expect(warningsOf(changes)).toEqual([code]);
  });
});

describe("a sole proprietor's name", () => {
  it.each([
    {},
    { division: '云岩区' },
    { division: '开阳县' },
    { division: '贵阳市云岩区黔灵镇' },
    { form: '小吃店' },
  ])('is fine with %j', (changes) => {
    expect(problemsOf({ ...SOLE, ...changes }, 'sole-proprietor')).toEqual([]);
    expect(warningsOf({ ...SOLE, ...changes }, 'sole-proprietor')).toEqual([]);
  });

  it.each([
    [{ form: '公司' }, 'enterprise-name/form-sole-proprietor'],
    [{ form: '有限公司' }, 'enterprise-name/form-sole-proprietor'],
    [{ form: '企业' }, 'enterprise-name/form-sole-proprietor'],
    [{ form: '专业合作社' }, 'enterprise-name/form-sole-proprietor'],
    [{ division: '贵阳市云岩区那边' }, 'enterprise-name/division-unknown'],
    [{ division: '北京市东城区' }, 'enterprise-name/division-unknown'],
  ])('is refused for %j with %s', (changes, code) => {
    expect(problemsOf({ ...SOLE, ...changes }, 'sole-proprietor')).toEqual([code]);
  });

  it.each([
    [{ division: '贵阳' }, 'enterprise-name/district-wanted'],
    [{ form: '宫' }, 'enterprise-name/form-unusual'],
    [{ industry: '' }, 'enterprise-name/no-industry'],
  ])('is only doubted for %j with %s', (changes, code) => {
    expect(problemsOf({ ...SOLE, ...changes }, 'sole-proprietor')).toEqual([]);
    expect(warningsOf({ ...SOLE, ...changes }, 'sole-proprietor')).toEqual([code]);
  });
});

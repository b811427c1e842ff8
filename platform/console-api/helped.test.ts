import { expect, it } from 'vitest';
import type { StaffRecord } from '../store/staff.ts';
import { helpedBy } from './helped.ts';

const AT = '2026-11-24T02:00:00.000Z';
const zhou = { staff: '0001', name: '周敏', entered: ['/reader/mobile', '/address'] };
const account: StaffRecord = {
  division: '520103',
  number: '0001',
  name: '周敏',
  role: 'clerk',
  pin: null,
  changedAt: '2026-01-05T01:00:00.000Z',
  removedAt: null,
};

it('says who helped and how many answers they typed', () => {
  expect(helpedBy(zhou, account, AT)).toEqual({
    by: {
      'zh-CN': '周敏（工号 0001）协助，代填了 2 项',
      en: 'Helped by 周敏 (staff 0001), who typed 2 answers',
    },
    doubt: null,
  });
  expect(helpedBy({ ...zhou, entered: ['/address'] }, account, AT).by.en).toContain('typed 1 answer');
  expect(helpedBy({ ...zhou, entered: [] }, account, AT).by.en).toContain('typed nothing');
});

it('tells of an account that was gone by then, and not of one that went later', () => {
  const removed = (removedAt: string) => helpedBy(zhou, { ...account, removedAt }, AT).doubt?.en ?? null;
  expect(removed('2026-11-24T01:59:59.000Z')).toContain('had been removed');
  expect(removed('2026-11-24T02:00:01.000Z')).toBeNull();
});

it('tells of an account there is not, or of another person', () => {
  expect(helpedBy(zhou, null, AT).doubt?.en).toContain('no account');
  expect(helpedBy({ ...zhou, name: '田小满' }, account, AT).doubt?.en).toContain('no account');
});

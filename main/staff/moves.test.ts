// The look of the counter's pages is the clerk's, that of the citizen's pages is the citizen's.
import { expect, it } from 'vitest';
import type { StaffAccount } from '../../domain/contract/staff-list.ts';
import { newSession } from '../sessions/session.ts';
import { arranged, clerkIn, givenBack, locked, toDesk } from './moves.ts';

const clerk: StaffAccount = {
  number: '0001',
  name: '周敏',
  role: 'clerk',
  pin: { scheme: 'scrypt', hash: 'h', salt: 's', cost: 1024, blockSize: 8, parallel: 1 },
};

it('keeps the large text a clerk asked for from page to page and behind the lock', () => {
  const asked = arranged(clerkIn(newSession('zh-CN'), clerk, null, '2026-11-24'), { size: 3 });
  expect(toDesk(asked).appearance.size).toBe(3);
  expect(locked(toDesk(asked)).appearance.size).toBe(3);
});

it('gives the next clerk the size of the counter, and the citizen their own', () => {
  const citizen = arranged(newSession('zh-CN'), { size: 4 });
  const beneath = { screen: citizen.screen, appearance: citizen.appearance, attended: null };
  const atDesk = clerkIn(citizen, clerk, beneath, '2026-11-24');
  expect(atDesk.appearance.size).toBe(1);
  const large = arranged(atDesk, { size: 3 });
  expect(givenBack(large, beneath).appearance.size).toBe(4);
  expect(clerkIn(givenBack(large, null), clerk, null, '2026-11-24').appearance.size).toBe(1);
});

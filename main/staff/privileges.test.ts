// Every press of staff, held against everybody who might press it.
import { describe, expect, it } from 'vitest';
import { staffApi } from '../../domain/contract/staff-api.ts';
import type { StaffRole } from '../../domain/contract/staff-list.ts';
import { newSession, type Session } from '../sessions/session.ts';
import type { DutyMode } from './duty.ts';
import { locked } from './moves.ts';
import { PRIVILEGES, refusalFor, type StaffPress } from './privileges.ts';

const presses = Object.keys(staffApi) as StaffPress[];
const open = presses.filter((name) => PRIVILEGES[name] === null);
const guarded = presses.filter((name) => PRIVILEGES[name] !== null);

function onDuty(role: StaffRole, mode: DutyMode): Session {
  const member = { number: '0001', name: '周敏' };
  return { ...newSession('zh-CN'), duty: { member, role, mode, size: 1, beneath: null } };
}

it('leaves open only what leads to nothing that a PIN does not open', () => {
  expect(open.toSorted()).toEqual(['closeStaffDoor', 'openStaffDoor', 'returnToStaff', 'signIn', 'signOut']);
});

describe.each(guarded)('%s', (name) => {
  const privilege = PRIVILEGES[name];
  const roles: readonly StaffRole[] = privilege?.roles ?? [];
  const modes: readonly DutyMode[] = privilege?.modes ?? [];

  it('is refused while nobody is signed in', () => {
    expect(refusalFor(name, newSession('zh-CN'))).toBe('staff-only');
  });

  it('is refused while the citizen has the screen', () => {
    expect(refusalFor(name, onDuty('clerk', 'review'))).toBe('staff-only');
  });

  it.each(['clerk', 'it'] as const)('is for %s only where it should be', (role) => {
    for (const mode of ['desk', 'helping', 'machine'] as const) {
      const expected = !roles.includes(role) ? 'not-your-role' : modes.includes(mode) ? null : 'staff-only';
      expect([mode, refusalFor(name, onDuty(role, mode))]).toEqual([mode, expected]);
    }
  });

  it('is refused behind a locked screen, to its own role as well', () => {
    for (const role of roles)
      for (const mode of modes.filter((one) => one !== 'helping'))
        expect(refusalFor(name, locked(onDuty(role, mode)))).toBe('staff-only');
  });
});

// Who may press what, and when: asked in this process for every single press, whatever the screen shows. A press that is
// not in this table does not compile.
import type { staffApi } from '../../domain/contract/staff-api.ts';
import type { StaffRole } from '../../domain/contract/staff-list.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import type { Session } from '../sessions/session.ts';
import type { DutyMode } from './duty.ts';
import { isLocked } from './moves.ts';

export type StaffPress = keyof typeof staffApi;

interface Privilege {
  roles: readonly StaffRole[];
  modes: readonly DutyMode[];
}

/** For whoever stands there: these lead to nothing that a PIN does not open. */
const OPEN = null;

const clerk = (...modes: DutyMode[]): Privilege => ({ roles: ['clerk'], modes });
const it: Privilege = { roles: ['it'], modes: ['machine'] };

export const PRIVILEGES = {
  openStaffDoor: OPEN,
  closeStaffDoor: OPEN,
  signIn: OPEN,
  // A locked screen may be ended by anybody: the cases are put down, and nobody is shown any.
  signOut: OPEN,
  // The citizen who has the screen gives it back.
  returnToStaff: OPEN,
  lockScreen: { roles: ['clerk', 'it'], modes: ['desk', 'helping', 'machine'] },
  openDesk: clerk('desk'),
  showItems: clerk('desk'),
  beginAttended: clerk('desk'),
  openCase: clerk('desk'),
  discardCase: clerk('desk'),
  compareFace: clerk('desk', 'helping'),
  compareOriginal: clerk('desk', 'helping'),
  handOver: clerk('desk'),
  giveBack: clerk('helping'),
  reprintReceipt: clerk('desk'),
  mendCase: clerk('desk'),
  checkMachine: it,
  testPrint: it,
} satisfies Record<StaffPress, Privilege | null>;

/** Why this session may not press this; null: it may. That the account still stands is asked before. */
export function refusalFor(name: StaffPress, session: Session): RefusalCode | null {
  const privilege: Privilege | null = PRIVILEGES[name];
  if (privilege === OPEN) return null;
  const { duty } = session;
  if (duty === null || duty.mode === 'review' || isLocked(session)) return 'staff-only';
  if (!privilege.roles.includes(duty.role)) return 'not-your-role';
  return privilege.modes.includes(duty.mode) ? null : 'staff-only';
}

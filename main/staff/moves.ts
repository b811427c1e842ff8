// What happens to a session when staff come, work and go. Pure: who may do it is asked elsewhere, and before.
import type { StaffAccount } from '../../domain/contract/staff-list.ts';
import type { Text } from '../../domain/contract/text.ts';
import type { Appearance } from '../../domain/contract/views.ts';
import type { Case } from '../drafts/saved-case.ts';
import type { HealthReport } from '../health/finding.ts';
import type { Draft } from '../sessions/draft.ts';
import { isPersonal, showing, type Session } from '../sessions/session.ts';
import { byCitizen } from './attended-work.ts';
import type { Attended, Beneath, Duty, StaffScreen } from './duty.ts';

/** 1 is for counters. */
const DESK_SIZE = 1;
const CITIZEN_SIZE = 2;

function onStaffScreen(session: Session, staff: StaffScreen): Session {
  return showing(session, { at: 'staff', staff });
}

function sized(session: Session, size: Appearance['size']): Session {
  return { ...session, appearance: { ...session.appearance, size } };
}

/** In the size of whoever is on duty. */
function sizedForDesk(session: Session): Session {
  return sized(session, session.duty?.size ?? DESK_SIZE);
}

/** Looks as somebody asked. At the counter the size is the clerk's, and waits while the citizen has the screen. */
export function arranged(session: Session, change: Partial<Appearance>): Session {
  const { duty } = session;
  const here = { ...session, appearance: { ...session.appearance, ...change } };
  if (duty === null || change.size === undefined) return here;
  const isOwnPage = duty.mode === 'desk' || duty.mode === 'machine';
  return isOwnPage ? { ...here, duty: { ...duty, size: change.size } } : here;
}

function beneathOf(session: Session): Beneath | null {
  const { screen, appearance, attended } = session;
  return isPersonal(session) ? { screen, appearance, attended } : null;
}

/** The page where staff sign in, over whatever is on the screen. */
export function atDoor(session: Session): Session {
  if (session.duty !== null || session.screen.at === 'staff') return session;
  return onStaffScreen(session, { at: 'door', number: '', problem: null, over: beneathOf(session) });
}

/** The door again, with what was wrong. */
export function refusedAtDoor(session: Session, number: string, problem: Text): Session {
  const { screen } = session;
  if (screen.at !== 'staff') return session;
  const { staff } = screen;
  if (staff.at === 'door') return onStaffScreen(session, { ...staff, number, problem });
  return staff.at === 'locked' ? onStaffScreen(session, { ...staff, problem }) : session;
}

/** Nobody signs in: what the door covered comes back. */
export function fromDoor(session: Session): Session {
  const { screen } = session;
  if (screen.at !== 'staff' || screen.staff.at !== 'door') return session;
  return givenBack(session, screen.staff.over);
}

/** The citizen's session as it was before staff came; the welcome page where there was none. */
export function givenBack(session: Session, beneath: Beneath | null): Session {
  const free = { ...session, duty: null };
  if (beneath === null) return showing({ ...sized(free, CITIZEN_SIZE), attended: null }, { at: 'welcome' });
  const { screen, appearance, attended } = beneath;
  return showing({ ...free, appearance, attended }, screen);
}

function dutyOf({ number, name, role }: StaffAccount, mode: Duty['mode'], beneath: Beneath | null): Duty {
  return { member: { number, name }, role, mode, size: DESK_SIZE, beneath };
}

/** A clerk comes to the desk, or, over an application that a citizen began, into it. */
export function clerkIn(
  session: Session,
  account: StaffAccount,
  over: Beneath | null,
  today: string,
): Session {
  if (over?.screen.at !== 'draft') return toDesk({ ...session, duty: dutyOf(account, 'desk', over) });
  const duty = dutyOf(account, 'helping', null);
  const { number, name } = account;
  const attended: Attended = {
    by: { number, name },
    entered: over.attended?.entered ?? byCitizen(over.screen.draft, today),
    savedAt: null,
  };
  const { appearance } = over;
  return showing({ ...session, appearance, duty, attended }, over.screen);
}

export function itIn(
  session: Session,
  account: StaffAccount,
  over: Beneath | null,
  report: HealthReport,
): Session {
  const here = sizedForDesk({ ...session, duty: dutyOf(account, 'machine', over), attended: null });
  return onStaffScreen(here, { at: 'machine', report, tested: null });
}

/** The list of the day; the case that was open has been put down. */
export function toDesk(session: Session, told: Text | null = null): Session {
  const duty = session.duty === null ? null : { ...session.duty, mode: 'desk' as const };
  const here = sizedForDesk({ ...session, duty, attended: null });
  return onStaffScreen(here, { at: 'desk', before: null, told });
}

export function withItems(session: Session, before: number | null): Session {
  const { screen } = session;
  if (screen.at !== 'staff' || screen.staff.at !== 'desk') return session;
  return onStaffScreen(session, { ...screen.staff, before, told: null });
}

/** A case on the clerk's screen. */
export function atCase(session: Session, { draft, attended, locale }: Case): Session {
  const { appearance } = session;
  const here = { ...session, attended, appearance: { ...appearance, locale } };
  return showing(sizedForDesk(here), { at: 'draft', draft, refused: null });
}

/** Locks the desk or the machine: its pages come back with the PIN. Somebody else's session is never kept behind a lock. */
export function locked(session: Session): Session {
  const { duty, screen } = session;
  if (duty === null || isLocked(session)) return session;
  if (duty.mode === 'helping') return withoutStaff(session);
  const mode = duty.mode === 'machine' ? 'machine' : 'desk';
  return onStaffScreen(sizedForDesk({ ...session, duty: { ...duty, mode } }), {
    at: 'locked',
    problem: null,
    under: { screen, attended: session.attended, mode },
  });
}

export function isLocked({ screen }: Session): boolean {
  return screen.at === 'staff' && screen.staff.at === 'locked';
}

/** What the lock covered, with its case where there was one. A case that was handed in is done. */
export function unlocked(session: Session): Session {
  const { screen } = session;
  if (screen.at !== 'staff' || screen.staff.at !== 'locked') return session;
  const { under } = screen.staff;
  if (under.screen.at !== 'draft' && under.screen.at !== 'staff') return toDesk(session);
  return showing(sizedForDesk({ ...session, attended: under.attended }), under.screen);
}

/** A case that is about to begin at this desk. */
export function withEmptyCase(session: Session): Session {
  const { duty } = session;
  if (duty === null) return session;
  return { ...session, attended: { by: duty.member, entered: {}, savedAt: null } };
}

/** The citizen's session goes on by itself. Who entered what stays with it. */
export function withoutStaff(session: Session): Session {
  return showing({ ...session, duty: null }, session.screen);
}

/** Back to the check page, where the applicant reads it all before anything else. */
export function reviewed(session: Session): Session {
  const { screen } = session;
  if (screen.at !== 'draft') return session;
  const draft: Draft = { ...screen.draft, position: { at: 'check' }, problems: [], entered: {} };
  return showing(session, { ...screen, draft });
}

/** The citizen has the screen: their own application from the check page on, in the size for everybody. */
export function handedOver(session: Session): Session {
  const { screen, duty } = session;
  if (screen.at !== 'draft' || duty?.mode !== 'desk') return session;
  return reviewed(sized({ ...session, duty: { ...duty, mode: 'review' } }, CITIZEN_SIZE));
}

const OPENING = ['welcome', 'matters', 'guide'];

/**
 * A way back that leads out of the application leads a clerk to the desk, and a citizen who has the screen to the check page.
 * No card on the reader ends a clerk's work.
 */
export function keptInPlace(before: Session, after: Session): Session {
  const mode = after.duty?.mode;
  const isOut = OPENING.includes(after.screen.at);
  if (mode === 'review' && isOut) return reviewed(before);
  if (mode !== 'desk') return after;
  if (isOut) return toDesk(after);
  // Answers that were lent to be mended: a case of this desk from here on.
  const ours = after.screen.at === 'draft' && after.attended === null ? withEmptyCase(after) : after;
  return ours.card === null ? ours : { ...ours, card: null };
}

// What the sessions ask of the staff room: whether whoever is signed in may go on, what a step leaves behind, what stays
// when somebody leaves, and what staff see.
import { refusalText } from '../../domain/contract/refusals.ts';
import type { Desk as DeskPart, View } from '../../domain/contract/views.ts';
import type { Json } from '../../domain/submission/canonical-json.ts';
import type { Clock, Timers } from '../../lib/clock.ts';
import { dayInCity } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { CaseKeeper } from '../drafts/case-keeper.ts';
import { digestsIn } from '../documents/draft-documents.ts';
import type { HealthReport } from '../health/finding.ts';
import type { Draft } from '../sessions/draft.ts';
import type { Screen, Session } from '../sessions/session.ts';
import type { ViewContext } from '../sessions/views/context.ts';
import { momentInCity } from '../submissions/paper.ts';
import type { Store } from '../store/store.ts';
import * as work from './attended-work.ts';
import { dayItems } from './day-items.ts';
import * as moves from './moves.ts';
import { scansIn } from './scans.ts';
import type { SignIn } from './sign-in.ts';
import type { StaffBook } from './staff-book.ts';
import { deskPart, deskView, doorView, lockedView, machineView, type DeskItems } from './views.ts';
import type { TestPrint } from './test-print.ts';

export interface StaffRoomParts {
  book: StaffBook;
  signIn: SignIn;
  keeper: CaseKeeper;
  store: Store;
  shelf: ProcedureShelf;
  /** Looks the machine over. */
  health: () => Promise<HealthReport>;
  /** null: no printer is configured. */
  testPrint: TestPrint | null;
  lockAfterMs: number;
  clock: Clock;
  timers: Timers;
  log: Log;
}

export type StaffRoom = ReturnType<typeof createStaffRoom>;

const NO_ITEMS: DeskItems = { items: [], olderThan: null };

export function createStaffRoom(parts: StaffRoomParts) {
  const { book, keeper, store, shelf, clock, timers } = parts;
  let pending: { cancel(): void } | null = null;

  /** A line in the kiosk's journal: numbers of staff and cases, never a citizen's name. */
  async function note(kind: string, session: Session, body: { [key: string]: Json } = {}): Promise<void> {
    const staff = session.duty?.member.number ?? session.attended?.by.number ?? null;
    const at = clock.now().toISOString();
    await store.transaction((stores) => stores.journal.append(at, kind, { staff, ...body }));
  }

  /** The session as it may go on: whoever has no account any more, or another role, is out. Asked before every press. */
  async function admit(session: Session): Promise<Session> {
    const { duty } = session;
    if (duty === null) return session;
    const account = await book.account(duty.member.number);
    if (account?.role === duty.role) return session;
    await note('staff-account-ended', session);
    if (duty.mode === 'helping' || duty.mode === 'review') return moves.withoutStaff(session);
    const door = moves.atDoor(moves.givenBack(session, duty.beneath));
    return moves.refusedAtDoor(door, duty.member.number, refusalText('staff-gone'));
  }

  /** After a step: who entered what, what the clerk leaves to the citizen, and the case put down. */
  async function settle(before: Session, after: Session): Promise<Session> {
    // What was kept of a case that is handed in now is shredded; the log still has it.
    if (before.attended !== null && after.screen.at === 'receipt' && before.screen.at === 'draft')
      await store.sweep();
    const onward = moves.keptInPlace(before, after);
    if (onward.attended === null || onward.screen.at !== 'draft') return onward;
    const today = dayInCity(clock.now());
    const known = work.withSameFace(work.recorded(before, onward, today));
    const shown = await leftToCitizen(known);
    return isCounterWork(shown) && isChanged(before, shown) ? saved(shown) : shown;
  }

  /** The declaration is the citizen's to make: staff never see the page where it is made. */
  async function leftToCitizen(session: Session): Promise<Session> {
    const { duty, screen } = session;
    if (screen.at !== 'draft' || screen.draft.position.at !== 'confirm') return session;
    if (duty?.mode === 'desk') return handOver(session);
    return duty?.mode === 'helping' ? giveBack(session) : session;
  }

  async function handOver(session: Session): Promise<Session> {
    const next = moves.handedOver(session);
    if (next !== session) await note('handed-over', session, caseOf(session));
    return next;
  }

  async function giveBack(session: Session): Promise<Session> {
    await note('given-back', session, caseOf(session));
    return moves.reviewed(moves.withoutStaff(session));
  }

  async function saved(session: Session): Promise<Session> {
    const { screen, attended, appearance } = session;
    if (screen.at !== 'draft' || attended === null) return session;
    const savedAt = await keeper.put({ draft: screen.draft, attended, locale: appearance.locale });
    return { ...session, attended: { ...attended, savedAt } };
  }

  async function lock(session: Session, because: string): Promise<Session> {
    const next = moves.locked(session);
    if (next === session) return session;
    await note(session.duty?.mode === 'helping' ? 'given-back' : 'screen-locked', session, { because });
    return next;
  }

  /** What comes to the screen when its window was lost or began anew: staff sign in again. null: a citizen is asked who is there. */
  async function afterLoss(session: Session): Promise<Session | null> {
    const { duty } = session;
    if (duty === null || duty.mode === 'review') return null;
    return moves.isLocked(session) ? session : lock(session, 'window');
  }

  /** What stays when the person before the screen leaves: the clerk's desk, locked, behind a citizen who had it to confirm. */
  function afterLeaving(session: Session): Session | null {
    if (session.duty === null) return null;
    const isReview = session.duty.mode === 'review';
    note(isReview ? 'screen-locked' : 'signed-out', session, { because: 'left' }).catch((error: unknown) =>
      parts.log.unexpected('leaving not noted', error),
    );
    return isReview ? moves.locked(session) : null;
  }

  async function deskOf(session: Session, context: ViewContext): Promise<{ desk?: DeskPart }> {
    const { duty, screen } = session;
    if (duty === null || duty.mode === 'machine' || moves.isLocked(session)) return {};
    const isAtDesk = duty.mode === 'desk';
    const before = screen.at === 'staff' && screen.staff.at === 'desk' ? screen.staff.before : null;
    const here = screen.at === 'draft' ? screen.draft.id : null;
    const today = dayInCity(clock.now());
    const items = isAtDesk ? await dayItems({ store, keeper, shelf }, today, before, here) : NO_ITEMS;
    return { desk: deskPart(session, duty, items, isAtDesk ? scansIn(session, context) : []) };
  }

  async function view(session: Session, context: ViewContext): Promise<View> {
    const { screen } = session;
    if (screen.at !== 'staff') throw new Error('this page is nobody’s of the staff');
    const { staff } = screen;
    switch (staff.at) {
      case 'door': {
        const kept = await store.staff.list();
        const known = kept === null ? null : momentInCity(new Date(kept.keptAt));
        return doorView(session, staff, context, known);
      }
      case 'locked':
        return lockedView(session, staff, context);
      case 'desk':
        return deskView(session, staff, context, shelf);
      case 'machine':
        return machineView(session, staff, context, parts.testPrint !== null);
    }
  }

  /** The screen of staff locks itself when nobody touches it. `run` locks it. */
  function watch(session: Session, run: () => void): void {
    pending?.cancel();
    const isWatched = session.duty !== null && session.duty.mode !== 'review' && !moves.isLocked(session);
    pending = isWatched ? timers.after(parts.lockAfterMs, run) : null;
  }

  return {
    ...parts,
    note,
    admit,
    settle,
    handOver,
    giveBack,
    lock,
    afterLoss,
    afterLeaving,
    deskOf,
    view,
    watch,
    stop: () => pending?.cancel(),
  };
}

/** Whether the staff's clock runs, and the citizen's idle clock stands still. */
export function isStaffsOwn({ duty }: Session): boolean {
  return duty !== null && (duty.mode === 'desk' || duty.mode === 'machine');
}

function isCounterWork({ duty }: Session): boolean {
  return duty?.mode === 'desk' || duty?.mode === 'review';
}

function isChanged(before: Session, { screen, attended }: Session): boolean {
  const was = before.screen.at === 'draft' ? before.screen.draft : null;
  return was === null || screen.at !== 'draft' || was !== screen.draft || before.attended !== attended;
}

/** The case on the screen, for the journal. */
export function caseOf({ screen }: Session): { draft: string | null } {
  return { draft: screen.at === 'draft' ? screen.draft.id : null };
}

/** The files of documents that lie beneath the page on the screen: they are not left behind. */
export function filesBeneath({ screen, duty }: Session): string[] {
  const beneath = [duty?.beneath?.screen ?? null, coveredBy(screen)];
  return beneath.flatMap((covered) => {
    const draft = covered === null ? null : draftIn(covered);
    return draft === null ? [] : digestsIn(draft.documents);
  });
}

function coveredBy(screen: Screen): Screen | null {
  if (screen.at !== 'staff') return null;
  if (screen.staff.at === 'door') return screen.staff.over?.screen ?? null;
  return screen.staff.at === 'locked' ? screen.staff.under.screen : null;
}

function draftIn(screen: Screen): Draft | null {
  return screen.at === 'draft' ? screen.draft : null;
}

// The presses of staff. Every one of them asks first: whether the account still stands (before any press at all), and
// whether this member of staff may do this now.
import { refusalText, type RefusalCode } from '../../../domain/contract/refusals.ts';
import type { Reply } from '../../../domain/contract/kiosk-api.ts';
import { text, type Text } from '../../../domain/contract/text.ts';
import type { View } from '../../../domain/contract/views.ts';
import type { ProcedureShelf } from '../../../lib/procedures/shelf.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Vault } from '../../documents/vault.ts';
import { uuidv7 } from '../../ids.ts';
import { faceCompared } from '../../staff/attended-work.ts';
import { originalCompared } from '../../staff/compare-original.ts';
import type { Beneath } from '../../staff/duty.ts';
import * as moves from '../../staff/moves.ts';
import { refusalFor, type StaffPress } from '../../staff/privileges.ts';
import { caseOf, type StaffRoom } from '../../staff/room.ts';
import { isBusy } from '../../store/print-jobs.ts';
import type { Storage } from '../../submissions/reserve.ts';
import type { Change, Desk } from '../desk.ts';
import { newDraft, type Draft } from '../draft.ts';
import { ownFilesOf } from '../mending.ts';
import { showing, type Session } from '../session.ts';

export interface StaffPressParts {
  room: StaffRoom;
  shelf: ProcedureShelf;
  storage: Storage;
  vault: Pick<Vault, 'discard'>;
  /** The machine takes applications. */
  isEnrolled: boolean;
  /** What comes after the guide: the identity step, or the first question. */
  start: (session: Session, draft: Draft) => Session;
  /** Opens a returned case to be mended; in words why it cannot be. */
  mend: (session: Session, typed: string) => Promise<Session | Text>;
  onPrintAsked: () => void;
}

export function staffPresses(desk: Desk, parts: StaffPressParts): Pick<Handlers, StaffPress> {
  const { room, shelf } = parts;
  const { session } = desk;

  /** A press that is asked for its right first. */
  function press(name: StaffPress, page: string, change: Change): Promise<Reply<View>> {
    return desk.press(page, change, null, (now) => refusalFor(name, now));
  }

  return {
    openStaffDoor: () => desk.open(() => moves.atDoor(session())),
    closeStaffDoor: ({ page }) => press('closeStaffDoor', page, () => moves.fromDoor(session())),
    signIn: ({ page, number, pin }) => press('signIn', page, () => signIn(desk, room, number, pin)),
    signOut: ({ page, then }) => press('signOut', page, () => signOut(desk, room, then)),
    lockScreen: ({ page }) => press('lockScreen', page, () => room.lock(session(), 'press')),
    returnToStaff: ({ page }) =>
      press('returnToStaff', page, () =>
        session().duty?.mode === 'review' ? room.lock(session(), 'returned') : session(),
      ),
    openDesk: ({ page }) => press('openDesk', page, () => moves.toDesk(session())),
    showItems: ({ page, before }) => press('showItems', page, () => moves.withItems(session(), before)),
    beginAttended: ({ page, procedure }) =>
      press('beginAttended', page, () => beginAttended(parts, session(), procedure)),
    openCase: ({ page, draft }) => press('openCase', page, () => openCase(room, session(), draft)),
    discardCase: ({ page, draft }) => press('discardCase', page, () => discardCase(parts, session(), draft)),
    compareFace: ({ page, isCompared }) =>
      press('compareFace', page, async () => {
        const next = faceCompared(session(), isCompared);
        if (next !== session()) await room.note('face-compared', next, { ...caseOf(next), isCompared });
        return next;
      }),
    compareOriginal: ({ page, document }) =>
      press('compareOriginal', page, async () => {
        const next = originalCompared(session(), document);
        if (next !== session()) await room.note('original-compared', next, { ...caseOf(next), document });
        return next;
      }),
    handOver: ({ page }) => press('handOver', page, () => room.handOver(session())),
    giveBack: ({ page }) => press('giveBack', page, () => room.giveBack(session())),
    reprintReceipt: ({ page, sequence }) =>
      press('reprintReceipt', page, () => reprint(parts, session(), sequence)),
    mendCase: ({ page, number }) => press('mendCase', page, () => mendCase(parts, session(), number)),
    checkMachine: ({ page }) =>
      press('checkMachine', page, async () => withReport(session(), await room.health(), null)),
    testPrint: ({ page }) => press('testPrint', page, () => testPrint(room, session())),
  };

  async function beginAttended(
    { storage, isEnrolled, start }: StaffPressParts,
    now: Session,
    procedure: string,
  ): Promise<Session> {
    const prepared = shelf.latest(procedure);
    if (prepared === null || !prepared.procedure.audience.includes('clerk'))
      return moves.toDesk(now, refusalText('no-such-procedure'));
    const because: RefusalCode | null = !isEnrolled
      ? 'not-enrolled'
      : (await storage.isLow())
        ? 'storage-low'
        : null;
    if (because !== null) return moves.toDesk(now, refusalText(because));
    const at = room.clock.now();
    const draft = newDraft(prepared, uuidv7(at), at);
    await room.note('case-begun', now, { draft: draft.id });
    return start(moves.withEmptyCase(now), draft);
  }
}

async function signIn(desk: Desk, room: StaffRoom, typed: string, pin: string): Promise<Session> {
  const session = desk.session();
  const { screen, duty } = session;
  if (screen.at !== 'staff' || (screen.staff.at !== 'door' && screen.staff.at !== 'locked')) return session;
  // A locked screen belongs to somebody: nobody else's PIN opens it.
  const number = screen.staff.at === 'locked' ? (duty?.member.number ?? typed) : typed;
  const tried = await room.signIn.attempt(number, pin);
  if (!tried.ok) return moves.refusedAtDoor(session, number, refusalText(tried.error));
  const account = tried.value;
  if (screen.staff.at === 'locked') {
    await room.note('screen-unlocked', session);
    return moves.unlocked(session);
  }
  const { over } = screen.staff;
  const next =
    account.role === 'it'
      ? moves.itIn(session, account, over, await room.health())
      : moves.clerkIn(session, account, over, desk.today());
  await room.note('signed-in', next, { role: account.role });
  if (next.duty?.mode === 'helping') await room.note('taken-over', next, caseOf(next));
  return next;
}

/** Gives the citizen's session back, or clears everything. Behind a lock nobody's session is given to whoever stands there. */
async function signOut(desk: Desk, room: StaffRoom, then: 'back' | 'end'): Promise<Session> {
  const session = desk.session();
  const { duty } = session;
  if (duty === null || duty.mode === 'review') return session;
  await room.note('signed-out', session, { then });
  const beneath: Beneath | null = moves.isLocked(session) ? null : duty.beneath;
  if (then === 'back' && duty.mode === 'helping') return moves.withoutStaff(session);
  if (then === 'back' && beneath !== null) return moves.givenBack(session, beneath);
  return desk.ended(
    duty.mode === 'helping' ? moves.withoutStaff(session) : moves.givenBack(session, duty.beneath),
  );
}

async function openCase(room: StaffRoom, session: Session, id: string): Promise<Session> {
  const found = await room.keeper.take(id);
  if (found === null) return moves.toDesk(session, refusalText('case-not-opened'));
  await room.note('case-opened', session, { draft: id });
  const by = session.duty?.member ?? found.attended.by;
  return moves.atCase(session, { ...found, attended: { ...found.attended, by } });
}

const DISCARDED = text(
  '这一件已作废，存档已销毁。',
  'The case was discarded and what was kept of it destroyed.',
);

async function discardCase({ room, vault }: StaffPressParts, session: Session, id: string): Promise<Session> {
  const found = await room.keeper.take(id);
  await room.keeper.shred(id);
  if (found !== null) await vault.discard(ownFilesOf(found.draft));
  await room.note('case-discarded', session, { draft: id });
  return moves.toDesk(session, DISCARDED);
}

async function reprint(
  { room, onPrintAsked }: StaffPressParts,
  session: Session,
  sequence: number,
): Promise<Session> {
  const { store, clock } = room;
  const receipt = await store.receipts.bySequence(sequence);
  if (receipt === null) return session;
  const latest = await store.printJobs.latestOf(sequence);
  if (latest === null || !isBusy(latest)) {
    await store.transaction((stores) => stores.printJobs.add(sequence, clock.now().toISOString()));
    await room.note('reprinted', session, { sequence });
    onPrintAsked();
  }
  return moves.toDesk(
    session,
    text(`${receipt.number} 正在打印。`, `${receipt.number} is on its way to the printer.`),
  );
}

/** From here the way is the citizen's own: what was returned, who they are, and the answers to mend. */
async function mendCase({ mend }: StaffPressParts, session: Session, typed: string): Promise<Session> {
  const next = await mend(session, typed);
  return 'zh-CN' in next ? moves.toDesk(session, next) : next;
}

function withReport(
  session: Session,
  report: Awaited<ReturnType<StaffRoom['health']>>,
  tested: { isWell: boolean; says: Text } | null,
): Session {
  return showing(session, { at: 'staff', staff: { at: 'machine', report, tested } });
}

async function testPrint({ testPrint: print }: StaffRoom, session: Session): Promise<Session> {
  const { screen } = session;
  if (print === null || screen.at !== 'staff' || screen.staff.at !== 'machine') return session;
  const tested = await print();
  return withReport(session, screen.staff.report, tested);
}

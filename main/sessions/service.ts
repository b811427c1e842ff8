// The kiosk's answers to the screen. One person at a time, one request after the other.
import type { Handlers } from '../dispatch.ts';
import type { Appearance, Place, View } from '../../domain/contract/views.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import type { Reply, Status } from '../../domain/contract/kiosk-api.ts';
import { fail, ok } from '../../domain/result.ts';
import { dayInCity, timeInCity, type Clock, type Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { KioskConfig } from '../config.ts';
import type { DocumentRoom } from '../documents/document-room.ts';
import type { Store } from '../store/store.ts';
import type { Storage } from '../submissions/reserve.ts';
import type { Submitter } from '../submissions/submitter.ts';
import type { CardReader } from '../devices/card-reader/card-reader.ts';
import type { Records } from '../records/records.ts';
import { isLocked } from '../staff/moves.ts';
import { filesBeneath, isStaffsOwn, type StaffRoom } from '../staff/room.ts';
import type { LinkState } from '../sync/link.ts';
import type { PlatformClient } from '../sync/platform-client.ts';
import type { RatingDesk } from '../ratings/rating-desk.ts';
import { cardSourceOf } from './card-source.ts';
import { keptToNotice } from './mending.ts';
import type { ProgressDesk } from './progress.ts';
import { progressFacts, sequenceShown, withFreshState } from './progress-facts.ts';
import { countStep } from './count-step.ts';
import type { Change, Desk } from './desk.ts';
import { createTurns } from './in-turn.ts';
import { mendAtCounter } from '../staff/mend-at-counter.ts';
import { createPresence } from './presence.ts';
import { answerPresses } from './presses/answers.ts';
import { beginPresses } from './presses/begin.ts';
import { documentPresses } from './presses/documents.ts';
import { helpPresses, type CallHelp } from './presses/help.ts';
import { createIdentityDesk } from './presses/identity.ts';
import { progressPresses } from './presses/progress.ts';
import { ratingPresses, touchedRating } from './presses/rating.ts';
import { receiptPresses } from './presses/receipt.ts';
import { staffPresses } from './presses/staff.ts';
import type { QuestionCounter } from './question-counter.ts';
import { isPersonal, newSession, type Session } from './session.ts';
import * as steps from './steps.ts';
import type { ViewContext } from './views/context.ts';
import type { ReceiptFacts } from './views/finish.ts';
import { closedView, stillThereView } from './views/opening.ts';
import { viewOf } from './views/view.ts';

export interface SessionParts {
  config: Pick<KioskConfig, 'idle' | 'locale' | 'reprints'>;
  place: Place;
  shelf: ProcedureShelf;
  store: Store;
  /** null: the machine takes no applications, and why. */
  submitter: Submitter | null;
  closed: { code: string; because: RefusalCode } | null;
  storage: Storage;
  progress: ProgressDesk;
  /** What lends answers to be mended; null: this kiosk belongs to no platform yet. */
  borrow: PlatformClient['borrow'] | null;
  /** null: no ratings are asked for. */
  ratings: RatingDesk | null;
  counter: QuestionCounter;
  documents: DocumentRoom;
  staff: StaffRoom;
  callHelp: CallHelp;
  /** null: this machine has no card reader. */
  reader: CardReader | null;
  records: Records;
  clock: Clock;
  timers: Timers;
  log: Log;
  linkState: () => LinkState;
  /** A submission was put down, or a copy was asked for. */
  onSubmitted: () => void;
  onPrintAsked: () => void;
  emit: (event: KioskEvent) => void;
}

/** One window after the other was lost. */
const WINDOWS_FAIL = { code: 'K-02', because: 'out-of-service' } as const;

export function createSessions(parts: SessionParts) {
  const { config, place, shelf, store, clock, timers, emit, counter } = parts;
  let session = newSession(config.locale);
  let { closed } = parts;
  let revision = 0;
  const { inTurn, done } = createTurns();
  const presence = createPresence({ config, timers, emit, session: () => session, onGone: () => end() });

  /** Somebody touched the screen: the citizen's clock starts again, or that of the staff. */
  function touch(): void {
    parts.staff.watch(session, lockBecauseOfTime);
    if (isStaffsOwn(session)) presence.stop();
    else presence.touch();
  }

  function lockBecauseOfTime(): void {
    happen(() => parts.staff.lock(session, 'time'));
  }

  const today = () => dayInCity(clock.now());
  const viewContext = (at = clock.now()): ViewContext => ({
    place,
    revision: (revision += 1),
    today: dayInCity(at),
    calendar: shelf.calendar,
    ways: parts.documents.ways,
  });

  /** The session is another now; its documents, the sticks and the camera follow it. */
  function take(next: Session): Promise<void> {
    const before = session;
    session = next;
    return parts.documents.follow(before, next);
  }

  async function receiptFacts(): Promise<ReceiptFacts | null> {
    if (session.screen.at !== 'receipt') return null;
    const { sequence } = session.screen.receipt;
    const submission = await store.submissions.bySequence(sequence);
    const print = await store.printJobs.latestOf(sequence);
    return submission === null ? null : { submission, print, reprints: config.reprints };
  }

  async function view(): Promise<View> {
    const plain = viewContext();
    const context = { ...plain, ...(await parts.staff.deskOf(session, plain)) };
    if (closed !== null) return closedView(session, context, closed.code, closed.because);
    if (session.isAsking) return stillThereView(session, context, config.idle.clearAfterSeconds);
    if (session.screen.at === 'staff') return parts.staff.view(session, context);
    const progress = await progressFacts(session, { ...parts, reprints: config.reprints });
    const ratings = parts.ratings?.catalogue ?? null;
    return viewOf(session, context, shelf, await receiptFacts(), identity.facts(), progress, ratings);
  }

  async function shown(): Promise<Reply<View>> {
    return ok(await view());
  }

  /** Nothing of the person stays. */
  function clear(): void {
    const left = steps.placesHere(session, today());
    if (left !== null) counter.note(left.prepared, 'left', left.places);
    presence.stop();
    identity.end();
    void take(newSession(config.locale));
  }

  /** The person left: nothing of theirs stays, and the screen is thrown away. */
  function end(): void {
    const kept = parts.staff.afterLeaving(session);
    clear();
    if (kept !== null) void take(kept);
    emit({ name: 'ended', payload: null });
  }

  function left(): Session {
    end();
    return session;
  }

  function askWhoIsThere(): void {
    void take({ ...session, isAsking: true });
    presence.ask();
  }

  /** Staff whose account has ended are out before anything else happens; the screen is told. */
  async function admit(): Promise<void> {
    const next = await parts.staff.admit(session);
    if (next === session) return;
    await take(next);
    emit({ name: 'view', payload: await view() });
  }

  /** Nobody knows who stands there now: staff sign in again, anybody else says that they are still there. */
  async function asWhoIsThere(): Promise<void> {
    const safe = await parts.staff.afterLoss(session);
    if (safe !== null) await take(safe);
    if (isPersonal(session) && !isLocked(session)) askWhoIsThere();
  }

  /** Takes the session on, counts what the questions saw, and shows it. */
  async function become(next: Session, leaves: 'back' | null = null): Promise<Reply<View>> {
    const kept = keptToNotice(session, next, today());
    const settled = await parts.staff.settle(session, kept);
    countStep(counter, session, settled, leaves, today());
    await take(settled);
    return shown();
  }

  /** A press on a page: one that has moved on changes nothing, the current page is shown instead. */
  function press(
    page: string,
    change: Change,
    leaves: 'back' | null = null,
    refusing: (session: Session) => RefusalCode | null = () => null,
  ): Promise<Reply<View>> {
    return inTurn(async () => {
      touch();
      await admit();
      const because = refusing(session);
      if (because !== null) return fail({ code: because });
      if (desk.isShut() || page !== session.page) return shown();
      const reply = await become(await change(), leaves);
      touch();
      return reply;
    });
  }

  /** A press on a page without a token: it leads to the same place however often it is pressed. */
  function open(change: Change): Promise<Reply<View>> {
    return inTurn(async () => {
      if (desk.isShut()) return shown();
      const reply = await become(await change());
      touch();
      return reply;
    });
  }

  /** A step that no press made: a card was laid down, a record came. */
  function happen(change: Change): void {
    void inTurn(async () => {
      const next = await change();
      if (next === session) return;
      await become(next);
      emit({ name: 'view', payload: await view() });
    }).catch((error: unknown) => void parts.log.unexpected('step not taken', error));
  }

  function status(): Status {
    const now = clock.now();
    return { link: parts.linkState(), now: `${dayInCity(now)} ${timeInCity(now)}` };
  }

  function arranged(change: Partial<Appearance>): Session {
    return { ...session, appearance: { ...session.appearance, ...change } };
  }

  const desk: Desk = {
    session: () => session,
    today,
    press,
    open,
    happen,
    inTurn,
    shown,
    touch,
    isShut: () => session.isAsking || closed !== null,
    ended(last) {
      session = last;
      end();
      return session;
    },
  };

  const identity = createIdentityDesk(desk, {
    ...parts,
    onCardTaken: presence.cardTaken,
    onCardBack: touch,
  });

  const handlers: Handlers = {
    look: () =>
      inTurn(async () => {
        await asWhoIsThere();
        return shown();
      }),
    status: async () => ok(status()),
    arrange: (input) =>
      inTurn(async () => {
        session = arranged(input);
        touch();
        return shown();
      }),
    ...beginPresses(desk, { ...parts, start: identity.start }),
    ...identity.handlers,
    ...answerPresses(desk, parts.records),
    ...receiptPresses(desk, { ...parts, reprints: config.reprints, viewContext }),
    ...documentPresses(desk, { documents: parts.documents, viewContext }),
    ...helpPresses(desk, parts.callHelp),
    ...staffPresses(desk, {
      ...parts,
      room: parts.staff,
      vault: parts.documents.vault,
      isEnrolled: parts.submitter !== null,
      mend: mendAtCounter(parts.progress),
      start: identity.start,
    }),
    ...progressPresses(desk, {
      ...parts,
      cards: parts.reader === null ? null : cardSourceOf(identity.cards, timers),
    }),
    ...ratingPresses(desk, { ...parts, leave: left }),
    stillHere: () =>
      inTurn(async () => {
        presence.answered();
        await take({ ...session, isAsking: false });
        touch();
        return shown();
      }),
    noteActivity: async () => {
      session = touchedRating(session);
      touch();
      return ok(null);
    },
    leave: () =>
      inTurn(async () => {
        end();
        await parts.documents.settled();
        return shown();
      }),
  };

  /** A step that no press made, and its entry in log and journal. */
  function unasked(
    kind: string,
    body: { state: string } | { code: string },
    step: () => void | Promise<void>,
  ): void {
    parts.log.warn(kind, body);
    void inTurn(async () => {
      await step();
      await store.transaction((stores) => stores.journal.append(clock.now().toISOString(), kind, body));
    }).catch((error: unknown) => parts.log.unexpected('step nobody pressed', error));
  }

  /** What is on the screen changed without a press: the screen is told. */
  function refresh(change: (shown: Session) => Session): void {
    void inTurn(async () => {
      await take(change(session));
      if (!desk.isShut()) emit({ name: 'view', payload: await view() });
    }).catch((error: unknown) => parts.log.unexpected('screen not refreshed', error));
  }
  parts.documents.onMedia(refresh);

  return {
    handlers,
    windowLost: (how: string) => unasked('window-lost', { state: how }, asWhoIsThere),
    /** What is on the screen may be what the window dies of: nothing of it stays. */
    close: () =>
      unasked('closed', { code: WINDOWS_FAIL.code }, () => {
        clear();
        closed = WINDOWS_FAIL;
      }),
    reopen: () =>
      unasked('reopened', { code: WINDOWS_FAIL.code }, async () => {
        clear();
        closed = parts.closed;
        emit({ name: 'view', payload: await view() });
      }),
    /** Something about a submission changed: if its receipt is on the screen, the screen is told. */
    noteSubmission(sequence: number): void {
      void inTurn(async () => {
        const isShown = sequenceShown(session) === sequence;
        if (isShown) session = await withFreshState(session, store);
        if (isShown && !session.isAsking) emit({ name: 'view', payload: await view() });
      }).catch((error: unknown) => parts.log.unexpected('receipt not refreshed', error));
    },
    /** Whether a document lies beneath the page on the screen: in a session that staff took over, or behind a lock. */
    holdsBeneath: (digest: string) => filesBeneath(session).includes(digest),
    noteStatus: () => emit({ name: 'status', payload: status() }),
    async stop(): Promise<void> {
      presence.stop();
      parts.staff.stop();
      await identity.stop();
      await done();
      await counter.flush();
    },
  };
}
export type Sessions = ReturnType<typeof createSessions>;

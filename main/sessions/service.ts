// The kiosk's answers to the screen. One person at a time, one request after the other.
import type { Handlers } from '../dispatch.ts';
import type { Appearance, Place, View } from '../../domain/contract/views.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import type { Reply, Status } from '../../domain/contract/kiosk-api.ts';
import { ok } from '../../domain/result.ts';
import { dayInCity, timeInCity, type Clock, type Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { KioskConfig } from '../config.ts';
import type { Store } from '../store/store.ts';
import type { Storage } from '../submissions/reserve.ts';
import type { Submitter } from '../submissions/submitter.ts';
import type { LinkState } from '../sync/link.ts';
import type { ProgressDesk } from './progress.ts';
import { countStep } from './count-step.ts';
import type { Change, Desk } from './desk.ts';
import { createTurns } from './in-turn.ts';
import { createPresence } from './presence.ts';
import { answerPresses } from './presses/answers.ts';
import { beginPresses } from './presses/begin.ts';
import { progressPresses } from './presses/progress.ts';
import { receiptPresses } from './presses/receipt.ts';
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
  counter: QuestionCounter;
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
  const { touch } = presence;

  const today = () => dayInCity(clock.now());
  const viewContext = (at = clock.now()): ViewContext => ({
    place,
    revision: (revision += 1),
    today: dayInCity(at),
    calendar: shelf.calendar,
  });

  async function receiptFacts(): Promise<ReceiptFacts | null> {
    if (session.screen.at !== 'receipt') return null;
    const { sequence } = session.screen.receipt;
    const submission = await store.submissions.bySequence(sequence);
    const print = await store.printJobs.latestOf(sequence);
    return submission === null ? null : { submission, print, reprints: config.reprints };
  }

  async function view(): Promise<View> {
    const context = viewContext();
    if (closed !== null) return closedView(session, context, closed.code, closed.because);
    if (session.isAsking) return stillThereView(session, context, config.idle.clearAfterSeconds);
    return viewOf(session, context, shelf, await receiptFacts());
  }

  async function shown(): Promise<Reply<View>> {
    return ok(await view());
  }

  /** Nothing of the person stays. */
  function clear(): void {
    const left = steps.placesHere(session, today());
    if (left !== null) counter.note(left.prepared, 'left', left.places);
    presence.stop();
    session = newSession(config.locale);
  }

  /** The person left: nothing of theirs stays, and the screen is thrown away. */
  function end(): void {
    clear();
    emit({ name: 'ended', payload: null });
  }

  function askWhoIsThere(): void {
    session = { ...session, isAsking: true };
    presence.ask();
  }

  /** Takes the session on, counts what the questions saw, and shows it. */
  async function become(next: Session, leaves: 'back' | null = null): Promise<Reply<View>> {
    countStep(counter, session, next, leaves, today());
    session = next;
    return shown();
  }

  /** A press on a page: one that has moved on changes nothing, the current page is shown instead. */
  function press(page: string, change: Change, leaves: 'back' | null = null): Promise<Reply<View>> {
    return inTurn(async () => {
      touch();
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
    inTurn,
    shown,
    touch,
    isShut: () => session.isAsking || closed !== null,
  };

  const handlers: Handlers = {
    look: () =>
      inTurn(async () => {
        if (isPersonal(session)) askWhoIsThere();
        return shown();
      }),
    status: async () => ok(status()),
    arrange: (input) =>
      inTurn(async () => {
        session = arranged(input);
        touch();
        return shown();
      }),
    ...beginPresses(desk, parts),
    ...answerPresses(desk),
    ...receiptPresses(desk, { ...parts, reprints: config.reprints, viewContext }),
    ...progressPresses(desk, parts.progress),
    stillHere: () =>
      inTurn(async () => {
        presence.answered();
        session = { ...session, isAsking: false };
        touch();
        return shown();
      }),
    noteActivity: async () => {
      touch();
      return ok(null);
    },
    leave: () =>
      inTurn(async () => {
        end();
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

  return {
    handlers,
    windowLost: (how: string) =>
      unasked('window-lost', { state: how }, () => {
        if (isPersonal(session)) askWhoIsThere();
      }),
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
        const isShown = session.screen.at === 'receipt' && session.screen.receipt.sequence === sequence;
        if (isShown && !session.isAsking) emit({ name: 'view', payload: await view() });
      }).catch((error: unknown) => parts.log.unexpected('receipt not refreshed', error));
    },
    noteStatus: () => emit({ name: 'status', payload: status() }),
    async stop(): Promise<void> {
      presence.stop();
      await done();
      await counter.flush();
    },
  };
}
export type Sessions = ReturnType<typeof createSessions>;

// The kiosk's answers to the screen. One person at a time, one request after the other.
import type { Handlers } from '../dispatch.ts';
import { uuidv7 } from '../ids.ts';
import type { Appearance, Place, View } from '../../domain/contract/views.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { refusalText, type RefusalCode } from '../../domain/contract/refusals.ts';
import type { Reply, Status } from '../../domain/contract/kiosk-api.ts';
import { problemAt } from '../../domain/procedure/check-answers.ts';
import { kinds } from '../../domain/procedure/kinds/index.ts';
import { fail, ok } from '../../domain/result.ts';
import { dayInCity, timeInCity, type Clock, type Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { KioskConfig } from '../config.ts';
import type { Store } from '../store/store.ts';
import type { Storage } from '../submissions/reserve.ts';
import type { Submitter } from '../submissions/submitter.ts';
import type { LinkState } from '../sync/link.ts';
import type { ProgressDesk } from './progress.ts';
import { askedHere, walkOf } from './draft.ts';
import { handIn } from './hand-in.ts';
import { createIdleClock, type IdleTimes } from './idle-clock.ts';
import type { QuestionCounter } from './question-counter.ts';
import { isPersonal, newSession, showing, type Session } from './session.ts';
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

const PRINT_BUSY = ['queued', 'sending'];

export function createSessions(parts: SessionParts) {
  const { config, place, shelf, store, clock, timers, emit, counter } = parts;
  let session = newSession(config.locale);
  let asking: { cancel(): void } | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const idle = createIdleClock(
    timers,
    (clearInMs) => emit({ name: 'idle', payload: { seconds: Math.round(clearInMs / 1000) } }),
    () => emit({ name: 'idle', payload: null }),
    () => end(),
  );

  const today = () => dayInCity(clock.now());
  const viewContext = (at = clock.now()): ViewContext => ({
    place,
    today: dayInCity(at),
    calendar: shelf.calendar,
  });

  /** Requests are answered one after the other, whoever sends them: two windows cannot overtake each other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function receiptFacts(): Promise<ReceiptFacts | null> {
    if (session.screen.at !== 'receipt') return null;
    const { sequence } = session.screen.receipt;
    const submission = await store.submissions.bySequence(sequence);
    const print = await store.printJobs.latestOf(sequence);
    return submission === null ? null : { submission, print, reprints: config.reprints };
  }

  async function view(): Promise<View> {
    const context = viewContext();
    if (parts.closed !== null) return closedView(session, context, parts.closed.code, parts.closed.because);
    if (session.isAsking) return stillThereView(session, context, config.idle.clearAfterSeconds);
    return viewOf(session, context, shelf, await receiptFacts());
  }

  async function shown(): Promise<Reply<View>> {
    return ok(await view());
  }

  function idleTimes(): IdleTimes {
    const { warnAfterSeconds, warnAfterSecondsElder, clearAfterSeconds } = config.idle;
    const warn = session.appearance.size >= 3 ? warnAfterSecondsElder : warnAfterSeconds;
    return { warnAfterMs: warn * 1000, clearAfterMs: clearAfterSeconds * 1000 };
  }

  function isBegun(): boolean {
    const { locale, size, contrast } = session.appearance;
    return session.screen.at !== 'welcome' || locale !== config.locale || size !== 2 || contrast !== 'off';
  }

  function touch(): void {
    if (session.isAsking) return;
    if (isBegun()) idle.touch(idleTimes());
    else idle.stop();
  }

  /** The person left: nothing of theirs stays, and the screen is thrown away. */
  function end(): void {
    const left = steps.placesHere(session, today());
    if (left !== null) counter.note(left.prepared, 'left', left.places);
    idle.stop();
    asking?.cancel();
    asking = null;
    session = newSession(config.locale);
    emit({ name: 'ended', payload: null });
  }

  function askWhoIsThere(): void {
    idle.stop();
    asking?.cancel();
    session = { ...session, isAsking: true };
    asking = timers.after(config.idle.clearAfterSeconds * 1000, end);
  }

  /** Takes the session on, counts what the questions saw, and shows it. */
  async function become(next: Session, leaves: 'back' | null = null): Promise<Reply<View>> {
    const before = session;
    session = next;
    const here = steps.placesHere(next, today());
    if (next.page !== before.page) {
      const left = leaves === null ? null : steps.placesHere(before, today());
      if (left !== null) counter.note(left.prepared, 'back', left.places);
      if (here !== null) counter.note(here.prepared, 'shown', here.places);
    } else if (here !== null && next.screen.at === 'draft') {
      const wrong = next.screen.draft.problems.map(({ at }) => at);
      counter.note(
        here.prepared,
        'wrong',
        here.places.filter((place) => wrong.includes(place)),
      );
    }
    return shown();
  }

  type Change = () => Session | Promise<Session>;

  /** A press on a page: one that has moved on changes nothing, the current page is shown instead. */
  function press(page: string, change: Change, leaves: 'back' | null = null): Promise<Reply<View>> {
    return inTurn(async () => {
      touch();
      if (session.isAsking || page !== session.page || parts.closed !== null) return shown();
      const reply = await become(await change(), leaves);
      touch();
      return reply;
    });
  }

  /** A press on a page without a token: it leads to the same place however often it is pressed. */
  function open(change: Change): Promise<Reply<View>> {
    return inTurn(async () => {
      if (session.isAsking || parts.closed !== null) return shown();
      const reply = await become(await change());
      touch();
      return reply;
    });
  }

  /** Where nothing personal is on the screen, a page may be opened; elsewhere the way leads through Leave. */
  function unlessPersonal(next: () => Session): Session {
    return isPersonal(session) && session.screen.at !== 'ask-progress' && session.screen.at !== 'progress'
      ? session
      : next();
  }

  async function beginApplication(procedure: string): Promise<Session> {
    const prepared = shelf.latest(procedure);
    if (prepared === null || isPersonal(session)) return session;
    const closed = await closedBecause();
    if (closed !== null) {
      parts.log.warn('application not begun', { code: closed, procedure });
      return showing(session, { at: 'guide', procedure, closed: refusalText(closed) });
    }
    return steps.startDraft(session, prepared, uuidv7(clock.now()), clock.now());
  }

  async function closedBecause(): Promise<RefusalCode | null> {
    if (parts.submitter === null) return 'not-enrolled';
    return (await parts.storage.isLow()) ? 'storage-low' : null;
  }

  async function submit(typedName: string): Promise<Session> {
    const { submitter, onSubmitted } = parts;
    if (submitter === null) return session;
    return handIn({ submitter, store, place, clock, viewContext, onSubmitted }, session, typedName);
  }

  async function reprint(): Promise<Reply<View>> {
    if (session.screen.at !== 'receipt') return shown();
    const { sequence } = session.screen.receipt;
    const latest = await store.printJobs.latestOf(sequence);
    if (latest !== null && PRINT_BUSY.includes(latest.state)) return shown();
    if ((await store.printJobs.countOf(sequence)) > config.reprints) return fail({ code: 'reprint-limit' });
    await store.transaction((stores) => stores.printJobs.add(sequence, clock.now().toISOString()));
    parts.onPrintAsked();
    return shown();
  }

  async function findProgress(typed: string): Promise<Session> {
    if (session.screen.at !== 'ask-progress') return session;
    const found = await parts.progress.find(typed);
    if (found.ok) return showing(session, { at: 'progress', progress: found.value });
    return {
      ...session,
      screen: { at: 'ask-progress', number: typed.slice(0, 200), problem: refusalText(found.error) },
    };
  }

  function status(): Status {
    const now = clock.now();
    return { link: parts.linkState(), now: `${dayInCity(now)} ${timeInCity(now)}` };
  }

  function arranged(change: Partial<Appearance>): Session {
    return { ...session, appearance: { ...session.appearance, ...change } };
  }

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
    begin: () => open(() => unlessPersonal(() => showing(session, { at: 'matters' }))),
    openMatter: ({ procedure }) =>
      inTurn(async () => {
        if (shelf.latest(procedure) === null) return fail({ code: 'no-such-procedure' });
        if (session.isAsking || isPersonal(session)) return shown();
        const reply = await become(showing(session, { at: 'guide', procedure, closed: null }));
        touch();
        return reply;
      }),
    beginApplication: ({ procedure }) => open(() => beginApplication(procedure)),
    answerPage: ({ page, answers }) => press(page, () => steps.answerPage(session, answers, today())),
    checkAnswer: ({ page, at, value }) =>
      inTurn(async () => {
        const { screen } = session;
        const nothing = { problem: null, warnings: [], reads: null };
        if (screen.at !== 'draft' || page !== session.page) return ok(nothing);
        const asked = askedHere(screen.draft, walkOf(screen.draft, today())).find(
          (question) => question.at === at,
        );
        if (asked === undefined) return ok(nothing);
        const kind = kinds[asked.context.question.as];
        const reading = kind.read(value, asked.context);
        return ok({
          problem: reading.problem === null ? null : problemAt(at, reading.problem),
          warnings: reading.warnings.map((warning) => warning.text),
          reads: reading.value === undefined ? null : (kind.reads ?? kind.show)(reading.value, asked.context),
        });
      }),
    goBack: ({ page }) => press(page, () => steps.goBack(session, today()), 'back'),
    changeAnswer: ({ page, at }) => press(page, () => steps.changeAnswer(session, at, today())),
    addItem: ({ page }) => press(page, () => steps.addItem(session)),
    changeItem: ({ page, index }) => press(page, () => steps.changeItem(session, index)),
    removeItem: ({ page, index }) => press(page, () => steps.removeItem(session, index)),
    submit: ({ page, typedName }) => press(page, () => submit(typedName)),
    reprint: ({ page }) =>
      inTurn(async () => {
        touch();
        return page === session.page && !session.isAsking ? reprint() : shown();
      }),
    askProgress: () =>
      open(() => unlessPersonal(() => showing(session, { at: 'ask-progress', number: '', problem: null }))),
    findProgress: ({ page, number }) => press(page, () => findProgress(number)),
    stillHere: () =>
      inTurn(async () => {
        asking?.cancel();
        asking = null;
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

  return {
    handlers,
    /** Something about a submission changed: if its receipt is on the screen, the screen is told. */
    noteSubmission(sequence: number): void {
      void inTurn(async () => {
        const isShown = session.screen.at === 'receipt' && session.screen.receipt.sequence === sequence;
        if (isShown && !session.isAsking) emit({ name: 'view', payload: await view() });
      }).catch((error: unknown) => parts.log.unexpected('receipt not refreshed', error));
    },
    noteStatus: () => emit({ name: 'status', payload: status() }),
    async stop(): Promise<void> {
      idle.stop();
      asking?.cancel();
      await turn;
      await counter.flush();
    },
  };
}
export type Sessions = ReturnType<typeof createSessions>;

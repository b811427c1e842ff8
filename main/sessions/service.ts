// The kiosk's answers to the screen. One person at a time, one request after the other.
import { ok } from '../../domain/result.ts';
import type { Reply, Status } from '../../domain/contract/kiosk-api.ts';
import type { View } from '../../domain/contract/views.ts';
import { dayInCity, timeInCity } from '../../lib/clock.ts';
import type { Handlers } from '../dispatch.ts';
import { arranged, isLocked } from '../staff/moves.ts';
import { filesBeneath, isStaffsOwn } from '../staff/room.ts';
import { pressesOf } from './all-presses.ts';
import { countStep } from './count-step.ts';
import type { Desk } from './desk.ts';
import { createTurns } from './in-turn.ts';
import { keptToNotice } from './mending.ts';
import { createPresence } from './presence.ts';
import { createIdentityDesk } from './presses/identity.ts';
import { touchedRating } from './presses/rating.ts';
import { sequenceShown, withFreshState } from './progress-facts.ts';
import { isPersonal, newSession, type Session } from './session.ts';
import type { SessionParts } from './session-parts.ts';
import { createViews } from './shown-view.ts';
import * as steps from './steps.ts';
import { waysToChange } from './ways-to-change.ts';
import { createWindowTrouble } from './window-trouble.ts';

export function createSessions(parts: SessionParts) {
  const { config, store, clock, timers, emit, counter } = parts;
  let session = newSession(config.locale);
  let { closed } = parts;
  let standing = parts.closed;
  const { inTurn, whenFree, done } = createTurns();
  const presence = createPresence({ config, timers, emit, session: () => session, onGone: timeIsUp });

  /** Somebody touched the screen: the citizen's clock starts again, or that of the staff. */
  function touch(): void {
    parts.staff.watch(session, lockBecauseOfTime);
    if (isStaffsOwn(session)) presence.stop();
    else presence.touch();
  }

  function lockBecauseOfTime(): void {
    desk.happen(() => parts.staff.lock(session, 'time'));
  }

  const today = () => dayInCity(clock.now());
  const { viewContext, view } = createViews(parts, {
    session: () => session,
    closed: () => closed,
    identity: () => identity.facts(),
  });

  /** The session is another now; its documents, the sticks and the camera follow it. */
  function take(next: Session): Promise<void> {
    const before = session;
    session = next;
    return parts.documents.follow(before, next);
  }

  async function shown(): Promise<Reply<View>> {
    return ok(await view());
  }

  /** The screen is told what it shows by now. */
  async function tell(): Promise<void> {
    emit({ name: 'view', payload: await view() });
  }

  /** What waits until nobody is in the middle of anything. */
  let atRest: (() => void) | null = null;

  /** A session is over, or none is under way. */
  function rest(): void {
    atRest?.();
    atRest = null;
  }

  /** Nothing of the person stays. */
  function clear(): void {
    const left = steps.placesHere(session, today());
    if (left !== null) counter.note(left.prepared, 'left', left.places);
    presence.stop();
    identity.end();
    parts.copies?.forget();
    void take(newSession(config.locale));
    rest();
  }

  /** The person left: nothing of theirs stays, and the screen is thrown away. */
  function end(): void {
    const kept = parts.staff.afterLeaving(session);
    clear();
    if (kept !== null) void take(kept);
    emit({ name: 'ended', payload: null });
  }

  /**
   * Time is up. A press that came before it is finished first: what it hands in must not come back to a screen that has
   * been cleared. Whoever pressed is here, and that press has started the clock again.
   */
  function timeIsUp(): void {
    whenFree(() => {
      if (!presence.isWaiting()) end();
    });
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
    await tell();
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

  function status(): Status {
    const now = clock.now();
    return { link: parts.linkState(), now: `${dayInCity(now)} ${timeInCity(now)}` };
  }

  const around = {
    session: () => session,
    isShut: () => session.isAsking || closed !== null,
    inTurn,
    shown,
    touch,
  };
  const desk: Desk = {
    ...around,
    ...waysToChange({ ...around, admit, become, tell, log: parts.log }),
    today,
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
        session = arranged(session, input);
        touch();
        return shown();
      }),
    ...pressesOf(desk, parts, { identity, viewContext, leave: left }),
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

  /** What is on the screen changed without a press: the screen is told. */
  function refresh(change: (shown: Session) => Session): void {
    void inTurn(async () => {
      await take(change(session));
      if (!desk.isShut()) await tell();
    }).catch((error: unknown) => parts.log.unexpected('screen not refreshed', error));
  }
  parts.documents.onMedia(refresh);

  return {
    handlers,
    ...createWindowTrouble({
      ...parts,
      inTurn,
      askWhoIsThere: asWhoIsThere,
      clear,
      shut(because) {
        closed = because ?? standing;
      },
      tell,
    }),
    /** Serves nobody from now on, whatever becomes of the window; null: serves again. */
    stand(because: SessionParts['closed']): void {
      standing = because;
      void inTurn(async () => {
        clear();
        closed = because;
        await tell();
      }).catch((error: unknown) => parts.log.unexpected('not closed', error));
    },
    /** Does this once, before the next session begins: at once when none is under way. The last one asked for counts. */
    whenAtRest(work: () => void): void {
      atRest = work;
      void inTurn(async () => {
        if (session.screen.at === 'welcome' && session.duty === null) rest();
      }).catch((error: unknown) => parts.log.unexpected('not done at rest', error));
    },
    /** Something about a submission changed: if its receipt is on the screen, the screen is told. */
    noteSubmission(sequence: number): void {
      void inTurn(async () => {
        const isShown = sequenceShown(session) === sequence;
        if (isShown) session = await withFreshState(session, store);
        if (isShown && !session.isAsking) await tell();
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

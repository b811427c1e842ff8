// Whether somebody stands here: the clock that notices who walked away, and the question to whoever may have come instead.
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import type { Timers } from '../../lib/clock.ts';
import type { KioskConfig } from '../config.ts';
import { createIdleClock, type IdleTimes } from './idle-clock.ts';
import type { Session } from './session.ts';

export interface PresenceParts {
  config: Pick<KioskConfig, 'idle' | 'locale'>;
  timers: Timers;
  emit: (event: KioskEvent) => void;
  session: () => Session;
  /** Nobody is here any more. */
  onGone: () => void;
}

/** Whoever took their card may be on their way out: long enough to say otherwise (WCAG 2.2.1), and no longer. */
const CARD_TAKEN_MS = 20_000;

/** How long a rating is offered before the screen asks whether somebody is still there. */
const OFFER_SECONDS = { usual: 20, slow: 40 };

export type Presence = ReturnType<typeof createPresence>;

export function createPresence({ config, timers, emit, session, onGone }: PresenceParts) {
  let asking: { cancel(): void } | null = null;
  let isCardTaken = false;
  const idle = createIdleClock(
    timers,
    (clearInMs) => {
      const seconds = Math.round(clearInMs / 1000);
      emit({ name: 'idle', payload: isCardTaken ? { seconds, because: 'card-removed' } : { seconds } });
    },
    () => emit({ name: 'idle', payload: null }),
    onGone,
  );

  function idleTimes(): IdleTimes {
    const { warnAfterSeconds, warnAfterSecondsElder, clearAfterSeconds } = config.idle;
    const { size, speech } = session().appearance;
    const isSlow = size >= 3 || speech;
    const warn = isOffered()
      ? OFFER_SECONDS[isSlow ? 'slow' : 'usual']
      : isSlow
        ? warnAfterSecondsElder
        : warnAfterSeconds;
    return { warnAfterMs: warn * 1000, clearAfterMs: clearAfterSeconds * 1000 };
  }

  /** A rating that nobody has touched yet: it is asked for once, and not waited for. */
  function isOffered(): boolean {
    const { screen } = session();
    return screen.at === 'rating' && screen.isOffer;
  }

  function isBegun(): boolean {
    const { screen, appearance } = session();
    const { locale, size, contrast, speech, lowReach } = appearance;
    const isArranged = locale !== config.locale || size !== 2 || contrast !== 'off' || speech || lowReach;
    return screen.at !== 'welcome' || isArranged;
  }

  function answered(): void {
    asking?.cancel();
    asking = null;
  }

  return {
    /** Somebody pressed something. */
    touch(): void {
      if (session().isAsking) return;
      if (isBegun()) idle.touch(idleTimes());
      else idle.stop();
    },
    /** Waits for an answer to the question who is there; without one nobody is. */
    ask(): void {
      idle.stop();
      asking?.cancel();
      asking = timers.after(config.idle.clearAfterSeconds * 1000, () => {
        asking = null;
        onGone();
      });
    },
    /** The card that the session began with was taken away: asks at once, and for a shorter time. */
    cardTaken(): void {
      if (session().isAsking) return;
      isCardTaken = true;
      idle.askNow(Math.min(CARD_TAKEN_MS, config.idle.clearAfterSeconds * 1000));
      isCardTaken = false;
    },
    answered,
    /** Whether time runs for somebody: a clock or a question was started and has not come to its end. */
    isWaiting: () => idle.isRunning() || asking !== null,
    stop(): void {
      idle.stop();
      answered();
    },
  };
}

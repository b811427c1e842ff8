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

export type Presence = ReturnType<typeof createPresence>;

export function createPresence({ config, timers, emit, session, onGone }: PresenceParts) {
  let asking: { cancel(): void } | null = null;
  const idle = createIdleClock(
    timers,
    (clearInMs) => emit({ name: 'idle', payload: { seconds: Math.round(clearInMs / 1000) } }),
    () => emit({ name: 'idle', payload: null }),
    onGone,
  );

  function idleTimes(): IdleTimes {
    const { warnAfterSeconds, warnAfterSecondsElder, clearAfterSeconds } = config.idle;
    const warn = session().appearance.size >= 3 ? warnAfterSecondsElder : warnAfterSeconds;
    return { warnAfterMs: warn * 1000, clearAfterMs: clearAfterSeconds * 1000 };
  }

  function isBegun(): boolean {
    const { screen, appearance } = session();
    const { locale, size, contrast } = appearance;
    return screen.at !== 'welcome' || locale !== config.locale || size !== 2 || contrast !== 'off';
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
      asking = timers.after(config.idle.clearAfterSeconds * 1000, onGone);
    },
    answered,
    stop(): void {
      idle.stop();
      answered();
    },
  };
}

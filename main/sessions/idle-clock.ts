import type { Timers } from '../../lib/clock.ts';

export interface IdleTimes {
  /** Without a touch for so long, the screen asks whether somebody is still there. */
  warnAfterMs: number;
  /** Without an answer for so long after that, everything is cleared. */
  clearAfterMs: number;
}

/** Watches for the citizen who walked away. `touch` starts it again; `stop` ends it. */
export function createIdleClock(
  timers: Timers,
  onWarn: (clearInMs: number) => void,
  onBack: () => void,
  onClear: () => void,
) {
  let pending: { cancel(): void } | null = null;
  let warned = false;

  function stop(): void {
    pending?.cancel();
    pending = null;
    warned = false;
  }

  function warn({ clearAfterMs }: IdleTimes): void {
    warned = true;
    pending = timers.after(clearAfterMs, () => {
      stop();
      onClear();
    });
    onWarn(clearAfterMs);
  }

  return {
    stop,
    /** Asks now, whatever was touched last; `touch` takes it back. */
    askNow(clearAfterMs: number): void {
      stop();
      warn({ warnAfterMs: 0, clearAfterMs });
    },
    touch(times: IdleTimes): void {
      const wasWarned = warned;
      stop();
      pending = timers.after(times.warnAfterMs, () => warn(times));
      if (wasWarned) onBack();
    },
    isWarned: () => warned,
    isRunning: () => pending !== null,
  };
}
export type IdleClock = ReturnType<typeof createIdleClock>;

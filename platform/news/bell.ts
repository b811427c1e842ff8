// Kiosks wait for news without asking again and again: while anybody waits, one question a second to the database serves
// them all, whichever platform of the database told it.
import type { Timers } from '../../lib/clock.ts';

const LOOK_EVERY_MS = 1000;

export interface Bell {
  /** Resolves when there is something behind `after`, when `ms` are over, or when `gone` says that nobody waits. */
  wait(after: number, ms: number, gone: AbortSignal): Promise<void>;
  /** Lets everybody go. */
  stop(): void;
}

export function createBell(timers: Timers, lastPosition: () => Promise<number>): Bell {
  const waiting = new Set<{ after: number; go: () => void }>();
  let next: { cancel(): void } | null = null;
  let isStopped = false;

  function look(): void {
    next = null;
    if (waiting.size === 0 || isStopped) return;
    lastPosition()
      .then((last) => {
        for (const one of waiting) if (last > one.after) one.go();
      })
      // Whoever waits asks again at the end of its time; a database that is away is told of where it is needed.
      .catch(() => undefined)
      .finally(() => {
        if (waiting.size > 0 && !isStopped) next ??= timers.after(LOOK_EVERY_MS, look);
      });
  }

  return {
    wait(after, ms, gone) {
      if (isStopped || gone.aborted || ms <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const go = () => {
          waiting.delete(one);
          end.cancel();
          gone.removeEventListener('abort', go);
          resolve();
        };
        const one = { after, go };
        const end = timers.after(ms, go);
        gone.addEventListener('abort', go, { once: true });
        waiting.add(one);
        next ??= timers.after(LOOK_EVERY_MS, look);
      });
    },
    stop() {
      isStopped = true;
      next?.cancel();
      for (const { go } of [...waiting]) go();
    },
  };
}

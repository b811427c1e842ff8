// One lane of the queue: sends what is there, waits when the platform does not answer, and never returns faster because
// somebody woke it.
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { pauseMs } from './backoff.ts';
import type { Trouble } from './platform-client.ts';

export interface LaneParts {
  clock: Clock;
  timers: Timers;
  /** In [0, 1). */
  random: () => number;
  log: Log;
  /** Sends batch after batch. undefined: nothing was waiting; null: all were answered; else why it stopped. */
  sendAll: (isStopped: () => boolean) => Promise<Trouble | null | undefined>;
  /** What the exchange said about the connection; null: the platform answered. */
  onExchange: (trouble: Trouble | null) => void;
}

export interface Lane {
  /** There may be something to send now. */
  wake(): void;
  /** Sends until nothing is left or the platform does not answer. */
  drain(): Promise<void>;
  /** Resolves when nothing is being sent; at once while it waits for its next try. Never rejects. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export function createLane(parts: LaneParts): Lane {
  const { clock, timers, random, log } = parts;
  let running: Promise<void> | null = null;
  let again = false;
  let failures = 0;
  let pending: { cancel(): void } | null = null;
  let isStopped = false;
  /** The platform asked for patience until then, by the clock that never jumps. */
  let notBefore = 0;

  async function run(): Promise<void> {
    do {
      again = false;
      const trouble = await parts.sendAll(() => isStopped);
      if (trouble === undefined) continue;
      parts.onExchange(trouble);
      failures = trouble === null ? 0 : failures + 1;
      // Whoever woke us meanwhile waits with the rest: going round again would be a retry without a pause.
      if (trouble !== null) return retryLater(trouble);
    } while (again && !isStopped);
  }

  function retryLater(trouble: Trouble): void {
    // Only people can mend this; the queue is kept, and asked again at the longest pauses.
    if (trouble.kind === 'not-authorised') log.warn('sending stopped', { code: trouble.kind });
    const asked = trouble.kind === 'busy' ? trouble.retryAfterMs : null;
    const pause = pauseMs(failures, random(), asked);
    if (asked !== null) notBefore = clock.monotonicMs() + pause;
    waitFor(pause);
  }

  function waitFor(pause: number): void {
    pending?.cancel();
    pending = timers.after(pause, start);
  }

  function start(): void {
    if (isStopped || clock.monotonicMs() < notBefore) return;
    pending?.cancel();
    pending = null;
    if (running !== null) {
      again = true;
      return;
    }
    running = run()
      .catch((error: unknown) => {
        log.unexpected('sending failed', error);
        // A disk that failed once must not keep the queue until somebody hands in the next.
        failures += 1;
        if (!isStopped) waitFor(pauseMs(failures, random(), null));
      })
      .finally(() => {
        running = null;
      });
  }

  return {
    wake: start,
    async drain() {
      start();
      await running;
    },
    async idle() {
      while (running !== null) await running;
    },
    async stop() {
      isStopped = true;
      pending?.cancel();
      await running;
    },
  };
}

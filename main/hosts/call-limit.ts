// A person presses a few times a second, and a screen asks a few times for each press. Whoever asks hundreds of times a
// second is no person, and must not keep the kiosk from printing, sending and showing.
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';

/** So many calls at once are no fault: a page that has just been loaded, a list that is filled in. */
export const CALLS_AT_ONCE = 200;
export const CALLS_A_SECOND = 50;

/** A log that took a line for every refusal would be the next thing to be filled. */
const TELL_EVERY_MS = 60_000;

export interface CallLimit {
  /** Whether one more call may be answered now. */
  take(): boolean;
}

export function createCallLimit(clock: Clock, log: Log): CallLimit {
  let left = CALLS_AT_ONCE;
  let at = clock.monotonicMs();
  let refused = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  function note(now: number): void {
    refused += 1;
    if (now - toldAt < TELL_EVERY_MS) return;
    log.warn('too many calls', { code: 'busy', count: refused });
    refused = 0;
    toldAt = now;
  }

  return {
    take() {
      const now = clock.monotonicMs();
      left = Math.min(CALLS_AT_ONCE, left + ((now - at) / 1000) * CALLS_A_SECOND);
      at = now;
      const isTaken = left >= 1;
      if (isTaken) left -= 1;
      else note(now);
      return isTaken;
    },
  };
}

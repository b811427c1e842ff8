// An end that was asked for: what is being written is finished, and nothing may make it last.
import type { Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';

/** A service manager and a shutting-down machine wait longer than this before they use force. */
export const END_WITHIN_MS = 5000;

export interface OrderlyEndParts {
  /** Ends everything, in the order given. */
  stops: (() => Promise<void> | void)[];
  timers: Timers;
  log: Log;
  exit: (code: number) => void;
}

/** Returns a function that ends the program once, however often it is asked. */
export function createOrderlyEnd({ stops, timers, log, exit }: OrderlyEndParts): () => void {
  let isEnding = false;

  async function end(): Promise<void> {
    const late = timers.after(END_WITHIN_MS, () => {
      log.warn('ended before all was stopped');
      exit(1);
    });
    for (const stop of stops) await stop();
    late.cancel();
    exit(0);
  }

  return () => {
    if (isEnding) return;
    isEnding = true;
    end().catch((error: unknown) => {
      log.unexpected('not ended in order', error);
      exit(1);
    });
  };
}

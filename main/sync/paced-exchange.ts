// The line belongs to submissions first: a piece of a document begins only when none is being sent, and no faster than IT
// staff allow. A piece that has begun is sent to its end, so that a submission waits for one piece at most.
import { fail } from '../../domain/result.ts';
import type { Clock, Timers } from '../../lib/clock.ts';
import type { RawExchange, RawRequest } from './signed-exchange.ts';

export interface PaceParts {
  /** Resolves when no submission is being sent. */
  whenFree: () => Promise<void>;
  /** 0: as fast as the line goes. */
  bytesPerSecond: number;
  clock: Pick<Clock, 'monotonicMs'>;
  timers: Timers;
}

/** Requests without a body are questions: they are small, and go at once. */
export function pacedExchange(
  exchange: RawExchange,
  { whenFree, bytesPerSecond, clock, timers }: PaceParts,
): RawExchange {
  /** By the clock that never jumps. */
  let notBefore = 0;

  async function turn({ body, signal }: RawRequest): Promise<void> {
    const bytes = body?.length ?? 0;
    if (bytes === 0) return;
    await unlessAborted(signal, pauseOf(timers, notBefore - clock.monotonicMs()));
    // Last: who waited for the pace may find the line taken again.
    await unlessAborted(signal, { done: whenFree(), cancel: () => {} });
    if (bytesPerSecond > 0)
      notBefore = Math.max(notBefore, clock.monotonicMs()) + (bytes * 1000) / bytesPerSecond;
  }

  return {
    ...exchange,
    async send(request) {
      await turn(request);
      return request.signal.aborted ? fail({ kind: 'no-network' }) : exchange.send(request);
    },
  };
}

interface Wait {
  done: Promise<void>;
  cancel: () => void;
}

function pauseOf(timers: Timers, ms: number): Wait {
  if (ms <= 0) return { done: Promise.resolve(), cancel: () => {} };
  const { promise, resolve } = Promise.withResolvers<void>();
  return { done: promise, cancel: timers.after(ms, resolve).cancel };
}

async function unlessAborted(signal: AbortSignal, { done, cancel }: Wait): Promise<void> {
  const { promise: aborted, resolve } = Promise.withResolvers<void>();
  const end = () => resolve();
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  await Promise.race([done, aborted]);
  signal.removeEventListener('abort', end);
  if (signal.aborted) cancel();
}

// How much may be under way at once. Whoever comes when the house is full is told when to come again, before anything of
// theirs is kept: memory is bounded by what is let in, and a storm of kiosks is spread over as long as it takes.
import type { BatchLimits } from '../../domain/contract/platform-api.ts';
import { BATCH_BYTES, BATCH_ITEMS } from '../../domain/contract/platform-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';

export interface GateLimits {
  /** Items that were let in and are not answered. */
  items: number;
  /** Bytes of bodies that are held. */
  bytes: number;
  /** Requests that came whole and are not answered: each waits for a word of the database before anything else. */
  requests: number;
  /** Batches of one kiosk at once: one is what a kiosk needs, the others are answers that it gave up waiting for. */
  batchesOfOne: number;
}

/** Some seconds' work of a quick machine, and bodies that take some hundred megabytes while they are read and opened. */
export const USUAL_LIMITS: GateLimits = { items: 4000, bytes: 64_000_000, requests: 500, batchesOfOne: 12 };

export interface Busy {
  /** Whether it is only this kiosk that asks too much. */
  isOne: boolean;
  /** Whole seconds; each caller is told another number, so that they do not return together. */
  retryAfter: number;
}

export interface Gate {
  /** Asked before a body is read. null: it may be. */
  refuse(): Busy | null;
  /** Counts bytes that arrived. False: they must not be kept. Whatever it says, they are let go of later. */
  hold(bytes: number): boolean;
  letGo(bytes: number): void;
  /** Lets a request that came whole to the door. `leave` once it is answered, whatever came of it. */
  come(): Result<{ leave: () => void }, Busy>;
  /** Lets a batch in. `leave` once it is answered, whatever came of it. */
  enter(kiosk: string, items: number): Result<{ leave: () => void }, Busy>;
  /** How large the next batch should be. */
  batch(): BatchLimits;
  /** What is under way. */
  readonly held: { items: number; bytes: number; requests: number };
}

export interface GateParts {
  limits?: GateLimits;
  clock: Pick<Clock, 'monotonicMs'>;
  random?: () => number;
}

const MOST_SECONDS = 60;
const WINDOW_MS = 5000;
/** A kiosk gives an answer up after twenty seconds and asks again: more than can be answered by then is done in vain. */
const ANSWER_WITHIN_S = 8;
/** As many as fill a transaction, however slow the machine was of late. */
const LEAST_ITEMS = 400;

export function createGate({ limits = USUAL_LIMITS, clock, random = Math.random }: GateParts): Gate {
  const held = { items: 0, bytes: 0, requests: 0 };
  const batchesOf = new Map<string, number>();
  const crowd = createCrowd(clock);

  function busy(isOne: boolean): Busy {
    const seconds = isOne ? 1 : crowd.turnBack();
    return { isOne, retryAfter: 1 + Math.floor(random() * seconds) };
  }

  /** What this machine, as busy as it is, can answer in time; half a second's work of a quiet one when nothing is known. */
  const room = () => Math.min(limits.items, Math.max(LEAST_ITEMS, crowd.itemsASecond() * ANSWER_WITHIN_S));
  const fullness = () =>
    Math.max(held.items / room(), held.bytes / limits.bytes, held.requests / limits.requests);

  function leave(kiosk: string, items: number): void {
    held.items -= items;
    crowd.served(items);
    const left = (batchesOf.get(kiosk) ?? 1) - 1;
    if (left === 0) batchesOf.delete(kiosk);
    else batchesOf.set(kiosk, left);
  }

  return {
    held,
    refuse: () => (fullness() < 1 ? null : busy(false)),
    hold: (bytes) => (held.bytes += bytes) <= limits.bytes,
    letGo: (bytes) => void (held.bytes -= bytes),
    come() {
      if (held.requests >= limits.requests) return fail(busy(false));
      held.requests += 1;
      return ok({ leave: once(() => void (held.requests -= 1)) });
    },
    enter(kiosk, items) {
      const own = batchesOf.get(kiosk) ?? 0;
      if (own >= limits.batchesOfOne) return fail(busy(true));
      // An empty house takes a batch of any size.
      if (held.items > 0 && held.items + items > room()) return fail(busy(false));
      held.items += items;
      batchesOf.set(kiosk, own + 1);
      return ok({ leave: once(() => leave(kiosk, items)) });
    },
    batch: () =>
      fullness() < 0.5
        ? { items: BATCH_ITEMS, bytes: BATCH_BYTES }
        : { items: BATCH_ITEMS / 4, bytes: BATCH_BYTES / 2 },
  };
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

/** How many were turned back of late, against how many were served: so long the last of them has to wait. */
function createCrowd(clock: Pick<Clock, 'monotonicMs'>) {
  const NOBODY = { served: 0, items: 0, back: 0 };
  let now = { ...NOBODY, from: clock.monotonicMs() };
  let before = { ...NOBODY, ms: 0 };

  function turn(): void {
    const elapsed = clock.monotonicMs() - now.from;
    if (elapsed < WINDOW_MS) return;
    before = elapsed < 2 * WINDOW_MS ? { ...now, ms: elapsed } : { ...NOBODY, ms: 0 };
    now = { ...NOBODY, from: clock.monotonicMs() };
  }

  const seconds = () => Math.max(1, (clock.monotonicMs() - now.from + before.ms) / 1000);

  return {
    served(items: number): void {
      turn();
      now.served += 1;
      now.items += items;
    },
    itemsASecond(): number {
      turn();
      return (now.items + before.items) / seconds();
    },
    /** Seconds over which those who were turned back are spread. */
    turnBack(): number {
      turn();
      now.back += 1;
      const aSecond = Math.max(1, (now.served + before.served) / seconds());
      return Math.min(MOST_SECONDS, Math.max(2, Math.ceil((now.back + before.back) / aSecond)));
    },
  };
}

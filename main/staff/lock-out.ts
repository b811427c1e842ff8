// Five wrong tries lock a number on this machine for a quarter of an hour. A try is counted and put down before it is
// judged: whoever pulls the plug in between has used it up all the same.
import type { Tries } from '../store/staff.ts';

export const TRIES_ALLOWED = 5;
export const LOCKED_FOR_MS = 15 * 60_000;

export const NO_TRIES: Tries = { wrong: 0, lockedUntilMs: null };

export function isLockedOut({ lockedUntilMs }: Tries, nowMs: number): boolean {
  return lockedUntilMs !== null && nowMs < lockedUntilMs;
}

/** The tries with one more, as if it were wrong. After a lock-out the count begins anew. */
export function withOneMore(tries: Tries, nowMs: number): Tries {
  const wrong = (tries.lockedUntilMs === null ? tries.wrong : 0) + 1;
  return { wrong, lockedUntilMs: wrong >= TRIES_ALLOWED ? nowMs + LOCKED_FOR_MS : null };
}

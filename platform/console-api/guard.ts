// Who may read the work list: whoever has the token that was printed when the platform started. It travels in the
// fragment of an address, which no browser sends anywhere, and is exchanged for a cookie that no script can read.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../lib/clock.ts';

export interface ConsoleGuard {
  token: string;
  /** A session for the right token, or null. */
  open(token: string): string | null;
  isOpen(session: string): boolean;
  close(session: string): void;
}

/** A working day; after it the token is asked for again. */
export const SESSION_MS = 12 * 60 * 60 * 1000;
/** More than a service center has desks; the oldest session gives way. */
const SESSIONS = 200;

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function createConsoleGuard(clock: Pick<Clock, 'monotonicMs'>): ConsoleGuard {
  const token = secret();
  const sessions = new Map<string, number>();

  return {
    token,
    open(given) {
      if (!isEqual(given, token)) return null;
      const session = secret();
      sessions.set(session, clock.monotonicMs() + SESSION_MS);
      const [oldest] = sessions.keys();
      if (sessions.size > SESSIONS && oldest !== undefined) sessions.delete(oldest);
      return session;
    },
    isOpen: (session) => (sessions.get(session) ?? 0) > clock.monotonicMs(),
    close: (session) => void sessions.delete(session),
  };
}

/** The value of a cookie in a cookie header; '' when it is not there. */
export function cookieIn(header: string | undefined, name: string): string {
  const pairs = (header ?? '').split(';').map((part) => part.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1] ?? '';
}

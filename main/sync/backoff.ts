/** First pause and longest pause, in milliseconds. */
export const BASE_MS = 2000;
export const CEILING_MS = 15 * 60 * 1000;
const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * How long to wait before the next try, in milliseconds: exponential with full jitter, so that a city's kiosks do not
 * return together (“Exponential backoff and jitter”, AWS). `random` is in [0, 1); `retryAfterMs` is what the platform
 * asked for (RFC 9110 §10.2.3), at most a day of which is believed. It asks all of them for the same patience, so that
 * the jitter comes on top of it.
 */
export function pauseMs(failures: number, random: number, retryAfterMs: number | null): number {
  const ceiling = Math.min(CEILING_MS, BASE_MS * 2 ** Math.min(failures, 30));
  const asked = Math.min(Math.max(retryAfterMs ?? 0, 0), LONGEST_RETRY_AFTER_MS);
  return asked + Math.floor(random * ceiling);
}

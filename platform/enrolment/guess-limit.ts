// Wrong codes from one address. Sixty random bits are not guessed over a network; the limit keeps somebody who tries
// from filling the log and keeping the database busy.

export interface GuessLimit {
  /** Milliseconds until this address may try again; 0: now. */
  waitMs(address: string, atMs: number): number;
  noteWrong(address: string, atMs: number): void;
}

const WRONG_ALLOWED = 10;
const WINDOW_MS = 10 * 60 * 1000;
/** Addresses remembered at once; the oldest are forgotten first. */
const ADDRESSES = 10_000;

/** `atMs` comes from a clock that never jumps. */
export function createGuessLimit(): GuessLimit {
  const wrong = new Map<string, number[]>();

  function recent(address: string, atMs: number): number[] {
    return (wrong.get(address) ?? []).filter((moment) => moment > atMs - WINDOW_MS);
  }

  return {
    waitMs(address, atMs) {
      const moments = recent(address, atMs);
      const [oldest] = moments;
      return oldest === undefined || moments.length < WRONG_ALLOWED ? 0 : oldest + WINDOW_MS - atMs;
    },
    noteWrong(address, atMs) {
      const moments = [...recent(address, atMs), atMs].slice(-WRONG_ALLOWED);
      wrong.delete(address);
      wrong.set(address, moments);
      const [first] = wrong.keys();
      if (wrong.size > ADDRESSES && first !== undefined) wrong.delete(first);
    },
  };
}

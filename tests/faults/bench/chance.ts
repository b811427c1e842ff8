// Chance that can be had again: the same seed gives the same moments, sizes and choices.

export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** mulberry32: small, and good enough to choose where to break something. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
  };
}

export interface RoundChance extends Chance {
  /** From here on what this round has, whichever rounds were played before it. */
  begin(round: number): void;
}

/** Chance that begins anew with each round, so that a round can be played by itself or in another process. */
export function chanceByRound(seed: number): RoundChance {
  let current = chanceFrom(seed);
  return {
    begin: (round) => void (current = chanceFrom(seedOf(seed, String(round)))),
    next: () => current.next(),
    whole: (from, to) => current.whole(from, to),
    pick: (from) => current.pick(from),
  };
}

/** A seed of its own for each fault, so that `--only` replays what a whole run did. */
export function seedOf(seed: number, name: string): number {
  let mixed = seed >>> 0;
  for (const letter of name) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return mixed;
}

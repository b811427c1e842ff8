// Chance that can be thrown again: the same seed makes the same answers.
export interface Dice {
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  /** Throws on an empty list. */
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, good enough to wander through a procedure. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;

  function below(count: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  }

  return {
    below,
    pick<T>(list: readonly T[]): T {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('there is nothing to pick from');
      return picked;
    },
  };
}

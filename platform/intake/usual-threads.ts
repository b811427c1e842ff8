/** More would wait for the one thread that writes. */
const MOST = 4;

/** How many threads examine what comes in on a machine with so many cores: one core is for everything else. */
export function usualThreads(cores: number): number {
  return Math.min(MOST, Math.max(0, cores - 1));
}

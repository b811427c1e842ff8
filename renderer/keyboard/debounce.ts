/** A finger that trembles strikes a key twice within this time: the second stroke is none. */
export const DEBOUNCE_MS = 300;

/** Says whether a stroke counts. Another key may follow at once; nothing repeats by being held. */
export function createDebounce(): (key: string, atMs: number) => boolean {
  let last: { key: string; atMs: number } | null = null;
  return (key, atMs) => {
    const isEcho = last !== null && last.key === key && atMs - last.atMs < DEBOUNCE_MS;
    if (!isEcho) last = { key, atMs };
    return !isEcho;
  };
}

// How often one kiosk may ask for records. People fill in a form in minutes; whoever stole a kiosk's key and goes through
// numbers is slowed down to where the events show it.

export interface AskLimit {
  /** Whether this kiosk may ask now; counts the asking. `atMs` comes from a clock that never jumps. */
  take(kiosk: string, atMs: number): boolean;
}

/** Three people one after the other, each with every record there is and a mistake or two. */
export const ASKS_ALLOWED = 40;
const WINDOW_MS = 10 * 60 * 1000;

/** `asksAllowed`: in ten minutes. */
export function createAskLimit(asksAllowed: number): AskLimit {
  const asked = new Map<string, number[]>();
  return {
    take(kiosk, atMs) {
      const recent = (asked.get(kiosk) ?? []).filter((moment) => moment > atMs - WINDOW_MS);
      const isAllowed = recent.length < asksAllowed;
      asked.set(kiosk, isAllowed ? [...recent, atMs] : recent);
      return isAllowed;
    },
  };
}

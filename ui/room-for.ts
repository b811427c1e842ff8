/** So that somebody who writes too much sees it, and the kiosk says so: what a box cuts off is gone without a word. */
const OVERSHOOT = 20;
/** What the contract lets pass in one line. */
const MOST = 4000;

/**
 * What a box takes, as `maxLength`, for an answer of so many characters at most. A browser counts in halves of pairs: a rare
 * character of a name is two to it and one to whoever reads it.
 */
export function roomFor(longest: number): number {
  return Math.min(MOST, 2 * longest + OVERSHOOT);
}

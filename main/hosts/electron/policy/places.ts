// Which display shows the kiosk. All others are covered: a second display must not show a desktop.
import type { Electron } from '../api.ts';

export type ShellDisplay = Pick<Electron.Display, 'id' | 'bounds'>;

export interface Places {
  kiosk: ShellDisplay;
  blanks: ShellDisplay[];
}

/**
 * `chosen` counts the displays from left to right, then from top to bottom, beginning with 1; null is the one the
 * operating system calls primary. A chosen display that is not plugged in is replaced by the primary one: a kiosk on the
 * wrong display serves, one on none does not.
 */
export function placesOf(
  displays: readonly ShellDisplay[],
  primary: ShellDisplay,
  chosen: number | null,
): Places {
  const inOrder = displays.toSorted((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y);
  const kiosk = (chosen === null ? undefined : inOrder[chosen - 1]) ?? primary;
  return { kiosk, blanks: inOrder.filter(({ id }) => id !== kiosk.id) };
}

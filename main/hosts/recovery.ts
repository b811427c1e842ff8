// What follows when the window is lost: its page crashed, hung or went blank, its browser or its graphics died. The
// rule is the same under every host; a host brings the signs and opens the windows.
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Kiosk } from '../kiosk.ts';

/** How a window was lost. `window-closed`: somebody shut it; that is no fault of the machine and is not counted. */
export type Loss =
  | 'page-crashed'
  | 'page-hung'
  | 'page-blank'
  | 'page-left'
  | 'browser-gone'
  | 'graphics-gone'
  | 'window-closed';

export interface Remedy {
  /** What the next window will show: the session behind a question, or that the machine is out of service. */
  next: 'reopen-asking' | 'out-of-service';
  /** How long to wait before it is opened: one that dies at once is not opened again without end. */
  afterMs: number;
  /** `software`: draw without the graphics hardware from now on, for as long as this process lives. */
  rendering: 'usual' | 'software';
}

export interface Recovery {
  /** Says what to do, and has told the kiosk: it asks who is there, or serves nobody until it has rested. */
  lost(how: Loss): Remedy;
  /** How a window that is opened now is to be drawn. */
  rendering(): Remedy['rendering'];
  stop(): void;
}

export interface RecoveryParts {
  kiosk: Pick<Kiosk, 'windowLost' | 'close' | 'reopen'>;
  clock: Clock;
  timers: Timers;
}

/** So many losses in so long, and the machine goes out of service. */
export const LOSSES_TOO_MANY = 3;
export const LOSSES_WITHIN_MS = 5 * 60_000;
/** Out of service for so long without another loss, and it serves again by itself. */
export const REST_MS = 10 * 60_000;
/** A window lost so soon after another is opened after a pause, and still stands within 5 s. */
export const AT_ONCE_MS = 5000;
export const REOPEN_PAUSE_MS = 1000;
/** While it is out of service even the window that says so may be lost; nobody is kept waiting by a longer pause. */
export const RESTING_PAUSE_MS = 30_000;

/** A window that draws nothing, or a browser that takes its graphics down with it. */
const MAY_BE_GRAPHICS: Loss[] = ['graphics-gone', 'page-blank', 'browser-gone'];
/** The first such loss is answered by a new window, the second by drawing in software. */
const GRAPHICS_TOO_MANY = 2;

export function createRecovery({ kiosk, clock, timers }: RecoveryParts): Recovery {
  let losses: { atMs: number; how: Loss }[] = [];
  let lastAtMs = Number.NEGATIVE_INFINITY;
  let rest: { cancel(): void } | null = null;
  let rendering: Remedy['rendering'] = 'usual';

  function note(how: Loss): void {
    const now = clock.monotonicMs();
    losses = [...losses.filter(({ atMs }) => now - atMs < LOSSES_WITHIN_MS), { atMs: now, how }];
    const graphics = losses.filter((loss) => MAY_BE_GRAPHICS.includes(loss.how));
    if (graphics.length >= GRAPHICS_TOO_MANY) rendering = 'software';
  }

  function restFromNow(): void {
    rest?.cancel();
    rest = timers.after(REST_MS, () => {
      rest = null;
      losses = [];
      kiosk.reopen();
    });
  }

  /** Nobody is shown a dead window for longer than it takes to open another. */
  function pauseMs(): number {
    const now = clock.monotonicMs();
    const isSoon = now - lastAtMs < AT_ONCE_MS;
    lastAtMs = now;
    return isSoon ? REOPEN_PAUSE_MS : 0;
  }

  return {
    lost(how) {
      const isFault = how !== 'window-closed';
      const afterMs = pauseMs();
      if (isFault) note(how);
      if (rest !== null) {
        if (isFault) restFromNow();
        return { next: 'out-of-service', afterMs: RESTING_PAUSE_MS, rendering };
      }
      kiosk.windowLost(how);
      if (losses.length < LOSSES_TOO_MANY) return { next: 'reopen-asking', afterMs, rendering };
      kiosk.close();
      restFromNow();
      return { next: 'out-of-service', afterMs, rendering };
    },
    rendering: () => rendering,
    stop() {
      rest?.cancel();
      rest = null;
    },
  };
}

// One window at a time, a fresh one for each citizen. A lost one is replaced by the rule every host follows.
import type { Timers } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import type { Recovery, Loss } from '../recovery.ts';
import type { Electron, ShellContents, ShellWindow } from './api.ts';
import { watchPage } from './watch-page.ts';
import type { WindowMaker } from './window.ts';

export interface Visits {
  /** The first window. */
  open(): void;
  present(): ShellWindow | null;
  /** The next person comes: a fresh window, and the last one's traces removed. */
  replace(): void;
  /** A sign that came from elsewhere: the window is to be replaced. */
  lost(how: Loss): void;
  /** Moves the present window to where it belongs. */
  place(bounds: Electron.Rectangle): void;
  stop(): void;
}

export interface VisitsParts {
  maker: WindowMaker;
  /** Where a window is to stand now. */
  bounds: () => Electron.Rectangle;
  recovery: Pick<Recovery, 'lost'>;
  /** Draws without the graphics hardware from now on; that takes a new process. */
  drawInSoftware: () => void;
  /** A process that has seen so many people is replaced by a fresh one, between two of them. */
  onWorn: () => void;
  /** What else a person may have left on the machine. */
  forget: () => void;
  timers: Timers;
  log: Log;
}

/** Electron keeps every session it ever made until the process ends: each visit costs a little memory for good. */
export const WORN_AFTER_VISITS = 500;

export function createVisits(parts: VisitsParts): Visits {
  const { maker, bounds, recovery, drawInSoftware, onWorn, forget, timers, log } = parts;
  let window: ShellWindow | null = null;
  /** Still there until a fresh one can be seen: they cover the desktop, and may ask nothing any more. */
  let former: ShellWindow[] = [];
  let watching: { stop(): void } | null = null;
  let reopening: { cancel(): void } | null = null;
  let visits = 1;
  let isStopped = false;

  function open(): void {
    watching?.stop();
    const fresh = maker.open(bounds());
    if (window !== null) former.push(window);
    window = fresh;
    watching = watchPage(fresh, timers, lose);
    fresh.once('ready-to-show', () => {
      if (window === fresh) endFormer();
    });
  }

  function endFormer(): void {
    for (const old of former) end(old);
    former = [];
  }

  function lose(how: Loss): void {
    if (isStopped) return;
    log.warn('window lost', { state: how });
    watching?.stop();
    const { afterMs, rendering } = recovery.lost(how);
    if (rendering === 'software') drawInSoftware();
    reopening?.cancel();
    reopening = timers.after(afterMs, open);
  }

  function end(old: ShellWindow): void {
    if (old.isDestroyed()) return;
    sweep(old.webContents, log);
    old.destroy();
  }

  return {
    open,
    lost: lose,
    present: () => window,
    replace() {
      if (isStopped) return;
      reopening?.cancel();
      forget();
      open();
      visits += 1;
      if (visits > WORN_AFTER_VISITS) onWorn();
    },
    place(to) {
      if (window === null || window.isDestroyed()) return;
      // A window that fills a display does not move.
      window.setKiosk(false);
      window.setBounds(to);
      window.setKiosk(true);
    },
    stop() {
      isStopped = true;
      reopening?.cancel();
      watching?.stop();
      endFormer();
      if (window !== null) end(window);
      window = null;
    },
  };
}

/** The partition lives in memory and goes with its window; this does not wait for that. */
function sweep({ session }: ShellContents, log: Log): void {
  Promise.all([session.clearStorageData(), session.clearCache(), session.clearAuthCache()]).catch(
    (error: unknown) => log.unexpected('session not cleared', error),
  );
}

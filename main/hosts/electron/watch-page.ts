// The signs by which Electron's window is known to be lost.
import type { Timers } from '../../../lib/clock.ts';
import { createPulse, IS_DRAWN } from '../pulse.ts';
import type { Loss } from '../recovery.ts';
import type { ShellWindow } from './api.ts';

/** Calls `onLost` once. */
export function watchPage(
  window: ShellWindow,
  timers: Timers,
  onLost: (how: Loss) => void,
): { stop(): void } {
  const { webContents } = window;
  let isOver = false;

  function lost(how: Loss): void {
    if (isOver) return;
    stop();
    onLost(how);
  }
  function stop(): void {
    isOver = true;
    pulse.stop();
  }

  const pulse = createPulse({ ask: () => webContents.executeJavaScript(IS_DRAWN), timers, onLost: lost });
  webContents.on('render-process-gone', () => lost('page-crashed'));
  webContents.on('unresponsive', () => lost('page-hung'));
  window.on('closed', () => lost('window-closed'));
  return { stop };
}

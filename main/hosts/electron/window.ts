// Makes the windows: the citizen's, in a partition of its own held in memory, and the black ones on other displays.
import type { Log } from '../../../lib/log.ts';
import type { Electron, ElectronApi, ShellWindow } from './api.ts';
import { lockSession } from './lock-session.ts';
import { ADDRESS } from './policy/address.ts';
import { blankWindowOptions, kioskWindowOptions, partitionOf } from './policy/window-options.ts';
import { serveAssets, type Assets } from './protocol.ts';

export interface WindowMaker {
  /** A window in a fresh partition. It shows itself once it has something to show. */
  open(bounds: Electron.Rectangle): ShellWindow;
  blank(bounds: Electron.Rectangle): ShellWindow;
}

export interface WindowMakerParts {
  electron: Pick<ElectronApi, 'BrowserWindow' | 'session'>;
  assets: Assets;
  /** Path of the built preload script. */
  preload: string;
  devTools: boolean;
  isCapturing: () => boolean;
  log: Log;
}

export function createWindowMaker(parts: WindowMakerParts): WindowMaker {
  const { electron, assets, preload, devTools, isCapturing, log } = parts;
  let visit = 0;

  return {
    open(bounds) {
      visit += 1;
      const partition = partitionOf(visit);
      const session = electron.session.fromPartition(partition);
      lockSession(session, isCapturing, log);
      serveAssets(session, assets);
      const window = new electron.BrowserWindow(kioskWindowOptions({ bounds, partition, preload, devTools }));
      window.removeMenu();
      window.once('ready-to-show', () => window.show());
      if (!devTools) holdFocus(window, log);
      // A page that cannot be loaded stays blank, and the pulse finds it.
      window.loadURL(ADDRESS).catch((error: unknown) => log.unexpected('page not loaded', error));
      return window;
    },
    blank(bounds) {
      const window = new electron.BrowserWindow(blankWindowOptions(bounds));
      window.removeMenu();
      window.once('ready-to-show', () => window.showInactive());
      window.loadURL('about:blank').catch((error: unknown) => log.unexpected('page not loaded', error));
      return window;
    },
  };
}

/** Something else came to the front: a kiosk shows nothing else. */
function holdFocus(window: ShellWindow, log: Log): void {
  window.on('blur', () => {
    if (window.isDestroyed()) return;
    log.warn('focus lost');
    window.focus();
  });
}

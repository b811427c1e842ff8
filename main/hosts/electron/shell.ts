// The kiosk in Electron: windows, the app:// protocol and one channel around a kiosk that knows none of them.
import type { Clock, Timers } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import type { KioskConfig } from '../../config.ts';
import type { Kiosk } from '../../kiosk.ts';
import { createRecovery } from '../recovery.ts';
import type { ElectronApi } from './api.ts';
import { createDisplays } from './displays.ts';
import { watchGraphics } from './graphics.ts';
import { serveChannel } from './ipc.ts';
import { keepAwake } from './power.ts';
import { listAssets } from './protocol.ts';
import { createVisits, type Visits } from './visits.ts';
import { createWindowMaker } from './window.ts';

export interface ShellParts {
  electron: ElectronApi;
  kiosk: Kiosk;
  config: Pick<KioskConfig, 'window'>;
  /** Folder of the built renderer. */
  assets: string;
  /** Path of the built preload script. */
  preload: string;
  devTools: boolean;
  /** A document is being photographed now. */
  isCapturing: () => boolean;
  /** Starts the program anew, drawing without the graphics hardware. */
  drawInSoftware: () => void;
  /** Starts the program anew: this process has served many people. */
  onWorn: () => void;
  /** Ends the program in order. */
  end: () => void;
  clock: Clock;
  timers: Timers;
  log: Log;
}

export interface Shell {
  visits: Pick<Visits, 'present'>;
  /** Somebody started the program a second time: the first comes to the front. */
  comeForward(): void;
  stop(): void;
}

/** Opens the first window. The app must be ready. */
export function openShell(parts: ShellParts): Shell {
  const { electron, kiosk, config, clock, timers, log } = parts;
  const maker = createWindowMaker({ ...parts, assets: listAssets(parts.assets) });
  const recovery = createRecovery({ kiosk, clock, timers });
  const displays = createDisplays({
    screen: electron.screen,
    maker,
    chosen: config.window.display,
    onMoved: (bounds) => visits.place(bounds),
  });
  const visits = createVisits({
    maker,
    bounds: displays.bounds,
    recovery,
    drawInSoftware: parts.drawInSoftware,
    onWorn: parts.onWorn,
    forget: () => electron.clipboard.clear(),
    timers,
    log,
  });
  const channel = serveChannel({ ipc: electron.ipcMain, kiosk, present: visits.present, clock, log });
  const unsubscribe = kiosk.subscribe((event) => {
    if (event.name === 'ended') visits.replace();
  });
  const power = keepAwake({
    electron,
    onAwake() {
      // Whoever was here went away with the light; a display may have been changed meanwhile.
      kiosk.windowLost('slept');
      visits.place(displays.bounds());
    },
    onShutdown: parts.end,
    log,
  });
  watchGraphics(electron.app, visits.lost);
  visits.open();
  return {
    visits,
    comeForward: () => visits.present()?.focus(),
    stop() {
      unsubscribe();
      recovery.stop();
      power.stop();
      channel.stop();
      displays.stop();
      visits.stop();
    },
  };
}

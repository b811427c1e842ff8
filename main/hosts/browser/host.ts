// The kiosk in a browser: a Node process that serves the screen on loopback and keeps a Chromium in front of it.
import { systemClock, systemTimers } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import type { Kiosk } from '../../kiosk.ts';
import { createRecovery } from '../recovery.ts';
import { followCamera } from './camera.ts';
import type { WarmChromium } from './chromium.ts';
import { startHttp } from './http.ts';
import { createWindows } from './windows.ts';

export interface BrowserHostOptions {
  kiosk: Kiosk;
  /** Folder of the built renderer. */
  assets: string;
  port: number;
  /** Path of a Chromium; null: serve without a window. */
  chromium: string | null;
  /** Without a screen, for tests. */
  headless?: boolean;
  log: Log;
}

export interface BrowserHost {
  /** Opens the kiosk in a browser. */
  url: string;
  /** The window before the citizen; null where there is none. */
  shown(): WarmChromium | null;
  stop(): Promise<void>;
}

export async function startBrowserHost({
  kiosk,
  assets,
  port,
  chromium,
  headless = false,
  log,
}: BrowserHostOptions): Promise<BrowserHost> {
  const http = await startHttp({ kiosk, assets, port, lastingKey: chromium === null, log });
  if (chromium === null) return { url: http.launchUrl(), shown: () => null, stop: http.stop };
  const recovery = createRecovery({ kiosk, clock: systemClock, timers: systemTimers });
  const windows = createWindows({
    chromium: { binary: chromium, headless, origin: http.origin },
    launchUrl() {
      // A window that comes makes every earlier one deaf: what a crashed one still shows can ask nothing.
      http.guard.revokeAll();
      return http.launchUrl();
    },
    recovery,
    timers: systemTimers,
    log,
  });
  const unsubscribe = kiosk.subscribe((event) => {
    if (event.name !== 'ended') return;
    // The last person's window can ask nothing any more, even before it is gone.
    http.guard.revokeAll();
    void windows.replace();
  });
  const unfollow = followCamera(kiosk.camera, windows, http.origin);
  await windows.replace();
  return {
    url: http.origin,
    shown: windows.shown,
    async stop() {
      unsubscribe();
      unfollow();
      recovery.stop();
      await windows.stop();
      await http.stop();
    },
  };
}

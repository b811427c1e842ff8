// One window at a time, a fresh one for each citizen, the next kept warm so that nobody waits for it.
import type { Log } from '../../../lib/log.ts';
import type { Timers } from '../../../lib/clock.ts';
import { warmUp, type ChromiumOptions, type WarmChromium } from './chromium.ts';

export interface WindowsParts {
  chromium: ChromiumOptions;
  /** A new address for a new window. */
  launchUrl: () => string;
  timers: Timers;
  log: Log;
}

export interface Windows {
  /** Shows a fresh window and throws the present one away. */
  replace(): Promise<void>;
  stop(): Promise<void>;
}

/** A Chromium that dies at once would otherwise be restarted without end. */
const RESTART_PAUSE_MS = 1000;

export function createWindows({ chromium, launchUrl, timers, log }: WindowsParts): Windows {
  let shown: WarmChromium | null = null;
  let warm: Promise<WarmChromium> | null = null;
  let turn: Promise<void> = Promise.resolve();
  let restart: { cancel(): void } | null = null;
  let isStopped = false;

  function watch(window: WarmChromium): void {
    void window.gone.then(() => {
      if (shown !== window || isStopped) return;
      log.warn('window gone');
      restart?.cancel();
      restart = timers.after(RESTART_PAUSE_MS, () => void replace());
    });
  }

  /** Keeps the next window at hand. One that dies while it waits is forgotten, so that nobody is shown a dead one. */
  function keepWarm(): void {
    const mine = warmUp(chromium);
    warm = mine;
    const forget = () => {
      if (warm === mine) warm = null;
    };
    mine
      .then(async (window) => {
        await window.gone;
        if (warm === mine) await window.close();
      })
      .catch((error: unknown) => log.unexpected('window not kept warm', error))
      .finally(forget);
  }

  async function change(): Promise<void> {
    if (isStopped) return;
    const next = await (warm ?? warmUp(chromium));
    warm = null;
    const old = shown;
    shown = next;
    await next.show(launchUrl());
    watch(next);
    await old?.close();
    if (!isStopped) keepWarm();
  }

  function replace(): Promise<void> {
    turn = turn.then(change).catch((error: unknown) => void log.unexpected('window not replaced', error));
    return turn;
  }

  return {
    replace,
    async stop() {
      isStopped = true;
      restart?.cancel();
      await turn;
      const spare = await warm?.catch(() => null);
      await Promise.all([shown?.close(), spare?.close()]);
    },
  };
}

// One window at a time, a fresh one for each citizen, the next kept warm so that nobody waits for it. A lost one is
// replaced by the rule every host follows.
import type { Timers } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import { createPulse } from '../pulse.ts';
import type { Loss, Recovery } from '../recovery.ts';
import { warmUp, type ChromiumOptions, type WarmChromium } from './chromium.ts';

export interface WindowsParts {
  chromium: Omit<ChromiumOptions, 'onRefused'>;
  /** A new address for a new window. */
  launchUrl: () => string;
  recovery: Pick<Recovery, 'lost' | 'rendering'>;
  timers: Timers;
  log: Log;
}

export interface Windows {
  /** Shows a fresh window and throws the present one away. */
  replace(): Promise<void>;
  /** The window before the citizen. */
  shown(): WarmChromium | null;
  stop(): Promise<void>;
}

/** The window that is shown, and the watch over it. */
interface Shown {
  window: WarmChromium;
  lost(how: Loss): void;
  stopWatching(): void;
  /** Settles when it is lost or not watched any more. */
  over: Promise<void>;
}

export function createWindows({ chromium, launchUrl, recovery, timers, log }: WindowsParts): Windows {
  let shown: Shown | null = null;
  let warm: Promise<WarmChromium> | null = null;
  let turn: Promise<void> = Promise.resolve();
  let reopening: { cancel(): void } | null = null;
  let isStopped = false;

  const options: ChromiumOptions = { ...chromium, onRefused: (what) => log.warn('refused', { state: what }) };

  function lose(how: Loss): void {
    if (isStopped) return;
    log.warn('window lost', { state: how });
    reopening?.cancel();
    reopening = timers.after(recovery.lost(how).afterMs, () => void replace());
  }

  /** Tells once that this window is lost, whichever sign comes first. */
  function watch(window: WarmChromium): Shown {
    const { promise: over, resolve: settle } = Promise.withResolvers<void>();
    let isOver = false;
    function stopWatching(): void {
      isOver = true;
      pulse.stop();
      settle();
    }
    function lost(how: Loss): void {
      if (isOver) return;
      stopWatching();
      lose(how);
    }
    const pulse = createPulse({ ask: window.isDrawn, timers, onLost: lost });
    void window.gone.then(lost);
    return { window, lost, stopWatching, over };
  }

  /** Keeps the next window at hand. One that dies while it waits is forgotten, so that nobody is shown a dead one. */
  function keepWarm(): void {
    const mine = warmUp(options, recovery.rendering());
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

  /** The window that waits, unless it died or draws in a way that has failed since; else a new one. */
  async function next(): Promise<WarmChromium> {
    const waiting = await warm?.catch(() => null);
    warm = null;
    if (waiting?.rendering === recovery.rendering()) return waiting;
    await waiting?.close();
    return warmUp(options, recovery.rendering());
  }

  async function change(): Promise<void> {
    if (isStopped) return;
    reopening?.cancel();
    const fresh = watch(await next());
    const old = shown;
    old?.stopWatching();
    shown = fresh;
    const showing = fresh.window.show(launchUrl()).catch((error: unknown) => {
      log.unexpected('window not shown', error);
      fresh.lost('browser-gone');
    });
    // One that never comes to stand is lost as well: the next one need not wait for it.
    await Promise.race([showing, fresh.over]);
    await old?.window.close();
    if (!isStopped) keepWarm();
  }

  function replace(): Promise<void> {
    turn = turn.then(change).catch((error: unknown) => {
      log.unexpected('window not replaced', error);
      lose('browser-gone');
    });
    return turn;
  }

  return {
    replace,
    shown: () => shown?.window ?? null,
    async stop() {
      isStopped = true;
      reopening?.cancel();
      shown?.stopWatching();
      await turn;
      const spare = await warm?.catch(() => null);
      await Promise.all([shown?.window.close(), spare?.close()]);
    },
  };
}

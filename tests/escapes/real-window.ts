// The browser host's own window on a real X server, with a kiosk behind it and somebody in the middle of an application.
import { findChromium } from '../../lib/find-chromium.mjs';
import { warmUp, type WarmChromium } from '../../main/hosts/browser/chromium.ts';
import type { CityOptions } from '../city.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { ask } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { openStage, type Stage } from '../stage.ts';
import { openPlain, WITHOUT_LOCK } from './plain.ts';
import { LOOK, pagesOf, programsOf, savedFiles } from './sight.ts';
import { SCREEN, startXServer, type XServer } from './x-server.ts';

/** Everything that must be the same after a try. */
export interface Sight {
  windows: string[];
  pages: string[];
  programs: string[];
  saved: string[];
  page: unknown;
}

export interface RealWindow {
  x: XServer;
  stage: Stage;
  browser: WarmChromium;
  /** What the host refused, in order. */
  refused: string[];
  /** How the window was lost, if it was. */
  lost: string[];
  /** Runs in the page; promises are waited for. `byPerson`: as if somebody had just pressed. */
  run<T>(expression: string, byPerson?: boolean): Promise<T>;
  /** Waits until a key that is pressed now has arrived in the page: whatever was pressed before has had its turn. */
  settle(): Promise<void>;
  see(): Promise<Sight>;
  /** The next person sits down: the same machine, a fresh window, nothing typed yet. */
  next(): Promise<RealWindow>;
  close(): Promise<void>;
}

export interface RealWindowOptions extends CityOptions {
  /** Without what the page itself refuses, as when it hangs or is not there yet. */
  isPageUnlocked?: boolean;
}

/** A plain Chromium instead of the host's, to see which tries get through there: ONEWINDOW_ESCAPES=plain. */
export const IS_PLAIN = process.env.ONEWINDOW_ESCAPES === 'plain';

const { procedure } = await llc();

/** A window before a person who is typing their name. */
export async function openRealWindow(options: RealWindowOptions = {}): Promise<RealWindow> {
  const x = await startXServer();
  process.env.DISPLAY = x.display;
  try {
    // Time stands still: nobody is asked whether they are still there.
    const stage = await openStage({ printer: null, ...options }, manualTime(new Date()));
    const window = await sitDown(x, stage);
    if (options.isPageUnlocked === true && !IS_PLAIN) await unlock(window);
    await typeName(window);
    return window;
  } catch (error) {
    await x.stop();
    throw error;
  }
}

async function openBrowser(
  origin: string,
  headless: boolean,
  onRefused: (what: string) => void,
): Promise<WarmChromium> {
  const open = IS_PLAIN ? openPlain : warmUp;
  return open({ binary: findChromium() ?? '', headless, origin, onRefused }, 'usual');
}

/** Opens a window on the first question. */
async function sitDown(x: XServer, stage: Stage): Promise<RealWindow> {
  const { city, http } = stage;
  await ask(city.send, 'beginApplication', { procedure: procedure.id });
  const refused: string[] = [];
  const lost: string[] = [];
  const browser = await openBrowser(http.origin, false, (what) => refused.push(what));
  void browser.gone.then((how) => lost.push(how));
  await browser.show(http.launchUrl());
  await fillScreen(browser);

  async function run<T>(expression: string, byPerson = false): Promise<T> {
    const how = { expression, awaitPromise: true, returnByValue: true, userGesture: byPerson };
    const answer = await browser.pipe.send('Runtime.evaluate', how, browser.session());
    const { result, exceptionDetails } = answer as Evaluated<T>;
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }

  return {
    x,
    stage,
    browser,
    refused,
    lost,
    run,
    async settle() {
      await run(ARRIVAL_OF_SHIFT);
      await x.do('key', 'Shift_L');
      await run('window.settled');
    },
    see: async () => ({
      windows: await x.windows(),
      pages: await pagesOf(browser),
      programs: programsOf(browser.profile),
      saved: savedFiles(),
      page: await run(LOOK),
    }),
    async next() {
      await ask(city.send, 'leave', null);
      const window = await sitDown(x, stage);
      await browser.close();
      return window;
    },
    async close() {
      await browser.close();
      await stage.close();
      await x.stop();
    },
  };
}

/** Full screen is a window manager's to give, and there is none. A point larger: Chromium makes an exact fit smaller. */
async function fillScreen({ pipe }: WarmChromium): Promise<void> {
  const { targetInfos } = (await pipe.send('Target.getTargets', { filter: [{ type: 'page' }] })) as {
    targetInfos: { targetId: string }[];
  };
  const found = await pipe.send('Browser.getWindowForTarget', { targetId: targetInfos[0]?.targetId });
  const { windowId } = found as { windowId: number };
  const whole = { left: 0, top: 0, width: SCREEN.width + 1, height: SCREEN.height + 1 };
  for (const bounds of [{ windowState: 'normal' }, whole])
    await pipe.send('Browser.setWindowBounds', { windowId, bounds });
}

interface Evaluated<T> {
  result: { value: T };
  exceptionDetails?: { exception?: { description?: string } };
}

const ARRIVAL_OF_SHIFT = `window.settled = new Promise((resolve) => {
  const take = ({ key }) => {
    if (key !== 'Shift') return;
    removeEventListener('keydown', take, true);
    resolve();
  };
  addEventListener('keydown', take, true);
}); undefined`;

async function unlock({ browser }: RealWindow): Promise<void> {
  const session = browser.session();
  await browser.pipe.send('Page.addScriptToEvaluateOnNewDocument', { source: WITHOUT_LOCK }, session);
  // The load of the first document may still be under way: only one that follows the reload counts.
  const reloaded = new Promise<void>((resolve) => {
    let isNew = false;
    browser.pipe.on('Page.frameNavigated', () => (isNew = true));
    browser.pipe.on('Page.loadEventFired', () => isNew && resolve());
  });
  await browser.pipe.send('Page.reload', {}, session);
  await reloaded;
}

/** Chromium drops whatever is pressed before a document has been painted for the first time. */
const PAINTED = `new Promise((resolve) => {
  const seen = (list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0)
      requestAnimationFrame(() => requestAnimationFrame(resolve));
  };
  new PerformanceObserver(seen).observe({ type: 'paint', buffered: true });
})`;

/** Says that somebody is there, and presses into the first field. */
export async function enterField({ x, run, settle }: RealWindow): Promise<void> {
  await run(PAINTED);
  await run(`new Promise((resolve) => {
    const look = () => {
      document.querySelector('.screen--calm .act button:last-child')?.click();
      if (document.querySelector('input') === null) setTimeout(look, 20);
      else resolve();
    };
    look();
  })`);
  const at = await run<[string, string]>(`(() => {
    const { x, y, width, height } = document.querySelector('input').getBoundingClientRect();
    return [screenX + x + width / 2, screenY + y + height / 2].map((at) => String(Math.round(at)));
  })()`);
  await x.do('mousemove', ...at, 'click', '1');
  await settle();
}

/** What everybody types who is not there to look for something. */
export async function typeName(window: RealWindow): Promise<void> {
  await enterField(window);
  await window.x.do('type', 'abc');
  await window.settle();
}

// A Chromium with an empty profile and one page in it, driven over Chromium's own protocol alone: Playwright's helpers would
// put a script of their own into the page, as large as some candidates.
import { gzipSync } from 'node:zlib';
import { chromium, type CDPSession, type Page } from 'playwright';
import { findChromium } from '../../../lib/find-chromium.mjs';
import { installProbe, type Marks } from './probe.ts';

const PORTRAIT = { width: 1080, height: 1920 };
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
/** Whatever takes longer is stuck. */
const PATIENCE_MS = 30_000;

export interface BenchWindow {
  /** Leaves what is shown before it asks where to go: a kiosk's page follows the citizen who leaves. */
  open(begin: () => Promise<string>): Promise<void>;
  /** What an expression comes to in the page. Rejects when it throws there, or does not come to anything in time. */
  ask(expression: string): Promise<unknown>;
  /** Presses the middle of what a selector finds. */
  press(selector: string, by: 'mouse' | 'finger'): Promise<void>;
  key(letter: string): Promise<void>;
  /** Milliseconds the page's script has run since it was opened. */
  scriptMs(): Promise<number>;
  /** Bytes of JavaScript in use once everything that nothing refers to is gone. */
  heapBytes(): Promise<number>;
  /** Gzipped bytes of the scripts that came since this was last asked. */
  scriptBytes(): Promise<number>;
  close(): Promise<void>;
}

export async function openWindow(marks: Marks): Promise<BenchWindow> {
  const browser = await launch();
  const context = await browser.newContext({
    viewport: PORTRAIT,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    // The kiosk fades a page in. A fade is not work, and the others have none.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(installProbe, marks);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const scripts = collectScripts(page);

  async function ask(expression: string): Promise<unknown> {
    const asked = { expression, awaitPromise: true, returnByValue: true, timeout: PATIENCE_MS };
    const { result, exceptionDetails } = await inTime(session.send('Runtime.evaluate', asked), expression);
    if (exceptionDetails !== undefined)
      throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    if (faults.length > 0) throw new Error(`the page threw: ${faults.join('; ')}`);
    return result.value;
  }

  return {
    ask,
    async open(begin) {
      await page.goto('about:blank');
      await page.goto(await begin());
    },
    async press(selector, by) {
      const { x, y } = middleFrom(await ask(middleOf(selector)));
      await (by === 'mouse' ? page.mouse.click(x, y) : page.touchscreen.tap(x, y));
    },
    key: (letter) => page.keyboard.press(letter),
    async scriptMs() {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
    },
    heapBytes: () => heapOf(session),
    scriptBytes: scripts.taken,
    close: () => browser.close(),
  };
}

async function launch() {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('there is no Chromium on this machine');
  // Chromium refuses to run as root with its sandbox.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...asRoot] });
}

async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let waiting: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    waiting = setTimeout(() => reject(new Error(`nothing came of ${what}`)), PATIENCE_MS);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(waiting));
}

/** An expression for the middle of an element, which is brought into sight first. */
function middleOf(selector: string): string {
  return `(() => {
    const found = document.querySelector(${JSON.stringify(selector)});
    if (found === null) throw new Error('there is nothing to press');
    found.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = found.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  })()`;
}

function middleFrom(value: unknown): { x: number; y: number } {
  if (!Array.isArray(value) || !value.every((part) => typeof part === 'number'))
    throw new Error('the page told no place');
  const [x = 0, y = 0] = value;
  return { x, y };
}

/** Once clears what is loose, twice what the first left to a finalizer. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Every script at one level of compression, whoever served it. */
function collectScripts(page: Page): { taken(): Promise<number> } {
  let coming: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    coming.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  return {
    async taken() {
      const sizes = await Promise.all(coming);
      coming = [];
      return sizes.reduce((sum, size) => sum + size, 0);
    },
  };
}

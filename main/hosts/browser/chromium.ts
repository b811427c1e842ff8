// A window is a Chromium of its own with an empty profile: what one citizen leaves behind ends with it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { IS_DRAWN } from '../pulse.ts';
import type { Loss, Remedy } from '../recovery.ts';
import { createCdpPipe, type CdpPipe } from './cdp-pipe.ts';
import { browserEnvironment } from './environment.ts';
import { keepOnePage, lockPage, type Refused } from './lock.ts';
import { newProfile, NOTHING_YET } from './profile.ts';
import { switchesFor } from './switches.ts';

export interface ChromiumOptions {
  binary: string;
  /** Without a screen, for tests. */
  headless: boolean;
  /** The kiosk's own: nothing else is shown. */
  origin: string;
  /** A person tried something that leads out, and it was refused. */
  onRefused: (what: Refused) => void;
}

/** A running Chromium that shows nothing yet. */
export interface WarmChromium {
  /** Its empty profile. */
  profile: string;
  rendering: Remedy['rendering'];
  /** The way to the browser, and the name of its page there once it is shown. */
  pipe: CdpPipe;
  session(): string;
  /** Shows the kiosk, full screen, without any browser controls. */
  show(url: string): Promise<void>;
  /** Whether the page draws: see `IS_DRAWN`. Only once it is shown. */
  isDrawn(): Promise<unknown>;
  /** Settles when the process or its page is gone, or the page is another's. */
  gone: Promise<Loss>;
  /** Ends the process and removes its profile. */
  close(): Promise<void>;
}

const HAS_GROUPS = process.platform !== 'win32';

/** Starts a Chromium with an empty profile and no window. */
export async function warmUp(
  { binary, headless, origin, onRefused }: ChromiumOptions,
  rendering: Remedy['rendering'],
): Promise<WarmChromium> {
  const profile = await newProfile(origin);
  const switches = switchesFor({ profile, headless, rendering });
  const env = browserEnvironment(process.env);
  const child = spawn(binary, [...switches, '--no-startup-window', '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env,
    // A process group of its own: its helpers end with it, before its profile is removed.
    detached: HAS_GROUPS,
  });
  // A binary that cannot be run closes its pipes: the command below then fails in words.
  child.on('error', () => undefined);
  const pipe = createCdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const page = firstPage(pipe);
  try {
    await keepOnePage(pipe, page, onRefused);
    await pipe.send('Target.setDiscoverTargets', { discover: true });
  } catch (error) {
    await end(child, pipe, profile);
    throw error;
  }
  let session = '';
  return {
    profile,
    rendering,
    pipe,
    session: () => session,
    gone: Promise.race([
      once(child, 'exit').then((): Loss => 'browser-gone'),
      page.then((id) => pageGone(pipe, id, origin)),
    ]),
    async show(url) {
      // The running browser takes this command line over: only so does a window come without any controls.
      if (headless) await pipe.send('Target.createTarget', { url: 'about:blank' });
      else
        spawn(binary, [...switches, `--app=${NOTHING_YET}`], { stdio: 'ignore', env }).on(
          'error',
          () => undefined,
        );
      session = await attach(pipe, await page);
      await lockPage(pipe, session, onRefused);
      const arrived = arrival(pipe, session, origin);
      // The address goes over the pipe: on the command line any program could read the launch key in it.
      await pipe.send('Page.navigate', { url }, session);
      await arrived;
      // What was there before is nothing to go back to.
      await pipe.send('Page.resetNavigationHistory', {}, session);
    },
    async isDrawn() {
      const ask = { expression: IS_DRAWN, awaitPromise: true, returnByValue: true };
      const answer = (await pipe.send('Runtime.evaluate', ask, session)) as { result: { value?: unknown } };
      return answer.result.value;
    },
    close: () => end(child, pipe, profile),
  };
}

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

/** The id of the first page: the only one a kiosk ever has. */
function firstPage(pipe: CdpPipe): Promise<string> {
  return new Promise((resolve) => {
    pipe.on('Target.targetCreated', (params) => {
      const { targetInfo } = params as { targetInfo: TargetInfo };
      if (targetInfo.type === 'page') resolve(targetInfo.targetId);
    });
  });
}

async function attach(pipe: CdpPipe, targetId: string): Promise<string> {
  const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  return (attached as { sessionId: string }).sessionId;
}

/** Settles when the kiosk's page is there: earlier it does not count as the page that is shown. */
function arrival(pipe: CdpPipe, session: string, origin: string): Promise<void> {
  return new Promise((resolve) => {
    let isOurs = false;
    pipe.on('Page.frameNavigated', (params, from) => {
      const { frame } = params as { frame: { url: string; parentId?: string } };
      if (from === session && frame.parentId === undefined) isOurs = isAt(origin, frame.url);
    });
    pipe.on('Page.domContentEventFired', (_, from) => {
      if (from === session && isOurs) resolve();
    });
  });
}

function isAt(origin: string, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === origin;
}

/** How the page was lost: it crashed, was closed, or shows what is not ours after it has shown the kiosk. */
function pageGone(pipe: CdpPipe, page: string, origin: string): Promise<Loss> {
  return new Promise((resolve) => {
    let hasArrived = false;
    const isPage = (params: unknown) => (params as { targetId: string }).targetId === page;
    pipe.on('Target.targetCrashed', (params) => isPage(params) && resolve('page-crashed'));
    pipe.on('Target.targetDestroyed', (params) => isPage(params) && resolve('window-closed'));
    pipe.on('Target.targetInfoChanged', (params) => {
      const { targetInfo } = params as { targetInfo: TargetInfo };
      if (!isPage(targetInfo)) return;
      const isHere = isAt(origin, targetInfo.url);
      if (hasArrived && !isHere) resolve('page-left');
      hasArrived ||= isHere;
    });
  });
}

async function end(child: ChildProcess, pipe: CdpPipe, profile: string): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    pipe.send('Browser.close').catch(() => child.kill('SIGKILL'));
    const late = setTimeout(() => child.kill('SIGKILL'), 3000);
    await exited;
    clearTimeout(late);
  }
  endHelpers(child);
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** A helper that outlives the browser for a moment would write into the profile again. */
function endHelpers({ pid }: ChildProcess): void {
  if (pid === undefined || !HAS_GROUPS) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Nobody is left in the group: that is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

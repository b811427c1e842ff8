// A window is a Chromium of its own with an empty profile: what one citizen leaves behind ends with it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createCdpPipe, type CdpPipe } from './cdp-pipe.ts';

export interface ChromiumOptions {
  binary: string;
  /** Without a screen, for tests. */
  headless: boolean;
}

/** A running Chromium that shows nothing yet. */
export interface WarmChromium {
  /** Its empty profile. */
  profile: string;
  /** Shows the kiosk, full screen, without any browser controls. */
  show(url: string): Promise<void>;
  /** Settles when the process or its page is gone. */
  gone: Promise<void>;
  /** Ends the process and removes its profile. */
  close(): Promise<void>;
}

/** Nothing of the browser's own may call out, ask, offer, translate, remember or zoom. */
const SWITCHES = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,PasswordManagerOnboarding',
  '--password-store=basic',
  '--disable-save-password-bubble',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--noerrdialogs',
  '--no-pings',
];

const HAS_GROUPS = process.platform !== 'win32';

/** Chromium refuses to sandbox as root; a kiosk runs as a user of its own, only development machines run as root. */
function sandboxSwitches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** What no switch turns off: offers to translate, to remember, to fill in, to correct. */
const PREFERENCES = {
  translate: { enabled: false },
  credentials_enable_service: false,
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  browser: { enable_spellchecking: false },
  spellcheck: { dictionaries: [] },
};

/** An empty profile that makes no offers. */
async function newProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'onewindow-window-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
  return profile;
}

/** Starts a Chromium with an empty profile and no window. */
export async function warmUp({ binary, headless }: ChromiumOptions): Promise<WarmChromium> {
  const profile = await newProfile();
  const common = [
    `--user-data-dir=${profile}`,
    ...SWITCHES,
    ...sandboxSwitches(),
    ...(headless ? ['--headless=new'] : []),
  ];
  const child = spawn(binary, [...common, '--kiosk', '--no-startup-window', '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A process group of its own: its helpers end with it, before its profile is removed.
    detached: HAS_GROUPS,
  });
  // A binary that cannot be run closes its pipes: the command below then fails in words.
  child.on('error', () => undefined);
  const pipe = createCdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const page = firstPage(pipe);
  try {
    await pipe.send('Target.setDiscoverTargets', { discover: true });
  } catch (error) {
    await end(child, pipe, profile);
    throw error;
  }
  return {
    profile,
    gone: Promise.race([once(child, 'exit').then(() => undefined), page.then((id) => pageGone(pipe, id))]),
    async show(url) {
      // The running browser takes this command line over: only so does a window come without any controls.
      if (headless) await pipe.send('Target.createTarget', { url: 'about:blank' });
      else spawn(binary, [...common, '--kiosk', '--app=about:blank'], { stdio: 'ignore' });
      await navigate(pipe, await page, url);
    },
    close: () => end(child, pipe, profile),
  };
}

interface TargetInfo {
  targetId: string;
  type: string;
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

/** The address goes over the pipe, not the command line: a launch key in there could be read by any program. */
async function navigate(pipe: CdpPipe, targetId: string, url: string): Promise<void> {
  const { sessionId } = (await pipe.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  await pipe.send('Page.navigate', { url }, sessionId);
}

/** The page crashed or was closed. */
function pageGone(pipe: CdpPipe, page: string): Promise<void> {
  return new Promise((resolve) => {
    const lost = (params: unknown) => {
      if ((params as { targetId: string }).targetId === page) resolve();
    };
    pipe.on('Target.targetCrashed', lost);
    pipe.on('Target.targetDestroyed', lost);
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

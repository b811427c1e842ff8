// The browser host's windows: a fresh Chromium for every citizen, the next one warm, none left behind.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemClock, systemTimers } from '../../lib/clock.ts';
import { findChromium } from '../../lib/find-chromium.mjs';
import { silentLog } from '../../lib/log.ts';
import { startHttp, type HttpHost } from '../../main/hosts/browser/http.ts';
import { createWindows, type Windows } from '../../main/hosts/browser/windows.ts';
import { createRecovery, type Recovery } from '../../main/hosts/recovery.ts';
import type { Kiosk } from '../../main/kiosk.ts';
import { buildScreens } from '../../scripts/build.ts';
import { RENDERER } from '../../scripts/city.ts';
import { startCity, type City } from '../city.ts';

let city: City;
let http: HttpHost;
let recovery: Recovery;
let windows: Windows;
let looks: number;
let onLook: () => void;
let before: string[];

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('onewindow-window-'));
const ours = () => profiles().filter((name) => !before.includes(name));

/** Milliseconds: a busy machine of two processors takes up to fifteen seconds for each. */
const THREE_BROWSERS = 90_000;

beforeAll(buildScreens, 300_000);
beforeEach(async () => {
  before = profiles();
  looks = 0;
  onLook = () => {};
  city = await startCity({ printer: null });
  const kiosk: Kiosk = { ...city.kiosk, dispatch: watched };
  http = await startHttp({ kiosk, assets: RENDERER, port: 0, lastingKey: false, log: silentLog });
  recovery = createRecovery({ kiosk, clock: systemClock, timers: systemTimers });
  windows = createWindows({
    chromium: { binary: findChromium() ?? '', headless: true, origin: http.origin },
    launchUrl: http.launchUrl,
    recovery,
    timers: systemTimers,
    log: silentLog,
  });
});
afterEach(async () => {
  recovery.stop();
  await windows.stop();
  await http.stop();
  await city.stop();
});

/** The real kiosk, which tells when a screen asks it what to show. */
const watched: Kiosk['dispatch'] = async (name, input) => {
  const reply = await city.kiosk.dispatch(name, input);
  if (name === 'look') {
    looks += 1;
    onLook();
  }
  return reply;
};

/** Settles when a screen has asked so often. */
function looked(times: number): Promise<void> {
  return new Promise((resolve) => {
    onLook = () => (looks >= times ? resolve() : undefined);
    onLook();
  });
}

/** The processes whose command line names a profile; the first one is the browser itself. */
function processesOf(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(join('/proc', name, 'cmdline')))
    .filter((name) => commandLine(name).includes(profile))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8');
  } catch {
    // It ended while we looked.
    return '';
  }
}

it('shows the kiosk, and another person gets another browser with an empty profile', async () => {
  await windows.replace();
  await looked(1);
  const first = ours();
  await windows.replace();
  await looked(2);
  // The one that was shown is gone; the one that was waiting, if it was there already, is shown now.
  const gone = first.filter((profile) => !ours().includes(profile));
  expect(gone).toHaveLength(1);
  expect(gone.flatMap(processesOf)).toEqual([]);
});

it('leaves no browser and no profile behind when it stops', async () => {
  await windows.replace();
  await looked(1);
  const used = ours();
  await windows.stop();
  expect(ours()).toEqual([]);
  expect(used.flatMap(processesOf)).toEqual([]);
});

it(
  'brings the screen back when every browser is killed, the waiting one too',
  async () => {
    await windows.replace();
    await looked(1);
    await windows.replace();
    await looked(2);
    for (const [browser] of ours().map(processesOf))
      if (browser !== undefined) process.kill(browser, 'SIGKILL');
    await looked(3);
    expect(looks).toBe(3);
  },
  THREE_BROWSERS,
);

it(
  'draws without the graphics hardware once the browser has died twice',
  async () => {
    await windows.replace();
    await looked(1);
    for (const times of [2, 3]) {
      const [browser] = processesOf(windows.shown()?.profile ?? '');
      process.kill(browser ?? 0, 'SIGKILL');
      await looked(times);
    }
    const profile = windows.shown()?.profile ?? '';
    const lines = processesOf(profile).map((pid) => commandLine(String(pid)));
    expect(lines[0]).toContain('--disable-gpu');
  },
  THREE_BROWSERS,
);

it('puts no address and no key on a command line', async () => {
  await windows.replace();
  await looked(1);
  const lines = ours()
    .flatMap(processesOf)
    .map((pid) => commandLine(String(pid)));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => line.includes('/launch/') || line.includes('remote-debugging-port'))).toEqual(
    [],
  );
});

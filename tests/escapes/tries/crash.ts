// The window dies in the middle of an application: another comes, which asks first who is there.
import { expect } from 'playwright/test';
import { texts } from '../../../renderer/text/texts.ts';
import { createWindows, type Windows } from '../../../main/hosts/browser/windows.ts';
import { createRecovery, REOPEN_PAUSE_MS, REST_MS } from '../../../main/hosts/recovery.ts';
import { ASK_EVERY_MS, HUNG_AFTER_MS } from '../../../main/hosts/pulse.ts';
import { findChromium } from '../../../lib/find-chromium.mjs';
import { silentLog, type Log } from '../../../lib/log.ts';
import { manualTime, type ManualTime } from '../../fakes/manual-time.ts';
import { ask } from '../../fill-in.ts';
import { llc } from '../../llc.ts';
import { openStage } from '../../stage.ts';
import { processesOf } from '../sight.ts';
import type { Tries } from '../table.ts';
import type { Try } from '../try.ts';

const { procedure } = await llc();

/** A kiosk whose windows are lost and replaced, in time that passes by command. */
interface Machine {
  windows: Windows;
  /** The kiosk's time. */
  time: ManualTime;
  /** The time of the watch over the windows. */
  watch: ManualTime;
  /** What the log was told of the windows. */
  told: string[];
  /** Runs in the page that is shown; rejects when it is gone. */
  run(expression: string): Promise<unknown>;
  heading(): Promise<unknown>;
  /** Somebody is in the middle of an application. */
  begin(): Promise<void>;
  profile(): string;
}

async function onMachine(act: (machine: Machine) => Promise<void>): Promise<void> {
  const time = manualTime(new Date());
  const watch = manualTime(new Date());
  const stage = await openStage({ printer: null }, time);
  const told: string[] = [];
  const log: Log = { ...silentLog, warn: (event, { state = '' } = {}) => told.push(`${event}: ${state}`) };
  const recovery = createRecovery({ kiosk: stage.city.kiosk, clock: time.clock, timers: time.timers });
  const windows = createWindows({
    chromium: { binary: findChromium() ?? '', headless: true, origin: stage.http.origin },
    launchUrl: stage.http.launchUrl,
    recovery,
    timers: watch.timers,
    log,
  });
  async function run(expression: string): Promise<unknown> {
    const shown = windows.shown();
    if (shown === null) throw new Error('there is no window');
    const how = { expression, awaitPromise: true, returnByValue: true };
    const answer = await shown.pipe.send('Runtime.evaluate', how, shown.session());
    return (answer as { result: { value: unknown } }).result.value;
  }
  const machine: Machine = {
    windows,
    time,
    watch,
    told,
    run,
    heading: () => run(`document.querySelector('h1')?.textContent`).catch(() => null),
    async begin() {
      await ask(stage.city.send, 'beginApplication', { procedure: procedure.id });
      await windows.replace();
      await comesBackWith(machine, STILL_THERE);
      await run(`document.querySelector('.act button:last-child').click()`);
      await expect.poll(() => run(`document.querySelector('input') !== null`)).toBe(true);
    },
    profile: () => windows.shown()?.profile ?? '',
  };
  try {
    await act(machine);
  } finally {
    recovery.stop();
    await windows.stop();
    await stage.close();
  }
}

const STILL_THERE = texts.reloadedTitle['zh-CN'];

/** The pause before the next window passes; then it is waited for until it says what is expected. */
async function comesBackWith({ watch, heading }: Machine, expected: string): Promise<void> {
  watch.pass(REOPEN_PAUSE_MS);
  await expect.poll(heading, { timeout: 15_000 }).toBe(expected);
}

/** The window is lost in the middle: told, replaced, and whoever stands there is asked. */
function replaced(lose: (machine: Machine) => Promise<unknown>, told: string): Try {
  return () =>
    onMachine(async (machine) => {
      await machine.begin();
      const old = machine.profile();
      await lose(machine);
      await expect.poll(() => machine.told).toEqual([`window lost: ${told}`]);
      await comesBackWith(machine, STILL_THERE);
      expect(machine.profile()).not.toBe(old);
    });
}

function crash({ windows }: Machine): Promise<void> {
  const shown = windows.shown();
  // The page never answers: it is gone.
  shown?.pipe.send('Page.crash', {}, shown.session()).catch(() => undefined);
  return shown?.gone.then(() => undefined) ?? Promise.resolve();
}

/** Kills the browser itself, or all its processes of a kind. */
function kill({ profile }: Machine, kind: string | null): void {
  const all = processesOf(profile());
  const found = kind === null ? all.slice(0, 1) : all.filter(({ line }) => line.includes(`--type=${kind}`));
  expect(found).not.toEqual([]);
  for (const { pid } of found) process.kill(pid, 'SIGKILL');
}

/** Not waited for: the page does not come back from this. */
function hang({ windows, watch }: Machine): void {
  const shown = windows.shown();
  shown?.pipe.send('Runtime.evaluate', { expression: 'for (;;);' }, shown.session()).catch(() => undefined);
  watch.pass(ASK_EVERY_MS);
  watch.pass(HUNG_AFTER_MS);
}

/** The screen is emptied, and asked until that has been noticed. */
async function goWhite({ run, watch, told }: Machine): Promise<void> {
  await run(`document.getElementById('root').replaceChildren()`);
  const look = () => {
    watch.pass(ASK_EVERY_MS);
    return told;
  };
  await expect.poll(look, { intervals: [250] }).not.toEqual([]);
}

export const crashes = {
  'crash-page': replaced(crash, 'page-crashed'),
  'crash-renderer': replaced(async (machine) => kill(machine, 'renderer'), 'page-crashed'),
  'crash-browser': replaced(async (machine) => kill(machine, null), 'browser-gone'),
  'crash-hang': replaced(async (machine) => hang(machine), 'page-hung'),
  'crash-blank': replaced(goWhite, 'page-blank'),
  'crash-graphics': () =>
    onMachine(async (machine) => {
      await machine.begin();
      const opened = await machine.run('performance.timeOrigin');
      kill(machine, 'gpu-process');
      // Chromium starts another by itself; the page stays, and draws.
      await expect.poll(() => machine.windows.shown()?.isDrawn()).toBe(true);
      expect(await machine.run('performance.timeOrigin')).toBe(opened);
      expect(machine.told).toEqual([]);
    }),
  'crash-thrice': () =>
    onMachine(async (machine) => {
      await machine.begin();
      await crash(machine);
      await comesBackWith(machine, STILL_THERE);
      await crash(machine);
      await comesBackWith(machine, STILL_THERE);
      await crash(machine);
      await comesBackWith(machine, texts.closedTitle['zh-CN']);
      machine.time.pass(REST_MS);
      await comesBackWith(machine, texts.hello['zh-CN']);
    }),
} satisfies Partial<Tries<'chromium', Try>>;

// The window dies in the middle of an application: another comes, which asks first who is there.
import { expect } from 'playwright/test';
import { texts } from '../../../renderer/text/texts.ts';
import { createWindows, type Windows } from '../../../main/hosts/browser/windows.ts';
import { createRecovery, REST_MS } from '../../../main/hosts/recovery.ts';
import { ASK_EVERY_MS, BLANK_TOO_MANY, HUNG_AFTER_MS } from '../../../main/hosts/pulse.ts';
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
  time: ManualTime;
  /** What the log was told of the windows. */
  told: string[];
  /** Runs in the page that is shown; rejects when it is gone. */
  run(expression: string): Promise<unknown>;
  heading(): Promise<unknown>;
  /** Somebody has begun an application. */
  begin(): Promise<void>;
  profile(): string;
}

async function onMachine(act: (machine: Machine) => Promise<void>): Promise<void> {
  const time = manualTime(new Date());
  const stage = await openStage({ printer: null }, time);
  const told: string[] = [];
  const log: Log = { ...silentLog, warn: (event, { state = '' } = {}) => told.push(`${event}: ${state}`) };
  const recovery = createRecovery({ kiosk: stage.city.kiosk, clock: time.clock, timers: time.timers });
  const windows = createWindows({
    chromium: { binary: findChromium() ?? '', headless: true, origin: stage.http.origin },
    launchUrl: stage.http.launchUrl,
    recovery,
    timers: time.timers,
    log,
  });
  async function run(expression: string): Promise<unknown> {
    const shown = windows.shown();
    if (shown === null) throw new Error('there is no window');
    const how = { expression, awaitPromise: true, returnByValue: true };
    const answer = await shown.pipe.send('Runtime.evaluate', how, shown.session());
    return (answer as { result: { value: unknown } }).result.value;
  }
  try {
    await act({
      windows,
      time,
      told,
      run,
      heading: () => run(`document.querySelector('h1')?.textContent`).catch(() => null),
      async begin() {
        await windows.replace();
        await ask(stage.city.send, 'beginApplication', { procedure: procedure.id });
      },
      profile: () => windows.shown()?.profile ?? '',
    });
  } finally {
    recovery.stop();
    await windows.stop();
    await stage.close();
  }
}

/** What falls due is run, and the next window is waited for, until the page says what is expected. */
async function comesBackWith(machine: Machine, heading: string, stepMs = 0): Promise<void> {
  await expect
    .poll(
      async () => {
        machine.time.pass(stepMs);
        return machine.heading();
      },
      { timeout: 15_000 },
    )
    .toBe(heading);
}

const STILL_THERE = texts.reloadedTitle['zh-CN'];

/** The window is lost in the middle: told, replaced, and whoever stands there is asked. */
function replaced(lose: (machine: Machine) => Promise<unknown>, told: string, stepMs = 0): Try {
  return () =>
    onMachine(async (machine) => {
      await machine.begin();
      const old = machine.profile();
      await lose(machine);
      await comesBackWith(machine, STILL_THERE, stepMs);
      expect(machine.told).toContain(`window lost: ${told}`);
      expect(machine.profile()).not.toBe(old);
    });
}

function crash({ windows }: Machine): Promise<void> {
  const shown = windows.shown();
  // The page never answers: it is gone.
  shown?.pipe.send('Page.crash', {}, shown.session()).catch(() => undefined);
  return shown?.gone.then(() => undefined) ?? Promise.resolve();
}

function kill({ profile }: Machine, kind: string): void {
  const [found] = processesOf(profile()).filter(({ line }) => line.includes(kind));
  if (found === undefined) throw new Error(`there is no ${kind}`);
  process.kill(found.pid, 'SIGKILL');
}

/** Not waited for: the page does not come back from this. */
function begins({ windows }: Machine, expression: string): void {
  const shown = windows.shown();
  shown?.pipe.send('Runtime.evaluate', { expression }, shown.session()).catch(() => undefined);
}

export const crashes = {
  'crash-page': replaced(crash, 'page-crashed'),
  'crash-renderer': replaced(async (machine) => kill(machine, '--type=renderer'), 'page-crashed'),
  'crash-browser': replaced(async (machine) => kill(machine, '--remote-debugging-pipe'), 'browser-gone'),
  'crash-memory': replaced(
    async (machine) =>
      begins(machine, 'for (const held = []; ; held.push(new Array(1 << 24).fill(held.length + 0.5)));'),
    'page-crashed',
  ),
  'crash-hang': replaced(async (machine) => {
    begins(machine, 'for (;;);');
    machine.time.pass(ASK_EVERY_MS);
    machine.time.pass(HUNG_AFTER_MS);
  }, 'page-hung'),
  'crash-blank': replaced(
    (machine) => machine.run(`document.getElementById('root').replaceChildren()`),
    'page-blank',
    (ASK_EVERY_MS / 2) * (1 / BLANK_TOO_MANY),
  ),
  'crash-graphics': () =>
    onMachine(async (machine) => {
      await machine.begin();
      const opened = await machine.run('performance.timeOrigin');
      kill(machine, '--type=gpu-process');
      // Chromium starts another by itself; the page stays, and draws.
      await expect.poll(() => machine.windows.shown()?.isDrawn()).toBe(true);
      expect(await machine.run('performance.timeOrigin')).toBe(opened);
      expect(machine.told).toEqual([]);
    }),
  'crash-thrice': () =>
    onMachine(async (machine) => {
      await machine.begin();
      for (const _ of [1, 2]) {
        await crash(machine);
        await comesBackWith(machine, STILL_THERE, 1000);
      }
      await crash(machine);
      await comesBackWith(machine, texts.closedTitle['zh-CN'], 1000);
      machine.time.pass(REST_MS);
      await comesBackWith(machine, texts.hello['zh-CN']);
    }),
} satisfies Partial<Tries<'chromium', Try>>;

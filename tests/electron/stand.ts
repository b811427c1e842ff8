// The shell on doubles of Electron, around a kiosk that answers everything, with time in the test's hands.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { ok } from '../../domain/result.ts';
import type { Log } from '../../lib/log.ts';
import { lockApp } from '../../main/hosts/electron/lock-app.ts';
import { openShell, type Shell, type ShellParts } from '../../main/hosts/electron/shell.ts';
import type { Kiosk } from '../../main/kiosk.ts';
import {
  fakeElectron,
  type FakeElectron,
  type FakeElectronOptions,
  type FakeWindow,
} from '../fakes/electron/electron.ts';
import type { FakePage } from '../fakes/electron/page.ts';
import { manualTime, type ManualTime } from '../fakes/manual-time.ts';

export interface Stand {
  electron: FakeElectron;
  shell: Shell;
  time: ManualTime;
  /** Time passes second by second, and pages answer meanwhile. */
  live(seconds: number): Promise<void>;
  /** What the kiosk was asked, told and made to do, in order. */
  kiosk: string[];
  /** What the log was told, in order. */
  logged: string[];
  emit(event: KioskEvent): void;
  /** The window before the citizen. */
  window(): FakeWindow;
  page(): FakePage;
  /** Through the preload, as the page would. */
  ask(name: string, input?: unknown): Promise<unknown>;
  close(): void;
}

type Bridge = Record<string, (input: unknown) => Promise<unknown>>;

/** Adds one line a call, named by what it was about. */
function logInto(lines: string[]): Log {
  return {
    info: (event) => void lines.push(event),
    warn: (event, fields = {}) =>
      void lines.push([event, fields.code ?? fields.state].filter(Boolean).join(' ')),
    unexpected(event) {
      lines.push(`unexpected: ${event}`);
      return 'E-000000';
    },
  };
}

export function stand(options: Partial<FakeElectronOptions> = {}, change: Partial<ShellParts> = {}): Stand {
  const assets = mkdtempSync(join(tmpdir(), 'onewindow-assets-'));
  writeFileSync(join(assets, 'index.html'), '<!doctype html><title>OneWindow</title>');
  writeFileSync(join(assets, 'notes.txt'), 'not a kind of file that is served');
  const electron = fakeElectron({ userData: assets, ...options });
  const time = manualTime(new Date('2026-11-24T02:00:00Z'));
  const asked: string[] = [];
  const logged: string[] = [];
  const listeners = new Set<(event: KioskEvent) => void>();
  const kiosk: Kiosk = {
    dispatch: async (name) => {
      asked.push(name);
      return ok('well');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    camera: { isOpen: () => false, follow: () => () => undefined },
    windowLost: (how) => void asked.push(`windowLost ${how}`),
    close: () => void asked.push('close'),
    reopen: () => void asked.push('reopen'),
    drain: async () => {},
    stop: async () => void asked.push('stop'),
  };
  const log = logInto(logged);
  // In the order of the program: what is closed for all pages is closed before there is one.
  lockApp(electron, log);
  const shell = openShell({
    electron,
    kiosk,
    config: { window: { display: null } },
    assets,
    preload: '/app/dist/preload/preload.cjs',
    devTools: false,
    isCapturing: () => false,
    drawInSoftware: () => void asked.push('draw in software'),
    onWorn: () => void asked.push('start anew'),
    end: () => void asked.push('end'),
    clock: time.clock,
    timers: time.timers,
    log,
    ...change,
  });
  electron.kioskWindows()[0]?.becomeReady();

  function window(): FakeWindow {
    const last = electron.kioskWindows().at(-1);
    if (last === undefined) throw new Error('no window was made');
    return last;
  }
  return {
    electron,
    shell,
    time,
    async live(seconds) {
      for (let second = 0; second < seconds; second += 1) {
        time.pass(1000);
        // A turn of the event loop: every promise that can settle has.
        await new Promise(setImmediate);
      }
    },
    kiosk: asked,
    logged,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    window,
    page: () => window().page,
    ask: (name, input = null) =>
      (window().page.world['oneWindow'] as Bridge)[name]?.(input) ?? Promise.reject(new Error('not offered')),
    close() {
      shell.stop();
      rmSync(assets, { recursive: true, force: true });
    },
  };
}

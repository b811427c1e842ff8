// The program from its first line, around the real kiosk, over doubles of Electron.
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock, systemTimers } from '../../lib/clock.ts';
import { startProgram } from '../../main/hosts/electron/program.ts';
import type { Shell } from '../../main/hosts/electron/shell.ts';
import { fakeElectron, type FakeElectron, type FakeElectronOptions } from '../fakes/electron/electron.ts';

let folder: string;
let electron: FakeElectron;
let machine: EventEmitter & { argv: string[]; env: Record<string, string> };
let crashReports: object[];
let said: string[];
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-electron-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'index.html'), '<!doctype html><title>OneWindow</title>');
  machine = Object.assign(new EventEmitter(), { argv: ['onewindow'], env: {} });
  crashReports = [];
  said = [];
  told = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});
afterEach(async () => {
  machine.emit('SIGTERM');
  await vi.waitFor(() => expect(electron.exits).not.toEqual([]));
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function start(options: Partial<FakeElectronOptions> = {}): Promise<Shell | null> {
  electron = fakeElectron({ userData: folder, ...options });
  return startProgram({
    electron,
    crashReporter: { start: (given) => void crashReports.push(given) },
    process: machine as unknown as NodeJS.Process,
    assets: join(folder, 'assets'),
    preload: '/app/dist/preload/preload.cjs',
    clock: systemClock,
    timers: systemTimers,
    notify: async (_, states) => void told.push(...states),
  });
}

function configure(config: object): void {
  mkdirSync(join(folder, 'kiosk'));
  writeFileSync(join(folder, 'kiosk', 'kiosk.config.json'), JSON.stringify(config));
}

/** What the page is shown. */
async function look(): Promise<unknown> {
  const bridge = electron.kioskWindows().at(-1)?.page.world['oneWindow'];
  return (bridge as Record<string, (input: null) => Promise<unknown>>)['look']?.(null);
}

function logText(): string {
  return readFileSync(join(folder, 'kiosk', 'kiosk.log'), 'utf8');
}

it('opens a window that shows the kiosk', async () => {
  await start();
  expect(await look()).toMatchObject({ ok: true, value: { screen: 'closed', code: 'K-01' } });
});

it('keeps its data where it is told to', async () => {
  machine.argv.push(`--data=${join(folder, 'elsewhere')}`);
  await start();
  expect(existsSync(join(folder, 'elsewhere', 'kiosk.sqlite'))).toBe(true);
  expect(existsSync(join(folder, 'kiosk'))).toBe(false);
});

it('forces the sandbox, makes its scheme and takes the menu away before the app is ready', async () => {
  await start();
  const { history } = electron;
  expect(history.slice(0, 2).toSorted()).toEqual(['sandbox', 'scheme']);
  expect(history.indexOf('ready')).toBe(2);
  expect(electron.menu()).toBe(null);
});

it.each([
  ['a debugger’s switch', ['--inspect=9229'], {}, '--inspect'],
  ['a switched-off sandbox', ['--no-sandbox'], {}, '--no-sandbox'],
  ['a preloaded library', [], { LD_PRELOAD: '/tmp/secret.so' }, 'LD_PRELOAD'],
])('refuses to start with %s, and opens nothing', async (_, args, env, named) => {
  machine.argv.push(...args);
  machine.env = env;
  expect(await start()).toBe(null);
  expect(electron.exits).toEqual([2]);
  expect(said).toEqual([`This kiosk does not start with ${named}.`]);
  expect(electron.windows).toEqual([]);
  expect(existsSync(join(folder, 'kiosk'))).toBe(false);
});

it('lets a developer debug a program that is not packaged', async () => {
  machine.argv.push('--inspect=9229');
  expect(await start({ isPackaged: false })).not.toBe(null);
});

it('does not open the store when another one is running', async () => {
  expect(await start({ isFirst: false })).toBe(null);
  expect(electron.exits).toEqual([0]);
  expect(existsSync(join(folder, 'kiosk'))).toBe(false);
});

it('comes forward when it is started again', async () => {
  await start();
  electron.startAgain();
  expect(electron.kioskWindows()[0]?.isFocused()).toBe(true);
});

it('says what is wrong with its configuration', async () => {
  configure({ window: { display: 'left' } });
  expect(await start()).toBe(null);
  expect(electron.exits).toEqual([2]);
  expect(said).toEqual(['kiosk.config.json: window.display: a whole number from 1 to 16 or null']);
});

it('tells the service manager that it serves, and keeps its socket from its children', async () => {
  machine.env = { NOTIFY_SOCKET: '/run/systemd/notify', WATCHDOG_USEC: '30000000' };
  await start();
  expect(told).toEqual(['READY=1', 'WATCHDOG=1']);
  expect(machine.env).toEqual({});
});

it('leaves no memory dumps in public service', async () => {
  await start();
  expect(crashReports).toEqual([]);
});

it('keeps memory dumps on the machine when IT asks for them', async () => {
  configure({ crashReports: 'local' });
  await start();
  expect(crashReports).toEqual([{ uploadToServer: false }]);
});

it.each(['uncaughtException', 'unhandledRejection'])(
  'ends at once on an %s, and does not write what it said',
  async (event) => {
    await start();
    machine.emit(event, new Error('the name of a citizen'));
    expect(electron.exits).toEqual([70]);
    expect(logText()).toContain(event === 'uncaughtException' ? 'uncaught exception' : 'unhandled rejection');
    expect(logText()).not.toContain('the name of a citizen');
  },
);

it.each([
  ['it is asked to quit', () => electron.quit()],
  ['the service manager says so', () => machine.emit('SIGTERM')],
  ['the machine goes down', () => electron.shutDown()],
])('ends in order when %s', async (_, happen) => {
  await start();
  happen();
  await vi.waitFor(() => expect(electron.exits).toEqual([0]));
  expect(electron.kioskWindows().every(({ isDestroyed }) => isDestroyed())).toBe(true);
  expect(electron.ipcMain.channels()).toEqual([]);
});

it('starts anew without the graphics hardware when that fails twice, and once only', async () => {
  machine.argv.push('--ozone-platform=x11');
  await start();
  electron.loseGraphics();
  electron.loseGraphics();
  expect(electron.relaunches).toEqual([['--ozone-platform=x11', '--software-rendering']]);
});

it('that was started without the graphics hardware does not start anew', async () => {
  machine.argv.push('--software-rendering');
  await start();
  expect(electron.history).toContain('software rendering');
  electron.loseGraphics();
  electron.loseGraphics();
  expect(electron.relaunches).toEqual([]);
});

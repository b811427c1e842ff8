// The Debian package of the browser host, from its making to an application that arrived at the platform: installed on a
// machine that has nothing else, run with its own Node, and asked over its own address.
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reply, Send } from '../../domain/contract/kiosk-api.ts';
import type { OpenPlatform } from '../../platform/platform.ts';
import { buildScreens } from '../../scripts/build.ts';
import { DEMO_DIVISION } from '../../scripts/city.ts';
import { buildBrowserHostPackage } from '../../scripts/packaging/browser-host-package.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { openTestPlatform } from '../city.ts';
import { cookieOf } from '../contract/transports.ts';
import { confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { IS_ROOT, putMachine, type Machine } from './machine.ts';
import { run } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'onewindow-deb-'));
let deb: string;
let machine: Machine;
let platform: OpenPlatform;

beforeAll(async () => {
  await buildScreens();
  deb = buildBrowserHostPackage({ output: work, compression: 'none' });
  mkdirSync(join(work, 'machine'));
  machine = putMachine(join(work, 'machine'), deb);
  platform = await openTestPlatform(join(work, 'platform'));
}, 240_000);
afterAll(async () => {
  await platform?.stop();
  rmSync(work, { recursive: true, force: true });
});

const on = (path: string) => join(machine.folder, path);
const read = (path: string) => readFileSync(on(path), 'utf8');
const service = () => read('usr/lib/systemd/system/onewindow-kiosk.service');

/** What the service starts on the display, word by word. */
function program(): string[] {
  const [, command = ''] = /^ExecStart=\/usr\/bin\/cage -d -- (.+)$/m.exec(service()) ?? [];
  return command.split(' ');
}

/** IT staff's command; without root there is no user to become, and it is called by its parts. */
function admin(...words: string[]): Promise<string> {
  const [node = ''] = program();
  const parts = [
    node,
    '/usr/lib/onewindow-kiosk/app/main/admin/start.js',
    '--data',
    '/var/lib/onewindow-kiosk',
  ];
  return machine.run([...(IS_ROOT ? ['/usr/bin/onewindow-kiosk-admin'] : parts), ...words]);
}

it('names what it needs, and which files are the machine’s own to change', async () => {
  const control = await run('dpkg-deb', ['--field', deb], { cwd: work });
  for (const name of ['chromium', 'fonts-noto-cjk', 'cage', 'xwayland', 'seatd'])
    expect(control).toMatch(new RegExp(`^Depends:.*\\b${name}\\b`, 'm'));
  const settings = await run('dpkg-deb', ['--info', deb, 'conffiles'], { cwd: work });
  expect(settings.split('\n')).toEqual(
    expect.arrayContaining([
      '/etc/onewindow-kiosk/kiosk.config.json',
      '/etc/chromium/policies/managed/onewindow-kiosk.json',
    ]),
  );
});

it('holds no sources, no tests and nothing of the platform', async () => {
  const files = await listed();
  expect(files.length).toBeGreaterThan(1000);
  expect(
    files.filter((name) => /\.(ts|tsx|map)$|\.test\.|\/(pg|react|electron|vite)\/|\/platform\//.test(name)),
  ).toEqual([]);
});

async function listed(): Promise<string[]> {
  const lines = await run('dpkg-deb', ['--contents', deb], { cwd: work });
  return lines.split('\n').map((line) => line.split(/\s+/)[5] ?? '');
}

it('is watched by systemd, comes back whatever happens, and may write to its own folder only', () => {
  for (const line of [
    'Type=notify',
    'WatchdogSec=30',
    'Restart=always',
    'User=onewindow',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'ProtectHome=yes',
    'StateDirectory=onewindow-kiosk',
    'MemorySwapMax=0',
    'LimitCORE=0',
  ])
    expect(service().split('\n')).toContain(line);
});

it('lets Chromium show the kiosk and nothing else', () => {
  const policy = JSON.parse(read('etc/chromium/policies/managed/onewindow-kiosk.json')) as Record<
    string,
    unknown
  >;
  const port = program()[program().indexOf('--port') + 1];
  expect(policy['URLAllowlist']).toContain(`http://127.0.0.1:${port}`);
  expect(policy).toMatchObject({
    URLBlocklist: expect.arrayContaining(['*', 'devtools://*', 'file://*']) as string[],
    PrintingEnabled: false,
    DownloadRestrictions: 3,
    AllowFileSelectionDialogs: false,
    TranslateEnabled: false,
    PasswordManagerEnabled: false,
    IncognitoModeAvailability: 1,
    BrowserGuestModeEnabled: false,
  });
  // The kiosk itself drives its window over a pipe, and this would forbid it.
  expect(policy).not.toHaveProperty('DeveloperToolsAvailability');
});

it('switches off the keys that speak to the kernel, and the other consoles', () => {
  expect(read('usr/lib/sysctl.d/60-onewindow-kiosk.conf')).toMatch(/^kernel\.sysrq = 0$/m);
  expect(read('usr/lib/systemd/logind.conf.d/onewindow-kiosk.conf')).toMatch(/^NAutoVTs=0$/m);
});

it('gives the kiosk a user of its own and a folder nobody else can enter', () => {
  expect(read('usr/lib/sysusers.d/onewindow-kiosk.conf')).toMatch(/^u +onewindow /m);
  // Only root can make users: without, nothing was installed that could be looked at.
  if (!IS_ROOT) return;
  const [, , uid] = /^onewindow:.*$/m.exec(read('etc/passwd'))?.[0].split(':') ?? [];
  const folder = statSync(on('var/lib/onewindow-kiosk'));
  expect([folder.uid, folder.mode & 0o777]).toEqual([Number(uid), 0o700]);
  expect(Number(uid)).toBeGreaterThan(0);
});

it('says what to do next by the command the machine has', async () => {
  const help = await admin('--help');
  // Without root the command is called by its parts, and does not know its name.
  expect(help).toContain(IS_ROOT ? 'onewindow-kiosk-admin COMMAND' : 'COMMAND');
});

it('files an application with the platform it was enrolled at', async () => {
  const code = await platform.issueEnrolmentCode(DEMO_DIVISION);
  expect(await admin('enrol', '--platform', platform.url, '--code', code)).toContain(
    'Enrolled as kiosk 520103-K001',
  );
  const kiosk = await startKiosk();
  const receipt = await confirm(kiosk.send, await fillIn(kiosk.send, (await llc()).procedure, llcAnswers()));
  await expect.poll(() => platform.caseNumbers(), { timeout: 20_000 }).toEqual([receipt.number]);
  const paper = on(`var/lib/onewindow-kiosk/receipts/${receipt.number}.copy-1.pdf`);
  await expect.poll(() => existsSync(paper), { timeout: 20_000 }).toBe(true);
  expect(await admin('queue', 'list')).toMatch(new RegExp(`^${receipt.number} .* acknowledged `, 'm'));
  expect(await kiosk.stop()).toBe(0);
}, 90_000);

/** Starts what the service starts, without a display. */
async function startKiosk(): Promise<{ send: Send; stop(): Promise<number | null> }> {
  const child = machine.start([...program(), '--headless', '--port', '0']);
  const launch = await launchUrlOf(child.stdout);
  const { origin } = new URL(launch);
  const headers = { cookie: await cookieOf(launch), origin, 'content-type': 'application/json' };
  return {
    async send(name, input) {
      const asked = { method: 'POST', headers, body: JSON.stringify(input) };
      return (await (await fetch(`${origin}/kiosk/${name}`, asked)).json()) as Reply;
    },
    async stop() {
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}

async function launchUrlOf(output: NodeJS.ReadableStream | null): Promise<string> {
  if (output === null) throw new Error('the kiosk says nothing');
  for await (const line of createInterface({ input: output }))
    if (line.startsWith('kiosk ready ')) return line.slice('kiosk ready '.length);
  throw new Error('the kiosk ended before it was ready');
}

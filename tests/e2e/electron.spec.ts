// The program in Electron itself, where its binary is on the machine. What can be proven without it is in tests/electron.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from 'playwright/test';
import { begin, confirm, goOnTo, type Errand } from '../../scripts/citizen/citizen.ts';
import { keyboardHand } from '../../scripts/citizen/keyboard-hand.ts';
import { DEMO_CONFIG, DEMO_DIVISION, enrolOnce } from '../../scripts/city.ts';
import { electronBinary } from '../../scripts/electron-binary.ts';
import { stageApp } from '../../scripts/packaging/stage-app.ts';
import { texts } from '../../renderer/text/texts.ts';
import type { OpenPlatform } from '../../platform/platform.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { yang } from '../builders/people.ts';
import { openTestPlatform } from '../city.ts';
import { llc } from '../llc.ts';

const binary = electronBinary();
test.skip(binary === null, 'Electron’s binary is not on this machine: npm run electron:install');
test.describe.configure({ mode: 'serial' });

let folder: string;
let platform: OpenPlatform;
let app: ElectronApplication;
let page: Page;

function launch(): Promise<ElectronApplication> {
  // As root Chromium refuses to sandbox itself; a kiosk never runs as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({
    executablePath: binary ?? '',
    args: [...asRoot, join(folder, 'app'), `--data=${join(folder, 'kiosk')}`, `--user-data-dir=${folder}`],
  });
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-electron-'));
  stageApp('electron', join(folder, 'app'));
  platform = await openTestPlatform(join(folder, 'platform'));
  await enrolOnce(join(folder, 'kiosk'), platform.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
  writeFileSync(join(folder, 'kiosk', 'kiosk.config.json'), JSON.stringify({ sync: DEMO_CONFIG.sync }));
});
test.afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});
test.beforeEach(async () => {
  app = await launch();
  page = await app.firstWindow();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.hello['zh-CN']);
});
test.afterEach(() => app.close());

test('Electron shows the kiosk from app:// with nothing of Node in the page', async () => {
  expect(page.url()).toBe('app://kiosk/index.html');
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    ),
  ).toEqual([]);
});

test('Electron files one application, to its receipt and the platform', async () => {
  const errand: Errand = {
    page,
    hand: keyboardHand(page),
    locale: 'zh-CN',
    prepared: await llc(),
    answers: llcAnswers(),
  };
  await begin(errand);
  await goOnTo(errand, 'confirm');
  const number = await confirm(errand, yang.name);
  await expect.poll(() => platform.caseNumbers()).toEqual([number]);
});

test('Electron lets nobody out of the page', async () => {
  const before = app.windows().length;
  for (const way of [
    () => window.location.assign('https://example.org/'),
    () => void window.open('https://example.org/'),
    () => window.location.assign('file:///etc/passwd'),
    () => void document.documentElement.requestFullscreen().catch(() => undefined),
  ]) {
    await page.evaluate(way);
  }
  for (const key of ['F12', 'Control+Shift+I', 'Control+R', 'Control+P', 'Alt+F4', 'F11'])
    await page.keyboard.press(key);
  expect(page.url()).toBe('app://kiosk/index.html');
  expect(app.windows()).toHaveLength(before);
});

test('Electron brings a new window when the page is killed', async () => {
  const next = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
  });
  await expect((await next).getByRole('heading', { level: 1 })).toBeVisible();
});

test('Electron runs once: the second one leaves, and the first one stays', async () => {
  const second = await launch();
  await second.waitForEvent('close');
  expect(app.windows()).toHaveLength(1);
});

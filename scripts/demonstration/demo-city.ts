// A city for demonstrations: a platform that lends records, a kiosk with a simulated reader, and a page in a browser whose
// camera is Chromium's own test picture.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { findChromium } from '../../lib/find-chromium.mjs';
import { silentLog } from '../../lib/log.ts';
import type { KioskConfig } from '../../main/config.ts';
import { startBrowserHost } from '../../main/hosts/browser/host.ts';
import { take } from '../../main/devices/card-reader/laid-card.ts';
import { openPlatform } from '../../platform/platform.ts';
import { texts } from '../../renderer/text/texts.ts';
import {
  cityFolders,
  CONSOLE,
  DEMO_CONFIG,
  DEMO_DIVISION,
  DEMO_READER,
  DEMO_RECORDS,
  enrolOnce,
  openDemoKiosk,
  RENDERER,
} from '../city.ts';

const PORTRAIT = { width: 1080, height: 1920 };
/** The kiosk looks for the platform every two seconds; printing and sending take less. */
const PATIENCE_MS = 20_000;

export interface DemoCity {
  page: Page;
  platformFolder: string;
  /** Where a card lies on the simulated reader. */
  readerFolder: string;
  /** The citizen leaves: the welcome page again, in the language of the house. */
  startOver(): Promise<void>;
  /** Waits until everything is sent that can be. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** Three dozen people in six minutes: nobody is as quick as that, and the platform would lend them nothing more. */
const UNHURRIED_ASKS = 1000;

/** `config` is the kiosk's. */
export async function openDemoCity(config: KioskConfig = DEMO_CONFIG): Promise<DemoCity> {
  const data = mkdtempSync(join(tmpdir(), 'onewindow-demo-'));
  const folders = cityFolders(data);
  const platform = await openPlatform({
    folder: folders.platform,
    port: 0,
    database: null,
    consoleFolder: CONSOLE,
    records: DEMO_RECORDS,
    recordAsks: UNHURRIED_ASKS,
    log: silentLog,
  });
  await enrolOnce(folders.kiosk, platform.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
  const kiosk = await openDemoKiosk(folders.kiosk, config, silentLog);
  const host = await startBrowserHost({ kiosk, assets: RENDERER, port: 0, chromium: null, log: silentLog });
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: PORTRAIT, hasTouch: true, timezoneId: 'Asia/Shanghai' });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(host.url);
  return {
    page,
    platformFolder: folders.platform,
    readerFolder: join(folders.kiosk, DEMO_READER.folder),
    async startOver() {
      await take(join(folders.kiosk, DEMO_READER.folder));
      await kiosk.dispatch('leave', null);
      // The page throws itself away and comes back fresh.
      await page.getByRole('button', { name: texts.start[DEMO_CONFIG.locale], exact: true }).waitFor();
    },
    drain: () => kiosk.drain(),
    async stop() {
      await browser.close();
      await host.stop();
      await kiosk.stop();
      await platform.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function openBrowser() {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      // Chromium refuses to sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

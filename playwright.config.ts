import { paperCamera } from './tests/fakes/paper-camera.ts';
import { defineConfig } from 'playwright/test';
import { findChromium } from './lib/find-chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/*.spec.ts', 'bad-input/*.spec.ts'],
  outputDir: 'test-results/e2e',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  // A test that has to be tried twice is a fault to be found.
  retries: 0,
  forbidOnly: true,
  use: {
    viewport: { width: 1080, height: 1920 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        ...paperCamera(),
      ],
    },
  },
});

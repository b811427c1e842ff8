// Where a Chromium is on this machine. Plain JavaScript: the bootstrap runs it before packages exist.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const PLAYWRIGHT_FOLDERS = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache', 'ms-playwright'),
  join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  join(homedir(), 'AppData', 'Local', 'ms-playwright'),
];

const PLAYWRIGHT_BINARIES = [
  ['chrome-linux64', 'chrome'],
  ['chrome-linux', 'chrome'],
  ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win64', 'chrome.exe'],
  ['chrome-win', 'chrome.exe'],
];

function downloadedByPlaywright() {
  for (const folder of PLAYWRIGHT_FOLDERS) {
    if (folder === undefined || !existsSync(folder)) continue;
    const builds = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
    for (const build of builds.toSorted().toReversed()) {
      for (const parts of PLAYWRIGHT_BINARIES) {
        const binary = join(folder, build, ...parts);
        if (existsSync(binary)) return binary;
      }
    }
  }
  return null;
}

/** The path of a Chromium (or Chrome, or Edge), or null. `ONEWINDOW_CHROMIUM` comes first. */
export function findChromium() {
  const named = process.env.ONEWINDOW_CHROMIUM;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return INSTALLED.find((path) => existsSync(path)) ?? downloadedByPlaywright();
}

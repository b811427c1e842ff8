// `npm start`: a whole city on one machine, or a kiosk for a platform elsewhere.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium } from '../lib/find-chromium.mjs';
import { createLog, logTo } from '../lib/log.ts';
import { loadConfig } from '../main/config.ts';
import { isSafeAddress } from '../main/enrol.ts';
import { startBrowserHost, type BrowserHost } from '../main/hosts/browser/host.ts';
import { openPlatform, type OpenPlatform } from '../platform/platform.ts';
import { buildScreens } from './build.ts';
import { electronBinary } from './electron-binary.ts';
import { stageApp } from './packaging/stage-app.ts';
import {
  cityFolders,
  configFile,
  CONSOLE,
  DEMO_DIVISION,
  DEMO_RECORDS,
  enrolledAddress,
  enrolOnce,
  keepDemoSettings,
  openDemoKiosk,
  RENDERER,
} from './city.ts';

const HELP = `npm start -- [options]

  --headless            serves without a window; open the printed address in a browser
  --data DIR            data folder (default .onewindow)
  --platform URL        uses a platform elsewhere instead of starting one; the kiosk must be enrolled with it
  --host electron|browser
  --locale zh-CN|en     language of the first screen (default: as configured, zh-CN)
  --port N              port of the kiosk on 127.0.0.1 (default: any free one)
  --help`;

function leave(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function argumentsOf() {
  try {
    return parseArgs({
      options: {
        headless: { type: 'boolean', default: false },
        data: { type: 'string', default: '.onewindow' },
        platform: { type: 'string' },
        host: { type: 'string' },
        locale: { type: 'string' },
        port: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`);
  }
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const given = argumentsOf();
if (given.help) {
  console.log(HELP);
  process.exit(0);
}
if (given.locale !== undefined && given.locale !== 'zh-CN' && given.locale !== 'en')
  leave('--locale: zh-CN or en');
const { locale } = given;
if (given.host !== undefined && given.host !== 'electron' && given.host !== 'browser')
  leave('--host: electron or browser');
if (given.platform !== undefined && !isSafeAddress(given.platform))
  leave('--platform: the address must begin with https: (http: only on this machine itself)');
const port = Number(given.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) leave('--port: a whole number from 0 to 65535');
const electron = given.headless || given.host === 'browser' ? null : electronBinary();
if (given.host === 'electron' && electron === null)
  leave('Electron is not on this machine: run `npm run electron:install`, or start with --host browser.');

/** What was started, in order; ended the other way round. */
const stops: (() => Promise<void>)[] = [];
let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const end of stops.toReversed()) await end();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

await buildScreens();
const folders = cityFolders(resolve(given.data));
// A kiosk stays with the address it was enrolled at: an embedded platform comes back to it.
const enrolledAt = await enrolledAddress(folders.kiosk).catch((error: Error) => leave(error.message));
const platform = given.platform === undefined ? await startPlatform(enrolledAt) : null;
if (given.platform !== undefined && enrolledAt !== null && new URL(given.platform).origin !== enrolledAt)
  leave(`This kiosk is enrolled with ${enrolledAt}: use that address, or another --data folder.`);
await enrolOnce(folders.kiosk, platform?.url ?? given.platform ?? '', () => newCode(platform)).catch(
  (error: Error) => leave(error.message),
);
// A kiosk of a platform elsewhere is no demonstration.
if (platform !== null) keepDemoSettings(folders.kiosk);
if (electron === null) await startBrowser();
else startElectron(electron);

async function newCode(city: OpenPlatform | null): Promise<string> {
  if (city === null)
    throw new Error('This kiosk is not enrolled: run `npm run kiosk -- --platform URL --enrol CODE` first.');
  return city.issueEnrolmentCode(DEMO_DIVISION);
}

async function startPlatform(address: string | null): Promise<OpenPlatform> {
  const opened = await openPlatform({
    folder: folders.platform,
    port: address === null ? 0 : Number(new URL(address).port),
    database: null,
    consoleFolder: CONSOLE,
    records: DEMO_RECORDS,
    log: createLog('platform', logTo(join(folders.platform, 'platform.log'))),
  }).catch((error: NodeJS.ErrnoException) =>
    leave(
      error.code === 'EADDRINUSE'
        ? `${address} is taken: is the city running already? The kiosk is enrolled with this address.`
        : error.message,
    ),
  );
  stops.push(opened.stop);
  console.log(`platform ready ${opened.url}`);
  console.log(`work list ${opened.consoleUrl}`);
  return opened;
}

async function startBrowser(): Promise<void> {
  if (!given.headless && given.host === undefined)
    console.log('Electron is not on this machine: using the browser host');
  const log = createLog('kiosk', logTo(join(folders.kiosk, 'kiosk.log')));
  const file = configFile(folders.kiosk);
  const read = await loadConfig(file);
  if (!read.ok) return leave(read.error.map(({ key, allowed }) => `${file}: ${key}: ${allowed}`).join('\n'));
  const chromium = given.headless ? null : findChromium();
  if (!given.headless && chromium === null)
    leave('There is no Chromium on this machine: start with --headless.');
  const config = { ...read.value, locale: locale ?? read.value.locale };
  const kiosk = await openDemoKiosk(folders.kiosk, config, log);
  stops.push(kiosk.stop);
  const host: BrowserHost = await startBrowserHost({ kiosk, assets: RENDERER, port, chromium, log });
  stops.push(host.stop);
  console.log(`kiosk ready ${host.url}`);
}

function startElectron(binary: string): void {
  const app = join(ROOT, 'dist', 'electron-app');
  stageApp('electron', app);
  const child = spawn(binary, [app, `--data=${folders.kiosk}`], { stdio: 'inherit' });
  child.on('exit', () => void stop());
  stops.push(async () => void child.kill());
}

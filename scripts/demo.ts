// `npm run demo`: the whole promise in about a minute, without a person. A citizen registers a company while the
// platform is gone; the receipt is printed; the platform comes back and holds the application once, as it was typed.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import { addYears } from '../domain/calendar-day.ts';
import { dayInCity, systemClock } from '../lib/clock.ts';
import { findChromium } from '../lib/find-chromium.mjs';
import { createLog, logTo } from '../lib/log.ts';
import { loadProcedures } from '../lib/procedures/load.ts';
import { startBrowserHost } from '../main/hosts/browser/host.ts';
import { OWN_PROCEDURES } from '../lib/procedures/own-procedures.ts';
import { openStore } from '../main/store/store.ts';
import { openPlatform, type OpenPlatform } from '../platform/platform.ts';
import { texts } from '../renderer/text/texts.ts';
import { buildScreens } from './build.ts';
import { demoApplication } from './citizen/application.ts';
import { begin, confirm, goOnTo, type Errand } from './citizen/citizen.ts';
import { heldBy } from './citizen/held.ts';
import { applicant } from './citizen/people.ts';
import { runAll } from './demonstration/all.ts';
import { createSteps, StepFailed } from './citizen/steps.ts';
import { touchHand } from './citizen/touch-hand.ts';
import {
  cityFolders,
  CONSOLE,
  DEMO_CONFIG,
  DEMO_DIVISION,
  DEMO_RECORDS,
  enrolOnce,
  openDemoKiosk,
  RENDERER,
} from './city.ts';

const HELP = `npm run demo -- [options]

  --all       instead: every procedure, in both languages, typed and with a card; a table of what each cost
  --out DIR   where pictures and the receipt land (default demo-output)
  --help`;

const LOCALE = 'zh-CN';
const PROCEDURE = 'business-registration-llc';
const PORTRAIT = { width: 1080, height: 1920 };
/** The kiosk looks for the platform every two seconds; printing and sending take less. */
const PATIENCE_MS = 20_000;

function argumentsOf() {
  try {
    return parseArgs({
      options: {
        all: { type: 'boolean', default: false },
        out: { type: 'string', default: 'demo-output' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return process.exit(2);
  }
}

const values = argumentsOf();
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
if (values.all) process.exit((await runAll({ say: console.log })) ? 0 : 1);
const out = resolve(values.out);
const data = mkdtempSync(join(tmpdir(), 'onewindow-demo-'));
const folders = cityFolders(data);
const { step, elapsedMs } = createSteps(console.log);
/** What was started, the last first. */
const closing: (() => Promise<unknown>)[] = [];

function startPlatform(port: number): Promise<OpenPlatform> {
  return openPlatform({
    folder: folders.platform,
    port,
    database: null,
    consoleFolder: CONSOLE,
    records: DEMO_RECORDS,
    log: createLog('platform', logTo(join(folders.platform, 'platform.log'))),
  });
}

async function startKiosk(platform: OpenPlatform): Promise<string> {
  await enrolOnce(folders.kiosk, platform.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
  const log = createLog('kiosk', logTo(join(folders.kiosk, 'kiosk.log')));
  const kiosk = await openDemoKiosk(folders.kiosk, DEMO_CONFIG, log);
  closing.unshift(() => kiosk.stop());
  const host = await startBrowserHost({ kiosk, assets: RENDERER, port: 0, chromium: null, log });
  closing.unshift(() => host.stop());
  return host.url;
}

async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    // Chromium refuses to sandbox as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  closing.unshift(() => browser.close());
  return browser;
}

async function openPage(url: string): Promise<Page> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: PORTRAIT, hasTouch: true, timezoneId: 'Asia/Shanghai' });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  await page.getByRole('button', { name: texts.start[LOCALE] }).waitFor();
  return page;
}

async function procedure() {
  const prepared = (await loadProcedures(OWN_PROCEDURES)).latest(PROCEDURE);
  if (prepared === null) throw new Error(`the procedure ${PROCEDURE} is missing`);
  return prepared;
}

/** A picture of every kind of page, the first time it comes. */
function photographer(page: Page) {
  const seen = new Set<string>();
  return async (name: string): Promise<void> => {
    if (seen.has(name)) return;
    seen.add(name);
    const number = String(seen.size).padStart(2, '0');
    await page.screenshot({ path: join(out, `${number}-${name}.png`), animations: 'disabled' });
  };
}

function heading(page: Page, words: { [LOCALE]: string }) {
  return page.getByRole('heading', { level: 1, name: words[LOCALE], exact: true }).waitFor();
}

/** The printed files of a receipt, copied out of the data folder. */
async function takePaper(page: Page, number: string): Promise<void> {
  await page.locator('.print[data-state="sent-to-printer"]').waitFor();
  for (const kind of ['png', 'pdf']) {
    const name = `${number}.copy-1.${kind}`;
    copyFileSync(join(folders.kiosk, 'receipts', name), join(out, `receipt-${name}`));
  }
}

function must(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

/** SHA-256, in hex, of the bytes that wait in the kiosk's queue. */
async function waitingHash(): Promise<string> {
  const opened = await openStore(folders.kiosk);
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    // For moments the kiosk tries to send it: then it does not wait.
    for (let tries = 0; tries < 100; tries += 1) {
      const [waiting] = await opened.value.submissions.nextToSend(1, 1);
      if (waiting !== undefined) return waiting.contentHash.toString('hex');
      await pause(100);
    }
    throw new Error('nothing waits to be sent');
  } finally {
    await opened.value.close();
  }
}

/** The platform holds exactly this submission: the same bytes, and inside them what was typed. */
async function compare(number: string, hash: string, answers: object): Promise<void> {
  const held = await heldBy(folders.platform);
  must(held.length === 1, `the platform holds ${held.length} submissions`);
  const [only] = held;
  must(
    only?.receiptNumber === number,
    `the platform holds ${only?.receiptNumber}, the receipt says ${number}`,
  );
  must(only?.contentHash === hash, 'the platform holds other bytes than the kiosk had');
  must(isDeepStrictEqual(only?.application.answers, answers), 'the answers are not what was typed');
}

async function demonstrate(): Promise<void> {
  const prepared = await procedure();
  const answers = demoApplication(addYears(dayInCity(systemClock.now()), 4));
  const first = await step('the platform is open', () => startPlatform(0));
  const port = Number(new URL(first.url).port);
  const url = await step('the kiosk is enrolled and open', () => startKiosk(first));
  const page = await step('a citizen stands in front of it', () => openPage(url));
  const photograph = photographer(page);
  await photograph('welcome');

  await step('the platform is gone', async () => {
    await first.stop();
    await page.locator('.link-state[data-link="offline"]').waitFor();
    await photograph('welcome-offline');
  });
  const hand = touchHand(page);
  const errand: Errand = { page, hand, locale: LOCALE, prepared, answers, onPage: photograph };
  await step('the first question is asked', () => begin(errand));
  await step('every question is answered', () => goOnTo(errand, 'confirm'));
  const number = await step('the application is signed and received', () => confirm(errand, applicant.name));
  await step(`the receipt ${number} says that the kiosk keeps it`, async () => {
    await heading(page, texts.heldTitle);
    await photograph('receipt-kept-here');
  });
  await step('the receipt is printed', () => takePaper(page, number));

  const hash = await step('it waits, sealed, in the queue', waitingHash);
  const second = await step('the platform is back', () => startPlatform(port));
  closing.push(() => second.stop());
  await step('the receipt says that the platform has it', async () => {
    await heading(page, texts.arrivedTitle);
    await photograph('receipt-arrived');
  });
  await step('the platform holds it once, as it was typed', () => compare(number, hash, answers));
}

async function close(): Promise<void> {
  for (const stop of closing) await stop();
  rmSync(data, { recursive: true, force: true });
}

await buildScreens();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
try {
  await demonstrate();
  await close();
  console.log(`All held, in ${Math.round(elapsedMs() / 1000)} s. Pictures and receipt: ${out}`);
} catch (error) {
  console.error(error instanceof StepFailed ? error.message : error);
  await close();
  process.exitCode = 1;
}

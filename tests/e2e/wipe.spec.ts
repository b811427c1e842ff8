// Whoever comes next finds nothing of whoever was here. Somebody with rare characters in their name uses the kiosk's own
// window; their session ends by button, by time, and because they took their card; then everything is searched for them:
// the page, what it may keep, the profile, every process, the kiosk's data, temporary files.
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { findChromium } from '../../lib/find-chromium.mjs';
import { silentLog } from '../../lib/log.ts';
import type { WarmChromium } from '../../main/hosts/browser/chromium.ts';
import { startBrowserHost, type BrowserHost } from '../../main/hosts/browser/host.ts';
import { documentTexts } from '../../renderer/text/documents.ts';
import { texts } from '../../renderer/text/texts.ts';
import { RENDERER } from '../../scripts/city.ts';
import { yangsCard } from '../builders/cards.ts';
import { layCard, SIMULATED, takeCard } from '../builders/laid-card.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { lendingCard } from '../builders/lending-card.ts';
import { tenancy } from '../builders/tenancy.ts';
import { startCity, type City, type CityOptions } from '../city.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { isAlive, processesOf, searchMemory, whyNoMemory, type Process } from '../wipe/memory.ts';
import { filesBelow, madeIn, needlesOf, tracesBelow, tracesIn } from '../wipe/traces.ts';
import { windowHand, type WindowHand } from '../wipe/window-hand.ts';

test.describe.configure({ timeout: 300_000 });

const zh = 'zh-CN';

/**
 * Somebody who is nobody. Put together here, so that the words themselves lie in no file: not in this one, and not in what
 * it is compiled to, which lies among the temporary files.
 */
const person = {
  name: String.fromCodePoint(0x9f98, 0x2cb4e, 0x36c3),
  number: ['520103', '19870614', '7331'].join(''),
  mobile: ['199', '0733', '1987'].join(''),
  address: `${String.fromCodePoint(0x9ea4, 0x7287, 0x5df7)} 7331`,
};
const needles = needlesOf(Object.values(person));

let city: City;
let host: BrowserHost;
let began: number;
/** What was opened, the last first. */
let closing: (() => Promise<void> | void)[] = [];

test.afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

/** The Chromium that is there, with a camera it does not have. */
function withFakeCamera(folder: string): string {
  const file = join(folder, 'chromium');
  writeFileSync(file, `#!/bin/sh\nexec '${findChromium()}' --use-fake-device-for-media-stream "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

/** A city of its own, and somebody before its window. */
async function arrive(options: CityOptions = {}): Promise<{ window: WarmChromium; hand: WindowHand }> {
  began = Date.now();
  const own = mkdtempSync(join(tmpdir(), 'onewindow-wipe-'));
  closing.unshift(() => rmSync(own, { recursive: true, force: true }));
  // Name and number can be read from the card; nothing is fetched from anywhere.
  const prefill = lendingCard.prefill.filter(({ record }) => record === 'id-card');
  const procedures = writeProcedures(join(own, 'procedures'), { ...tenancy, prefill });
  city = await startCity({ procedures, ...options });
  closing.unshift(() => city.stop());
  const chromium = withFakeCamera(own);
  host = await startBrowserHost({
    ...{ kiosk: city.kiosk, assets: RENDERER, port: 0, chromium, headless: true },
    log: silentLog,
  });
  closing.unshift(() => host.stop());
  const window = shown();
  const hand = windowHand(window);
  await hand.unfold();
  return { window, hand };
}

function shown(): WarmChromium {
  const window = host.shown();
  if (window === null) throw new Error('there is no window');
  return window;
}

async function begin(hand: WindowHand): Promise<void> {
  await hand.press(texts.start[zh]);
  await hand.until(`document.querySelector('.screen--matters')`);
  await hand.run(
    `[...document.querySelectorAll('button')].find((one) => one.innerText.includes('${tenancy.title[zh]}')).click()`,
  );
  await hand.press(texts.startFilling[zh]);
}

/** Name, number, telephone, and an address: typed, page by page, up to the documents. */
async function typeEverything(hand: WindowHand): Promise<void> {
  await begin(hand);
  for (const [field, text] of [person.name, person.number, person.mobile].entries())
    await hand.type(field, text);
  await hand.goOn();
  await toDocuments(hand);
}

async function toDocuments(hand: WindowHand): Promise<void> {
  await hand.run(`document.querySelector('input[type="radio"]').click()`);
  await hand.goOn();
  await hand.type(0, person.address);
  await hand.goOn();
  await hand.until(`document.querySelector('.screen--documents')`);
}

async function photograph(hand: WindowHand): Promise<void> {
  await hand.press(`${documentTexts.byCamera[zh]} 房东同意书`);
  await hand.until(`document.querySelector('.finder[data-state="live"]')`);
  await hand.run(`[...document.querySelectorAll('.act button')].at(-1).click()`);
  await hand.until(`document.querySelector('.finder[data-state="taken"]')`);
  await hand.run(`[...document.querySelectorAll('.act button')].at(-1).click()`);
  await hand.until(`document.querySelector('.finder:not([data-state="taken"])')`);
  await hand.press(documentTexts.enoughPages[zh]);
  await hand.until(`document.querySelector('.screen--documents')`);
}

/** Everything in the page and everything it may keep. */
const KEPT = `(async () => JSON.stringify([
  document.documentElement.outerHTML, document.title, location.href, name, history.state, document.cookie,
  [...document.querySelectorAll('input, textarea')].map(({ value }) => value),
  { ...localStorage }, { ...sessionStorage },
  await indexedDB.databases(), await caches.keys(),
]))()`;

async function tracesInPage({ pipe }: WarmChromium, hand: WindowHand): Promise<string[]> {
  const cookies = JSON.stringify(await pipe.send('Storage.getCookies'));
  return tracesIn(Buffer.from((await hand.run<string>(KEPT)) + cookies), needles);
}

function tracesInMemory(processes: readonly Process[]): string[] {
  const searched = processes.filter(isAlive).map((one) => searchMemory(one, needles));
  const bytes = searched.reduce((sum, one) => sum + one.bytes, 0);
  // A browser that shows a page is larger than this: less means that its memory was not read.
  expect(bytes).toBeGreaterThan(50_000_000);
  return searched.flatMap(({ traces }) => traces);
}

/** What is found of the person while they are there: if it were not, nothing would be found out later either. */
async function lookWhileHere(window: WarmChromium, hand: WindowHand): Promise<Process[]> {
  expect((await tracesInPage(window, hand)).length, 'the page shows who is here').toBeGreaterThan(0);
  const processes = process.platform === 'linux' ? processesOf(window.profile) : [];
  if (whyNoMemory(processes) !== null) return processes;
  expect(processes.length).toBeGreaterThan(2);
  const inMemory = tracesInMemory(processes).join('\n');
  expect(inMemory, 'the memory holds who is here').toContain(person.number);
  expect(inMemory).toContain(person.name);
  return processes;
}

/** Searches everything for whoever had that window. */
async function expectNothingLeft(old: WarmChromium, processes: Process[]): Promise<void> {
  await expect.poll(() => shown().profile, { timeout: 60_000 }).not.toBe(old.profile);
  await expect.poll(() => existsSync(old.profile), { timeout: 60_000 }).toBe(false);
  await expect.poll(() => processes.filter(isAlive), { timeout: 60_000 }).toEqual([]);
  const next = shown();
  const hand = windowHand(next);
  // Before the window has a page there is none to ask.
  await expect.poll(() => next.session(), { timeout: 60_000 }).not.toBe('');
  await hand.until(`document.querySelector('.screen--welcome')`);
  expect(await tracesInPage(next, hand)).toEqual([]);
  const platform = join(city.folder, 'platform');
  expect(tracesBelow(join(city.folder, 'kiosk'), needles)).toEqual([]);
  for (const made of [tmpdir(), '/dev/shm'].flatMap((folder) => madeIn(folder, began)))
    expect(tracesBelow(made, needles, [platform])).toEqual([]);
  const whyNot = whyNoMemory(processes);
  if (whyNot === null) expect(tracesInMemory(processesOf(next.profile))).toEqual([]);
  else test.info().annotations.push({ type: 'not looked into', description: whyNot });
}

test('the search finds a word in every form it may lie in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-traces-'));
  const forms = [
    Buffer.from(`before ${person.name} after`),
    Buffer.from(`before ${person.name} after`, 'utf16le'),
    Buffer.from(String.raw`"\u9f98\ud872\udf4e\u36c3"`),
    Buffer.from(String.raw`"\u9F98\uD872\uDF4E\u36C3"`),
    Buffer.from(`name=${encodeURIComponent(person.name)}`),
  ];
  for (const [index, bytes] of forms.entries()) writeFileSync(join(folder, String(index)), bytes);
  expect(tracesBelow(folder, needles)).toHaveLength(forms.length);
  rmSync(folder, { recursive: true });
});

test('by button, after an application was handed in', async () => {
  const { window, hand } = await arrive();
  // Nobody fetches it: it waits here, sealed.
  city.network.become('down');
  await typeEverything(hand);
  await photograph(hand);
  await hand.goOn();
  await hand.until(`document.querySelector('.screen--check')`);
  const processes = await lookWhileHere(window, hand);
  await hand.goOn();
  await hand.sign();
  await hand.press(texts.submit[zh]);
  await hand.until(`document.querySelector('.print[data-state="sent-to-printer"]')`);
  await hand.press(texts.leaveAndClear[zh]);
  await hand.press(texts.leaveYes[zh]);
  await expectNothingLeft(window, processes);
  const kiosk = join(city.folder, 'kiosk');
  expect(filesBelow(join(kiosk, 'receipts')).length, 'a receipt was printed').toBeGreaterThan(0);
  expect(filesBelow(join(kiosk, 'documents')).length, 'a document waits').toBeGreaterThan(0);
});

test('by time, in the middle, with a document photographed', async () => {
  const time = manualTime(new Date());
  const { window, hand } = await arrive({ clock: time.clock, timers: time.timers });
  await typeEverything(hand);
  await photograph(hand);
  await hand.goOn();
  await hand.until(`document.querySelector('.screen--check')`);
  const processes = await lookWhileHere(window, hand);
  time.pass(60_000 + 30_000);
  await expectNothingLeft(window, processes);
});

test('by taking the card, without pressing anything', async () => {
  const idle = { warnAfterSeconds: 3600, warnAfterSecondsElder: 3600, clearAfterSeconds: 1 };
  const { window, hand } = await arrive({ config: { cardReader: SIMULATED, idle } });
  await begin(hand);
  await hand.until(`document.querySelector('.screen--identity .door, .screen--identity .reader')`);
  await hand.run(`document.querySelector('.doors .door')?.click()`);
  await layCard(city, { ...yangsCard, name: person.name, number: person.number, birthDate: '1987-06-14' });
  await hand.until(`document.querySelector('.screen--questions')`);
  await hand.type(-1, person.mobile);
  await hand.goOn();
  await toDocuments(hand);
  await photograph(hand);
  await hand.goOn();
  await hand.until(`document.querySelector('.screen--check')`);
  const processes = await lookWhileHere(window, hand);
  await takeCard(city);
  await expectNothingLeft(window, processes);
});

// What must hold whatever people, windows, timers, disks and printers do.
import { expect, test, type Page } from 'playwright/test';
import { DEFAULT_CONFIG } from '../../main/config.ts';
import { onward, receiptNumber } from '../../scripts/citizen/citizen.ts';
import { texts } from '../../renderer/text/texts.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { luo, yang } from '../builders/people.ts';
import type { CityOptions } from '../city.ts';
import { manualTime, type ManualTime } from '../fakes/manual-time.ts';
import { paperPrinter } from '../fakes/paper-printer.ts';
import { fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { openStage, type Stage } from '../stage.ts';
import { complaintsOf } from './watch.ts';

test.describe.configure({ mode: 'parallel' });
test.use({ actionTimeout: 10_000 });

const zh = 'zh-CN';
const { procedure } = await llc();

let stage: Stage | null = null;
let complaints: string[];
test.beforeEach(async ({ page }) => {
  complaints = await complaintsOf(page);
});
test.afterEach(async () => {
  const heard = [...complaints];
  await stage?.close();
  stage = null;
  expect(heard).toEqual([]);
});

async function open(page: Page, options: CityOptions = {}): Promise<Stage> {
  stage = await openStage(options);
  await page.goto(stage.http.launchUrl());
  await expect(heading(page)).toHaveText(texts.hello[zh]);
  return stage;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, words: { 'zh-CN': string }) =>
  page.getByRole('button', { name: words[zh], exact: true });

/** Presses through to the first question and types a name there. */
async function typeName(page: Page): Promise<void> {
  await button(page, texts.start).click();
  await page.getByRole('button', { name: procedure.title[zh] }).click();
  await button(page, texts.startFilling).click();
  await page.getByLabel(texts.personName[zh], { exact: true }).fill(yang.name);
}

/** Brings the kiosk to the declaration and the page to the kiosk. */
async function toConfirm(page: Page, { city, http }: Stage): Promise<void> {
  await fillIn(city.send, procedure, llcAnswers());
  await page.goto(http.launchUrl());
  await button(page, texts.idleStay).click();
  await expect(heading(page)).toHaveText(texts.signTitle[zh]);
}

async function sign(page: Page): Promise<void> {
  await button(page, texts.signByTyping).click();
  await page.getByRole('textbox').fill(yang.name);
}

async function withTime(page: Page): Promise<{ time: ManualTime; own: Stage }> {
  const time = manualTime(new Date());
  return { time, own: await open(page, { clock: time.clock, timers: time.timers, printer: null }) };
}

test('a reload in the middle comes back to the same page, behind a question', async ({ page }) => {
  const { city, http } = await open(page);
  await fillIn(city.send, procedure, llcAnswers());
  await page.goto(http.launchUrl());
  await expect(heading(page)).toHaveText(texts.reloadedTitle[zh]);
  await expect(page.getByText(yang.name)).toHaveCount(0);
  await page.reload();
  await expect(heading(page)).toHaveText(texts.reloadedTitle[zh]);
  await button(page, texts.idleStay).click();
  await expect(heading(page)).toHaveText(texts.signTitle[zh]);
  await expect(page.getByText(yang.name).first()).toBeVisible();
});

test('a double press makes one submission, and Back afterwards shows its receipt', async ({ page }) => {
  const own = await open(page);
  await toConfirm(page, own);
  await sign(page);
  await onward(page).dblclick();
  await expect(heading(page)).toHaveText(texts.arrivedTitle[zh]);
  const number = await receiptNumber(page);
  expect(await own.city.platform.caseNumbers()).toEqual([number]);
  await page.keyboard.press('Alt+ArrowLeft');
  await page.goBack();
  await page.goForward();
  // Whoever comes back by the browser's history says first that they are still there.
  const asked = button(page, texts.idleStay);
  await expect(asked.or(page.locator('.number__whole'))).toBeVisible();
  if (await asked.isVisible()) await asked.click();
  await expect(page.locator('.number__whole')).toBeVisible();
  expect(await receiptNumber(page)).toBe(number);
  expect(await own.city.platform.caseNumbers()).toEqual([number]);
});

test('two windows make one submission', async ({ page, context }) => {
  const own = await open(page);
  await toConfirm(page, own);
  const other = await context.newPage();
  await other.goto(own.http.origin);
  await button(other, texts.idleStay).click();
  await expect(heading(other)).toHaveText(texts.signTitle[zh]);
  await sign(page);
  await sign(other);
  // Whichever comes second may find the receipt in its place already: then there is nothing to press any more.
  const submit = (window: Page) => button(window, texts.submit).click({ timeout: 2000 });
  await Promise.allSettled([submit(page), submit(other)]);
  await expect(other.locator('.number__whole')).toBeVisible();
  await expect(page.locator('.number__whole')).toBeVisible();
  expect(await receiptNumber(other)).toBe(await receiptNumber(page));
  await own.city.kiosk.drain();
  expect(await own.city.platform.caseNumbers()).toHaveLength(1);
});

test('asks a silent screen, is answered by a real touch alone, and clears it when nobody answers', async ({
  page,
}) => {
  const { time } = await withTime(page);
  await typeName(page);
  const { warnAfterSeconds, clearAfterSeconds } = DEFAULT_CONFIG.idle;
  const question = page.getByRole('alertdialog');
  time.pass(warnAfterSeconds * 1000);
  await expect(question).toBeVisible();
  await page.evaluate(() => {
    window.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  });
  time.pass((clearAfterSeconds - 1) * 1000);
  await expect(question).toBeVisible();
  await button(page, texts.idleStay).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByLabel(texts.personName[zh], { exact: true })).toHaveValue(yang.name);
  time.pass((warnAfterSeconds + clearAfterSeconds) * 1000);
  await expect(heading(page)).toHaveText(texts.hello[zh]);
  await expect(page.getByText(yang.name)).toHaveCount(0);
});

test('a touch before the time is up keeps the question away', async ({ page }) => {
  const { time, own } = await withTime(page);
  await typeName(page);
  const told = page.waitForResponse(/noteActivity/);
  const later = DEFAULT_CONFIG.idle.warnAfterSeconds * 1000 - 1;
  // The page tells of a touch at most every four seconds of its own clock.
  await page.clock.install();
  await page.clock.fastForward(60_000);
  time.pass(later);
  await heading(page).click();
  await told;
  time.pass(later);
  expect(own.city.events.filter(({ name }) => name === 'idle')).toEqual([]);
});

test('after somebody has left nothing of theirs is in the page, the history or any store', async ({
  page,
  context,
}) => {
  const own = await open(page);
  await toConfirm(page, own);
  await page.goBack();
  await page.goForward();
  await button(page, texts.idleStay).click();
  await button(page, texts.leaveAndClear).click();
  await page.getByRole('alertdialog').getByRole('button', { name: texts.leaveYes[zh] }).click();
  await expect(heading(page)).toHaveText(texts.hello[zh]);
  const left = await page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      document.title,
      window.location.href,
      window.name,
      { ...window.localStorage },
      { ...window.sessionStorage },
      await window.indexedDB.databases(),
      await window.caches.keys(),
      window.history.state,
      [...document.querySelectorAll('input')].map(({ value }) => value),
    ]),
  );
  for (const [name, { storage }] of [
    ['browser', { storage: JSON.stringify(await context.storageState()) }] as const,
  ])
    for (const canary of [yang.name, yang.residentId, yang.mobile, luo.name])
      expect(`${left} ${storage}`.includes(canary), `${name} holds what was typed`).toBe(false);
  await page.goBack();
  await expect(page.getByText(yang.name)).toHaveCount(0);
  await page.goForward();
  await expect(heading(page)).toHaveText(texts.hello[zh]);
});

/** Code that a page of ours must never run; what it leaves behind shows that it ran. */
const FOREIGN = 'window.hasRun = true';

/** As if a script of ours wrote it: by no evaluation of the test's own, which no policy would stop. */
async function runInPage(page: Page, code: string): Promise<void> {
  await page.evaluate(`setTimeout(() => { ${code} })`);
}

/** That the page told of these refusals by its policy and of no other, and ran nothing. */
async function expectRefused(page: Page, ...refusals: string[]): Promise<void> {
  await expect
    .poll(() => complaints.filter((complaint) => complaint.startsWith('policy: ')))
    .toEqual(refusals.map((refusal) => `policy: ${refusal}`));
  expect(await page.evaluate('window.hasRun')).toBeUndefined();
  // Errors that follow from a refusal come when they like: nobody listens any more.
  complaints = [];
}

/** Text where only code or markup that came with the program may stand. */
const TEXT_AS_CODE = {
  eval: `eval('${FOREIGN}')`,
  'new Function': `new Function('${FOREIGN}')()`,
  'setTimeout with text': `setTimeout('${FOREIGN}')`,
  'a handler from text': `document.body.setAttribute('onclick', '${FOREIGN}'); document.body.click()`,
  innerHTML: `document.body.innerHTML = '<img src="data:," onerror="${FOREIGN}">'`,
  'a script from text': `const one = document.createElement('script'); one.textContent = '${FOREIGN}'; document.body.append(one)`,
};

for (const [what, code] of Object.entries(TEXT_AS_CODE))
  test(`takes no text for code: ${what}`, async ({ page }) => {
    await open(page);
    await runInPage(page, code);
    await expectRefused(page, 'require-trusted-types-for trusted-types-sink');
  });

test('lets nobody call a text trusted', async ({ page }) => {
  await open(page);
  const policy = `trustedTypes.createPolicy('foreign', { createScript: (text) => text })`;
  await runInPage(page, `eval(${policy}.createScript('${FOREIGN}'))`);
  await expectRefused(page, 'trusted-types trusted-types-policy');
});

const ELSEWHERE = 'http://example.com';

/** What somebody slipped into the page as it was served. */
const MARKUP = {
  'an inline script': [`<script>${FOREIGN}</script>`, 'script-src-elem inline'],
  'an inline handler': [`<img src="data:," onerror="${FOREIGN}">`, 'script-src-attr inline'],
  'an inline style': ['<p style="color: red"></p>', 'style-src-attr inline'],
  'a script from elsewhere': [
    `<script src="${ELSEWHERE}/a.js"></script>`,
    `script-src-elem ${ELSEWHERE}/a.js`,
  ],
  'a picture from elsewhere': [`<img src="${ELSEWHERE}/a.png">`, `img-src ${ELSEWHERE}/a.png`],
  'a page in the page': [`<iframe src="${ELSEWHERE}"></iframe>`, `frame-src ${ELSEWHERE}`],
} as const;

for (const [what, [markup, refusal]] of Object.entries(MARKUP))
  test(`takes nothing that was slipped into the page: ${what}`, async ({ page }) => {
    await open(page);
    await page.route('**/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('</body>', `${markup}</body>`);
      await route.fulfill({ response, body });
    });
    await page.reload();
    await expectRefused(page, refusal);
  });

test('sends nothing elsewhere', async ({ page }) => {
  await open(page);
  await runInPage(page, `fetch('${ELSEWHERE}/a').catch(() => {})`);
  await runInPage(page, `navigator.sendBeacon('${ELSEWHERE}/b', 'x')`);
  await runInPage(page, `new EventSource('${ELSEWHERE}/c')`);
  await expectRefused(page, ...['a', 'b', 'c'].map((name) => `connect-src ${ELSEWHERE}/${name}`));
});

test('a kiosk whose store is damaged says that it is out of service, and names the fault', async ({
  page,
}) => {
  stage = await openStage({ isStoreDamaged: true });
  await page.goto(stage.http.launchUrl());
  await expect(heading(page)).toHaveText(texts.closedTitle[zh]);
  await expect(page.locator('.note')).toContainText('S-01');
  await expect(page.locator('.masthead .num')).toContainText(':');
  await expect(page.getByText(texts.offline[zh])).toHaveCount(0);
});

test('says that it is getting ready while the kiosk is gone, and carries on when it is back', async ({
  page,
}) => {
  await open(page);
  await page.route('**/kiosk/**', (route) => route.abort());
  await page.reload();
  await expect(heading(page)).toHaveText(texts.startingTitle[zh]);
  await page.unroute('**/kiosk/**');
  await expect(heading(page)).toHaveText(texts.hello[zh]);
  complaints = complaints.filter((complaint) => !complaint.includes('ERR_FAILED'));
});

test('low storage is told before the first question', async ({ page }) => {
  await open(page, { config: { storage: { minFreeMegabytes: 1_000_000, reserveMegabytes: 1 } } });
  await button(page, texts.start).click();
  await page.getByRole('button', { name: procedure.title[zh] }).click();
  await button(page, texts.startFilling).click();
  await expect(page.getByRole('alert')).toContainText('存放空间不够');
  await expect(page.locator('.screen--guide')).toBeVisible();
});

test('a printer without paper is told on the receipt, and a copy can be printed later', async ({ page }) => {
  const printer = paperPrinter();
  printer.runOutOfPaper();
  const own = await open(page, { printer });
  await toConfirm(page, own);
  await sign(page);
  await onward(page).click();
  const print = page.locator('.print');
  await expect(print).toHaveAttribute('data-state', 'needs-paper');
  await expect(print).toContainText(texts.printPaper[zh]);
  expect(await receiptNumber(page)).toMatch(/^520103-K001-/);
  printer.refill();
  await expect(print).toHaveAttribute('data-state', 'sent-to-printer');
  expect(printer.tray).toHaveLength(1);
  await button(page, texts.printAgain).click();
  await expect(print).toContainText('第 2 份');
  await expect(print).toHaveAttribute('data-state', 'sent-to-printer');
  expect(printer.tray.map(({ copy }) => copy)).toEqual([1, 2]);
});

test('an answer that comes late puts no older view over a newer one', async ({ page }) => {
  const own = await open(page, { printer: paperPrinter() });
  await toConfirm(page, own);
  await sign(page);
  await onward(page).click();
  const print = page.locator('.print');
  await expect(print).toHaveAttribute('data-state', 'sent-to-printer');
  let late: unknown = null;
  await page.route('**/kiosk/reprint', async (route) => {
    const response = await route.fetch();
    late = await response.json();
    await expect(print).toContainText('第 2 份');
    await expect(print).toHaveAttribute('data-state', 'sent-to-printer');
    await print.evaluate((one) => {
      new MutationObserver(() => one.classList.add('has-changed')).observe(one, {
        attributeFilter: ['data-state'],
      });
    });
    await route.fulfill({ response });
  });
  const answered = page.waitForResponse('**/kiosk/reprint');
  await button(page, texts.printAgain).click();
  await (await answered).finished();
  expect(late).toMatchObject({ value: { print: { state: 'queued', copy: 2 } } });
  // Another round trip: whatever the page made of the late answer has been drawn by then.
  await button(page, texts.contrast).click();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'dark');
  await expect(print).not.toHaveClass(/has-changed/);
});

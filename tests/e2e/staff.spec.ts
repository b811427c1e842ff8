// Staff at the kiosk: a walk-in at the counter, a citizen who is helped at a terminal, a machine that is looked over.
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { llcAnswers } from '../builders/llc-application.ts';
import { yang } from '../builders/people.ts';
import type { Colleague } from '../builders/staff.ts';
import { begin, confirm, goOnTo, onward, turn, type Errand } from '../../scripts/citizen/citizen.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { keyboardHand } from '../../scripts/citizen/keyboard-hand.ts';
import { staffTexts } from '../../renderer/text/staff.ts';
import { texts } from '../../renderer/text/texts.ts';
import { llc } from '../llc.ts';
import { teamOf } from '../scenes/staff.ts';
import { openStage, type Stage } from '../stage.ts';
import { complaintsOf } from './watch.ts';

test.use({ actionTimeout: 15_000, viewport: { width: 1920, height: 1080 } });

const zh = 'zh-CN';
const prepared = await llc();

let stage: Stage;
let complaints: string[];

test.beforeEach(async ({ page }) => {
  stage = await openStage();
  complaints = await complaintsOf(page);
});
test.afterEach(async () => {
  const heard = [...complaints];
  await stage.close();
  expect(heard).toEqual([]);
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, words: { 'zh-CN': string }) =>
  page.getByRole('button', { name: words[zh], exact: true });

/** Signs in by the keyboard alone, from the page where it is asked. */
async function signIn(page: Page, { number, pin }: Colleague): Promise<void> {
  await expect(page.getByLabel(staffTexts.staffNumber[zh])).toBeFocused();
  await page.keyboard.type(number);
  await page.keyboard.press('Tab');
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await page.locator('.screen--staff-door').waitFor({ state: 'detached' });
}

test('a clerk signs in without a network and files an application for a walk-in, who confirms it', async ({
  page,
}) => {
  const { city, http } = stage;
  const { clerk } = await teamOf(city);
  city.network.become('down');
  await page.goto(http.launchUrl());
  await button(page, staffTexts.staffWay).click();
  await expect(heading(page)).toHaveText(staffTexts.doorTitle[zh]);
  await signIn(page, clerk);
  await expect(heading(page)).toHaveText(staffTexts.deskTitle[zh]);

  const answers = llcAnswers();
  const errand: Errand = { page, hand: keyboardHand(page), locale: zh, prepared, answers };
  await turn(errand, page.getByRole('button', { name: prepared.procedure.title[zh] }));
  await goOnTo(errand, 'check');
  await page.keyboard.press('Alt+t');
  await expect(page.getByRole('checkbox', { name: staffTexts.face[zh] })).toBeChecked();
  await page.keyboard.press('Alt+o');

  // The citizen's own page: no list, no other names, and a mark at what staff entered.
  await expect(page.getByText(staffTexts.review[zh])).toBeVisible();
  await expect(page.locator('.items')).toHaveCount(0);
  await expect(page.getByText(staffTexts.byStaff[zh]).first()).toBeVisible();
  await turn(errand, onward(page));
  const number = await confirm(errand, yang.name);
  await button(page, staffTexts.returnToStaff).click();
  await expect(heading(page)).toHaveText(staffTexts.lockedTitle[zh]);
  await expect(page.getByText(yang.name)).toHaveCount(0);
  await page.keyboard.type(clerk.pin);
  await page.keyboard.press('Enter');
  await expect(page.locator('.items')).toContainText(number);

  city.network.become('fine');
  await city.kiosk.drain();
  const [held] = await heldBy(join(city.folder, 'platform'));
  expect(held?.application).toMatchObject({
    answers,
    identity: { method: 'clerk' },
    attended: { staff: clerk.number, name: clerk.name },
  });
});

test('a clerk helps in a citizen’s session, whose screen says so, and gives it back', async ({ page }) => {
  const { city, http } = stage;
  const { clerk } = await teamOf(city);
  const errand: Errand = { page, hand: keyboardHand(page), locale: zh, prepared, answers: llcAnswers() };
  await page.goto(http.launchUrl());
  await begin(errand);
  const asked = await heading(page).innerText();
  await button(page, texts.help).click();
  await button(page, staffTexts.staffWay).click();
  await expect(page.getByText(staffTexts.doorOver[zh])).toBeVisible();
  await button(page, staffTexts.notStaff).click();
  await expect(heading(page)).toHaveText(asked);

  await button(page, texts.help).click();
  await button(page, staffTexts.staffWay).click();
  await signIn(page, clerk);
  await expect(heading(page)).toHaveText(asked);
  await expect(page.getByText(staffTexts.helping[zh])).toBeVisible();
  await expect(page.locator('.items')).toHaveCount(0);
  await goOnTo(errand, 'check');
  await page.locator('.strip').getByRole('button', { name: staffTexts.giveBack[zh] }).click();
  await expect(page.locator('.strip')).toHaveCount(0);
  await turn(errand, onward(page));
  await confirm(errand, yang.name);
  await city.kiosk.drain();
  const [held] = await heldBy(join(city.folder, 'platform'));
  expect(held?.application.attended).toMatchObject({ staff: clerk.number });
});

test('a locked screen refuses whatever still stands on a window', async ({ page }) => {
  const { city, http } = stage;
  const { clerk } = await teamOf(city);
  await page.goto(http.launchUrl());
  await button(page, staffTexts.staffWay).click();
  await signIn(page, clerk);
  await expect(heading(page)).toHaveText(staffTexts.deskTitle[zh]);
  const token = (await city.send('arrange', {})) as { ok: true; value: { page: string } };
  await page.keyboard.press('Alt+l');
  await expect(heading(page)).toHaveText(staffTexts.lockedTitle[zh]);
  const answer = await page.evaluate(
    async ([page_, procedure]) => {
      const response = await fetch('/kiosk/beginAttended', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ page: page_, procedure }),
      });
      return (await response.json()) as unknown;
    },
    [token.value.page, prepared.procedure.id] as const,
  );
  expect(answer).toEqual({ ok: false, error: { code: 'staff-only' } });
  await page.keyboard.type('111222');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(heading(page)).toHaveText(staffTexts.lockedTitle[zh]);
});

test('IT look the machine over and print a test sheet', async ({ page }) => {
  const { city, http } = stage;
  const { it } = await teamOf(city);
  await page.goto(http.launchUrl());
  await button(page, staffTexts.staffWay).click();
  for (const digit of it.number) await page.locator('.pin-pad').getByRole('button', { name: digit }).click();
  for (const digit of it.pin) await page.locator('.pin-pad').getByRole('button', { name: digit }).click();
  await button(page, staffTexts.signInNow).click();
  await expect(page.getByText(staffTexts.machineTitle[zh])).toBeVisible();
  await button(page, staffTexts.testPrint).click();
  await expect(page.getByRole('status').filter({ hasText: 'TEST-' })).toBeVisible();
  await button(page, staffTexts.signOut).click();
  await expect(heading(page)).toHaveText(texts.hello[zh]);
});

// Signing on the screen: what is drawn reaches the platform, bound to what was shown; nothing drawn is no signature.
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { heldBy } from '../../scripts/citizen/held.ts';
import { texts } from '../../renderer/text/texts.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { drawSignature } from '../../scripts/citizen/draw-signature.ts';
import { fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { openStage, type Stage } from '../stage.ts';
import { complaintsOf } from './watch.ts';

const zh = 'zh-CN';
const { procedure } = await llc();

let stage: Stage;
let complaints: string[];
test.beforeEach(async ({ page }) => {
  complaints = await complaintsOf(page);
  stage = await openStage({});
  await fillIn(stage.city.send, procedure, llcAnswers());
  await page.goto(stage.http.launchUrl());
  await button(page, texts.idleStay).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.signTitle[zh]);
});
test.afterEach(async () => {
  const heard = [...complaints];
  await stage.close();
  expect(heard).toEqual([]);
});

const button = (page: Page, words: { 'zh-CN': string }) =>
  page.getByRole('button', { name: words[zh], exact: true });

test('what is drawn is with the platform', async ({ page }) => {
  await drawSignature(page);
  await button(page, texts.submit).click();
  await expect(page.locator('.number__whole')).toBeVisible();
  await stage.city.kiosk.drain();
  const [held] = await heldBy(join(stage.city.folder, 'platform'));
  expect(held?.application.signature?.strokes).toHaveLength(3);
});

test('an empty box is told, and so is a slip of the finger', async ({ page }) => {
  const wrong = page.getByRole('alert').getByText('框里还没有您的签名');
  await button(page, texts.submit).click();
  await expect(wrong).toBeVisible();
  const box = await page.locator('.pad canvas').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 100, (box?.y ?? 0) + 100);
  await expect(button(page, texts.signAgain)).toBeVisible();
  await button(page, texts.submit).click();
  await expect(wrong).toBeVisible();
  await expect(page.locator('.number__whole')).toHaveCount(0);
});

test('can be started again, and stays when the language changes', async ({ page }) => {
  await drawSignature(page);
  await button(page, texts.signAgain).click();
  await expect(page.getByRole('img', { name: texts.unsigned[zh] })).toBeVisible();
  await drawSignature(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('img', { name: texts.signed.en })).toBeVisible();
});

test('whoever cannot draw types the name, by keyboard alone', async ({ page }) => {
  await button(page, texts.signByTyping).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox').focus();
  await page.keyboard.type('杨雨禾');
  await page.keyboard.press('Enter');
  await expect(page.locator('.number__whole')).toBeVisible();
});

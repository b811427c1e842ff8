// All that was handed in, on A4: offered beside the receipt, printed at a press, told in words when it cannot be.
import { expect, test, type Page } from 'playwright/test';
import { texts } from '../../renderer/text/texts.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { startIppDesk, type IppDesk } from '../fakes/ipp-desk.ts';
import { readPdf } from '../fakes/pdf-reader.ts';
import { drawSignature } from '../../scripts/citizen/draw-signature.ts';
import { fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { openStage, type Stage } from '../stage.ts';
import { axeFinds } from './axe.ts';
import { complaintsOf } from './watch.ts';

const zh = 'zh-CN';
const { procedure } = await llc();

let desk: IppDesk;
let stage: Stage;
let complaints: string[];

test.beforeEach(async ({ page }) => {
  complaints = await complaintsOf(page);
  desk = await startIppDesk();
  stage = await openStage({ config: { copyPrinter: { kind: 'ipp', url: desk.url } } });
  await fillIn(stage.city.send, procedure, llcAnswers());
  await page.goto(stage.http.launchUrl());
  await button(page, texts.idleStay).click();
  await drawSignature(page);
  await button(page, texts.submit).click();
  await expect(page.locator('.number__whole')).toBeVisible();
});
test.afterEach(async () => {
  const heard = [...complaints];
  await stage.close();
  await desk.stop();
  expect(heard).toEqual([]);
});

const button = (page: Page, words: { 'zh-CN': string }) =>
  page.getByRole('button', { name: words[zh], exact: true });
const told = (page: Page, words: { 'zh-CN': string }) =>
  page.getByRole('status').filter({ hasText: words[zh] });

test('a citizen presses once and takes every page, with the signature that was drawn', async ({ page }) => {
  const offer = button(page, texts.copyOffer);
  const { height = 0 } = (await offer.boundingBox()) ?? {};
  expect(height).toBeGreaterThanOrEqual(60);
  expect(await axeFinds(page)).toEqual([]);
  await offer.click();
  await expect(told(page, texts.copySent)).toContainText(texts.copySentHint[zh]);
  expect(await axeFinds(page)).toEqual([]);
  const { pages } = await readPdf(desk.jobs[0]?.document ?? Buffer.alloc(0));
  const words = pages.map((one) => one.words).join('\n');
  for (const said of ['申请表全文', '杨雨禾', '在屏幕上手写', '全文完']) expect(words).toContain(said);
});

test('paper is missing, is put in, and the copy comes out by itself', async ({ page }) => {
  desk.say('media-empty-error');
  await button(page, texts.copyOffer).click();
  await expect(told(page, texts.copyPaper)).toContainText(texts.copyPaperHint[zh]);
  desk.say('none', 'idle');
  await expect(told(page, texts.copySent)).toBeVisible({ timeout: 30_000 });
  expect(desk.jobs).toHaveLength(1);
});

test('a second copy can be had, and no more than the city allows', async ({ page }) => {
  await button(page, texts.copyOffer).click();
  for (const copy of [2, 3]) {
    await button(page, texts.copyAgain).click();
    await expect(told(page, texts.copySent)).toContainText(`第 ${copy} 份`);
  }
  await expect(button(page, texts.copyAgain)).toHaveCount(0);
  expect(desk.jobs).toHaveLength(3);
});

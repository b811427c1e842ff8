// Somebody with an identity card: laid down once, few pages, each answer with where it came from; and what is refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { text } from '../../domain/contract/text.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { DEMO_RECORDS } from '../../scripts/city.ts';
import { identityTexts } from '../../renderer/text/identity.ts';
import { texts } from '../../renderer/text/texts.ts';
import { expiredCard, luosCard, yangsCard } from '../builders/cards.ts';
import { layCard, SIMULATED, takeCard } from '../builders/laid-card.ts';
import { lendingCard } from '../builders/lending-card.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { yang } from '../builders/people.ts';
import { openStage, type Stage } from '../stage.ts';
import { axeFinds } from './axe.ts';
import { complaintsOf } from './watch.ts';

test.use({ actionTimeout: 20_000, viewport: { width: 1080, height: 1920 } });

let folder: string;
let stage: Stage;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-identity-'));
  const procedures = writeProcedures(join(folder, 'procedures'), lendingCard);
  stage = await openStage({ records: DEMO_RECORDS, procedures, config: { cardReader: SIMULATED } });
  await stage.city.kiosk.drain();
});
test.afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (page: Page, words: string) => page.getByRole('button', { name: words }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Up to the reader, with the records or without. */
async function goToReader(page: Page, way: string): Promise<void> {
  await page.goto(stage.http.launchUrl());
  await press(page, texts.start['zh-CN']);
  await press(page, lendingCard.title['zh-CN']);
  await press(page, texts.startFilling['zh-CN']);
  await press(page, way);
  await expect(heading(page)).toHaveText('请把身份证放在读卡区');
}

const WITH_RECORDS = '放身份证，同意替我填好';
const CARD_ONLY = '放身份证，其他我自己填';

test('lays the card, answers one page, and sees where every answer came from', async ({ page }) => {
  const complaints = await complaintsOf(page);
  await goToReader(page, WITH_RECORDS);
  expect(await axeFinds(page)).toEqual([]);
  await layCard(stage.city, yangsCard);
  await expect(heading(page)).toHaveText('怎么取证');
  await page.getByRole('radio', { name: '邮寄' }).check({ force: true });
  await press(page, texts.next['zh-CN']);
  await expect(heading(page)).toHaveText(texts.checkTitle['zh-CN']);
  await expect(page.getByText('来自身份证')).toHaveCount(2);
  await expect(page.getByText(/来自人口信息库，2026年11月20日/)).toBeVisible();
  // The whole number is nowhere on the page.
  expect(await page.content()).not.toContain(yang.residentId);
  await press(page, texts.allRight['zh-CN']);
  await press(page, texts.signByTyping['zh-CN']);
  await page.getByRole('textbox').fill(String(yang.name));
  await press(page, texts.submit['zh-CN']);
  await expect(page.locator('.number__whole')).toBeVisible();
  await stage.city.kiosk.drain();
  const [held] = await heldBy(join(stage.city.folder, 'platform'));
  expect(held?.application).toMatchObject({
    identity: { method: 'id-card' },
    consents: ['population', 'premises'],
    answers: { reader: yang },
  });
  expect(complaints).toEqual([]);
});

test('reads of a card that will not do, in words, and uses the next', async ({ page }) => {
  await goToReader(page, CARD_ONLY);
  await layCard(stage.city, expiredCard);
  await expect(page.getByRole('alert')).toContainText('过期');
  await takeCard(stage.city);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await layCard(stage.city, yangsCard);
  await expect(heading(page)).toHaveText('您是谁');
});

test('is asked when the card is taken away, goes on, and cannot go on with another’s', async ({ page }) => {
  await goToReader(page, CARD_ONLY);
  await layCard(stage.city, yangsCard);
  await expect(heading(page)).toHaveText('您是谁');
  await takeCard(stage.city);
  await expect(page.getByRole('alertdialog')).toContainText(identityTexts.cardTakenTitle['zh-CN']);
  await press(page, texts.idleStay['zh-CN']);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await layCard(stage.city, luosCard);
  await expect(page.getByText('这不是刚才那张身份证')).toBeVisible();
  await expect(heading(page)).toHaveText('您是谁');
});

test('chooses by keyboard alone, in English, and is never chosen for', async ({ page }) => {
  await page.goto(stage.http.launchUrl());
  await press(page, texts.languageOther['zh-CN']);
  await press(page, texts.start.en);
  await press(page, lendingCard.title.en);
  await press(page, texts.startFilling.en);
  await expect(heading(page)).toHaveText('Shall we fill some of this in for you?');
  expect(await axeFinds(page)).toEqual([]);
  await expect(page.locator('[aria-checked="true"], :checked')).toHaveCount(0);
  await page.getByRole('button', { name: text('', 'Type everything myself').en }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Who you are');
});

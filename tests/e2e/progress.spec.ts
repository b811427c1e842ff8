// People who come back: to ask how far it is, to mend what was returned, and to say how it was.
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { silentLog } from '../../lib/log.ts';
import { startHttp, type HttpHost } from '../../main/hosts/browser/http.ts';
import { progressTexts as says } from '../../renderer/text/progress.ts';
import { texts } from '../../renderer/text/texts.ts';
import { confirm } from '../../scripts/citizen/citizen.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { touchHand } from '../../scripts/citizen/touch-hand.ts';
import { RENDERER } from '../../scripts/city.ts';
import { libraryCard, preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { yang } from '../builders/people.ts';
import { ask, confirm as confirmed, fillIn } from '../fill-in.ts';
import { startLibraryCity, WHY, type LibraryCity } from '../library-city.ts';
import { complaintsOf } from './watch.ts';

test.use({ actionTimeout: 15_000, hasTouch: true, viewport: { width: 1080, height: 1920 } });

const zh = 'zh-CN';
let city: LibraryCity;
let http: HttpHost;

test.beforeEach(async () => {
  city = await startLibraryCity({ kiosk: { printer: null } });
  const { kiosk } = city;
  http = await startHttp({ kiosk, assets: RENDERER, port: 0, lastingKey: true, log: silentLog });
});
test.afterEach(async () => {
  await http.stop();
  await city.stop();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** As a scanner does: all of it at once, and Enter. */
async function find(page: Page, text: string): Promise<void> {
  await press(page, texts.askProgress[zh]);
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}

test('asks how far it is, by number and then by scanning the receipt', async ({ page }) => {
  const complaints = await complaintsOf(page);
  const { number, qr } = await city.apply();
  await city.return(number, [{ at: '/address', why: WHY }]);
  await page.goto(http.launchUrl());
  await find(page, number);
  await expect(heading(page)).toHaveText('要补正 1 处，一次列全');
  await expect(page.locator('.returned')).toContainText('请扫凭条上的方块码');
  await expect(page.locator('.returned')).not.toContainText(WHY[zh]);
  await press(page, texts.progressOther[zh]);
  await page.getByRole('textbox').fill(qr);
  await page.keyboard.press('Enter');
  await expect(page.locator('.returned')).toContainText(WHY[zh]);
  await expect(page.locator('.stages li')).toContainText(['本机收下', '市平台收到', '制证']);
  expect(complaints).toEqual([]);
});

test('mends exactly what was named, and hands it in again', async ({ page }) => {
  const complaints = await complaintsOf(page);
  const { number, qr } = await city.apply();
  await city.return(number, [{ at: '/address', why: WHY }]);
  await page.goto(http.launchUrl());
  await find(page, qr);
  await press(page, says.mend[zh]);
  await page.getByRole('textbox').fill(String(yang.residentId));
  await press(page, says.mendGo[zh]);
  await expect(heading(page)).toHaveText(says.mendCheckTitle[zh]);
  // Only the address has a way to be changed: above, beside its reason, and in its row.
  await expect(page.getByRole('button', { name: new RegExp(`^${texts.change[zh]}`) })).toHaveCount(2);
  await page
    .getByRole('button', { name: `${texts.change[zh]} 地址`, exact: true })
    .first()
    .click();
  await page.getByRole('textbox').fill('贵阳市云岩区蔡家街 28 号');
  await press(page, texts.toCheck[zh]);
  await press(page, says.mendDone[zh]);
  const errand = {
    page,
    hand: touchHand(page),
    locale: zh,
    prepared: preparedLibraryCard(),
    answers: {},
  } as const;
  const mended = await confirm(errand, String(yang.name));
  expect(mended).not.toBe(number);
  await city.kiosk.drain();
  const [held] = await heldBy(join(city.folder, 'platform'));
  expect(held?.application).toMatchObject({
    corrects: number,
    answers: { ...readerAnswers(), address: '贵阳市云岩区蔡家街 28 号' },
  });
  expect(complaints).toEqual([]);
});

test('rates without a connection, and it arrives once', async ({ page }) => {
  const complaints = await complaintsOf(page);
  city.network.become('down');
  const receipt = await confirmed(city.send, await fillIn(city.send, libraryCard, readerAnswers()));
  await page.goto(http.launchUrl());
  // The page was opened anew in the middle: it asks who is there.
  await press(page, texts.idleStay[zh]);
  // A late second press on “confirm” does not lead on from the receipt.
  await expect(async () => {
    await press(page, says.takeReceipt[zh]);
    await expect(heading(page)).toHaveText('这次办事，您觉得怎么样？', { timeout: 500 });
  }).toPass();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await press(page, says.ratingGive[zh]);
  await expect(page.getByText(says.ratingChoose[zh])).toBeVisible();
  await page.getByText('基本满意', { exact: true }).click();
  await page.getByText('还可以少填一些', { exact: true }).click();
  await press(page, says.ratingGive[zh]);
  await expect(heading(page)).toHaveText(says.ratingGiven[zh]);
  await press(page, says.ratingEnd[zh]);
  await expect(heading(page)).toHaveText(texts.hello[zh]);
  city.network.become('fine');
  await city.kiosk.drain();
  await city.kiosk.drain();
  const ratings = await city.look(async (store) => {
    const [found] = await store.cases.list(null, null, 1);
    return found === undefined ? [] : store.ratings.ofCase(found.division, found.id);
  });
  expect(ratings).toMatchObject([
    { stage: 'hand-in', level: 3, options: ['could-ask-less'], isNamed: false },
  ]);
  expect(await city.platform.caseNumbers()).toEqual([receipt.number]);
  expect(complaints).toEqual([]);
  await ask(city.send, 'leave', null);
});

// An officer at a desk, in a real browser: gets in, sees what there is, hears of what is new, reads one case, leaves.
import axe from 'axe-core';
import { expect, test, type Page } from 'playwright/test';
import { buildScreens } from '../../scripts/build.ts';
import { CONSOLE } from '../../scripts/city.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { sealItem, send, type PlatformKiosk } from '../builders/platform-kiosk.ts';
import { openDesk, type Desk } from '../platform-desk.ts';

const prepared = preparedLibraryCard();
let desk: Desk;
let kiosk: PlatformKiosk;
let complaints: string[];

test.use({ viewport: { width: 1440, height: 900 } });
test.beforeAll(() => buildScreens());
test.beforeEach(async ({ page }) => {
  desk = await openDesk({ consoleFolder: CONSOLE });
  kiosk = await desk.newKiosk();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A page that has no session yet is told so; the browser writes that down.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
  });
});
test.afterEach(async () => {
  expect(complaints).toEqual([]);
  await desk.stop();
});

async function handIn(...sequences: number[]): Promise<void> {
  const items = sequences.map((sequence) => sealItem(kiosk, prepared, sequence, readerAnswers()));
  const words = await send(kiosk, ...items);
  expect(words.map(({ result }) => result)).toEqual(sequences.map(() => 'taken'));
}

/** What axe finds on the page, past the policy that lets no foreign script run. */
async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const expression = `${axe.source};axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target).join(' '))))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return JSON.parse(String(result.value)) as string[];
}

const rows = (page: Page) => page.locator('tbody tr');

test('opens with the printed address, and the token does not stay in it', async ({ page }) => {
  await handIn(1, 2);
  await page.goto(desk.platform.consoleUrl);
  await expect(rows(page)).toHaveCount(2);
  expect(page.url()).toBe(`${desk.platform.url}/console/#/`);
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('案件 2');
});

test('asks for the token where there is none, and takes a pasted address for it', async ({ page }) => {
  await handIn(1);
  await page.goto(`${desk.platform.url}/console/`);
  await page.getByLabel('口令').fill('nonsense');
  await page.getByLabel('口令').press('Enter');
  await expect(page.getByText('口令不对')).toBeVisible();
  await page.getByLabel('口令').fill(desk.platform.consoleUrl);
  await page.getByRole('button', { name: '打开' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('lets new cases wait behind a button, and the list stays put', async ({ page }) => {
  await handIn(1);
  await page.goto(desk.platform.consoleUrl);
  await expect(rows(page)).toHaveCount(1);
  await handIn(2, 3);
  await expect(page.getByRole('status')).toContainText('新到 2 件');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: '显示新到的' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole('status')).toHaveText('');
});

test('shows each department its own share of a case', async ({ page }) => {
  await handIn(1);
  await page.goto(desk.platform.consoleUrl);
  await rows(page).getByRole('link').click();
  await expect(page.getByRole('heading', { name: '市场监管局能看到的资料' })).toBeVisible();
  await expect(page.getByText('5201**********0014')).toBeVisible();
  await expect(page.getByText('蔡家街')).toHaveCount(0);
  await page.getByRole('button', { name: '寄递' }).click();
  await expect(page.getByText('蔡家街')).toBeVisible();
  await expect(page.getByText('5201**********0014')).toHaveCount(0);
  await expect(page.getByText('随后：寄递')).toBeVisible();
});

test('keeps names and numbers out of address and title', async ({ page }) => {
  await handIn(1);
  await page.goto(desk.platform.consoleUrl);
  await rows(page).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('杨**');
  expect(page.url()).toMatch(/\/console\/#\/[0-9a-f-]{36}$/);
  expect(await page.title()).toBe('一窗通 部门工作台 OneWindow');
});

test('can be used with the keyboard alone, and comes back to the list it left', async ({ page }) => {
  await handIn(1);
  await page.goto(desk.platform.consoleUrl);
  await expect(rows(page)).toHaveCount(1);
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.matches('a, button') === true ? (at.textContent ?? '') : '';
    });
  async function tabTo(words: string): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await focused()).includes(words)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`never came to ${words}`);
  }
  await tabTo('等受理');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/waiting-for-acceptance$/);
  await expect(rows(page)).toHaveCount(1);
  await tabTo('520103-K001');
  await page.keyboard.press('Enter');
  await tabTo('寄递');
  await page.keyboard.press('Space');
  await expect(page.getByText('蔡家街')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await tabTo('寄递');
  await page.goBack();
  await expect(page).toHaveURL(/#\/waiting-for-acceptance$/);
});

test('turns the pages of a long list and comes back from a case to where it was', async ({ page }) => {
  await handIn(...Array.from({ length: 52 }, (_none, index) => index + 1));
  await page.goto(desk.platform.consoleUrl);
  await expect(rows(page)).toHaveCount(50);
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(rows(page)).toHaveCount(2);
  await rows(page).last().getByRole('link').click();
  await page.getByRole('link', { name: '返回列表' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: '上一页' }).click();
  await expect(rows(page)).toHaveCount(50);
});

test('has nothing that axe finds fault with, in either language', async ({ page }) => {
  await page.goto(`${desk.platform.url}/console/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await handIn(1);
  // An address that differs only in its fragment would not open the page again.
  await page.goto('about:blank');
  await page.goto(desk.platform.consoleUrl);
  for (const language of ['English', '中文']) {
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole('button', { name: language }).click();
    expect(await violations(page)).toEqual([]);
    await rows(page).getByRole('link').click();
    await expect(page.getByRole('group')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goBack();
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('says so when the platform is gone, and carries on when it is back', async ({ page }) => {
  await handIn(1);
  await page.goto(desk.platform.consoleUrl);
  await expect(rows(page)).toHaveCount(1);
  await page.route('**/console/api/**', (route) => route.abort());
  await page.getByRole('link', { name: '已办结' }).click();
  await expect(page.getByRole('alert')).toContainText('平台没有应答');
  await page.unroute('**/console/api/**');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByText('现在没有这种状态的案件。')).toBeVisible();
  complaints = complaints.filter((complaint) => !complaint.includes('ERR_FAILED'));
});

test('shows nothing any more to whoever comes after somebody has left', async ({ page }) => {
  await handIn(1);
  await page.goto(desk.platform.consoleUrl);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByLabel('口令')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('口令')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
});

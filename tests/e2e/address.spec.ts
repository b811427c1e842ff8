// An address: down the districts to the street, or found by pinyin initials, then typed. By touch and by keyboard.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { text } from '../../domain/contract/text.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { begin, button, onward, turn, type Errand } from '../../scripts/citizen/citizen.ts';
import type { Hand } from '../../scripts/citizen/hand.ts';
import { keyboardHand } from '../../scripts/citizen/keyboard-hand.ts';
import { touchHand } from '../../scripts/citizen/touch-hand.ts';
import { texts } from '../../renderer/text/texts.ts';
import { libraryCard, preparedLibraryCard, writeProcedures } from '../builders/library-card.ts';
import { openStage, type Stage } from '../stage.ts';
import { axeFinds } from './axe.ts';
import { sharedNames, stickingOut, wrongTargets } from './measures.ts';
import { complaintsOf } from './watch.ts';

test.use({ hasTouch: true, actionTimeout: 10_000 });

const zh = 'zh-CN';
const CATALOGUES = join(import.meta.dirname, '..', '..', 'procedures', 'catalogues');

function home(at: string, zhTitle: string, en: string, catalogue: string): Procedure['pages'][number] {
  const title = text(zhTitle, en);
  return {
    id: at.slice(1),
    stage: 'reader',
    title,
    questions: [{ at, as: 'address', label: title, catalogue }],
  };
}

const area = {
  type: 'object',
  additionalProperties: false,
  properties: { area: { type: 'string' }, detail: { type: 'string' } },
};

/** A library card for somebody with a home in the city and another anywhere in the country. */
const procedure: Procedure = {
  ...libraryCard,
  answers: {
    ...libraryCard.answers,
    properties: {
      ...(libraryCard.answers as { properties: object }).properties,
      home: area,
      away: area,
    },
  },
  catalogues: { 'guiyang-streets': '2026.1', 'china-counties': '2026.1' },
  pages: [
    home('/home', '您住在哪里？', 'Where do you live?', 'guiyang-streets'),
    home('/away', '您老家在哪里？', 'Where are you from?', 'china-counties'),
    ...libraryCard.pages,
  ],
};

let folder: string;
let stage: Stage;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-address-'));
  const procedures = writeProcedures(folder, procedure);
  cpSync(CATALOGUES, join(procedures, 'catalogues'), { recursive: true });
  stage = await openStage({ config: { procedures } });
});
test.afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

async function openHome(page: Page, hand: Hand): Promise<Errand> {
  const errand: Errand = { page, hand, locale: zh, prepared: preparedLibraryCard(libraryCard), answers: {} };
  await page.goto(stage.http.launchUrl());
  await begin(errand);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('您住在哪里？');
  return errand;
}

const rows = (page: Page): Locator => page.locator('.areas').getByRole('button');
const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name }).first();
const search = (page: Page): Locator => page.getByRole('textbox', { name: texts.findArea[zh] });
const detail = (page: Page): Locator => page.getByRole('textbox', { name: texts.addressDetail[zh] });
const chosen = (page: Page): Locator => page.locator('.chosen-area strong');

const HANDS = { touch: touchHand, 'the keyboard alone': keyboardHand };

for (const [means, handOf] of Object.entries(HANDS))
  test(`is given level by level, changed, and found by initials, by ${means}`, async ({ page }) => {
    const complaints = await complaintsOf(page);
    const hand = handOf(page);
    const errand = await openHome(page, hand);

    // Down: ten districts, then the streets of one.
    await expect(rows(page)).toHaveCount(10);
    await hand.press(row(page, '云岩区'));
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('云岩区');
    await expect(rows(page).first()).toBeFocused();
    await hand.press(row(page, '毓秀路街道'));
    await expect(chosen(page)).toHaveText('云岩区 · 毓秀路街道');
    // What follows is typed: the hand need not look for the box.
    await expect(detail(page)).toBeFocused();
    await hand.type(detail(page), '毓秀路 26 号 3 楼');

    // The wrong street after all: the rest that was typed stays.
    await hand.press(page.locator('.chosen-area').getByRole('button'));
    await expect(rows(page).first()).toBeFocused();
    await hand.type(search(page), 'hgy');
    await hand.press(row(page, '花果园街道'));
    await expect(chosen(page)).toHaveText('南明区 · 花果园街道');
    await expect(detail(page)).toHaveValue('毓秀路 26 号 3 楼');
    await turn(errand, onward(page));

    // Anywhere in the country: province, city, county; a city without counties stands for itself.
    await expect(rows(page)).toHaveCount(31);
    await hand.press(row(page, '湖北省'));
    await hand.press(row(page, '仙桃市'));
    await expect(chosen(page)).toHaveText('湖北省 · 仙桃市');
    await hand.press(page.locator('.chosen-area').getByRole('button'));
    await hand.press(row(page, '贵州省'));
    await hand.press(row(page, '遵义市'));
    await hand.press(row(page, '汇川区'));
    await expect(chosen(page)).toHaveText('贵州省 · 遵义市 · 汇川区');
    await hand.type(detail(page), '上海路 1 号');
    await turn(errand, onward(page));
    await turn(errand, button(errand, texts.back));
    await expect(chosen(page)).toHaveText('贵州省 · 遵义市 · 汇川区');
    expect(complaints).toEqual([]);
  });

test('goes back up a level, and from nothing found to the districts', async ({ page }) => {
  const { hand } = await openHome(page, touchHand(page));
  await hand.press(row(page, '云岩区'));
  await hand.press(page.locator('.group-head').getByRole('button'));
  await expect(rows(page)).toHaveCount(10);
  await hand.type(search(page), 'zzz');
  await expect(page.getByText(texts.areaNotFound[zh])).toBeVisible();
  await expect(rows(page)).toHaveCount(10);
  // Eight at most are shown; the page says that there are more.
  await search(page).fill('s');
  await expect(rows(page)).toHaveCount(8);
  await expect(page.getByText(texts.areasMore[zh])).toBeVisible();
});

test('says what is missing at its place, and leads there', async ({ page }) => {
  const { hand } = await openHome(page, touchHand(page));
  await hand.press(onward(page));
  await expect(page.getByRole('alert')).toContainText('这里还没有填');
  await hand.press(row(page, '云岩区'));
  await hand.press(row(page, '头桥街道'));
  await hand.press(onward(page));
  await expect(page.getByRole('alert')).toContainText('请写完整');
  await hand.press(page.getByRole('alert').getByRole('button'));
  await expect(page.locator('#at-home').locator(':focus')).toHaveCount(1);
  await expect(chosen(page)).toHaveText('云岩区 · 头桥街道');
});

test('Enter in the search takes the first that was found, and never sends the page', async ({ page }) => {
  await openHome(page, keyboardHand(page));
  await search(page).fill('zzz');
  await search(page).press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await search(page).fill('yxl');
  await search(page).press('Enter');
  await expect(chosen(page)).toHaveText('云岩区 · 毓秀路街道');
  await expect(detail(page)).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('every row has a name of its own and room for a finger, at the largest text too', async ({ page }) => {
  const { hand } = await openHome(page, touchHand(page));
  const looks = async () => {
    expect(await sharedNames(page)).toEqual([]);
    expect(await wrongTargets(page, 60, 8)).toEqual([]);
    expect(await stickingOut(page)).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
  };
  await looks();
  await hand.press(row(page, '花溪区'));
  await looks();
  for (const size of ['3', '4']) {
    await page.getByRole('button', { name: texts.largeText[zh] }).click();
    await expect(page.locator('html')).toHaveAttribute('data-size', size);
  }
  await looks();
  await hand.press(row(page, '青岩镇'));
  await looks();
});

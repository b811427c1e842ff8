// People who have no keys but those on the screen.
import { expect, test, type Locator, type Page } from 'playwright/test';
import { screenHand } from '../../scripts/citizen/screen-hand.ts';
import type { In } from '../../domain/contract/kiosk-api.ts';
import type { View } from '../../domain/contract/views.ts';
import { keyboardTexts as texts } from '../../renderer/text/keyboard.ts';
import { ask } from '../fill-in.ts';
import { openStage, type Stage } from '../stage.ts';
import { axeFinds } from './axe.ts';
import { complaintsOf } from './watch.ts';

test.use({ actionTimeout: 10_000, hasTouch: true });

let stage: Stage;

test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.close());

const keys = (page: Page) => page.locator('.keys');
const field = (page: Page) => page.locator('.stage input').first();

/** Brings the page to a screen with one field of text, or with whatever field the kiosk shows. */
async function open(page: Page, look: In<'arrange'> = {}, enter = toProgress): Promise<void> {
  const { send } = stage.city;
  await ask(send, 'leave', null);
  await enter();
  await ask(send, 'arrange', { locale: 'zh-CN', ...look });
  await page.goto(stage.http.launchUrl());
  await page.locator('.screen h1').first().waitFor();
  const stillHere = page.locator('.screen--calm .button--strong');
  if ((await stillHere.count()) > 0) await stillHere.tap();
  await field(page).waitFor();
}

async function toProgress(): Promise<View> {
  return ask(stage.city.send, 'askProgress', null);
}

/** Makes the field of the page another kind of field: what is typed is the field's own affair. */
async function askFor(page: Page, kind: string): Promise<Locator> {
  await field(page).evaluate((input, kind) => input.setAttribute('data-keyboard', kind), kind);
  return field(page);
}

for (const [kind, text] of [
  ['words', '贵阳市观山湖区'],
  ['name', '张翀'],
  ['chinese', '玥璟贸易有限责任公司'],
  ['name', '𬭎'],
  ['words', '林城东路12号3单元'],
  ['identity', '11010519491231002X'],
  ['credit-code', '91520100MA6DK2PA53'],
  ['phone', '13800138000'],
  ['latin', 'Yang.Yuhe-88@example.cn'],
] as const)
  test(`types ${text} by touch`, async ({ page }) => {
    const complaints = await complaintsOf(page);
    await open(page);
    const box = await askFor(page, kind);
    await screenHand(page).type(box, text);
    await expect(box).toHaveValue(text);
    await expect(box).toBeFocused();
    expect(complaints).toEqual([]);
  });

test('opens for a finger, goes for real keys, and comes back for a finger', async ({ page }) => {
  await open(page);
  await field(page).focus();
  await expect(keys(page)).toHaveCount(0);
  await field(page).tap();
  await expect(keys(page)).toBeVisible();
  await page.keyboard.type('5');
  await expect(keys(page)).toHaveCount(0);
  await expect(field(page)).toHaveValue('5');
  await field(page).tap();
  await expect(keys(page)).toBeVisible();
  await keys(page).getByRole('button', { name: texts.hideSaid['zh-CN'] }).tap();
  await expect(keys(page)).toHaveCount(0);
});

test('sends nothing while something is spelt and not picked, and says so', async ({ page }) => {
  await open(page);
  await askFor(page, 'words');
  await field(page).tap();
  for (const letter of ['g', 'u', 'i'])
    await keys(page)
      .locator('.key', { hasText: new RegExp(`^${letter}$`) })
      .tap();
  await page.locator('.act .button--strong').tap();
  await expect(keys(page).getByText(texts.pickFirst['zh-CN'])).toBeVisible();
  await expect(keys(page).locator('.compose b')).toHaveText('gui');
  await expect(field(page)).toHaveValue('');
});

test('a key that trembles writes once', async ({ page }) => {
  await open(page);
  await askFor(page, 'digits');
  await field(page).tap();
  const seven = keys(page).locator('.key', { hasText: /^7$/ });
  await seven.evaluate((key: HTMLElement) => [key.click(), key.click(), key.click()]);
  await expect(field(page)).toHaveValue('7');
});

test('writes at the caret, keeps within the longest, and takes a rare character back whole', async ({
  page,
}) => {
  await open(page);
  const box = await askFor(page, 'code');
  await box.evaluate((input: HTMLInputElement) => input.setAttribute('maxlength', '3'));
  await askFor(page, 'name');
  await screenHand(page).type(box, '陈𬭎');
  await box.evaluate((input: HTMLInputElement) => input.setSelectionRange(0, 0));
  await askFor(page, 'name');
  const hand = keys(page);
  for (const letter of ['w', 'a', 'n', 'g'])
    await hand.locator('.key', { hasText: new RegExp(`^${letter}$`) }).tap();
  await hand.locator('.candidates__page').getByText('王', { exact: true }).tap();
  await expect(box).toHaveValue('王陈𬭎');
  await box.evaluate((input: HTMLInputElement) =>
    input.setSelectionRange(input.value.length, input.value.length),
  );
  await hand.getByRole('button', { name: texts.back['zh-CN'] }).tap();
  await expect(box).toHaveValue('王陈');
});

test('an input method’s Enter sends nothing', async ({ page }) => {
  await open(page);
  await field(page).focus();
  const before = await page.locator('h1').innerText();
  const isHeld = await field(page).evaluate((input: HTMLInputElement) =>
    [{ isComposing: true }, { keyCode: 229 }].map(
      (taken) =>
        !input.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...taken }),
        ),
    ),
  );
  expect(isHeld).toEqual([true, true]);
  await expect(page.locator('h1')).toHaveText(before);
});

/** The box, and what is wrong with it, lie wholly above the keyboard and within the room they scroll in. */
function hiddenParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const input = document.activeElement as HTMLInputElement;
    const room = input.closest('.stage')?.getBoundingClientRect();
    const top = document.querySelector('.keys')?.getBoundingClientRect().top ?? 0;
    const own = input.closest('.field');
    const parts = [input, own?.querySelector('.field__wrong') ?? null].filter((part) => part !== null);
    return parts
      .filter((part) => {
        const { top: upper, bottom, height } = part.getBoundingClientRect();
        const isSeen =
          document.elementFromPoint(innerWidth / 3, (upper + bottom) / 2)?.closest('.stage') != null;
        return (
          room === undefined ||
          height === 0 ||
          upper < room.top - 1 ||
          bottom > Math.min(room.bottom, top) + 1 ||
          !isSeen
        );
      })
      .map((part) => part.className || part.tagName);
  });
}

function smallKeys(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.keys button')].flatMap((key) => {
      const { width, height, left, right, top, bottom } = key.getBoundingClientRect();
      const isOut = left < 0 || right > innerWidth + 0.5 || top < 0 || bottom > innerHeight;
      return Math.min(width, height) < 60 || isOut ? [`${key.textContent} ${width}×${height} ${isOut}`] : [];
    }),
  );
}

const VIEWPORTS = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

for (const viewport of VIEWPORTS)
  for (const size of [2, 4] as const)
    for (const locale of ['zh-CN', 'en'] as const)
      test(`keeps the field and its error in sight at ${viewport.width}×${viewport.height}, size ${size}, ${locale}`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        await open(page, { size, locale });
        await page.locator('.act .button--strong').tap();
        await page.locator('.field__wrong').waitFor();
        for (const kind of ['identity', 'words', 'name', 'latin', 'credit-code', 'chinese']) {
          await askFor(page, kind);
          await field(page).tap();
          await expect(keys(page)).toBeVisible();
          await expect.poll(() => hiddenParts(page)).toEqual([]);
          expect(await smallKeys(page)).toEqual([]);
          await keys(page).getByRole('button', { name: texts.hideSaid[locale] }).tap();
        }
        await field(page).tap();
        await keys(page).locator('.key', { hasText: /^y$/ }).tap();
        await keys(page).locator('.key', { hasText: /^i$/ }).tap();
        await expect(keys(page).locator('.candidates__turn')).toBeVisible();
        await expect.poll(() => hiddenParts(page)).toEqual([]);
        expect(await smallKeys(page)).toEqual([]);
        await keys(page).getByRole('button', { name: texts.spread[locale] }).tap();
        await expect(keys(page)).toHaveAttribute('data-spread', 'true');
        await expect.poll(() => hiddenParts(page)).toEqual([]);
        expect(await smallKeys(page)).toEqual([]);
        expect(await axeFinds(page)).toEqual([]);
      });

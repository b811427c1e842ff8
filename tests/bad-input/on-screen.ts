// The matter that asks one of everything, in a real Chromium: the page is opened where a test wants it, and its boxes filled.
import { expect, type Locator, type Page } from 'playwright/test';
import type { RawAnswer } from '../../domain/contract/answers.ts';
import type { Text } from '../../domain/contract/text.ts';
import { texts } from '../../renderer/text/texts.ts';
import { openStage, type Stage } from '../stage.ts';
import { atPage, everyKindFolder } from './at-page.ts';
import { VALUES } from './values.ts';

export const zh = 'zh-CN' as const;

export interface Standing {
  stage: Stage;
  page: Page;
}

/** A kiosk with nobody before it yet. */
export function openEveryKind(): Promise<Stage> {
  return openStage({ procedures: everyKindFolder(), printer: null });
}

/** Brings the kiosk to a page of the matter by the contract, and the screen to the kiosk. */
export async function standAt({ stage, page }: Standing, wanted: string): Promise<void> {
  // A screen that is open asks what to show when somebody leaves, and then whether anybody is there.
  await page.goto('about:blank');
  await stage.city.send('leave', null);
  await atPage(stage.city.send, wanted);
  await page.goto(stage.http.launchUrl());
  await page.getByRole('button', { name: texts.idleStay[zh] }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf(wanted));
}

/** Where boxes of answers in several parts are found, by the part. */
const BOXES: Record<string, Text> = {
  name: texts.personName,
  residentId: texts.personId,
  mobile: texts.personMobile,
  year: texts.year,
  month: texts.month,
  day: texts.day,
  tradeName: texts.nameTrade,
  industry: texts.nameIndustry,
};

/** Answers the one question of the page as a person does: types, or presses what is not as it should be. */
export async function fillPage(page: Page, value: RawAnswer): Promise<void> {
  if (value === null) return;
  if (Array.isArray(value)) return pressAll(page, value);
  if (typeof value === 'object') {
    for (const [part, typed] of Object.entries(value))
      if (BOXES[part] !== undefined) await fillBox(page, BOXES[part], typed);
    return;
  }
  if ((await boxesOn(page).count()) === 1) await type(boxesOn(page), value);
  else if (value !== '') await page.locator('.choice', { hasText: value === 'yes' ? '' : value }).click();
}

/** The boxes of the page that are typed in. */
export function boxesOn(page: Page): Locator {
  return page.locator('.content input:not([type="radio"]):not([type="checkbox"]):not([type="hidden"])');
}

/** A number stands in groups until somebody goes to it: only then is there what is written over. */
async function type(box: Locator, value: string): Promise<void> {
  await box.focus();
  await box.fill(value);
}

async function fillBox(page: Page, label: Text, value: string): Promise<void> {
  const either = new RegExp(`^(?:${label[zh]}|${label.en})$`);
  await type(page.getByLabel(either).first(), value);
  await leaveBox(page);
}

/** What a box offers lies over the rest of the page until the box is left. */
export async function leaveBox(page: Page): Promise<void> {
  await page.locator('h1').first().click();
}

/** The pages that are walked through on the screen, one after the other: up to the first that lists people. */
export const WALKED = VALUES.slice(
  0,
  VALUES.findIndex(({ page }) => page === 'person'),
).map(({ page }) => page);

/** Answers the page well and goes on. */
export async function passPage(page: Page, wanted: string): Promise<void> {
  await fillPage(page, goodOf(wanted));
  await onward(page).click();
  await expect(page.locator('h1').first()).not.toHaveText(titleOf(wanted));
}

export function titleOf(wanted: string): string {
  return `第${wanted}项`;
}

async function pressAll(page: Page, values: string[]): Promise<void> {
  for (const value of values) {
    const row = page.locator('.choice', { hasText: value });
    if ((await row.getAttribute('data-selected')) !== 'true') await row.click();
  }
}

export function goodOf(wanted: string): RawAnswer {
  return VALUES.find(({ page }) => page === wanted)?.good ?? null;
}

export const onward = (page: Page) => page.locator('.act').getByRole('button').last();

// Somebody at the kiosk with a matter, and the few things everybody does there: look which screen it is, press, wait.
import type { Locator, Page } from 'playwright';
import type { Locale, Text } from '../../domain/contract/text.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { said } from '../../ui/said.ts';
import type { Hand } from './hand.ts';

/** Somebody with a matter. */
export interface Errand {
  page: Page;
  hand: Hand;
  locale: Locale;
  prepared: Prepared;
  /** What the application should end with. */
  answers: JsonObject;
  /** Lays the identity card on the reader; records are used then. Absent: everything is typed. */
  layCard?: () => Promise<void>;
  /** Told of every page before it is answered: the kind of screen it is. */
  onPage?: (screen: string) => Promise<void>;
}

const TURN_MS = 15_000;

export function button({ page, locale }: Pick<Errand, 'page' | 'locale'>, words: Text): Locator {
  return page.getByRole('button', { name: said(words, locale), exact: true });
}

/** Which screen is shown: 'questions', 'list', 'receipt'. */
export async function screenOf(page: Page): Promise<string> {
  const name = await page.locator('.screen').first().getAttribute('class');
  return name?.split('--')[1] ?? '';
}

/** Presses, and waits until another page has come. Throws with the screen's own words when it stands still. */
export async function turn({ page, hand }: Pick<Errand, 'page' | 'hand'>, control: Locator): Promise<void> {
  const before = await page.locator('.screen').first().elementHandle();
  if (before === null) throw new Error('there is no page to turn');
  await hand.press(control);
  try {
    await before.waitForElementState('hidden', { timeout: TURN_MS });
  } catch {
    const words = await page.locator('.content').first().innerText();
    throw new Error(`the page stands still: ${words}`);
  }
  await page.locator('.screen').first().waitFor();
}

/** The strong action of the page, by whatever it is called here. */
export function onward(page: Page): Locator {
  return page.locator('.act').getByRole('button').last();
}

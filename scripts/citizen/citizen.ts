// A citizen at the kiosk: reads what is on the screen and answers it, page by page, with whatever hand they have. Knows
// the answers they want to give and no list of pages.
import type { Locator, Page } from 'playwright';
import type { Locale, Text } from '../../domain/contract/text.ts';
import { patternOf, valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { isRepeatPage, questionsOf } from '../../domain/procedure/procedure.ts';
import { texts } from '../../renderer/text/texts.ts';
import { answerQuestion } from './answer-question.ts';
import type { Hand } from './hand.ts';

/** Somebody with a matter. */
export interface Errand {
  page: Page;
  hand: Hand;
  locale: Locale;
  prepared: Prepared;
  /** What the application should end with. */
  answers: JsonObject;
  /** Told of every page before it is answered: the kind of screen it is. */
  onPage?: (screen: string) => Promise<void>;
}

const TURN_MS = 15_000;

export function button({ page, locale }: Pick<Errand, 'page' | 'locale'>, words: Text): Locator {
  return page.getByRole('button', { name: words[locale], exact: true });
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

/** From the welcome page to the first question. */
export async function begin(errand: Errand): Promise<void> {
  const { page, locale, prepared } = errand;
  await turn(errand, button(errand, texts.start));
  await turn(errand, page.getByRole('button', { name: prepared.procedure.title[locale] }));
  await turn(errand, button(errand, texts.startFilling));
}

/** The strong action of the page, by whatever it is called here. */
export function onward(page: Page): Locator {
  return page.locator('.act').getByRole('button').last();
}

/** Answers every question on the page; leaves it open. */
export async function answerPage(errand: Errand): Promise<void> {
  const { page, prepared, answers, hand, locale } = errand;
  const parts = page.locator('.question');
  const ids = await parts.evaluateAll((all) => all.map((one) => one.querySelector('[id^="at-"]')?.id ?? ''));
  for (const [index, id] of ids.entries()) {
    // No place of ours has a hyphen in its name.
    const at = id.slice('at'.length).replaceAll('-', '/');
    const question = questionsOf(prepared.procedure).find((one) => one.at === patternOf(at));
    if (question === undefined) throw new Error(`the procedure asks nothing at ${at}`);
    const value = valueAt(answers, at);
    if (value !== undefined)
      await answerQuestion({ part: parts.nth(index), question, value, hand, locale, prepared });
  }
}

/** The list is known by its title, as the citizen knows it. */
async function isListShort({ page, prepared, answers, locale }: Errand): Promise<boolean> {
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const list = prepared.procedure.pages.filter(isRepeatPage).find((one) => one.title[locale] === title);
  if (list === undefined) throw new Error(`the procedure has no list “${title}”`);
  const wanted = valueAt(answers, list.repeat);
  return (await page.locator('.holder').count()) < (Array.isArray(wanted) ? wanted.length : 0);
}

async function next(errand: Errand, screen: string): Promise<void> {
  const { page } = errand;
  if (screen === 'questions') await answerPage(errand);
  const isShort = screen === 'list' && (await isListShort(errand));
  await turn(errand, isShort ? page.locator('.holders > .button') : onward(page));
}

/** Answers page after page up to the screen named. */
export async function goOnTo(errand: Errand, wanted: string): Promise<void> {
  for (let pages = 0; pages < 200; pages += 1) {
    const screen = await screenOf(errand.page);
    await errand.onPage?.(screen);
    if (screen === wanted) return;
    if (!['questions', 'list', 'documents', 'check'].includes(screen))
      throw new Error(`on the way to ${wanted} came ${screen}`);
    await next(errand, screen);
  }
  throw new Error(`never came to ${wanted}`);
}

/** Signs with the name and submits. Returns the receipt's number. */
export async function confirm(errand: Errand, name: string): Promise<string> {
  await errand.hand.type(errand.page.getByRole('textbox'), name);
  await turn(errand, onward(errand.page));
  return receiptNumber(errand.page);
}

/** The number as it stands on the receipt. */
export async function receiptNumber(page: Page): Promise<string> {
  return (await page.locator('.number__whole').innerText()).replaceAll(/\s/g, '');
}

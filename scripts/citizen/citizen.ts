// A citizen at the kiosk: reads what is on the screen and answers it, page by page, with whatever hand they have. Knows
// the answers they want to give and no list of pages.
import type { Page } from 'playwright';
import { patternOf, valueAt } from '../../domain/procedure/pointer.ts';
import { isRepeatPage, questionsOf } from '../../domain/procedure/procedure.ts';
import { texts } from '../../renderer/text/texts.ts';
import { said } from '../../ui/said.ts';
import { answerQuestion } from './answer-question.ts';
import { drawSignature } from './draw-signature.ts';
import { button, onward, screenOf, turn, type Errand } from './errand.ts';
import { handInNeeded } from './hand-in-document.ts';

export { button, onward, screenOf, turn, type Errand } from './errand.ts';

/** From the welcome page to the first question. */
export async function begin(errand: Errand): Promise<void> {
  const { page, locale, prepared } = errand;
  await turn(errand, button(errand, texts.start));
  await turn(errand, page.getByRole('button', { name: said(prepared.procedure.title, locale) }));
  await turn(errand, button(errand, texts.startFilling));
  if ((await screenOf(page)) === 'identity') await identify(errand);
}

/** The first way is the shortest, with the card and all records; the last is to type everything. */
async function identify(errand: Errand): Promise<void> {
  const { page, layCard, onPage } = errand;
  await onPage?.('identity');
  const doors = page.locator('.doors .door');
  if (layCard === undefined) return turn(errand, (await doors.count()) > 0 ? doors.last() : onward(page));
  if ((await doors.count()) > 0) await turn(errand, doors.first());
  await layCard();
  await page.locator('.screen--identity').waitFor({ state: 'detached' });
  await page.locator('.screen').waitFor();
}

/** Answers every question on the page; leaves it open. */
export async function answerPage(errand: Errand): Promise<void> {
  const { page, prepared, answers, hand, locale } = errand;
  const parts = page.locator('.question');
  // Hints and faults are called after the box they belong to.
  const ids = await parts.evaluateAll((all) =>
    all.map((one) => one.querySelector('[id^="at-"]:not([id$="-hint"], [id$="-wrong"])')?.id ?? ''),
  );
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
  const list = prepared.procedure.pages.filter(isRepeatPage).find((one) => said(one.title, locale) === title);
  if (list === undefined) throw new Error(`the procedure has no list “${title}”`);
  const wanted = valueAt(answers, list.repeat);
  return (await page.locator('.holder').count()) < (Array.isArray(wanted) ? wanted.length : 0);
}

async function next(errand: Errand, screen: string): Promise<void> {
  const { page } = errand;
  if (screen === 'questions') await answerPage(errand);
  if (screen === 'documents') await handInNeeded(errand);
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

/** Signs with the name, typed out, and submits. Returns the receipt's number. */
export async function confirm(errand: Errand, name: string): Promise<string> {
  await errand.hand.press(button(errand, texts.signByTyping));
  await errand.hand.type(errand.page.getByRole('textbox'), name);
  await turn(errand, onward(errand.page));
  return receiptNumber(errand.page);
}

/** Signs with a finger and submits. Returns the receipt's number. */
export async function sign(errand: Errand): Promise<string> {
  await drawSignature(errand.page);
  await turn(errand, onward(errand.page));
  return receiptNumber(errand.page);
}

/** The number as it stands on the receipt. */
export async function receiptNumber(page: Page): Promise<string> {
  return (await page.locator('.number__whole').innerText()).replaceAll(/\s/g, '');
}

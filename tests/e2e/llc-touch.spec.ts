// Somebody who touches a wide screen registers a company in English, thinks twice, and changes languages on the way.
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import {
  answerPage,
  begin,
  button,
  confirm,
  goOnTo,
  onward,
  turn,
  type Errand,
} from '../../scripts/citizen/citizen.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { touchHand } from '../../scripts/citizen/touch-hand.ts';
import type { Locale } from '../../domain/contract/text.ts';
import { withAnswer } from '../../domain/procedure/pointer.ts';
import { texts } from '../../renderer/text/texts.ts';
import { contribution, llcAnswers, WAN_YUAN } from '../builders/llc-application.ts';
import { shi, yang } from '../builders/people.ts';
import { llc } from '../llc.ts';
import { openStage, type Stage } from '../stage.ts';
import { complaintsOf } from './watch.ts';

test.use({ actionTimeout: 10_000, hasTouch: true, viewport: { width: 1920, height: 1080 } });

let stage: Stage;

test.beforeEach(async () => {
  stage = await openStage();
});
test.afterEach(() => stage.close());

test('registers a company by touch, in English, with second thoughts', async ({ page }) => {
  const { city, http } = stage;
  const complaints = await complaintsOf(page);
  const hand = touchHand(page);
  const answers = llcAnswers();
  const third = { kind: 'person', person: shi, ...contribution(WAN_YUAN) };
  const errand: Errand = { page, hand, locale: 'en', prepared: await llc(), answers };
  const heading = page.getByRole('heading', { level: 1 });

  async function speak(to: Locale): Promise<void> {
    await hand.press(button({ page, locale: to === 'en' ? 'zh-CN' : 'en' }, texts.languageOther));
    await expect(page.locator('html')).toHaveAttribute('lang', to);
  }

  async function changeAt(label: string, answer: string): Promise<void> {
    await turn(errand, page.getByRole('button', { name: `Change ${label}`, exact: true }));
    await hand.type(page.getByRole('textbox', { name: label, exact: true }), answer);
    await turn(errand, onward(page));
    await expect(heading).toHaveText(texts.checkTitle.en);
    await expect(page.getByText(answer, { exact: true })).toBeVisible();
  }

  await page.goto(http.launchUrl());
  await speak('en');
  await begin(errand);
  // What is typed but not sent yet outlives a change of language.
  await answerPage(errand);
  await speak('zh-CN');
  await expect(page.getByLabel(texts.personName['zh-CN'], { exact: true })).toHaveValue(yang.name);
  await speak('en');
  await turn(errand, onward(page));

  // One shareholder too many: added, looked at, removed.
  await goOnTo(errand, 'list');
  await turn(errand, page.getByRole('button', { name: /^Add/ }));
  await goOnTo({ ...errand, answers: withAnswer(answers, '/shareholders', [third]) }, 'list');
  await expect(page.locator('.holder')).toHaveText(new RegExp(shi.name));
  await hand.press(page.getByRole('button', { name: `Remove ${shi.name}`, exact: true }));
  await hand.press(page.getByRole('alertdialog').getByRole('button', { name: texts.remove.en, exact: true }));
  await expect(page.getByText(texts.listEmpty.en)).toBeVisible();
  await expect(page.getByText(shi.name)).toHaveCount(0);

  await goOnTo(errand, 'check');
  await changeAt('Company phone', '0851-85961235');
  await changeAt('Company phone', '0851-85961234');

  await goOnTo(errand, 'confirm');
  const number = await confirm(errand, yang.name);
  await expect(heading).toHaveText(texts.arrivedTitle.en);
  expect(await city.platform.caseNumbers()).toEqual([number]);
  const held = await heldBy(join(city.folder, 'platform'));
  expect(held.map(({ application }) => application.answers)).toEqual([answers]);
  expect(held[0]?.application.locale).toBe('en');
  expect(complaints).toEqual([]);
});

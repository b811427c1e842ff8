// One of several, where nothing need be chosen: whoever chose by mistake takes it back, by touch or by keyboard.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { text } from '../../domain/contract/text.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { answerPage, begin, button, onward, turn, type Errand } from '../../scripts/citizen/citizen.ts';
import { keyboardHand } from '../../scripts/citizen/keyboard-hand.ts';
import { touchHand } from '../../scripts/citizen/touch-hand.ts';
import { texts } from '../../renderer/text/texts.ts';
import {
  libraryCard,
  preparedLibraryCard,
  readerAnswers,
  writeProcedures,
} from '../builders/library-card.ts';
import { openStage, type Stage } from '../stage.ts';
import { axeFinds } from './axe.ts';
import { sharedNames, stickingOut, wrongTargets } from './measures.ts';
import { complaintsOf } from './watch.ts';

test.use({ hasTouch: true, actionTimeout: 10_000 });

const zh = 'zh-CN';
const NORTH = text('北馆', 'North branch');

function choosing(at: string, label: Procedure['title']) {
  const south = { value: 'south', label: text('南馆', 'South branch') };
  return {
    at,
    as: 'choice' as const,
    optional: true,
    label,
    options: [{ value: 'north', label: NORTH }, south],
  };
}

const helper = { at: '/helper', as: 'person' as const, optional: true, people: ['/reader'], others: true };
const [readerPage, ...laterPages] = libraryCard.pages;
if (readerPage === undefined) throw new Error('a library card asks for its reader');

/** A library card that asks three things nobody need answer: two branches, and then who may fetch books. */
const procedure: Procedure = {
  ...libraryCard,
  answers: {
    ...libraryCard.answers,
    properties: {
      ...(libraryCard.answers as { properties: object }).properties,
      near: { enum: ['north', 'south'] },
      else: { enum: ['north', 'south'] },
      helper: { type: 'object' },
    },
  },
  pages: [
    {
      id: 'branch',
      stage: 'reader',
      title: text('去哪个馆？', 'Which branch?'),
      questions: [
        choosing('/near', text('常去的馆', 'Usual branch')),
        choosing('/else', text('另一个馆', 'Another branch')),
      ],
    },
    readerPage,
    {
      id: 'helper',
      stage: 'reader',
      title: text('谁可以代取？', 'Who may fetch books for you?'),
      questions: [{ ...helper, label: text('代取人', 'Helper') }],
    },
    ...laterPages,
  ],
};

let folder: string;
let stage: Stage;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-choosing-'));
  stage = await openStage({ config: { procedures: writeProcedures(folder, procedure) } });
});
test.afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

const chosen = (page: Page): Locator => page.getByRole('radio', { checked: true });
const row = (page: Page): Locator => page.getByRole('radio', { name: NORTH[zh] }).first();
const takeBack = (page: Page): Locator => page.getByRole('button', { name: texts.chooseNone[zh] });

const HANDS = { touch: touchHand, 'the keyboard alone': keyboardHand };

for (const [means, handOf] of Object.entries(HANDS))
  test(`takes back a choice that need not be made, by ${means}`, async ({ page }) => {
    const complaints = await complaintsOf(page);
    const hand = handOf(page);
    const errand: Errand = { page, hand, locale: zh, prepared: preparedLibraryCard(procedure), answers: {} };
    await page.goto(stage.http.launchUrl());
    await begin(errand);
    await expect(takeBack(page)).toHaveCount(0);

    await hand.choose(row(page));
    await turn(errand, onward(page));
    await turn(errand, button(errand, texts.back));
    await expect(chosen(page)).toHaveCount(1);

    await hand.press(takeBack(page));
    await expect(chosen(page)).toHaveCount(0);
    await expect(takeBack(page)).toHaveCount(0);
    // Whoever does not see it goes on where they were, not at the top of the page.
    await expect(row(page)).toBeFocused();

    await turn(errand, onward(page));
    await turn(errand, button(errand, texts.back));
    await expect(chosen(page)).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

test('takes back a person who need not be named', async ({ page }) => {
  const errand = await openChoices(page);
  await turn(errand, onward(page));
  await answerPage({ ...errand, answers: readerAnswers() });
  await turn(errand, onward(page));
  await errand.hand.choose(page.getByRole('radio', { name: texts.somebodyElse[zh] }));
  await expect(page.getByRole('textbox')).toHaveCount(3);
  await errand.hand.press(takeBack(page));
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(chosen(page)).toHaveCount(0);
  await turn(errand, onward(page));
});

test('a second touch of the same row leaves it chosen: a hand that trembles touches twice', async ({
  page,
}) => {
  await openChoices(page);
  await page.locator('.choice', { hasText: NORTH[zh] }).first().dblclick();
  await expect(chosen(page)).toHaveCount(1);
});

test('what takes a choice back has a name of its own and room for a finger', async ({ page }) => {
  const { hand } = await openChoices(page);
  for (const one of await page.getByRole('radio', { name: NORTH[zh] }).all()) await hand.choose(one);
  await expect(takeBack(page)).toHaveCount(2);
  expect(await sharedNames(page)).toEqual([]);
  expect(await wrongTargets(page, 60, 8)).toEqual([]);
  expect(await stickingOut(page)).toEqual([]);
  expect(await axeFinds(page)).toEqual([]);
});

test('a touch shows what the screen answers, and no flash of the browser’s own', async ({ page }) => {
  await openChoices(page);
  const flash = (part: Locator) =>
    part.evaluate((one) => getComputedStyle(one).getPropertyValue('-webkit-tap-highlight-color'));
  expect(await flash(page.locator('.choice').first())).toBe('rgba(0, 0, 0, 0)');
  expect(await flash(onward(page))).toBe('rgba(0, 0, 0, 0)');
});

async function openChoices(page: Page): Promise<Errand> {
  const hand = touchHand(page);
  const errand: Errand = { page, hand, locale: zh, prepared: preparedLibraryCard(procedure), answers: {} };
  await page.goto(stage.http.launchUrl());
  await begin(errand);
  return errand;
}

// Every scene of the kiosk, for people who see, hear, reach or read differently.
import { expect, test, type Page } from 'playwright/test';
import { LOCALES, type Locale } from '../../domain/contract/text.ts';
import {
  llcAnswers,
  onePersonAnswers,
  organisationAnswers,
  soleOrganisationAnswers,
} from '../builders/llc-application.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { enterScene, type Look } from '../pictures/shots.ts';
import { openStage, pageOf, play, scenes, type Scene, type Stage } from '../stage.ts';
import { axeFinds } from './axe.ts';
import { faintAtAnyContrast, isTight, wrongAtAnySize } from './every-look.ts';
import { chineseText, sharedNames } from './measures.ts';

// Scenes have nothing to do with each other: both workers take some.
test.describe.configure({ mode: 'parallel' });
// Colours do not fade into each other while they are measured.
test.use({ actionTimeout: 10_000, contextOptions: { reducedMotion: 'reduce' } });

/** `npm run sweep -- --scenes` asks for every look; `npm test` for those that leave least room. */
const among = process.env['ONEWINDOW_LOOKS'] === 'all' ? () => true : isTight;

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage({}, manualTime(new Date()));
});
test.afterAll(() => stage.close());

function look(locale: Locale): Look {
  return { orientation: 'portrait', locale, size: 2, contrast: 'off' };
}

/** Names and addresses are what the citizen typed; they stay as they are in any language. */
function isTyped(words: string): boolean {
  const typed = JSON.stringify(llcAnswers());
  // A dot inside a name belongs to it; one between words is ours.
  return [...words.matchAll(/\p{Script=Han}+(?:·\p{Script=Han}+)*/gu)].every(([run]) => typed.includes(run));
}

async function wrongWords(page: Page, locale: Locale): Promise<string[]> {
  return locale === 'en' ? (await chineseText(page)).filter((words) => !isTyped(words)) : [];
}

async function expectWell(page: Page, locale: Locale): Promise<void> {
  expect.soft(await axeFinds(page), `axe, ${locale}`).toEqual([]);
  expect.soft(await faintAtAnyContrast(page), `contrast, ${locale}`).toEqual([]);
  expect.soft(await wrongWords(page, locale), `Chinese, ${locale}`).toEqual([]);
  expect.soft(await sharedNames(page), `names, ${locale}`).toEqual([]);
  expect.soft(await wrongAtAnySize(page, { among }), `measures, ${locale}`).toEqual([]);
}

for (const one of scenes)
  test(`everybody can read and use the scene ${one.name}`, async ({ page }) => {
    for (const locale of LOCALES)
      // A stage of a scene's own is a new one each time: what was laid on its reader would still lie there.
      await play(one, stage, async (here) => {
        await enterScene(here, page, one, look(locale));
        await expectWell(page, locale);
        await page.goto('about:blank');
      });
  });

const COMPANIES = {
  'of two people': llcAnswers(),
  'of one person': onePersonAnswers(),
  'with boards and an organisation': organisationAnswers(),
  'of one organisation, by an agent': soleOrganisationAnswers(),
};

for (const [company, answers] of Object.entries(COMPANIES))
  test(`every button that changes an answer has a name of its own for a company ${company}`, async ({
    page,
  }) => {
    const check: Scene = {
      name: 'check',
      family: 'finish',
      enter: (city) => pageOf(city, ({ screen }) => screen === 'check', answers),
    };
    for (const locale of LOCALES) {
      await enterScene(stage, page, check, look(locale));
      expect(await page.locator('.rows__act button').count()).toBeGreaterThan(40);
      expect(await sharedNames(page), locale).toEqual([]);
      await page.goto('about:blank');
    }
  });

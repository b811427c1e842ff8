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
import { enterScene, ORIENTATIONS, type Look, type Orientation } from '../pictures/shots.ts';
import { openStage, pageOf, play, scenes, type Scene, type Stage } from '../stage.ts';
import { axeFinds } from './axe.ts';
import { chineseText, cutNumbers, faintText, sharedNames, stickingOut, wrongTargets } from './measures.ts';

// Scenes have nothing to do with each other: both workers take some.
test.describe.configure({ mode: 'parallel' });
// Colours do not fade into each other while they are measured.
test.use({ actionTimeout: 10_000, contextOptions: { reducedMotion: 'reduce' } });

/** CSS px: what a finger can hit, and what keeps it from hitting the next. */
const LEAST_TARGET = 60;
const LEAST_GAP = 8;
/** To 1: information is darker than WCAG's AAA asks. */
const LEAST_CONTRAST = 10;
const SIZES = [2, 3, 4] as const;

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage({}, manualTime(new Date()));
});
test.afterAll(() => stage.close());

function look(locale: Locale): Look {
  return { orientation: 'portrait', locale, size: 2, contrast: 'off' };
}

/** Marks the page as the screen itself does when the citizen asks for larger text. */
async function enlarge(page: Page, size: (typeof SIZES)[number]): Promise<void> {
  await page.evaluate((to) => {
    document.documentElement.dataset['size'] = String(to);
    document.documentElement.toggleAttribute('data-elder', to >= 3);
  }, size);
}

/** Letters that are hard to read, in the colours that come unasked and in both that the citizen may ask for. */
async function faintAtAnyContrast(page: Page): Promise<string[]> {
  const faint: string[] = [];
  for (const contrast of ['dark', 'light', null]) {
    await page.evaluate((to) => {
      document.documentElement.toggleAttribute('data-contrast', to !== null);
      if (to !== null) document.documentElement.dataset['contrast'] = to;
    }, contrast);
    faint.push(...(await faintText(page, LEAST_CONTRAST)).map((words) => `${contrast ?? 'usual'}: ${words}`));
  }
  return faint;
}

/** Everything that is wrong with the screen as a surface, at every text size, upright and wide. */
async function wrongAtAnySize(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  for (const orientation of Object.keys(ORIENTATIONS) as Orientation[]) {
    await page.setViewportSize(ORIENTATIONS[orientation]);
    for (const size of SIZES) {
      await enlarge(page, size);
      const found = [
        ...(await wrongTargets(page, LEAST_TARGET, LEAST_GAP)),
        ...(await stickingOut(page)).map((part) => `sticks out ${part}`),
        ...(await cutNumbers(page)).map((number) => `cut ${number}`),
      ];
      wrong.push(...found.map((words) => `${orientation} ${size}: ${words}`));
    }
  }
  await page.setViewportSize(ORIENTATIONS.portrait);
  await enlarge(page, 2);
  return wrong;
}

/** Names and addresses are what the citizen typed; they stay as they are in any language. */
function isTyped(words: string): boolean {
  const typed = JSON.stringify(llcAnswers());
  return [...words.matchAll(/[\p{Script=Han}·]+/gu)].every(([run]) => typed.includes(run));
}

async function wrongWords(page: Page, locale: Locale): Promise<string[]> {
  return locale === 'en' ? (await chineseText(page)).filter((words) => !isTyped(words)) : [];
}

async function expectWell(page: Page, locale: Locale): Promise<void> {
  expect.soft(await axeFinds(page), `axe, ${locale}`).toEqual([]);
  expect.soft(await faintAtAnyContrast(page), `contrast, ${locale}`).toEqual([]);
  expect.soft(await wrongWords(page, locale), `Chinese, ${locale}`).toEqual([]);
  expect.soft(await sharedNames(page), `names, ${locale}`).toEqual([]);
  expect.soft(await wrongAtAnySize(page), `measures, ${locale}`).toEqual([]);
}

for (const one of scenes)
  test(`everybody can read and use the scene ${one.name}`, async ({ page }) => {
    await play(one, stage, async (here) => {
      for (const locale of LOCALES) {
        await enterScene(here, page, one, look(locale));
        await expectWell(page, locale);
        await page.goto('about:blank');
      }
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

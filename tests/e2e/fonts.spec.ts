// Every name can be read: characters that the small pieces of our font lack come from its whole, never from a machine
// that may not have them.
import { expect, test } from 'playwright/test';
import { fillIn, ask } from '../fill-in.ts';
import { rareNameAnswers } from '../builders/llc-application.ts';
import { llc } from '../llc.ts';
import { enterScene } from '../pictures/shots.ts';
import { openStage, type Stage } from '../stage.ts';

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.close());

/** Faces of our own fonts that the page has fetched. */
function loaded(family: string): string[] {
  return [...document.fonts]
    .filter((face) => face.status === 'loaded' && face.family.replaceAll(/["']/g, '') === family)
    .map((face) => face.weight);
}

test('shows the rare characters of a name in our own font', async ({ page }) => {
  const { procedure } = await llc();
  await enterScene(
    stage,
    page,
    {
      name: 'check',
      family: 'finish',
      async enter({ send }) {
        const view = await fillIn(send, procedure, rareNameAnswers());
        return ask(send, 'goBack', { page: view.page });
      },
    },
    { orientation: 'portrait', locale: 'zh-CN' },
  );
  const names = await page.locator('dd').allTextContents();
  expect(names.join('')).toMatch(/[㛃䶮𬭎]/u);
  await expect.poll(() => page.evaluate(loaded, 'OneWindow Whole')).toContain('700');
});

test('leaves the whole font alone where the small pieces are enough', async ({ page }) => {
  await enterScene(
    stage,
    page,
    { name: 'welcome', family: 'opening', enter: ({ send }) => ask(send, 'look', null) },
    { orientation: 'portrait', locale: 'zh-CN' },
  );
  expect(await page.evaluate(loaded, 'Noto Sans SC')).not.toEqual([]);
  expect(await page.evaluate(loaded, 'OneWindow Whole')).toEqual([]);
});

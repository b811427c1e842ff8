// Somebody calls a member of staff, and does not stand still until the answer is there.
import { expect, test, type Page, type Route } from 'playwright/test';
import { texts } from '../../renderer/text/texts.ts';
import { openStage, type Stage } from '../stage.ts';

const zh = 'zh-CN';

let stage: Stage;
test.afterEach(() => stage.close());

/** The kiosk's answer to a call for help comes when the test lets it, and says what the test wants. */
async function open(page: Page): Promise<{ calls: Route[]; answer: (isHeard: boolean) => Promise<void> }> {
  const calls: Route[] = [];
  await page.route('**/kiosk/callHelp', (route) => void calls.push(route));
  stage = await openStage({});
  await page.goto(stage.http.launchUrl());
  return {
    calls,
    async answer(isHeard) {
      await expect.poll(() => calls.length).toBeGreaterThan(0);
      await calls.at(-1)?.fulfill({ json: { ok: true, value: { isHeard } } });
    },
  };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function callStaff(page: Page): Promise<void> {
  await button(page, texts.help[zh]).click();
  await button(page, texts.callStaff[zh]).click();
}

test('is busy while the staff are told, and calls once', async ({ page }) => {
  const { calls, answer } = await open(page);
  await callStaff(page);
  const busy = button(page, texts.calling[zh]);
  await expect(busy).toHaveAttribute('aria-disabled', 'true');
  await busy.press('Enter');
  await answer(true);
  await expect(page.getByText(texts.called[zh])).toBeVisible();
  expect(calls).toHaveLength(1);
});

test('keeps the answer for whoever closed the dialog before it came', async ({ page }) => {
  const { answer } = await open(page);
  await callStaff(page);
  await button(page, texts.helpClose[zh]).click();
  await expect(button(page, texts.callingShort[zh])).toBeVisible();
  await answer(false);
  await button(page, texts.notCalledShort[zh]).click();
  await expect(page.getByText(texts.notCalled[zh])).toBeVisible();
  // Read and closed: it may be tried again.
  await button(page, texts.helpClose[zh]).click();
  await expect(button(page, texts.help[zh])).toBeVisible();
});

test('keeps it over a page that was turned', async ({ page }) => {
  const { answer } = await open(page);
  await callStaff(page);
  await button(page, texts.helpClose[zh]).click();
  await button(page, texts.start[zh]).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.whichMatter[zh]);
  await expect(button(page, texts.callingShort[zh])).toBeVisible();
  await answer(true);
  await expect(button(page, texts.calledShort[zh])).toBeVisible();
});

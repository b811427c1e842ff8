// A megabyte of text pasted into each kind of box, in a real Chromium: the page lives, says what the limit is, and no more than
// a page of answers goes to the kiosk.
import { expect, test, type Locator, type Page } from 'playwright/test';
import { texts } from '../../renderer/text/texts.ts';
import { complaintsOf } from '../e2e/watch.ts';
import { ask } from '../fill-in.ts';
import { on } from '../hand-in-documents.ts';
import type { Stage } from '../stage.ts';
import { atPage, give } from './at-page.ts';
import {
  boxesOn,
  fillPage,
  goodOf,
  leaveBox,
  onward,
  openEveryKind,
  passPage,
  standAt,
  WALKED,
  zh,
} from './on-screen.ts';

test.use({ actionTimeout: 10_000, contextOptions: { reducedMotion: 'reduce' } });

/** Page, the box by its place among those of the page, what is pasted a million times, and what is said then. */
const PASTES: [page: string, box: number, piece: string, says: RegExp][] = [
  ['name', 0, '杨', /最多写 50 个字/],
  ['residentId', 0, '5', /应当是18位/],
  ['mobile', 0, '1', /应当是11位/],
  ['line', 0, '蔡', /最多写 20 个字/],
  // A box cuts off what it has no room for: not so soon that what is left passes for the answer.
  ['line', 0, '𬭎', /最多写 20 个字/],
  ['line', 0, 'a𬭎', /最多写 20 个字/],
  ['postcode', 0, '5', /6位数字/],
  ['phone', 0, '1', /11 位手机号码/],
  ['email', 0, 'a', /name@example\.cn/],
  ['credit', 0, '9', /应当是18位/],
  ['money', 0, '9', /金额太大了/],
  ['count', 0, '9', /最多是 5/],
  ['date', 0, '2', /年份要写四位/],
  ['company', 1, '黔', /字号最多写 40 个字/],
  ['company', 2, '𬭎', /行业最多写 40 个字/],
];

const MEGABYTE = 1_000_000;

let stage: Stage;
test.beforeAll(async () => {
  stage = await openEveryKind();
});
test.afterAll(() => stage.close());

/** As whoever has it in the clipboard does: Ctrl and V. */
async function paste(page: Page, box: Locator, piece: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), piece.repeat(MEGABYTE / piece.length));
  await box.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  await expect(box).not.toHaveValue('');
  await leaveBox(page);
}

/** The longest body that the page sends from now on. */
function longestSent(page: Page): () => number {
  let longest = 0;
  page.on('request', (request) => {
    longest = Math.max(longest, request.postData()?.length ?? 0);
  });
  return () => longest;
}

test('a megabyte pasted into any box: the page lives, and says what the limit is', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-write']);
  const complaints = await complaintsOf(page);
  const longest = longestSent(page);
  await standAt({ stage, page }, 'name');
  for (const wanted of [...WALKED, 'company'])
    await test.step(wanted, async () => {
      if (wanted === 'company') await standAt({ stage, page }, wanted);
      for (const [, place, piece, says] of PASTES.filter(([where]) => where === wanted)) {
        // What is pasted is wrong, and nothing else on the page.
        if ((await boxesOn(page).count()) > 1) await fillPage(page, goodOf(wanted));
        await paste(page, boxesOn(page).nth(place), piece);
        expect((await boxesOn(page).nth(place).inputValue()).isWellFormed()).toBe(true);
        await onward(page).click();
        await expect(page.locator('.field__wrong').first()).toHaveText(says);
      }
      await passPage(page, wanted);
    });
  // A page of answers goes to the kiosk, never what was pasted.
  expect(longest()).toBeLessThan(16 * 1024);
  expect(complaints).toEqual([]);
});

test('a megabyte pasted into a search: nothing is found, and the list comes back with an empty box', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-write']);
  await standAt({ stage, page }, 'address');
  await paste(page, boxesOn(page).first(), '云');
  await expect(page.getByText(texts.areaNotFound[zh])).toBeVisible();
  await boxesOn(page).first().fill('');
  await expect(page.locator('.area').first()).toBeVisible();
});

test('a megabyte pasted under the declaration is no name, and one sent past the page is refused in a sentence', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-write']);
  await toDeclaration(page);
  await page.getByRole('button', { name: texts.signByTyping[zh] }).click();
  await paste(page, page.getByRole('textbox'), '杨');
  await onward(page).click();
  await expect(page.getByRole('alert')).toContainText('这里要写申请人本人的姓名，和前面填的一样。');
  // As a page would that is not ours: the host stops it before the kiosk sees it.
  const answer = await page.evaluate(async (size) => {
    const body = JSON.stringify({ page: 'x', typedName: '杨'.repeat(size) });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/kiosk/submit', { method: 'POST', headers, body });
    return [response.status, await response.json()] as const;
  }, MEGABYTE);
  expect(answer).toEqual([413, { ok: false, error: { code: 'too-large' } }]);
  await page.getByRole('textbox').fill('杨雨禾');
  await onward(page).click();
  await expect(page.locator('.number__whole')).toBeVisible();
});

/** By the contract to the page where the application is confirmed, and the screen to it. */
async function toDeclaration(page: Page): Promise<void> {
  const { send } = stage.city;
  let view = await give(send, await atPage(send, 'cooperative'), goodOf('cooperative'));
  view = await ask(send, 'addItem', { page: on(view, 'list').page });
  view = await give(send, on(view, 'questions'), '罗清源');
  view = await ask(send, 'answerPage', { page: view.page, answers: {} });
  for (const answers of [{ '/delivery': 'counter' }, {}])
    view = await ask(send, 'answerPage', { page: view.page, answers });
  await page.goto(stage.http.launchUrl());
  await page.getByRole('button', { name: texts.idleStay[zh] }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.signTitle[zh]);
}

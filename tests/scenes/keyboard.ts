// The kiosk's own keyboards, as they open for a finger. Pictures are taken with a mouse, so that they open for one too.
import type { Page } from 'playwright';
import type { View } from '../../domain/contract/views.ts';
import { keyboardTexts as texts } from '../../renderer/text/keyboard.ts';
import type { City } from '../city.ts';
import { ask } from '../fill-in.ts';
import type { Scene, StageOptions } from '../stage.ts';
import { TEST_CONFIG } from '../test-config.ts';

const needs: StageOptions = { config: { place: { ...TEST_CONFIG.place, keyboard: 'always' } } };

/** Comes to a question of this kind; asked for when it is wanted, as the stage itself lists these scenes. */
async function toQuestion(city: City, kind: string): Promise<View> {
  const { pageOf } = await import('../stage.ts');
  return pageOf(
    city,
    (view) => view.screen === 'questions' && view.questions.some((question) => question.as === kind),
  );
}

/** The field that is typed in with this keyboard; of several, the one with this end of its id. */
async function openAt(page: Page, keyboard: string, id = ''): Promise<void> {
  const end = id === '' ? '' : `[id$="${id}"]`;
  await page.locator(`input[data-keyboard="${keyboard}"]${end}`).first().click();
  await page.locator('.keys').waitFor();
}

/** Presses the key of the same meaning in whatever language the page is. */
async function pressOneOf(page: Page, words: { 'zh-CN': string; en: string }): Promise<void> {
  const names = page.locator('.keys').getByRole('button', { name: words['zh-CN'], exact: true });
  await names.or(page.locator('.keys').getByRole('button', { name: words.en, exact: true })).click();
}

async function spell(page: Page, letters: string): Promise<void> {
  if ((await page.locator('.keys[data-keys="latin"]').count()) > 0)
    await pressOneOf(page, texts.toPinyinSaid);
  for (const letter of letters)
    await page.locator('.keys .key', { hasText: new RegExp(`^${letter}$`) }).click();
  await page.locator('.keys .candidate').first().waitFor();
}

function scene(
  name: string,
  enter: (city: City) => Promise<View>,
  onScreen: (page: Page) => Promise<unknown>,
): Scene {
  return { name: `keyboard-${name}`, family: 'questions', needs, enter, onScreen };
}

const atName = (city: City) => toQuestion(city, 'person-name');
const atEnterprise = (city: City) => toQuestion(city, 'enterprise-name');

async function withWrongNumber(city: City): Promise<View> {
  const view = await toQuestion(city, 'resident-id');
  if (view.screen !== 'questions') throw new Error(view.screen);
  const answers = Object.fromEntries(
    view.questions.filter(({ as }) => as === 'resident-id').map(({ at }) => [at, '520102199003070011']),
  );
  return ask(city.send, 'answerPage', { page: view.page, answers });
}

export const keyboardScenes: Scene[] = [
  scene('name', atName, async (page) => {
    await openAt(page, 'name');
    await spell(page, 'zhangcho');
  }),
  scene('pinyin', atEnterprise, async (page) => {
    await openAt(page, 'chinese', 'tradeName');
    await spell(page, 'qiancheng');
  }),
  scene('spread', atEnterprise, async (page) => {
    await openAt(page, 'chinese', 'tradeName');
    await spell(page, 'yi');
    await pressOneOf(page, texts.spread);
  }),
  scene('rare', atName, async (page) => {
    await openAt(page, 'name');
    await spell(page, 'yue');
    await pressOneOf(page, texts.toRareSaid);
  }),
  scene(
    'identity',
    (city) => toQuestion(city, 'resident-id'),
    (page) => openAt(page, 'identity'),
  ),
  scene('error', withWrongNumber, (page) => openAt(page, 'identity')),
  scene(
    'latin',
    ({ send }) => ask(send, 'askProgress', null),
    (page) => openAt(page, 'latin'),
  ),
];

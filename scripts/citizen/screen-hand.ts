// Somebody who touches the screen and has no other keys than those on it.
import type { Locator, Page } from 'playwright';
import { keyboardTexts as texts } from '../../renderer/text/keyboard.ts';
import type { Locale } from '../../domain/contract/text.ts';
import { offered, type Hand } from './hand.ts';
import { pinyinOf } from './pinyin-of.ts';
import { touchHand } from './touch-hand.ts';

/** Pages of candidates before somebody gives up. */
const MOST_PAGES = 60;
/** Strokes on one key before somebody gives up: a key struck twice at once counts once. */
const MOST_STROKES = 20;

const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|\P{Script=Han}+/gu;

export function screenHand(page: Page): Hand {
  const touch = touchHand(page);
  const keys = page.locator('.keys');

  async function say(text: { [locale in Locale]: string }): Promise<string> {
    const locale = await page.locator('html').getAttribute('lang');
    return locale === 'en' ? text.en : text['zh-CN'];
  }

  function keyOf(character: string): Locator {
    const whole = new RegExp(`^${character.replace(/[^\w\p{Script=Han}]/u, '\\$&')}$`);
    return keys.locator('.key:not(.key--act)').filter({ hasText: whole }).first();
  }

  function named(name: string): Locator {
    return keys.getByRole('button', { name, exact: true });
  }

  /** Strikes a key until it has counted. */
  async function strike(key: Locator, hasCounted: () => Promise<boolean>): Promise<void> {
    for (let strokes = 0; strokes < MOST_STROKES; strokes += 1) {
      await key.tap();
      if (await hasCounted()) return;
    }
    throw new Error(`the key never counts: ${key.toString()}`);
  }

  async function switchTo(text: { [locale in Locale]: string }): Promise<void> {
    const key = named(await say(text));
    if ((await key.count()) > 0) await key.tap();
  }

  /** The letters that are being spelt, without what parts them. */
  async function spelt(): Promise<string> {
    const letters = keys.locator('.compose b');
    return (await letters.count()) === 0 ? '' : (await letters.innerText()).replaceAll("'", '');
  }

  async function spell(letters: string): Promise<void> {
    for (const [index, letter] of [...letters].entries())
      await strike(keyOf(letter), async () => (await spelt()).length > index);
  }

  /** The longest candidate that the text begins with, on the first page that has one. */
  async function pickFrom(text: string): Promise<string> {
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const shown = await keys.locator('.candidates__page .candidate span').allInnerTexts();
      const [best] = shown.filter((one) => text.startsWith(one)).toSorted((a, b) => b.length - a.length);
      if (best !== undefined) {
        await keys.locator('.candidates__page').getByText(best, { exact: true }).tap();
        return best;
      }
      const first = shown[0];
      await strike(named(await say(texts.later)), async () => {
        const now = await keys.locator('.candidates__page .candidate span').allInnerTexts();
        return now[0] !== first || now.length !== shown.length;
      });
    }
    throw new Error(`${text} is never offered`);
  }

  async function writeChinese(text: string): Promise<void> {
    await switchTo(texts.toPinyinSaid);
    await spell(pinyinOf(text));
    for (let rest = text; rest !== '';) rest = rest.slice((await pickFrom(rest)).length);
  }

  async function writeCharacter(field: Locator, character: string): Promise<void> {
    const before = await field.inputValue();
    const hasCounted = async () => (await field.inputValue()).length > before.length;
    if (character === ' ') return strike(named(await say(texts.space)), hasCounted);
    if (/[A-Z]/.test(character) && (await keyOf(character).count()) === 0)
      await named(await say(texts.shift)).tap();
    if ((await keyOf(character).count()) === 0)
      await switchTo(character > '~' ? texts.toPinyinSaid : texts.toLatinSaid);
    if ((await keyOf(character).count()) === 0) await switchTo(texts.toSigns);
    await strike(keyOf(character), hasCounted);
  }

  async function clear(field: Locator): Promise<void> {
    const back = named(await say(texts.back));
    while ((await field.inputValue()) !== '') await back.tap();
  }

  async function type(field: Locator, text: string): Promise<void> {
    await touch.press(field);
    await keys.waitFor();
    await clear(field);
    for (const run of text.match(RUNS) ?? []) {
      if (HAN.test(run)) await writeChinese(run);
      else for (const character of run) await writeCharacter(field, character);
    }
  }

  return {
    ...touch,
    type,
    async pick(field, word) {
      if ((await field.inputValue()) === word) return;
      await type(field, word);
      if ((await offered(field, word).count()) > 0) await offered(field, word).tap();
    },
  };
}

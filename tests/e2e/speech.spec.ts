// Reading aloud in a browser whose voice is a list: what is said, when it stops, and that it ends with the person.
import { expect, test, type Page } from 'playwright/test';
import { texts } from '../../renderer/text/texts.ts';
import { openStage, type Stage } from '../stage.ts';

const zh = 'zh-CN';

declare global {
  interface Window {
    spoken: string[];
    cancelled: number;
  }
}

let stage: Stage;
test.afterEach(() => stage.close());

/** The browser of a kiosk that has a voice of its own; `lang` is what it speaks. */
async function openWithVoice(page: Page, lang: string): Promise<void> {
  await page.addInitScript((language) => {
    window.spoken = [];
    window.cancelled = 0;
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [{ lang: language, localService: true, name: 'voice' }],
      speak: ({ text }: { text: string }) => void window.spoken.push(text),
      cancel: () => void (window.cancelled += 1),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  }, lang);
  stage = await openStage({});
  await page.goto(stage.http.launchUrl());
}

const aid = (page: Page) => page.getByRole('button', { name: texts.readAloud[zh] });

test('says every page while it is wanted, and is silent again when it is not', async ({ page }) => {
  await openWithVoice(page, 'zh-CN');
  await aid(page).click();
  await expect(aid(page)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => page.evaluate(() => window.spoken)).toEqual([texts.speakWelcome[zh]]);
  await page.getByRole('button', { name: texts.start[zh] }).click();
  await expect.poll(() => page.evaluate(() => window.spoken[1])).toBe(texts.whichMatter[zh]);
  const before = await page.evaluate(() => window.cancelled);
  await aid(page).click();
  await expect.poll(() => page.evaluate(() => window.cancelled)).toBeGreaterThan(before);
  const said = await page.evaluate(() => window.spoken.length);
  await page.getByRole('button', { name: texts.backHome[zh] }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.hello[zh]);
  expect(await page.evaluate(() => window.spoken.length)).toBe(said);
});

test('is not offered where there is no voice for the language', async ({ page }) => {
  await openWithVoice(page, 'en-GB');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.hello[zh]);
  await expect(aid(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: texts.readAloud.en })).toBeVisible();
});

// Of every kind of question some bad values on a real screen: the sentence above the field and in the summary, in Chinese; then
// the language is switched with the errors on the screen: the same in English, the value kept; then it is put right.
import { expect, test, type Page } from 'playwright/test';
import type { RawAnswer } from '../../domain/contract/answers.ts';
import type { Locale } from '../../domain/contract/text.ts';
import { texts } from '../../renderer/text/texts.ts';
import { said } from '../../ui/said.ts';
import { complaintsOf } from '../e2e/watch.ts';
import type { Stage } from '../stage.ts';
import { boxesOn, fillPage, onward, openEveryKind, passPage, standAt, WALKED, zh } from './on-screen.ts';
import { VALUES, type Bad } from './values.ts';

test.use({ actionTimeout: 5000, contextOptions: { reducedMotion: 'reduce' } });

/** Page → which of its bad values. */
const SAMPLES: Record<string, RawAnswer[]> = {
  name: ['杨', '杨雨禾😀', '杨\u202E雨禾', 'سلام'],
  residentId: ['520102199003070011', '520102900307001'],
  mobile: ['0851-85961234', '138😀'],
  line: ['', '蔡', '蔡\u2066家街', '𠮷'.repeat(21)],
  postcode: ['55000'],
  phone: ['12345'],
  email: ['a@b'],
  credit: ['91520103MA6DHHLO5B'],
  choice: [''],
  choices: [['red']],
  tick: [''],
  money: ['壹佰', '0.001', '1000000.01'],
  count: ['1.5', '6'],
  date: [
    { year: '2026', month: '2', day: '31' },
    { year: '26', month: '5', day: '1' },
  ],
  company:
    VALUES.find(({ page }) => page === 'company')
      ?.bad.filter(({ zh: sentence }) => /两个汉字|规范汉字/.test(sentence))
      .slice(0, 2)
      .map(({ given }) => given) ?? [],
};

let stage: Stage;
test.beforeAll(async () => {
  stage = await openEveryKind();
});
test.afterAll(() => stage.close());

function badOf(wanted: string, given: RawAnswer): Bad {
  const found = VALUES.find(({ page }) => page === wanted)?.bad.find(
    (bad) => JSON.stringify(bad.given) === JSON.stringify(given),
  );
  if (found === undefined) throw new Error(`values.ts has no ${JSON.stringify(given)} on ${wanted}`);
  return found;
}

/** The sentence stands above the field and in the summary, as the screen sets it in this language. */
async function expectSaid(page: Page, bad: Bad, locale: Locale): Promise<void> {
  const sentence = said({ 'zh-CN': bad.zh, en: bad.en }, locale);
  await expect(page.locator('.field__wrong').first()).toHaveText(sentence);
  await expect(page.getByRole('alert').locator('li')).toHaveText(sentence);
}

/** What stands in the boxes and which rows are pressed. */
const held = (page: Page) =>
  page
    .locator('.content')
    .evaluate((content) => [
      ...[...content.querySelectorAll('input')].map(({ value, checked }) => `${value} ${checked}`),
    ]);

async function switchLanguage(page: Page, from: Locale): Promise<Locale> {
  await page.getByRole('button', { name: texts.languageOther[from] }).click();
  return from === zh ? 'en' : zh;
}

test('every kind of question says what is wrong in both languages, and keeps what was typed', async ({
  page,
}) => {
  const complaints = await complaintsOf(page);
  await standAt({ stage, page }, 'name');
  for (const wanted of [...WALKED, 'company'])
    await test.step(wanted, async () => {
      if (wanted === 'company') await standAt({ stage, page }, wanted);
      // The next value is given in the language that the last one was switched to.
      let locale: Locale = zh;
      for (const given of SAMPLES[wanted] ?? []) {
        const bad = badOf(wanted, given);
        await fillPage(page, given);
        await onward(page).click();
        await expectSaid(page, bad, locale);
        const before = await held(page);
        locale = await switchLanguage(page, locale);
        await expectSaid(page, bad, locale);
        expect(await held(page)).toEqual(before);
      }
      if (locale !== zh) await switchLanguage(page, locale);
      await passPage(page, wanted);
    });
  expect(complaints).toEqual([]);
});

test('the language switched with an answer typed and not yet sent keeps it', async ({ page }) => {
  await standAt({ stage, page }, 'line');
  await fillPage(page, '蔡家街 26 号');
  await page.getByRole('button', { name: texts.languageOther[zh] }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Part line');
  await expect(boxesOn(page)).toHaveValue('蔡家街 26 号');
});

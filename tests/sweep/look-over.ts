// Everything that is measured on one page.
import type { Page } from 'playwright';
import type { Locale } from '../../domain/contract/text.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { axeFinds } from '../e2e/axe.ts';
import { faintAtAnyContrast, wrongAtAnySize, type Size } from '../e2e/every-look.ts';
import { chineseText, sharedNames } from '../e2e/measures.ts';
import { wrongFocus } from './focus.ts';
import { smallText } from './small-text.ts';

/** CSS px at each text size: the counter's, the usual one, the two of the elder mode (18 pt are 24 px). */
const LEAST_LETTERS: Record<Size, number> = { 1: 16, 2: 20, 3: 24, 4: 24 };

export interface Reader {
  locale: Locale;
  /** What is filled in: it stays as it is in any language. */
  answers: JsonObject;
}

/** What is wrong with the page as it stands, in words. Leaves it as it was. */
export async function lookOver(page: Page, { locale, answers }: Reader): Promise<string[]> {
  const small = (size: Size) => smallText(page, LEAST_LETTERS[size]);
  const chinese = locale === 'en' ? await chineseText(page) : [];
  return [
    ...(await axeFinds(page)).map((found) => `axe: ${found}`),
    ...(await faintAtAnyContrast(page)).map((words) => `faint, ${words}`),
    ...(await sharedNames(page)).map((name) => `name of two controls: ${name}`),
    ...chinese.filter((words) => !isData(words, answers)).map((words) => `Chinese: ${words}`),
    ...together(await wrongAtAnySize(page, { more: small })),
    ...(await wrongFocus(page)),
  ];
}

/** Names, addresses and numbers were typed, or come from the register. */
function isData(words: string, answers: JsonObject): boolean {
  const typed = JSON.stringify(answers);
  return [...words.matchAll(/[\p{Script=Han}·]+/gu)].every(([run]) => typed.includes(run));
}

/** The same thing in several looks is one thing: “portrait 3: …” and “landscape 3: …”. */
function together(wrong: readonly string[]): string[] {
  const looks = new Map<string, string[]>();
  for (const words of wrong) {
    const [look = '', ...rest] = words.split(': ');
    const what = rest.join(': ');
    looks.set(what, [...(looks.get(what) ?? []), look]);
  }
  return [...looks].map(([what, where]) => `${what} (${where.join(', ')})`);
}

// Every procedure that ships, driven by a citizen from the welcome page to the receipt, in both languages, typed and with
// a card on the reader; and what it cost them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright';
import { LOCALES, type Locale } from '../../domain/contract/text.ts';
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { blockIn, lay } from '../../main/devices/card-reader/laid-card.ts';
import { texts } from '../../renderer/text/texts.ts';
import { begin, confirm, goOnTo, sign, type Errand } from '../citizen/citizen.ts';
import { countingHand, type Tally } from '../citizen/counting-hand.ts';
import { facts } from '../citizen/facts.ts';
import type { Hand } from '../citizen/hand.ts';
import { heldBy } from '../citizen/held.ts';
import { touchHand } from '../citizen/touch-hand.ts';
import type { DemoCity } from './demo-city.ts';
import { DEMO_RECORDS } from '../city.ts';

export const WAYS = ['typed', 'card'] as const;
export type Way = (typeof WAYS)[number];

/** One citizen's errand, and what it cost. */
export interface Done extends Tally {
  procedure: string;
  locale: Locale;
  way: Way;
  pages: number;
  questions: number;
  seconds: number;
  number: string;
}

/** A procedure, the language and the way somebody goes through it. */
export interface DemoErrand {
  prepared: Prepared;
  locale: Locale;
  way: Way;
}

/** What an errand is run with. */
export interface Means {
  /** A finger unless it is given. */
  hand?: Hand;
  /** The name typed out, for whoever cannot draw it. */
  signsByTyping?: boolean;
  /** On every page before it is answered. */
  onPage?: (errand: Errand, screen: string) => Promise<void>;
  /** While the receipt is on the screen. */
  onReceipt?: () => Promise<void>;
}

/** Every errand there is: each procedure in each language, each way. */
export function errandsOf(procedures: readonly Prepared[]): DemoErrand[] {
  return procedures.flatMap((prepared) =>
    LOCALES.flatMap((locale) => WAYS.map((way) => ({ prepared, locale, way }))),
  );
}

/** Runs one errand and holds what arrived against what was wanted. Throws when anything differs. */
export async function runErrand(
  city: DemoCity,
  page: Page,
  { prepared, locale, way }: DemoErrand,
  today: string,
  { hand = touchHand(page), signsByTyping = false, onPage, onReceipt }: Means = {},
): Promise<Done> {
  const { id } = prepared.procedure;
  const answers = facts[id]?.(today);
  if (answers === undefined) throw new Error(`nobody has an errand for ${id}: give them facts`);
  const began = performance.now();
  const tally: Tally = { taps: 0, keys: 0 };
  const seen = { pages: 0, questions: 0 };
  await speak(page, locale);
  const who = applicantOf(prepared, answers);
  const errand: Errand = {
    page,
    hand: countingHand(hand, tally),
    locale,
    prepared,
    answers,
    ...(way === 'card' ? { layCard: () => layCardOf(city, who.number) } : {}),
    onPage: async (screen) => {
      seen.pages += 1;
      if (screen === 'questions') seen.questions += await page.locator('.question').count();
      await onPage?.(errand, screen);
    },
  };
  await begin(errand);
  await goOnTo(errand, 'confirm');
  const number = await (signsByTyping ? confirm(errand, who.name) : sign(errand));
  const seconds = Math.round((performance.now() - began) / 1000);
  await onReceipt?.();
  await city.drain();
  await compare(city, number, answers, way);
  await city.startOver();
  return { procedure: id, locale, way, ...tally, ...seen, seconds, number };
}

function applicantOf({ procedure: { identity } }: Prepared, answers: JsonObject) {
  const line = (place: string) => {
    const value = valueAt(answers, place);
    return typeof value === 'string' ? value : '';
  };
  return { name: line(identity.name), number: line(identity.number) };
}

/** The card of the demonstration that has this number on it. */
async function layCardOf({ readerFolder }: DemoCity, number: string): Promise<void> {
  const folder = join(DEMO_RECORDS, 'cards');
  const cards = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const card = cards.find((content) => content.includes(number));
  if (card === undefined) throw new Error(`no card of the demonstration has the number of the applicant`);
  const block = blockIn(card);
  if (!block.ok) throw new Error(block.error);
  await lay(readerFolder, block.value);
}

/** The welcome page speaks the language of the house until somebody chooses another. */
async function speak(page: Page, locale: Locale): Promise<void> {
  const start = (wanted: Locale) => page.getByRole('button', { name: texts.start[wanted], exact: true });
  await start('zh-CN').or(start('en')).waitFor();
  if (await start(locale).isVisible()) return;
  await page.getByRole('button', { name: texts.languageOther['zh-CN'] }).click();
  await start(locale).waitFor();
}

/** The platform holds it once, as it was wanted, and knows how it was established who applied. */
async function compare(city: DemoCity, number: string, answers: JsonObject, way: Way): Promise<void> {
  const found = (await heldBy(city.platformFolder)).filter(({ receiptNumber }) => receiptNumber === number);
  if (found.length !== 1) throw new Error(`the platform holds ${number} ${found.length} times`);
  const application = found[0]?.application;
  if (!isDeepStrictEqual(application?.answers, answers))
    throw new Error(`the answers of ${number} are not what was wanted`);
  const method = way === 'card' ? 'id-card' : 'typed';
  if (application?.identity.method !== method)
    throw new Error(`${number} says that identity was ${method} not`);
}

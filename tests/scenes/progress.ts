// Scenes of progress, mending and rating.
import { join } from 'node:path';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import type { Reasons } from '../../domain/correction/reasons.ts';
import { systemClock } from '../../lib/clock.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { yang } from '../builders/people.ts';
import type { City } from '../city.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { returnFor } from '../returned.ts';
import type { Scene } from '../stage.ts';

const { procedure } = await llc();

const REASONS: Reasons = [
  {
    at: '/company/name',
    why: {
      'zh-CN': '这个字号和本市已登记的一家公司太像，请换一个。',
      en: 'The trade name is too close to that of a company registered in this city. Please choose another.',
    },
  },
  {
    at: '/company/phone',
    why: {
      'zh-CN': '这个电话打不通，请核对。',
      en: 'This number cannot be reached. Please check it.',
    },
  },
];

async function handedIn({ send, network, kiosk }: City): Promise<ViewOf<'receipt'>> {
  network.become('fine');
  const receipt = await confirm(send, await fillIn(send, procedure, llcAnswers()));
  await kiosk.drain();
  return receipt;
}

async function find({ send }: City, text: string): Promise<View> {
  await ask(send, 'leave', null);
  const { page } = await ask(send, 'askProgress', null);
  return ask(send, 'findProgress', { page, number: text });
}

/** A returned case, found by what is on its receipt. */
async function returned(city: City, by: 'number' | 'qr'): Promise<View> {
  const receipt = await handedIn(city);
  const data = join(city.folder, 'platform');
  await returnFor({ data }, receipt.number, await placesOf(), systemClock.now());
  return find(city, receipt[by]);
}

/** The reasons whose places this version of the procedure asks. */
async function placesOf(): Promise<Reasons> {
  const asked = JSON.stringify(procedure.pages);
  return REASONS.filter(({ at }) => asked.includes(`"${at}"`));
}

async function toIdentity(city: City): Promise<View> {
  const { page } = await returned(city, 'qr');
  return ask(city.send, 'mend', { page });
}

async function toRating(city: City): Promise<View> {
  const { page } = await handedIn(city);
  return ask(city.send, 'finish', { page });
}

export const progressScenes: Scene[] = [
  { name: 'progress-returned', family: 'progress', enter: (city) => returned(city, 'qr') },
  { name: 'progress-returned-bare', family: 'progress', enter: (city) => returned(city, 'number') },
  {
    name: 'progress-offline',
    family: 'progress',
    async enter(city) {
      const { number } = await handedIn(city);
      city.network.become('down');
      return find(city, number);
    },
  },
  { name: 'mend-identity', family: 'progress', enter: toIdentity },
  {
    name: 'mend-identity-error',
    family: 'progress',
    async enter(city) {
      const { page } = await toIdentity(city);
      return ask(city.send, 'giveIdentity', { page, number: '520103198802291237' });
    },
  },
  {
    name: 'mend-check',
    family: 'progress',
    async enter(city) {
      const { page } = await toIdentity(city);
      return ask(city.send, 'giveIdentity', { page, number: String(yang.residentId) });
    },
  },
  { name: 'rating', family: 'progress', enter: toRating },
  {
    name: 'rating-chosen',
    family: 'progress',
    enter: toRating,
    async onScreen(page) {
      await page.locator('.choice--rating').nth(3).click();
      await page.locator('.button--text').click();
    },
  },
  {
    name: 'rating-given',
    family: 'progress',
    async enter(city) {
      const { page } = await toRating(city);
      const verdict = { level: 5, options: ['fast'], words: '', rater: null } as const;
      return ask(city.send, 'giveRating', { page, verdict: { ...verdict, options: [...verdict.options] } });
    },
  },
];

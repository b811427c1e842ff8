// A citizen rates the service: voluntarily, once for a case and stage, with or without a connection.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { In } from '../../domain/contract/kiosk-api.ts';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import { openSealingKey } from '../../lib/envelope-crypto.ts';
import { openRating } from '../../lib/rating-envelope.ts';
import { join } from 'node:path';
import { readFileSync, readdirSync } from 'node:fs';
import { libraryCard, readerAnswers } from '../builders/library-card.ts';
import { manualTime, type ManualTime } from '../fakes/manual-time.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { startLibraryCity, type LibraryCity } from '../library-city.ts';

let city: LibraryCity;
let time: ManualTime;

beforeEach(async () => {
  time = manualTime(new Date());
  city = await startLibraryCity({ clock: time.clock, timers: time.timers, kiosk: { printer: null } });
});
afterEach(() => city.stop());

type Verdict = In<'giveRating'>['verdict'];
const GOOD: Verdict = { level: 5, options: ['fast'], words: '', rater: null };

function as<S extends View['screen']>(view: View, screen: S): ViewOf<S> {
  if (view.screen !== screen) throw new Error(`not ${screen} but ${view.screen}`);
  return view as ViewOf<S>;
}

async function receipt(): Promise<ViewOf<'receipt'>> {
  return confirm(city.send, await fillIn(city.send, libraryCard, readerAnswers()));
}

async function offer(): Promise<ViewOf<'rating'>> {
  return as(await ask(city.send, 'finish', { page: (await receipt()).page }), 'rating');
}

/** What the platform holds, the oldest first. */
function ratings() {
  return city.look(async (store) => {
    const cases = await store.cases.list(null, null, 50);
    const all = await Promise.all(cases.map(({ division, id }) => store.ratings.ofCase(division, id)));
    return all.flat();
  });
}

it('offers five levels with nothing chosen, and arrives with what was chosen', async () => {
  const view = await offer();
  expect(view.levels.map(({ level }) => level)).toEqual([5, 4, 3, 2, 1]);
  expect(view).toMatchObject({ isGiven: false, leadsBack: false, longest: 500 });
  const given = await ask(city.send, 'giveRating', { page: view.page, verdict: GOOD });
  expect(given).toMatchObject({ screen: 'rating', isGiven: true });
  await city.kiosk.drain();
  expect(await ratings()).toMatchObject([
    {
      stage: 'hand-in',
      level: 5,
      catalogue: 'service',
      version: '2026.1',
      options: ['fast'],
      isNamed: false,
    },
  ]);
});

it('holds no identity in an anonymous one, and none in clear in a named one', async () => {
  const view = await offer();
  const rater = { name: '杨雨禾', phone: '138 0013 8000' };
  const verdict: Verdict = { level: 1, options: ['slow', 'told-twice'], words: '  跑了\n三趟 ', rater };
  await ask(city.send, 'giveRating', { page: view.page, verdict });
  await city.kiosk.drain();
  const [stored] = await ratings();
  if (stored === undefined) throw new Error('no rating arrived');
  const key = openSealingKey(join(city.folder, 'platform', 'sealing.key'));
  expect(openRating(stored.envelope, key)?.verdict).toEqual({ ...verdict, words: '跑了 三趟' });
  expect(stored.isNamed).toBe(true);
  // Neither on the kiosk's disk nor in the platform's database can anybody read it.
  for (const folder of ['kiosk', 'platform'])
    for (const name of readdirSync(join(city.folder, folder)).filter((file) => file.includes('.sqlite'))) {
      const bytes = readFileSync(join(city.folder, folder, name));
      expect([name, bytes.includes('三趟')]).toEqual([name, false]);
    }
  const events = await city.events();
  expect(JSON.stringify(events.at(-1))).not.toContain('138');
});

it('is given without a connection, and arrives once, after its application', async () => {
  city.network.become('down');
  const view = await offer();
  const press = () => ask(city.send, 'giveRating', { page: view.page, verdict: GOOD });
  await Promise.all([press(), press()]);
  await ask(city.send, 'leave', null);
  await city.kiosk.drain();
  city.network.become('reply-lost');
  time.pass(3_600_000);
  await city.kiosk.drain();
  city.network.become('fine');
  time.pass(3_600_000);
  await city.kiosk.drain();
  time.pass(3_600_000);
  await city.kiosk.drain();
  expect(await ratings()).toHaveLength(1);
  expect((await city.events()).map(({ kind }) => kind)).toEqual([
    'kiosk-enrolled',
    'case-opened',
    'task-opened',
    'task-opened',
    'rated',
  ]);
});

it('is left with one press, and leaves by itself when nobody touches it', async () => {
  const view = await offer();
  expect(await ask(city.send, 'leave', null)).toMatchObject({ screen: 'welcome' });
  await offer();
  time.pass(20_000 + 30_000);
  expect(await ask(city.send, 'look', null)).toMatchObject({ screen: 'welcome' });
  await city.kiosk.drain();
  expect(await ratings()).toEqual([]);
  expect(view.page).not.toBe('');
});

it('waits as long as on any page for somebody who is at it', async () => {
  await offer();
  await ask(city.send, 'noteActivity', null);
  time.pass(59_000);
  expect(await ask(city.send, 'arrange', {})).toMatchObject({ screen: 'rating' });
});

it('is asked for once for a case and stage, by this machine and by the platform', async () => {
  const { number, page } = await receipt();
  const view = as(await ask(city.send, 'finish', { page }), 'rating');
  await ask(city.send, 'giveRating', { page: view.page, verdict: GOOD });
  await ask(city.send, 'leave', null);
  await city.kiosk.drain();
  for (const { send } of [city, await city.anotherKiosk()]) {
    const asked = await ask(send, 'askProgress', null);
    const progress = as(await ask(send, 'findProgress', { page: asked.page, number }), 'progress');
    expect(progress.canRate).toBe(false);
    await ask(send, 'leave', null);
  }
});

it('of two kiosks that rate one stage before either arrives, the platform takes the first', async () => {
  const { number } = await city.apply();
  const other = await city.anotherKiosk();
  const pages = [];
  for (const send of [city.send, other.send]) {
    const asked = await ask(send, 'askProgress', null);
    const progress = as(await ask(send, 'findProgress', { page: asked.page, number }), 'progress');
    pages.push(as(await ask(send, 'rate', { page: progress.page }), 'rating').page);
  }
  await ask(city.send, 'giveRating', { page: pages[0] ?? '', verdict: GOOD });
  await city.kiosk.drain();
  await ask(other.send, 'giveRating', { page: pages[1] ?? '', verdict: { ...GOOD, level: 4, options: [] } });
  await other.kiosk.drain();
  expect(await ratings()).toMatchObject([{ level: 5 }]);
});

it.each<[string, Partial<Verdict>, string]>([
  ['an option of another level', { options: ['slow'] }, 'does not go with the level'],
  ['too many words', { words: '好'.repeat(501) }, 'at most 500'],
  ['a character that cannot be seen', { words: 'good\u202Ework' }, 'cannot be seen'],
  ['a name without a telephone', { rater: { name: '杨雨禾', phone: '' } }, 'telephone'],
  ['a telephone without a name', { rater: { name: ' ', phone: '13800138000' } }, 'name'],
])('does not take %s, and says why', async (_, wrong, says) => {
  const view = await offer();
  const again = await ask(city.send, 'giveRating', { page: view.page, verdict: { ...GOOD, ...wrong } });
  expect(as(again, 'rating').problem?.en).toContain(says);
  expect(again).toMatchObject({ isGiven: false });
});

it('counts words as people do, whatever plane their characters are in', async () => {
  const view = await offer();
  const words = '𬭎'.repeat(500);
  const given = await ask(city.send, 'giveRating', { page: view.page, verdict: { ...GOOD, words } });
  expect(given).toMatchObject({ isGiven: true });
});

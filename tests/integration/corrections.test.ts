// A case is returned for correction, and its applicant mends it at a kiosk: exactly what was named, once.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { join } from 'node:path';
import { readerAnswers } from '../builders/library-card.ts';
import { luo } from '../builders/people.ts';
import { ask, confirm } from '../fill-in.ts';
import { startLibraryCity, WHY, type LibraryCity } from '../library-city.ts';
import { startPostgres } from '../postgres.ts';

let city: LibraryCity;

beforeEach(async () => {
  city = await startLibraryCity({ kiosk: { printer: null } });
});
afterEach(() => city.stop());

const NUMBER = '520102199003070014';
const ADDRESS = [{ at: '/address', why: WHY }];

function as<S extends View['screen']>(view: View, screen: S): ViewOf<S> {
  if (view.screen !== screen) throw new Error(`not ${screen} but ${view.screen}: ${JSON.stringify(view)}`);
  return view as ViewOf<S>;
}

async function progressOf(text: string, send = city.send): Promise<ViewOf<'progress'>> {
  const { page } = await ask(send, 'askProgress', null);
  return as(await ask(send, 'findProgress', { page, number: text }), 'progress');
}

/** From the square of the receipt to the check page of the draft that mends it. */
async function toMend(qr: string, send = city.send): Promise<ViewOf<'check'>> {
  const progress = await progressOf(qr, send);
  const identity = as(await ask(send, 'mend', { page: progress.page }), 'mend-identity');
  return as(await ask(send, 'giveIdentity', { page: identity.page, number: NUMBER }), 'check');
}

async function mendAddress(check: ViewOf<'check'>, address: string, send = city.send) {
  const page = as(await ask(send, 'changeAnswer', { page: check.page, at: '/address' }), 'questions');
  const again = await ask(send, 'answerPage', { page: page.page, answers: { '/address': address } });
  return as(await ask(send, 'answerPage', { page: as(again, 'check').page, answers: {} }), 'confirm');
}

it('tells the bare number that it was returned, and only the receipt what for', async () => {
  const { number, qr } = await city.apply();
  await city.return(number, ADDRESS);
  const bare = await progressOf(number);
  expect(bare).toMatchObject({ canMend: false, canPrint: false, returned: { reasons: [] } });
  expect(bare.state.en).toBe('1 thing to correct');
  expect(bare.returned?.says.en).toContain('bring your receipt or card');
  expect(JSON.stringify(bare)).not.toContain(WHY.en);
  const proven = await progressOf(qr);
  expect(proven).toMatchObject({ canMend: true, canPrint: true });
  expect(proven.returned?.reasons).toEqual([{ title: { 'zh-CN': '地址', en: 'Address' }, why: WHY }]);
});

it('is mended where it was named and nowhere else, under a number of its own, in the same case', async () => {
  const { number, qr } = await city.apply();
  await city.return(number, ADDRESS);
  const check = await toMend(qr);
  const changes = check.sections.flatMap(({ rows }) => rows).map(({ at, change }) => [at, change]);
  expect(changes).toEqual([
    ['/reader/name', null],
    ['/reader/residentId', null],
    ['/reader/mobile', null],
    ['/delivery', null],
    ['/address', '/address'],
  ]);
  expect(check.mends).toMatchObject([{ why: WHY, change: '/address' }]);
  const receipt = await confirm(city.send, await mendAddress(check, '贵阳市云岩区蔡家街 28 号'));
  expect(receipt.number).not.toBe(number);
  await city.kiosk.drain();
  expect(await city.platform.caseNumbers()).toEqual([number]);
  const [held] = await heldBy(join(city.folder, 'platform'));
  expect(held?.application.answers).toEqual({ ...readerAnswers(), address: '贵阳市云岩区蔡家街 28 号' });
  expect(held?.application.corrects).toBe(number);
  await ask(city.send, 'leave', null);
  // Both numbers lead to the one case, which waits to be accepted again.
  for (const text of [number, receipt.number]) {
    const after = await progressOf(text);
    expect(after).toMatchObject({ returned: null, state: { en: 'Waiting to be accepted' } });
    expect(after.stages.map(({ title }) => title.en)).toContain('Correction received');
  }
  expect((await city.events()).map(({ kind }) => kind)).toEqual([
    'kiosk-enrolled',
    'case-opened',
    'task-opened',
    'task-opened',
    'task-returned',
    'answers-lent',
    'corrected',
  ]);
});

it('does not let the page of another answer be opened, nor that answer be smuggled in', async () => {
  const { number, qr } = await city.apply();
  await city.return(number, ADDRESS);
  const check = await toMend(qr);
  const same = await ask(city.send, 'changeAnswer', { page: check.page, at: '/reader/mobile' });
  expect(same.screen).toBe('check');
  const page = as(
    await ask(city.send, 'changeAnswer', { page: same.screen === 'check' ? same.page : '', at: '/address' }),
    'questions',
  );
  const answers = { '/address': '贵阳市云岩区蔡家街 28 号', '/reader/mobile': '13900139000' };
  const after = as(await ask(city.send, 'answerPage', { page: page.page, answers }), 'check');
  const mobile = after.sections.flatMap(({ rows }) => rows).find(({ at }) => at === '/reader/mobile');
  expect(mobile?.value?.en).not.toContain('139');
});

it('asks what a change opens, and takes no longer what it hides', async () => {
  const { number, qr } = await city.apply();
  await city.return(number, [{ at: '/delivery', why: WHY }]);
  const check = await toMend(qr);
  const page = as(await ask(city.send, 'changeAnswer', { page: check.page, at: '/delivery' }), 'questions');
  const again = as(
    await ask(city.send, 'answerPage', { page: page.page, answers: { '/delivery': 'counter' } }),
    'check',
  );
  const ready = as(await ask(city.send, 'answerPage', { page: again.page, answers: {} }), 'confirm');
  await confirm(city.send, ready);
  await city.kiosk.drain();
  const [held] = await heldBy(join(city.folder, 'platform'));
  const { address: _, ...rest } = readerAnswers();
  expect(held?.application.answers).toEqual({ ...rest, delivery: 'counter' });
});

it('lends nothing to another identity number, and after five wrong ones nothing at all', async () => {
  const { number, qr } = await city.apply();
  await city.return(number, ADDRESS);
  const progress = await progressOf(qr);
  let view = as(await ask(city.send, 'mend', { page: progress.page }), 'mend-identity');
  for (let tries = 0; tries < 5; tries += 1) {
    view = as(
      await ask(city.send, 'giveIdentity', { page: view.page, number: luo.residentId }),
      'mend-identity',
    );
    expect(view.problem?.en).toContain('not the identity number');
  }
  view = as(await ask(city.send, 'giveIdentity', { page: view.page, number: NUMBER }), 'mend-identity');
  expect(view.problem?.en).toContain('too many wrong numbers');
  expect((await city.events()).filter(({ kind }) => kind === 'loan-refused')).toHaveLength(5);
});

it('takes a correction once: of two kiosks that mend the same return, the second is refused', async () => {
  const { number, qr } = await city.apply();
  await city.return(number, ADDRESS);
  const other = await city.anotherKiosk();
  const [first, second] = [await toMend(qr), await toMend(qr, other.send)];
  await confirm(city.send, await mendAddress(first, '贵阳市云岩区蔡家街 28 号'));
  await confirm(other.send, await mendAddress(second, '贵阳市云岩区蔡家街 30 号', other.send));
  await city.kiosk.drain();
  await other.kiosk.drain();
  const [held] = await heldBy(join(city.folder, 'platform'));
  expect(held?.application.answers['address']).toBe('贵阳市云岩区蔡家街 28 号');
  expect(await ask(other.send, 'leave', null)).toMatchObject({ screen: 'welcome' });
  const stopped = (await city.events()).filter(({ kind }) => kind === 'submission-refused');
  expect(stopped.map(({ body }) => body)).toMatchObject([{ because: 'correction-late' }]);
});

it('arrives once when the answer to it is lost, and when confirm is pressed twice', async () => {
  const { number, qr } = await city.apply();
  await city.return(number, ADDRESS);
  const ready = await mendAddress(await toMend(qr), '贵阳市云岩区蔡家街 28 号');
  const press = () => ask(city.send, 'submit', { page: ready.page, typedName: ready.applicant });
  city.network.become('reply-lost');
  const [one, other] = await Promise.all([press(), press()]);
  expect(other).toMatchObject({ screen: 'receipt', page: as(one, 'receipt').page });
  await city.kiosk.drain();
  city.network.become('fine');
  await city.kiosk.drain();
  const kinds = (await city.events()).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'corrected')).toHaveLength(1);
  expect(kinds).not.toContain('submission-refused');
});

it('says so honestly when the answers cannot be fetched, and goes on when they can', async () => {
  const { number, qr } = await city.apply();
  await city.return(number, ADDRESS);
  const progress = await progressOf(qr);
  const identity = as(await ask(city.send, 'mend', { page: progress.page }), 'mend-identity');
  city.network.become('down');
  const held = as(
    await ask(city.send, 'giveIdentity', { page: identity.page, number: NUMBER }),
    'mend-identity',
  );
  expect(held.problem?.en).toContain('cannot be reached');
  city.network.become('fine');
  as(await ask(city.send, 'giveIdentity', { page: held.page, number: NUMBER }), 'check');
});

it('leads back from the check page to the progress it came from, and forgets all of it at the end', async () => {
  const { number, qr } = await city.apply();
  await city.return(number, ADDRESS);
  const check = await toMend(qr);
  expect(await ask(city.send, 'goBack', { page: check.page })).toMatchObject({
    screen: 'progress',
    canMend: true,
  });
  await ask(city.send, 'leave', null);
  expect(await ask(city.send, 'look', null)).toMatchObject({ screen: 'welcome' });
});

it('does the same on PostgreSQL, and lends and rates there too', async () => {
  const postgres = await startPostgres();
  const own = await startLibraryCity({ database: await postgres.newDatabase(), kiosk: { printer: null } });
  try {
    const { number, qr } = await own.apply();
    await own.return(number, ADDRESS);
    const ready = await mendAddress(await toMend(qr, own.send), '贵阳市云岩区蔡家街 28 号', own.send);
    const { page } = await confirm(own.send, ready);
    const offer = as(await ask(own.send, 'finish', { page }), 'rating');
    expect(offer.asks.en).toBe('How did mending it go?');
    const verdict = { level: 3 as const, options: ['could-be-faster'], words: '', rater: null };
    await ask(own.send, 'giveRating', { page: offer.page, verdict });
    await own.kiosk.drain();
    const kinds = (await own.events()).map(({ kind }) => kind);
    expect(kinds.slice(-4)).toEqual(['task-returned', 'answers-lent', 'corrected', 'rated']);
    const again = (await own.look((store) => store.cases.list('waiting-for-acceptance', null, 5)))[0];
    expect(again?.receiptNumber).toBe(number);
  } finally {
    await own.stop();
    await postgres.stop();
  }
}, 120_000);

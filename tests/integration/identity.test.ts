// Who the applicant is, from the card on the reader to what the departments may rely on: a whole city, a real reader's bytes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import type { IdentityCard } from '../../domain/identity-card/card.ts';
import type { RawAnswers } from '../../domain/contract/answers.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { DEMO_RECORDS } from '../../scripts/city.ts';
import { expiredCard, luosCard, oldForeignCard, yangsCard } from '../builders/cards.ts';
import { layCard, SIMULATED, takeCard } from '../builders/laid-card.ts';
import { lendingCard } from '../builders/lending-card.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { yang } from '../builders/people.ts';
import { startCity, type City, type CityOptions } from '../city.ts';
import { ask } from '../fill-in.ts';
import { until } from '../until.ts';

let procedures: string;
let city: City;
const TODAY = /^\d{4}-\d{2}-\d{2}$/;

beforeAll(() => {
  procedures = writeProcedures(mkdtempSync(join(tmpdir(), 'onewindow-lending-')), lendingCard);
});
afterAll(() => rmSync(procedures, { recursive: true, force: true }));
afterEach(() => city.stop());

async function open({ config = {}, ...options }: CityOptions = {}): Promise<void> {
  const cardReader = SIMULATED;
  city = await startCity({
    printer: null,
    records: DEMO_RECORDS,
    procedures,
    config: { cardReader, ...config },
    ...options,
  });
  // The link is known once the platform was asked.
  await city.kiosk.drain();
}

const begin = () => ask(city.send, 'beginApplication', { procedure: lendingCard.id });

/** The view that the kiosk showed last, asked or unasked. */
function shown(): View | null {
  const told = city.events.flatMap((event) => (event.name === 'view' ? [event.payload] : []));
  return told.at(-1) ?? null;
}

async function untilShown<S extends View['screen']>(
  screen: S,
  holds: (view: ViewOf<S>) => boolean = () => true,
): Promise<ViewOf<S>> {
  const is = (view: View | null): view is ViewOf<S> => view?.screen === screen && holds(view as ViewOf<S>);
  await until(() => is(shown()));
  const view = shown();
  if (!is(view)) throw new Error('the view went by');
  return view;
}

function identityIn(view: View): ViewOf<'identity'> {
  if (view.screen !== 'identity') throw new Error(`no identity step but ${view.screen}`);
  return view;
}

/** Goes through the step with a card, and says what comes after it. */
async function withCard(consent: boolean, card: IdentityCard = yangsCard): Promise<ViewOf<'questions'>> {
  const { page } = identityIn(await begin());
  const lay = identityIn(await ask(city.send, 'readIdentity', { page, consent }));
  expect(lay.step).toBe('lay');
  await layCard(city, card);
  return untilShown('questions');
}

const answer = (view: View, answers: RawAnswers) =>
  ask(city.send, 'answerPage', { page: view.page, answers });

/** From the first question after the step to the receipt, answering what is asked. */
async function finish(view: View): Promise<void> {
  let next = view;
  for (let pages = 0; next.screen !== 'confirm' && pages < 10; pages += 1)
    next = await answer(next, {
      '/reader/name': yang.name ?? '',
      '/reader/residentId': yang.residentId ?? '',
      '/reader/mobile': '13900139000',
      '/delivery': 'courier',
      '/address': '中华北路 1 号',
    });
  await ask(city.send, 'submit', { page: next.page, typedName: String(yang.name) });
  await city.kiosk.drain();
}

async function arrived() {
  const [held] = await heldBy(join(city.folder, 'platform'));
  if (held === undefined) throw new Error('nothing arrived');
  return held.application;
}

it('asks nothing about identity where there is no reader', async () => {
  await open({ config: { cardReader: { kind: 'none' } } });
  expect((await begin()).screen).toBe('questions');
});

it('offers the card with and without records, and typing; nothing is chosen beforehand', async () => {
  await open();
  const view = identityIn(await begin());
  expect(view.step).toBe('choose');
  expect(view.ways.map(({ by, consent }) => [by, consent])).toEqual([
    ['card', true],
    ['card', false],
    ['typing', false],
  ]);
  expect(view.records.map(({ title }) => title['zh-CN'])).toEqual(['公安：手机号码', '自然资源：地址']);
  expect(view.records.every(({ why }) => why.en !== '')).toBe(true);
});

it('passes over what the card and the records answer, and seals where each answer came from', async () => {
  await open();
  const first = await withCard(true);
  expect(first.questions.map(({ at }) => at)).toEqual(['/delivery']);
  await finish(first);
  const application = await arrived();
  expect(application.identity).toEqual({ method: 'id-card' });
  expect(application.consents).toEqual(['population', 'premises']);
  expect(application.answers).toMatchObject({ reader: yang, address: '蔡家街 26 号 1 层 3 号' });
  expect(application.sources).toEqual([
    { place: '/reader/name', source: 'id-card', on: expect.stringMatching(TODAY) as string },
    { place: '/reader/residentId', source: 'id-card', on: expect.stringMatching(TODAY) as string },
    { place: '/reader/mobile', source: 'population', on: '2026-11-20' },
    { place: '/address', source: 'premises', on: '2026-11-20' },
  ]);
});

it('asks for no record without consent, and asks the citizen instead', async () => {
  await open();
  const first = await withCard(false);
  expect(first.questions.map(({ at, value }) => [at, value])).toEqual([
    ['/reader/name', yang.name],
    ['/reader/residentId', yang.residentId],
    ['/reader/mobile', null],
  ]);
  await finish(first);
  const application = await arrived();
  expect(application.consents).toBeUndefined();
  expect(application.sources?.map(({ source }) => source)).toEqual(['id-card', 'id-card']);
  expect(application.identity).toEqual({ method: 'id-card' });
});

it('says in the application that it was typed, when it was', async () => {
  await open();
  const { page } = await begin();
  const first = await ask(city.send, 'typeIdentity', { page, consent: false });
  expect(first.screen).toBe('questions');
  await finish(first);
  const application = await arrived();
  expect([application.identity, application.sources, application.consents]).toEqual([
    { method: 'typed' },
    undefined,
    undefined,
  ]);
});

it('takes an answer that the citizen changes for the citizen’s own', async () => {
  await open();
  let view: View = await withCard(true);
  view = await answer(view, { '/delivery': 'counter' });
  expect(view.screen).toBe('check');
  view = await ask(city.send, 'changeAnswer', { page: view.page, at: '/reader/mobile' });
  const { name, residentId } = yang;
  view = await answer(view, {
    '/reader/name': name ?? '',
    '/reader/residentId': residentId ?? '',
    '/reader/mobile': '13900139000',
  });
  await finish(view);
  const application = await arrived();
  expect(application.sources?.map(({ place }) => place)).toEqual(['/reader/name', '/reader/residentId']);
});

it('does not vouch with a card for a number that was written over it', async () => {
  await open();
  const first = await withCard(false);
  let view = await answer(first, {
    '/reader/name': '罗清源',
    '/reader/residentId': '520103198802291237',
    '/reader/mobile': '13900139000',
  });
  view = await answer(view, { '/delivery': 'counter' });
  view = await answer(view, {});
  await ask(city.send, 'submit', { page: view.page, typedName: '罗清源' });
  await city.kiosk.drain();
  expect((await arrived()).identity).toEqual({ method: 'typed' });
});

it.each([
  ['expired', expiredCard, '过期'],
  ['with a number of fifteen characters', oldForeignCard, '15 位'],
])('refuses a card %s with a sentence, and takes the next one', async (_what, card, says) => {
  await open();
  const { page } = await begin();
  await ask(city.send, 'readIdentity', { page, consent: false });
  await layCard(city, card);
  const refused = await untilShown('identity', ({ problem }) => problem !== null);
  expect(refused.problem?.['zh-CN']).toContain(says);
  await takeCard(city);
  await untilShown('identity', ({ problem }) => problem === null);
  await layCard(city, yangsCard);
  await untilShown('questions');
});

it('asks at once when the card is taken away, and takes it back when the card is', async () => {
  await open();
  await withCard(false);
  await takeCard(city);
  const asked = () => city.events.filter(({ name }) => name === 'idle').at(-1)?.payload;
  await until(() => asked() !== undefined);
  expect(asked()).toEqual({ seconds: 20, because: 'card-removed' });
  await layCard(city, yangsCard);
  await until(() => asked() === null);
});

it('refuses another card in the middle of an application with a sentence', async () => {
  await open();
  const first = await withCard(false);
  await layCard(city, luosCard);
  const told = await untilShown('questions', ({ notice }) => notice !== undefined);
  expect([told.page, told.notice?.['zh-CN']]).toEqual([first.page, expect.stringContaining('不是刚才那张')]);
});

it('does not read a card that the last person forgot for the next one', async () => {
  await open();
  await withCard(false);
  await ask(city.send, 'leave', null);
  const { page } = await begin();
  const lay = identityIn(await ask(city.send, 'readIdentity', { page, consent: true }));
  expect(lay.state?.says['zh-CN']).toContain('有一张身份证');
  await takeCard(city);
  await untilShown('identity', ({ problem }) => problem === null);
  await layCard(city, luosCard);
  const first = await untilShown('questions');
  expect(JSON.stringify(first)).not.toContain(String(yang.residentId));
});

it('offers no records while the platform is not reached, and says so', async () => {
  await open();
  city.network.become('down');
  await city.kiosk.drain();
  const view = identityIn(await begin());
  expect(view.step).toBe('lay');
  expect(view.hold?.en).toContain('network is down');
  await layCard(city, yangsCard);
  await untilShown('questions');
});

it('goes on without the records when they do not come, and says so', async () => {
  await open();
  const { page } = await begin();
  await ask(city.send, 'readIdentity', { page, consent: true });
  city.network.become('down');
  await layCard(city, yangsCard);
  const first = await untilShown('questions');
  expect(first.notice?.['zh-CN']).toContain('没有取到');
  expect(first.questions.map(({ at }) => at)).toContain('/reader/mobile');
});

it('leads back from the reader to the choice, and from there to the guide', async () => {
  await open();
  const { page } = await begin();
  const lay = await ask(city.send, 'readIdentity', { page, consent: true });
  const choice = identityIn(await ask(city.send, 'goBack', { page: lay.page }));
  expect(choice.step).toBe('choose');
  expect((await ask(city.send, 'goBack', { page: choice.page })).screen).toBe('guide');
});

it('keeps nothing of a card on the disk or in the log', async () => {
  await open();
  await withCard(true);
  await ask(city.send, 'leave', null);
  await takeCard(city);
  await city.kiosk.stop();
  const { readdirSync, readFileSync, statSync } = await import('node:fs');
  const files = readdirSync(join(city.folder, 'kiosk'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(city.folder, 'kiosk', name))
    .filter((path) => statSync(path).isFile());
  for (const path of files)
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect([path, readFileSync(path).includes(Buffer.from(String(yang.residentId), encoding))]).toEqual([
        path,
        false,
      ]);
  await city.restartKiosk();
});

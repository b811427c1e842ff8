// How far an application is: by number, by the receipt's square, by card; with a connection and without.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { writeTextBlock } from '../../domain/identity-card/text-block.ts';
import { lay } from '../../main/devices/card-reader/laid-card.ts';
import { libraryCard, readerAnswers } from '../builders/library-card.ts';
import { yangsCard } from '../builders/cards.ts';
import { yang } from '../builders/people.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { startLibraryCity, WHY, type LibraryCity } from '../library-city.ts';

let city: LibraryCity;
let cards: string;

beforeEach(async () => {
  city = await startLibraryCity({ cardReader: { kind: 'simulator', folder: 'cards' } });
  cards = join(city.folder, 'kiosk', 'cards');
});
afterEach(() => city.stop());

function as<S extends View['screen']>(view: View, screen: S): ViewOf<S> {
  if (view.screen !== screen) throw new Error(`not ${screen} but ${view.screen}: ${JSON.stringify(view)}`);
  return view as ViewOf<S>;
}

async function layCard(): Promise<void> {
  const block = writeTextBlock(yangsCard);
  if (!block.ok) throw new Error('the card cannot be written');
  await lay(cards, block.value);
}

async function find(text: string, send = city.send): Promise<View> {
  const { page } = await ask(send, 'askProgress', null);
  return ask(send, 'findProgress', { page, number: text });
}

it('tells a waiting application from this machine, and an arrived one from the platform, in words with dates', async () => {
  city.network.become('down');
  const { number } = await confirm(city.send, await fillIn(city.send, libraryCard, readerAnswers()));
  await ask(city.send, 'leave', null);
  await city.kiosk.drain();
  const held = as(await find(number), 'progress');
  expect(held.stages.map(({ state }) => state)).toEqual(['done', 'waiting']);
  expect(held).toMatchObject({ limit: null, canRate: false, documents: [] });
  city.network.become('fine');
  await city.kiosk.drain();
  await city.kiosk.drain();
  await ask(city.send, 'leave', null);
  const told = as(await find(number), 'progress');
  expect(told.state.en).toBe('Waiting to be accepted');
  expect(told.stages.map(({ title, state }) => [title.en, state])).toEqual([
    ['Received at the kiosk', 'done'],
    ['Received by the city platform', 'done'],
    ['Make the card', 'now'],
    ['Send it', 'to-come'],
    ['Sent to you by courier', 'to-come'],
  ]);
  expect(told.stages[2]?.note?.en).toContain('has to accept it');
  expect(told.stages[3]?.note?.en).toBe('Waits for Make the card');
  expect(told.documents).toMatchObject([
    { title: { en: 'Photograph' }, due: { en: expect.stringMatching(/^By /) as string } },
  ]);
});

it('says what this machine knows while the platform cannot be reached, and that it is not all', async () => {
  const { number } = await city.apply();
  city.network.become('down');
  const view = as(await find(number), 'progress');
  expect(view.stages.map(({ title }) => title.en)).toEqual([
    'Received at the kiosk',
    'Received by the city platform',
  ]);
  expect(view.limit?.en).toContain('what this machine knows');
});

it('reads the square of a receipt, and refuses one that no kiosk of ours has signed', async () => {
  const { number, qr } = await city.apply();
  expect(await find(` ${qr}\n`)).toMatchObject({
    screen: 'progress',
    number,
    canPrint: true,
    printedAt: null,
  });
  const other = await city.anotherKiosk();
  const there = as(await find(qr, other.send), 'progress');
  expect(there).toMatchObject({ number, canPrint: false });
  // The paper is made of what only the first machine has; the other one says which that is.
  expect(there.printedAt?.en).toContain('Yunyan District, kiosk 1');
  expect(as(await find(number, other.send), 'progress').printedAt).toBeNull();
  const body = qr.slice(0, qr.lastIndexOf('.'));
  const forged = `${body}.${newSigningKey().sign('receipt', Buffer.from(body))}`;
  await ask(city.send, 'leave', null);
  expect(await find(forged)).toMatchObject({
    screen: 'ask-progress',
    problem: { en: expect.stringContaining('was not printed by one of our machines') as string },
  });
  // What could not be read is not shown again whole: it may be anything that was scanned.
  expect(as(await find('x'.repeat(300)), 'ask-progress').number).toHaveLength(60);
});

it('finds a person’s applications by the card on the reader, with all that the receipt would tell', async () => {
  const { number } = await city.apply();
  await city.return(number, [{ at: '/address', why: WHY }]);
  const { page } = await ask(city.send, 'askProgress', null);
  const none = as(await ask(city.send, 'findProgressByCard', { page }), 'ask-progress');
  expect(none.problem?.en).toContain('could not be read');
  await layCard();
  const found = as(await ask(city.send, 'findProgressByCard', { page: none.page }), 'progress');
  expect(found).toMatchObject({ number, canMend: true, canPrint: true });
  expect(found.returned?.reasons).toHaveLength(1);
  // The card has just said who stands here: nothing more is asked.
  expect(await ask(city.send, 'mend', { page: found.page })).toMatchObject({ screen: 'check' });
  const seen = (await city.events()).filter(({ kind }) => kind === 'cases-found-by-card');
  expect(seen.map(({ body }) => body)).toEqual([{ cases: 1 }]);
});

it('lets a person with several choose, and leads back to the list', async () => {
  const first = await city.apply();
  await city.apply();
  await layCard();
  const { page } = await ask(city.send, 'askProgress', null);
  const list = as(await ask(city.send, 'findProgressByCard', { page }), 'cases');
  expect(list.cases).toHaveLength(2);
  const one = as(await ask(city.send, 'openProgress', { page: list.page, index: 1 }), 'progress');
  expect(one.number).toBe(first.number);
  expect(await ask(city.send, 'goBack', { page: one.page })).toMatchObject({ screen: 'cases' });
});

it('never puts the identity number into an index: the platform’s database does not have it', async () => {
  await city.apply();
  const number = Buffer.from(String(yang.residentId));
  for (const name of readdirSync(join(city.folder, 'platform')).filter((file) => file.includes('.sqlite')))
    expect([name, readFileSync(join(city.folder, 'platform', name)).includes(number)]).toEqual([name, false]);
});

it('prints the receipt again for whoever holds it, counted, and not for the bare number', async () => {
  const { number, qr } = await city.apply();
  const bare = as(await find(number), 'progress');
  expect(bare).toMatchObject({ canPrint: false, print: null });
  expect(await ask(city.send, 'reprint', { page: bare.page })).toMatchObject({ print: null });
  await ask(city.send, 'leave', null);
  const mine = as(await find(qr), 'progress');
  expect(mine.canPrint).toBe(true);
  expect(await ask(city.send, 'reprint', { page: mine.page })).toMatchObject({
    screen: 'progress',
    print: { copy: 2 },
  });
  await city.kiosk.drain();
  expect(await ask(city.send, 'arrange', {})).toMatchObject({
    print: { copy: 2, state: 'sent-to-printer' },
  });
});

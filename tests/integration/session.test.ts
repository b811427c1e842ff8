// One citizen after the other at one kiosk: nothing is doubled, nothing of the last person stays.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../main/config.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { databaseFile, openStore } from '../../main/store/store.ts';
import { join } from 'node:path';
import { llcAnswers } from '../builders/llc-application.ts';
import { startCity, type City } from '../city.ts';
import { manualTime, type ManualTime } from '../fakes/manual-time.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';

let city: City;
let time: ManualTime;

beforeEach(async () => {
  time = manualTime(new Date());
  city = await startCity({ clock: time.clock, timers: time.timers, printer: null });
});
afterEach(() => city.stop());

const { procedure } = await llc();

/** What a kiosk that has ended wrote down, the oldest first. */
async function readJournal(folder: string): Promise<[string, string][]> {
  const db = openSqlite(databaseFile(folder));
  const entries = await db<{ kind: string; body: string }>('journal').orderBy('position');
  await db.destroy();
  return entries.map(({ kind, body }) => [kind, body]);
}

async function firstPage() {
  const view = await ask(city.send, 'beginApplication', { procedure: procedure.id });
  if (view.screen !== 'questions') throw new Error(view.screen);
  return view;
}

it('changes nothing when a page that has moved on is answered again', async () => {
  const first = await firstPage();
  const wrong = await ask(city.send, 'answerPage', { page: first.page, answers: {} });
  expect(wrong).toMatchObject({ screen: 'questions', page: first.page });
  expect('problems' in wrong && wrong.problems.length).toBeGreaterThan(0);
  const back = await ask(city.send, 'goBack', { page: first.page });
  expect(back.screen).toBe('guide');
  expect(await ask(city.send, 'answerPage', { page: first.page, answers: {} })).toMatchObject({
    screen: 'guide',
    page: back.page,
  });
});

it('makes one submission of two presses, of Back afterwards, and of two windows', async () => {
  const page = await fillIn(city.send, procedure, llcAnswers());
  const press = () => ask(city.send, 'submit', { page: page.page, typedName: page.applicant });
  const [one, other] = await Promise.all([press(), press()]);
  expect(one.screen).toBe('receipt');
  expect(other).toMatchObject({ screen: 'receipt', page: one.page });
  expect(await ask(city.send, 'goBack', { page: one.page })).toMatchObject({ screen: 'receipt' });
  expect(await ask(city.send, 'goBack', { page: page.page })).toMatchObject({ screen: 'receipt' });
  expect(await press()).toMatchObject({ screen: 'receipt', page: one.page });
  await city.kiosk.drain();
  expect(await city.platform.caseNumbers()).toHaveLength(1);
});

it('takes no other name than the applicant’s under the declaration', async () => {
  const page = await fillIn(city.send, procedure, llcAnswers());
  for (const typedName of ['', '   ', `${page.applicant}某`, '<script>']) {
    const view = await ask(city.send, 'submit', { page: page.page, typedName });
    expect(view).toMatchObject({
      screen: 'confirm',
      problems: [{ at: '/typedName', code: 'confirm/name-differs' }],
    });
  }
  expect((await confirm(city.send, page)).screen).toBe('receipt');
});

it('changes the language on any page without losing what was answered', async () => {
  const page = await fillIn(city.send, procedure, llcAnswers());
  const back = await ask(city.send, 'goBack', { page: page.page });
  const english = await ask(city.send, 'arrange', { locale: 'en' });
  expect(english).toMatchObject({ screen: 'check', page: back.page, appearance: { locale: 'en' } });
  expect({ ...english, appearance: null, revision: 0 }).toEqual({ ...back, appearance: null, revision: 0 });
  expect(english.revision).toBeGreaterThan(back.revision);
});

it('asks after a minute, clears half a minute later, and remembers nothing', async () => {
  await firstPage();
  city.events.length = 0;
  time.pass(DEFAULT_CONFIG.idle.warnAfterSeconds * 1000 - 1);
  expect(city.events).toEqual([]);
  time.pass(1);
  expect(city.events).toEqual([{ name: 'idle', payload: { seconds: 30 } }]);
  time.pass(30_000);
  expect(city.events.at(-1)).toEqual({ name: 'ended', payload: null });
  expect(await ask(city.send, 'look', null)).toMatchObject({ screen: 'welcome' });
});

it('waits twice as long in large type, and a touch starts the clock again', async () => {
  await firstPage();
  await ask(city.send, 'arrange', { size: 3 });
  city.events.length = 0;
  time.pass(119_000);
  await ask(city.send, 'noteActivity', null);
  time.pass(119_000);
  expect(city.events).toEqual([]);
  time.pass(1000);
  expect(city.events).toEqual([{ name: 'idle', payload: { seconds: 30 } }]);
  await ask(city.send, 'stillHere', null);
  expect(city.events.at(-1)).toEqual({ name: 'idle', payload: null });
});

it('a screen that was reloaded comes back to the same page behind a question', async () => {
  const page = await firstPage();
  expect(await ask(city.send, 'look', null)).toMatchObject({ screen: 'still-there', seconds: 30 });
  // Whoever has not said so sees nothing and changes nothing.
  expect(await ask(city.send, 'answerPage', { page: page.page, answers: {} })).toMatchObject({
    screen: 'still-there',
  });
  expect(await ask(city.send, 'stillHere', null)).toEqual({
    ...page,
    revision: expect.any(Number) as number,
  });
});

it('a reloaded screen that nobody answers is cleared', async () => {
  await firstPage();
  await ask(city.send, 'look', null);
  time.pass(30_000);
  expect(city.events.at(-1)).toEqual({ name: 'ended', payload: null });
  expect(await ask(city.send, 'look', null)).toMatchObject({ screen: 'welcome' });
});

it('a window that is lost in the middle comes back behind a question, and is cleared if no window comes', async () => {
  const page = await firstPage();
  city.kiosk.windowLost('page-crashed');
  expect(await ask(city.send, 'answerPage', { page: page.page, answers: {} })).toMatchObject({
    screen: 'still-there',
    seconds: 30,
  });
  expect(await ask(city.send, 'stillHere', null)).toEqual({
    ...page,
    revision: expect.any(Number) as number,
  });
  city.kiosk.windowLost('page-crashed');
  await ask(city.send, 'status', null);
  await ask(city.send, 'checkAnswer', { page: page.page, at: '/x', value: '' });
  time.pass(30_000);
  expect(city.events.at(-1)).toEqual({ name: 'ended', payload: null });
  expect(await ask(city.send, 'look', null)).toMatchObject({ screen: 'welcome' });
});

it('out of service clears everything, answers every press with that page, and ends with the welcome page', async () => {
  const page = await firstPage();
  city.kiosk.close();
  const closed = { screen: 'closed', code: 'K-02' };
  expect(await ask(city.send, 'look', null)).toMatchObject(closed);
  expect(await ask(city.send, 'answerPage', { page: page.page, answers: {} })).toMatchObject(closed);
  expect(await ask(city.send, 'beginApplication', { procedure: procedure.id })).toMatchObject(closed);
  expect(await ask(city.send, 'openMatter', { procedure: procedure.id })).toMatchObject(closed);
  expect(await ask(city.send, 'arrange', { locale: 'en' })).toMatchObject({
    ...closed,
    appearance: { locale: 'en' },
  });
  city.events.length = 0;
  city.kiosk.reopen();
  expect(await ask(city.send, 'look', null)).toMatchObject({
    screen: 'welcome',
    appearance: { locale: 'zh-CN' },
  });
  expect(city.events.at(-1)).toMatchObject({ name: 'view', payload: { screen: 'welcome' } });
});

it('puts into the journal that the window was lost, that it closed and that it opened again', async () => {
  city.kiosk.windowLost('page-hung');
  city.kiosk.close();
  city.kiosk.reopen();
  await city.kiosk.stop();
  const journal = await readJournal(join(city.folder, 'kiosk'));
  expect(journal.slice(-3)).toEqual([
    ['window-lost', '{"state":"page-hung"}'],
    ['closed', '{"code":"K-02"}'],
    ['reopened', '{"code":"K-02"}'],
  ]);
});

it('leaving clears language, text size and draft', async () => {
  await firstPage();
  await ask(city.send, 'arrange', { locale: 'en', size: 4, contrast: 'dark', lowReach: true });
  const view = await ask(city.send, 'leave', null);
  expect(view).toMatchObject({
    screen: 'welcome',
    appearance: { locale: 'zh-CN', size: 2, contrast: 'off', speech: false, lowReach: false },
  });
});

it('counts how people get on with questions, and never what they answer', async () => {
  const first = await firstPage();
  await ask(city.send, 'answerPage', { page: first.page, answers: {} });
  await ask(city.send, 'goBack', { page: first.page });
  await firstPage();
  await ask(city.send, 'leave', null);
  await city.kiosk.stop();
  const opened = await openStore(join(city.folder, 'kiosk'));
  if (!opened.ok) throw new Error(opened.error.code);
  const counts = await opened.value.questionCounts.all();
  await opened.value.close();
  const place = first.questions[0]?.at;
  const events = counts
    .filter(({ question }) => question === place)
    .map(({ event, count }) => [event, count]);
  expect(Object.fromEntries(events)).toEqual({ shown: 2, wrong: 1, back: 1, left: 1 });
  expect(Object.keys(counts[0] ?? {}).toSorted()).toEqual([
    'count',
    'day',
    'event',
    'procedure',
    'question',
    'version',
  ]);
});

it('reprints as often as the city allows, counted, and then sends people to the staff', async () => {
  await city.stop();
  city = await startCity({ config: { reprints: 1 } });
  const receipt = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await city.kiosk.drain();
  const again = await ask(city.send, 'reprint', { page: receipt.page });
  expect(again).toMatchObject({ print: { copy: 2 } });
  await city.kiosk.drain();
  expect(await city.send('reprint', { page: receipt.page })).toEqual({
    ok: false,
    error: { code: 'reprint-limit' },
  });
});

it('says before the first question that storage is short, and never after the last', async () => {
  await city.stop();
  city = await startCity({
    config: { storage: { minFreeMegabytes: 1_000_000, reserveMegabytes: 1 } },
    printer: null,
  });
  expect(await ask(city.send, 'beginApplication', { procedure: procedure.id })).toMatchObject({
    screen: 'guide',
    closed: { en: /short of storage/ },
  });
});

it('finds nothing under a number that was copied wrongly, and says so', async () => {
  const page = await ask(city.send, 'askProgress', null);
  const view = await ask(city.send, 'findProgress', { page: page.page, number: '520103-K001-1-0001-0' });
  expect(view).toMatchObject({ screen: 'ask-progress', problem: { en: /That number is not right/ } });
});

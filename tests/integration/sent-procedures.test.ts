// A procedure on its way down: published at the platform while everything runs, fetched, checked and kept by the kiosk,
// and offered from the next session on.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { View } from '../../domain/contract/views.ts';
import { systemClock } from '../../lib/clock.ts';
import { withSent } from '../../main/admin/procedures.ts';
import { openStore } from '../../main/store/store.ts';
import { openPlatformKey, openPlatformStore } from '../../platform/platform.ts';
import { obeyProcedures, readProceduresCommand } from '../../platform/published/command.ts';
import { enrolOnce } from '../../scripts/city.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { startCity, type City } from '../city.ts';
import { ask, confirm, fillIn, nextPress } from '../fill-in.ts';
import { llc, SHIPPED, shippedShelf } from '../llc.ts';

const LLC = 'business-registration-llc';
const NEXT = '2099.1';
let city: City;
let folder: string;

beforeEach(async () => {
  city = await startCity({ printer: null });
  folder = mkdtempSync(join(tmpdir(), 'onewindow-published-'));
  for (const part of ['catalogues', 'parts', 'calendar', `${LLC}.json`])
    cpSync(join(SHIPPED, part), join(folder, part), { recursive: true });
});
afterEach(async () => {
  await city.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The shipped registration of a company with another number and name. */
function write(version = NEXT, title = 'The new registration'): void {
  const path = join(folder, `${LLC}.json`);
  const procedure = JSON.parse(readFileSync(path, 'utf8')) as { version: string; title: { en: string } };
  writeFileSync(path, JSON.stringify({ ...procedure, version, title: { ...procedure.title, en: title } }));
}

/** `npm run platform -- procedures …`, while the platform runs. */
async function command(words: string[], values: { division?: string; grace?: string } = {}) {
  const data = join(city.folder, 'platform');
  const asked = readProceduresCommand(words, { from: folder, ...values });
  if (!asked.ok) throw new Error(asked.error);
  const store = await openPlatformStore(data, null);
  const parts = { store, clock: systemClock, signingKey: openPlatformKey(data) };
  const done = await obeyProcedures(parts, asked.value);
  await store.close();
  return done;
}

async function offered(): Promise<string | undefined> {
  const view = await ask(city.send, 'begin', null);
  if (view.screen !== 'matters') throw new Error(`no matters but ${view.screen}`);
  const title = view.occasions.flatMap(({ matters }) => matters).find(({ procedure }) => procedure === LLC)
    ?.title.en;
  await ask(city.send, 'leave', null);
  return title;
}

async function inKiosk<T>(work: (store: Awaited<ReturnType<typeof opened>>) => Promise<T>): Promise<T> {
  const store = await opened();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function opened() {
  const store = await openStore(join(city.folder, 'kiosk'), { reclaim: false });
  if (!store.ok) throw new Error(store.error.code);
  return store.value;
}

/** What the platform opened these cases by. */
async function versionsOf(...numbers: string[]) {
  const store = await openPlatformStore(join(city.folder, 'platform'), null);
  const found = await Promise.all(numbers.map((number) => store.cases.byReceiptNumber('520103', number)));
  await store.close();
  return found.map((one) => one?.version);
}

async function toConfirm(from: View) {
  const { procedure } = await llc();
  let view = from;
  while (view.screen !== 'confirm') view = await nextPress(city.send, view, llcAnswers(), procedure);
  return view;
}

it('N18: forms sent down mid-session: it ends with the version it began with, the next one starts with the new', async () => {
  const { procedure } = await llc();
  write();
  const view = await ask(city.send, 'beginApplication', { procedure: LLC });
  expect(await command(['publish', LLC])).toMatchObject({ ok: true });
  await city.kiosk.drain();
  // It is here, and this session does not see it.
  expect(await inKiosk((store) => store.sentProcedures.all())).toMatchObject([{ version: NEXT }]);
  const first = await confirm(city.send, await toConfirm(view));
  await ask(city.send, 'leave', null);

  expect(await offered()).toBe('The new registration');
  const second = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await ask(city.send, 'leave', null);
  await city.kiosk.drain();
  expect(await city.platform.caseNumbers()).toEqual([first.number, second.number]);
  expect(await versionsOf(first.number, second.number)).toEqual([procedure.version, NEXT]);
});

it('what was sent is there after a restart without a network, and a version that is withdrawn is not offered', async () => {
  const { procedure } = await llc();
  write();
  await command(['publish', LLC]);
  await city.kiosk.drain();
  city.network.become('down');
  await city.restartKiosk();
  expect(await offered()).toBe('The new registration');
  const kiosk = join(city.folder, 'kiosk');
  const shelf = await withSent(kiosk, await shippedShelf());
  expect(shelf.latest(LLC)?.procedure.version).toBe(NEXT);
  city.network.become('fine');
  await command(['withdraw', LLC, NEXT]);
  await city.kiosk.drain();
  expect(await offered()).toBe(procedure.title.en);
  // Both are taken: what came with the program, and what is begun before the grace is over.
  const receipt = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await city.kiosk.drain();
  expect(await city.platform.caseNumbers()).toEqual([receipt.number]);
});

it('takes of a withdrawn version what was finished in time, however late it arrives', async () => {
  const { procedure } = await llc();
  write();
  await command(['publish', LLC]);
  await city.kiosk.drain();
  city.network.become('down');
  const inTime = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await ask(city.send, 'leave', null);
  await command(['withdraw', LLC, NEXT], { grace: '0' });
  // This kiosk cannot know of it.
  const late = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await ask(city.send, 'leave', null);
  city.network.become('fine');
  await city.kiosk.drain();
  expect(await city.platform.caseNumbers()).toEqual([inTime.number]);
  const answered = await inKiosk((store) => store.submissions.byReceiptNumber(late.number));
  expect(answered).toMatchObject({ state: 'quarantined', trouble: 'unknown-procedure' });
});

it('is for the division it is published for, and a kiosk that is enrolled later is told as well', async () => {
  write();
  await command(['publish', LLC], { division: '520102' });
  await city.kiosk.drain();
  expect(await offered()).not.toBe('The new registration');
  await command(['publish', LLC], { division: '520103' });
  const later = join(city.folder, 'later');
  await enrolOnce(later, city.network.url, () => city.platform.issueEnrolmentCode('520103'));
  const enrolled = await openStore(later, { reclaim: false });
  if (!enrolled.ok) throw new Error(enrolled.error.code);
  const after = await enrolled.value.enrolment.newsPosition();
  await enrolled.value.close();
  const store = await openPlatformStore(join(city.folder, 'platform'), null);
  const kiosks = await store.kiosks.list(null, 10);
  const told = await Promise.all(kiosks.map((kiosk) => store.notices.behind(kiosk, after, 10)));
  await store.close();
  expect(told.map(({ notices }) => notices.length).toSorted()).toEqual([0, 1]);
  await city.kiosk.drain();
  expect(await offered()).toBe('The new registration');
});

it('refuses at the platform what no kiosk would take', async () => {
  write();
  await command(['publish', LLC]);
  write(NEXT, 'Other words');
  expect(await command(['publish', LLC])).toMatchObject({ ok: false, error: /other words/ });
  write('2098.1');
  expect(await command(['publish', LLC])).toMatchObject({ ok: false, error: /a later version/ });
  await command(['withdraw', LLC, NEXT]);
  write();
  expect(await command(['publish', LLC])).toMatchObject({ ok: false, error: /was withdrawn/ });
  expect(await command(['withdraw', 'no-such-matter', NEXT])).toMatchObject({ ok: false });
});

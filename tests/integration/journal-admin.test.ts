// IT asks a kiosk that is running whether its journal stands and whether the platform has everything.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportJournal, verifyJournal } from '../../main/admin/journal.ts';
import type { AdminArguments } from '../../main/admin/start.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { startCity, type City } from '../city.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';

let city: City;
let given: AdminArguments;

beforeAll(async () => {
  city = await startCity();
  const folder = join(city.folder, 'kiosk');
  given = {
    words: [],
    folder,
    configFile: join(folder, 'kiosk.config.json'),
    platform: undefined,
    code: undefined,
    limit: 50,
  };
});
afterAll(() => city.stop());

async function submitOne(): Promise<void> {
  const { procedure } = await llc();
  await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await ask(city.send, 'leave', null);
}

it('says what was given out, what is on its way and what the platform holds', async () => {
  await submitOne();
  await city.kiosk.drain();
  expect(await verifyJournal(given)).toMatchObject({
    code: 0,
    value: { ok: true, broken: null, altered: [] },
  });
  expect(await reportJournal(given)).toMatchObject({
    code: 0,
    value: { verdict: 'level', last: 1, acknowledged: 1, told: { gapFreeUpTo: 1, highest: 1 }, about: null },
  });

  city.network.become('down');
  await submitOne();
  const alone = await reportJournal(given);
  expect(alone).toMatchObject({ value: { verdict: null, last: 2, waiting: 1, told: null } });
  expect([alone.code, alone.lines.at(-1)]).toEqual([1, 'not compared: the platform cannot be reached']);
  city.network.become('fine');
  expect(await reportJournal(given)).toMatchObject({
    code: 0,
    value: { verdict: 'on-its-way', about: { sequence: 2, state: 'queued' } },
  });
});

// IT asks a kiosk that is running whether its journal stands and whether the platform has everything.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { backUp, restore } from '../../main/admin/backup.ts';
import { reportJournal, verifyJournal } from '../../main/admin/journal.ts';
import type { AdminArguments } from '../../main/admin/start.ts';
import { createKiosk, type Kiosk } from '../../main/kiosk.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { startCity, type City } from '../city.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { TEST_CONFIG } from '../test-config.ts';

let city: City;
let given: AdminArguments;

beforeEach(async () => {
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
afterEach(() => city.stop());

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
  // The kiosk sends meanwhile: the one may be anywhere on its way, and is never missing.
  const after = await reportJournal(given);
  expect(after).toMatchObject({ code: 0, value: { last: 2, told: {} } });
  expect(['level', 'on-its-way']).toContain((after.value as { verdict: string }).verdict);
});

/** The kiosk is ended, a copy of its data is put back, and somebody starts it again. */
async function putBack(file: string, work: (kiosk: Kiosk, screen: () => Promise<unknown>) => Promise<void>) {
  await city.kiosk.stop();
  expect(await restore({ ...given, words: ['restore', file] })).toMatchObject({ code: 0 });
  const config = { ...TEST_CONFIG, sync: { ...TEST_CONFIG.sync, checkEverySeconds: 3600 } };
  const kiosk = await createKiosk({ folder: given.folder, config, log: silentLog });
  try {
    await work(kiosk, async () => {
      const reply = await kiosk.dispatch('look', null);
      return reply.ok ? reply.value : reply.error;
    });
  } finally {
    await kiosk.stop();
  }
}

async function backedUp(): Promise<string> {
  const { code, value } = await backUp({ ...given, words: ['backup'] });
  expect(code).toBe(0);
  return (value as { file: string }).file;
}

it('serves nobody after an older copy was put back, and gives no number out twice', async () => {
  await submitOne();
  const file = await backedUp();
  await submitOne();
  await city.kiosk.drain();
  city.network.become('down');
  await putBack(file, async (kiosk, screen) => {
    await kiosk.drain();
    expect(await screen()).toMatchObject({ screen: 'closed', code: 'S-05' });
    city.network.become('fine');
    await kiosk.drain();
    expect(await screen()).toMatchObject({ screen: 'closed', code: 'S-06' });
    // A window that came back does not open it.
    kiosk.reopen();
    expect(await screen()).toMatchObject({ screen: 'closed', code: 'S-06' });
    expect(await reportJournal(given)).toMatchObject({
      code: 1,
      value: { verdict: 'fork', last: 1, told: { gapFreeUpTo: 2, highest: 2 } },
    });
  });
  expect(await city.platform.caseNumbers()).toHaveLength(2);
});

it('serves again after a copy was put back that knows every number', async () => {
  await submitOne();
  await city.kiosk.drain();
  await putBack(await backedUp(), async (kiosk, screen) => {
    await kiosk.drain();
    expect(await screen()).toMatchObject({ screen: 'welcome' });
  });
});

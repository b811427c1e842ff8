// What the platform tells its kiosks: other keys, a wish for another key of theirs, a new list of staff.
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../lib/clock.ts';
import { silentLog } from '../../lib/log.ts';
import { openSigningKey } from '../../lib/keys.ts';
import { piecesOf } from '../../lib/procedures/sent.ts';
import { openStore } from '../../main/store/store.ts';
import { obeyKiosk } from '../../platform/enrolment/kiosk-command.ts';
import { obeyKeys } from '../../platform/keys-command.ts';
import { wishNewKeys } from '../../platform/keys.ts';
import {
  openPlatform,
  openPlatformKey,
  openPlatformStore,
  type OpenPlatform,
} from '../../platform/platform.ts';
import { tell } from '../../platform/news/tell.ts';
import type { Store } from '../../platform/store/store.ts';
import { publish } from '../../platform/published/publish.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { breeds, dogLicence } from '../builders/procedure.ts';
import { employ, gu, shows, signIn, zhou } from '../builders/staff.ts';
import { startCity, type City } from '../city.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc, shippedShelf } from '../llc.ts';

let city: City;
let data: string;
let again: OpenPlatform | null = null;

beforeEach(async () => {
  city = await startCity({ printer: null });
  data = join(city.folder, 'platform');
});
afterEach(async () => {
  await city.kiosk.stop();
  await again?.stop();
  again = null;
  await city.stop();
});

async function submitOne(): Promise<string> {
  const { procedure } = await llc();
  const receipt = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await ask(city.send, 'leave', null);
  return receipt.number;
}

async function inPlatform<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openPlatformStore(data, null);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Ends the platform and starts it at the same address. */
async function restartPlatform(): Promise<OpenPlatform> {
  const port = Number(new URL(city.platform.url).port);
  await (again ?? city.platform).stop();
  const shelf = await shippedShelf();
  again = await openPlatform({
    folder: data,
    port,
    database: null,
    consoleFolder: null,
    log: silentLog,
    shelf,
  });
  return again;
}

async function pinned(): Promise<{ signing: string; sealing: string; news: number }> {
  const opened = await openStore(join(city.folder, 'kiosk'), { reclaim: false });
  if (!opened.ok) throw new Error(opened.error.code);
  const enrolment = await opened.value.enrolment.get();
  const news = await opened.value.enrolment.newsPosition();
  await opened.value.close();
  return { signing: enrolment?.platformSigningKey ?? '', sealing: enrolment?.sealingKeyId ?? '', news };
}

it('a kiosk learns other keys of the platform while it runs, and what waits under the old ones arrives', async () => {
  city.network.become('down');
  const first = await submitOne();
  const before = await pinned();
  const wished = wishNewKeys(data);
  const platform = await restartPlatform();
  // Nobody has taken the notice: the old keys are needed, and said to be.
  expect((await inPlatform((store) => obeyKeys(store, data, false))).join('\n')).toMatch(
    /still needed by 520103-K001-1/,
  );

  city.network.become('fine');
  await city.kiosk.drain();
  await city.kiosk.drain();
  const after = await pinned();
  expect([after.signing, after.sealing]).toEqual([openPlatformKey(data).publicKey, wished.sealing]);
  expect(after.sealing).not.toBe(before.sealing);
  const second = await submitOne();
  await city.kiosk.drain();
  expect(await platform.caseNumbers()).toEqual([first, second]);
  // The cursor that confirms it goes up with the next question.
  await city.kiosk.drain();
  expect((await inPlatform((store) => obeyKeys(store, data, false))).at(-1)).toBe(
    'no kiosk needs those before any more; cases that were sealed to them do',
  );
});

it('a kiosk that missed two changes follows both, each signed with the key before', async () => {
  city.network.become('down');
  wishNewKeys(data);
  await restartPlatform();
  wishNewKeys(data);
  await restartPlatform();
  expect(readdirSync(join(data, 'old-keys'))).toHaveLength(4);
  city.network.become('fine');
  await city.kiosk.drain();
  expect((await pinned()).signing).toBe(openPlatformKey(data).publicKey);
  expect(await ask(city.send, 'status', null)).toMatchObject({ link: 'online' });
});

it('a change of keys that was cut short between its steps goes on at the next start, and is told once', async () => {
  wishNewKeys(data);
  const next = openSigningKey(join(data, 'signing.key.next'));
  await restartPlatform();
  expect(openPlatformKey(data).fingerprint).toBe(next.fingerprint);
  // As if the power had gone before the last rename.
  renameSync(join(data, 'signing.key'), join(data, 'signing.key.next'));
  const [old = ''] = readdirSync(join(data, 'old-keys')).filter((name) => name.startsWith('signing.'));
  renameSync(join(data, 'old-keys', old), join(data, 'signing.key'));
  await restartPlatform();
  expect(openPlatformKey(data).fingerprint).toBe(next.fingerprint);
  expect(await inPlatform((store) => store.notices.lastPosition())).toBe(1);
  await city.kiosk.drain();
  expect((await pinned()).signing).toBe(next.publicKey);
});

it('a kiosk enrolled after a change has nothing to learn of it', async () => {
  wishNewKeys(data);
  const platform = await restartPlatform();
  const { enrolKiosk } = await import('../builders/platform-kiosk.ts');
  const kiosk = await enrolKiosk(platform.url, await platform.issueEnrolmentCode('520103'));
  expect(kiosk.enrolled).toMatchObject({ signingKey: openPlatformKey(data).publicKey, news: 1 });
});

it('a kiosk that is told to change its key does so, and confirms what it read', async () => {
  const file = join(city.folder, 'kiosk', 'kiosk.key');
  const before = openSigningKey(file).fingerprint;
  const signingKey = openPlatformKey(data);
  await inPlatform((store) =>
    obeyKiosk({ store, clock: systemClock, signingKey }, { do: 'renew-key', kiosk: '520103-K001' }),
  );
  await city.kiosk.drain();
  await city.kiosk.drain();
  expect(openSigningKey(file).fingerprint).not.toBe(before);
  expect(existsSync(`${file}.next`)).toBe(false);
  expect(await inPlatform((store) => store.notices.readers())).toMatchObject([{ position: 1 }]);
});

it('a kiosk that waits for news has the new list of staff without asking for it', async () => {
  await city.kiosk.drain();
  const [clerk] = await inPlatform(async (store) => {
    const employed = await employ(store, [zhou, gu]);
    await store.transaction((stores) => tell(stores, openPlatformKey(data), { kind: 'staff' }));
    return employed;
  });
  await city.kiosk.drain();
  shows(await signIn(city.send, { number: clerk?.number ?? '', pin: zhou.pin }), 'staff-desk');
});

it('a kiosk takes a procedure that was told of before other keys were, and then those', async () => {
  city.network.become('down');
  const pieces = piecesOf(dogLicence(), [breeds()]);
  const published = await inPlatform((store) =>
    publish({ store, signingKey: openPlatformKey(data), clock: systemClock }, pieces, null),
  );
  expect(published).toMatchObject({ ok: true });
  wishNewKeys(data);
  await restartPlatform();
  city.network.become('fine');
  await city.kiosk.drain();
  expect((await pinned()).signing).toBe(openPlatformKey(data).publicKey);
  const opened = await openStore(join(city.folder, 'kiosk'), { reclaim: false });
  if (!opened.ok) throw new Error(opened.error.code);
  expect(await opened.value.sentProcedures.all()).toEqual([pieces.named]);
  await opened.value.close();
});

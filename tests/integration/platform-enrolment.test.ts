// How the platform makes a machine a kiosk, and how often somebody may guess.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { platformPaths, type EnrolmentRequest } from '../../domain/contract/platform-api.ts';
import { newSigningKey, type SigningKey } from '../../lib/keys.ts';
import { issueCode } from '../../platform/enrolment/enrolment.ts';
import { openPlatformKey } from '../../platform/platform.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { enrolKiosk, sealItem, send } from '../builders/platform-kiosk.ts';
import { manualTime, type ManualTime } from '../fakes/manual-time.ts';
import { openDesk, signedRequest, type Desk } from '../platform-desk.ts';

const HOUR_MS = 3_600_000;
let time: ManualTime;
let desk: Desk;

beforeEach(async () => {
  time = manualTime(new Date('2026-11-24T02:00:00.000Z'));
  desk = await openDesk({ clock: time.clock });
});
afterEach(() => desk.stop());

async function ask(request: EnrolmentRequest, key: SigningKey, keyId = key.fingerprint) {
  const url = new URL(platformPaths.enrol, desk.platform.url).href;
  const signed = await signedRequest(url, keyId, key, {
    body: JSON.stringify(request),
    at: time.clock.now(),
  });
  const response = await fetch(url, signed);
  return { status: response.status, body: (await response.json()) as { code?: string; kiosk?: string } };
}

async function tryCode(code: string, key = newSigningKey()) {
  return ask(
    { code: code.replaceAll('-', '').slice(0, 12), publicKey: key.publicKey, software: 'test' },
    key,
  );
}

/** A code for a machine that replaces a kiosk. */
async function codeFor(kiosk: string): Promise<string> {
  const signingKey = openPlatformKey(desk.folder);
  const issued = await desk.look((store) =>
    issueCode({ store, signingKey, clock: time.clock }, '520103', kiosk),
  );
  if (!issued.ok) throw new Error(issued.error);
  return issued.value;
}

it('writes a code in groups that survive the telephone', async () => {
  expect(await desk.platform.issueEnrolmentCode('520103')).toMatch(
    /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/,
  );
});

it('makes each code one kiosk, with a number of its own and a place', async () => {
  const [first, second, elsewhere] = [
    await desk.newKiosk(),
    await desk.newKiosk(),
    await desk.newKiosk('520181'),
  ];
  expect(first.enrolled).toMatchObject({
    division: '520103',
    code: 'K001',
    generation: '1',
    place: { office: { 'zh-CN': '云岩区政务服务大厅' }, kiosk: { en: 'Kiosk 1' } },
  });
  expect(second.enrolled.code).toBe('K002');
  expect(elsewhere.enrolled).toMatchObject({ division: '520181', code: 'K001' });
  expect((await desk.events()).map(({ kind }) => kind)).toEqual(['kiosk-enrolled', 'kiosk-enrolled']);
});

it('takes a code once', async () => {
  const code = await desk.platform.issueEnrolmentCode('520103');
  expect(await tryCode(code)).toMatchObject({ status: 201 });
  expect(await tryCode(code)).toEqual({ status: 403, body: { code: 'code-unknown' } });
});

it('takes a code once even when two machines hold it at the same moment', async () => {
  const code = await desk.platform.issueEnrolmentCode('520103');
  const answers = await Promise.all([1, 2, 3, 4].map(() => tryCode(code)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 403, 403, 403]);
});

it('takes a code for a day', async () => {
  const [soon, late] = [
    await desk.platform.issueEnrolmentCode('520103'),
    await desk.platform.issueEnrolmentCode('520103'),
  ];
  time.pass(24 * HOUR_MS - 1);
  expect(await tryCode(soon)).toMatchObject({ status: 201 });
  time.pass(1);
  expect(await tryCode(late)).toMatchObject({ status: 403 });
});

it('keeps no code anywhere, only what it is recognised by', async () => {
  const code = await desk.platform.issueEnrolmentCode('520103');
  const secret = code.replaceAll('-', '').slice(0, 12);
  const kept = await desk.look((store) => store.enrolmentCodes.use(secret, 'x', '2026-11-24T02:00:00.000Z'));
  expect(kept).toBeNull();
  await tryCode(code);
  await tryCode(code);
  expect(desk.logged()).not.toContain(secret);
});

it('lets nobody guess for long, and lets others in meanwhile be', async () => {
  const code = await desk.platform.issueEnrolmentCode('520103');
  for (let guess = 0; guess < 10; guess += 1)
    expect(await tryCode('0000-0000-0000')).toMatchObject({ status: 403 });
  expect(await tryCode('0000-0000-0000')).toEqual({ status: 429, body: { code: 'busy' } });
  expect(await tryCode(code)).toMatchObject({ status: 429 });
  time.pass(10 * 60_000);
  expect(await tryCode(code)).toMatchObject({ status: 201 });
});

it('enrols a key only for whoever has it', async () => {
  const code = (await desk.platform.issueEnrolmentCode('520103')).replaceAll('-', '').slice(0, 12);
  const [mine, theirs] = [newSigningKey(), newSigningKey()];
  const request = { code, publicKey: theirs.publicKey, software: 'test' };
  expect(await ask(request, mine, theirs.fingerprint)).toEqual({
    status: 401,
    body: { code: 'signature-wrong' },
  });
  expect(await ask(request, mine)).toMatchObject({ status: 401 });
  expect(await ask({ ...request, publicKey: 'AAAA' }, mine)).toMatchObject({ status: 401 });
  expect(await ask(request, theirs)).toMatchObject({ status: 201 });
});

it('gives a rebuilt machine its old number and the next generation, and both may still hand in', async () => {
  const old = await desk.newKiosk();
  const rebuilt = await enrolKiosk(desk.platform.url, await codeFor('K001'), { clock: time.clock });
  expect(rebuilt.enrolled).toMatchObject({ code: 'K001', generation: '2' });
  expect(rebuilt.enrolled.kiosk).not.toBe(old.enrolled.kiosk);
  const prepared = preparedLibraryCard();
  const [left, first] = [old, rebuilt].map((kiosk) =>
    sealItem(kiosk, prepared, 1, readerAnswers(), {}, time.clock.now()),
  );
  if (left === undefined || first === undefined) throw new Error('nothing sealed');
  expect(await send(old, left)).toMatchObject([{ result: 'taken' }]);
  expect(await send(rebuilt, first)).toMatchObject([{ result: 'taken' }]);
  expect(new Set(await desk.platform.caseNumbers()).size).toBe(2);
});

it('says why there can be no code', async () => {
  await expect(desk.platform.issueEnrolmentCode('520114')).rejects.toThrow('division-unknown');
  await expect(codeFor('K007')).rejects.toThrow('kiosk-unknown');
});

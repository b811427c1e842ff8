// The platform's doors: who is let in, who is turned away, and in which words.
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BATCH_BYTES, MEDIA_TYPE, platformPaths } from '../../domain/contract/platform-api.ts';
import { Refusal } from '../../domain/contract/refusals.ts';
import { receiptNumber } from '../../domain/submission/receipt-number.ts';
import { nonceOf, verifyResponse } from '../../lib/http-signature.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { silentLog } from '../../lib/log.ts';
import { compile } from '../../lib/schema.ts';
import { openPlatform } from '../../platform/platform.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { sealItem, type PlatformKiosk } from '../builders/platform-kiosk.ts';
import { openDesk, signedRequest, type Desk } from '../platform-desk.ts';

let desk: Desk;
let kiosk: PlatformKiosk;

beforeEach(async () => {
  desk = await openDesk();
  kiosk = await desk.newKiosk();
});
afterEach(() => desk.stop());

const isRefusal = compile(Refusal);
const urlOf = (path: string) => new URL(path, desk.platform.url).href;
const batch = () => {
  const { receiptNumber: _, ...item } = sealItem(kiosk, preparedLibraryCard(), 1, readerAnswers());
  return JSON.stringify({ items: [item] });
};

/** What came back, once its signature over this request's nonce was checked. */
async function answerTo(
  path: string,
  request: RequestInit,
): Promise<{ status: number; code: string | null }> {
  const response = await fetch(urlOf(path), request);
  const body = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  const nonce = nonceOf(request.headers as Record<string, string>);
  const isSigned = await verifyResponse(
    { status: response.status, headers, body },
    nonce,
    kiosk.enrolled.signingKey,
  );
  expect(isSigned).toBe(true);
  expect(headers['content-type']?.split(';')[0]).toBe(MEDIA_TYPE);
  const value: unknown = JSON.parse(body.toString());
  return { status: response.status, code: isRefusal(value) ? value.code : null };
}

const own = () => [kiosk.enrolled.kiosk, kiosk.key] as const;
const changed = (request: RequestInit, headers: Record<string, string>): RequestInit => ({
  ...request,
  headers: { ...(request.headers as Record<string, string>), ...headers },
});

it('answers a kiosk that signs', async () => {
  const request = await signedRequest(urlOf(platformPaths.submissions), ...own(), { body: batch() });
  expect(await answerTo(platformPaths.submissions, request)).toEqual({ status: 200, code: null });
});

it('N17: answers a request once', async () => {
  const request = await signedRequest(urlOf(platformPaths.time), ...own(), { method: 'GET' });
  expect(await answerTo(platformPaths.time, request)).toEqual({ status: 200, code: null });
  expect(await answerTo(platformPaths.time, request)).toEqual({ status: 401, code: 'signature-wrong' });
});

it('N17: answers no request again after a restart, which a memory alone would have forgotten', async () => {
  const path = platformPaths.helpCalls;
  const request = await signedRequest(urlOf(path), ...own(), { body: '{}' });
  const { port } = new URL(desk.platform.url);
  expect(await answerTo(path, request)).toEqual({ status: 200, code: null });
  await desk.restart();
  // The same bytes at the new address, under the name that was signed.
  expect(await statusAt(path, request, `127.0.0.1:${port}`)).toBe(401);
  expect(desk.logged()).toContain('"code":"signature-wrong"');
});

it('N17: answers a request once although two platforms share the database', async () => {
  const other = await openPlatform({
    folder: desk.folder,
    port: 0,
    database: null,
    consoleFolder: null,
    procedures: join(desk.folder, 'procedures'),
    log: silentLog,
  });
  try {
    const path = platformPaths.helpCalls;
    const host = new URL(desk.platform.url).host;
    const ports = [desk.platform.url, other.url].map((url) => Number(new URL(url).port));
    const request = await signedRequest(urlOf(path), ...own(), { body: '{}' });
    const both = await Promise.all(ports.map((port) => statusAt(path, request, host, port)));
    expect(both.toSorted()).toEqual([200, 401]);
  } finally {
    await other.stop();
  }
});

/** Sends it by hand, because fetch lets nobody choose the host it names. */
function statusAt(
  path: string,
  { method, headers, body }: RequestInit,
  host: string,
  port = Number(new URL(desk.platform.url).port),
): Promise<number> {
  return new Promise((resolve, reject) => {
    const given = { ...(headers as Record<string, string>), host };
    const sent = httpRequest({ port, host: '127.0.0.1', path, method, headers: given }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject).end(body);
  });
}

it.each([
  ['no signature', async () => ({ method: 'GET' }), 'not-authorised'],
  [
    'a kiosk nobody enrolled',
    () => signedRequest(urlOf(platformPaths.time), newKioskId, kiosk.key, { method: 'GET' }),
    'not-authorised',
  ],
  [
    'another key in the kiosk’s name',
    () => signedRequest(urlOf(platformPaths.time), kiosk.enrolled.kiosk, newSigningKey(), { method: 'GET' }),
    'signature-wrong',
  ],
  [
    'a signature for another address',
    () => signedRequest(urlOf(platformPaths.kioskKeys), ...own(), { method: 'GET' }),
    'signature-wrong',
  ],
  [
    'a signature for another method',
    () =>
      signedRequest(urlOf(platformPaths.time), ...own(), { method: 'PUT' }).then((r) => ({
        ...r,
        method: 'GET',
      })),
    'signature-wrong',
  ],
])('turns away %s', async (_what, request, code) => {
  const answer = await answerTo(platformPaths.time, { headers: {}, ...(await request()) });
  expect(answer).toEqual({ status: 401, code });
});

const newKioskId = '01933f5e-7c1a-7000-8000-0123456789ab';

it('N17: turns away a body that is not the one that was signed, and takes nothing', async () => {
  const url = urlOf(platformPaths.submissions);
  const request = await signedRequest(url, ...own(), { body: '{"items":[1]}' });
  const swapped = { ...request, body: batch() };
  expect(await answerTo(platformPaths.submissions, swapped)).toEqual({
    status: 400,
    code: 'signature-wrong',
  });
  expect(await desk.platform.caseNumbers()).toEqual([]);
});

it('N13: takes no batch that was signed an hour ago, but tells a kiosk with a wrong clock what time it is', async () => {
  const at = new Date(Date.now() - 3_600_000);
  const late = await signedRequest(urlOf(platformPaths.submissions), ...own(), { body: batch(), at });
  expect(await answerTo(platformPaths.submissions, late)).toEqual({ status: 401, code: 'clock-differs' });
  const asked = await signedRequest(urlOf(platformPaths.time), ...own(), { method: 'GET', at });
  expect(await answerTo(platformPaths.time, asked)).toEqual({ status: 200, code: null });
});

it.each([
  ['too large', () => ({ body: ' '.repeat(BATCH_BYTES + 1) }), {}, 413, 'too-large'],
  [
    'of another type',
    () => ({ body: '{"items":[]}' }),
    { 'content-type': 'text/html' },
    415,
    'wrong-media-type',
  ],
  [
    'said to be JSON of somebody',
    () => ({ body: '{}' }),
    { 'content-type': 'application/json' },
    415,
    'wrong-media-type',
  ],
  ['no JSON', () => ({ body: '{"items":' }), {}, 400, 'invalid-input'],
  ['of another shape', () => ({ body: '{"items":[]}' }), {}, 400, 'invalid-input'],
  [
    'with keys that reach for prototypes',
    () => ({ body: '{"items":[1],"__proto__":{"x":1}}' }),
    {},
    400,
    'invalid-input',
  ],
  [
    'of more items than a batch has',
    () => ({ body: JSON.stringify({ items: Array.from({ length: 101 }, () => 1) }) }),
    {},
    400,
    'invalid-input',
  ],
])('refuses a body that is %s', async (_what, made, headers, status, code) => {
  const request = await signedRequest(urlOf(platformPaths.submissions), ...own(), made());
  expect(await answerTo(platformPaths.submissions, changed(request, headers))).toEqual({ status, code });
});

it.each([
  ['/v1/nothing-here', 'GET'],
  ['/v1/submissions', 'GET'],
  ['/v1/../v1/time/x', 'GET'],
  ['/v1/%00', 'GET'],
  ['/v1/enrolments', 'DELETE'],
])('has nothing at %s for %s, and signs even that', async (path, method) => {
  expect(await answerTo(path, { method, headers: {} })).toEqual({ status: 404, code: 'not-found' });
});

it.each([
  ['with a wrong check character', () => `${numberOf(1).slice(0, -1)}?`, 400, 'receipt-number-wrong'],
  ['that is none', () => 'nonsense', 400, 'receipt-number-wrong'],
  ['nobody has', () => numberOf(9), 404, 'not-found'],
])('says of a receipt number %s that it is not there', async (_what, number, status, code) => {
  const path = `${platformPaths.case}/${encodeURIComponent(number())}`;
  const request = await signedRequest(urlOf(path), ...own(), { method: 'GET' });
  expect(await answerTo(path, request)).toEqual({ status, code });
});

function numberOf(sequence: number): string {
  return receiptNumber({ division: '520103', kiosk: 'K001', generation: '1', sequence });
}

it('publishes the keys of all kiosks to anybody, signed', async () => {
  const other = await desk.newKiosk('520181');
  expect(await answerTo(platformPaths.kioskKeys, { headers: {} })).toEqual({ status: 200, code: null });
  const { keys } = (await (await fetch(urlOf(platformPaths.kioskKeys))).json()) as { keys: object[] };
  const published = [kiosk, other].map(({ enrolled, key }) => ({
    kiosk: enrolled.kiosk,
    division: enrolled.division,
    code: enrolled.code,
    generation: enrolled.generation,
    publicKey: key.publicKey,
  }));
  expect(keys).toEqual(published);
});

it('logs what it refused by route and code, and nothing that was asked', async () => {
  await fetch(urlOf('/v1/cases/520102199003070014'));
  await fetch(urlOf('/somewhere/王小明?name=王小明'), { headers: { 'x-name': '520102199003070014' } });
  expect(desk.logged()).toContain('"path":"/v1/cases/:number"');
  expect(desk.logged()).not.toMatch(/520102199003070014|王小明|%E7%8E%8B/);
});

it('stops although somebody holds half a request', async () => {
  const socket = connect(Number(new URL(desk.platform.url).port), '127.0.0.1');
  const head = [`POST ${platformPaths.submissions} HTTP/1.1`, 'host: x', `content-type: ${MEDIA_TYPE}`];
  socket.write([...head, 'expect: 100-continue', 'content-length: 100', '', ''].join('\r\n'));
  expect(String(await once(socket, 'data'))).toContain('100 Continue');
  socket.write('{');
  const cut = once(socket, 'close');
  await desk.restart();
  await cut;
});

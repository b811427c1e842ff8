// A platform with more to do than it can hold says when to come again, and what it holds stays bounded.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { BATCH_BYTES, BATCH_ITEMS, MEDIA_TYPE, platformPaths } from '../../domain/contract/platform-api.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { sealItem, send, type PlatformKiosk } from '../builders/platform-kiosk.ts';
import { openDesk, signedRequest, type Desk } from '../platform-desk.ts';
import { until } from '../until.ts';

const prepared = preparedLibraryCard();
let desk: Desk;
afterEach(() => desk.stop());

function items(kiosk: PlatformKiosk, count: number, from = 1) {
  return Array.from({ length: count }, (_none, index) => {
    const { receiptNumber: _, ...item } = sealItem(kiosk, prepared, from + index, readerAnswers());
    return item;
  });
}

it('turns back what it cannot hold, with a time, and loses none of it', async () => {
  desk = await openDesk({ limits: { items: 10, bytes: 64_000_000, requests: 500, batchesOfOne: 3 } });
  const kiosks = await Promise.all(Array.from({ length: 5 }, () => desk.newKiosk()));
  const batches = kiosks.map((kiosk) => ({ kiosk, items: items(kiosk, 6) }));
  const first = await Promise.all(batches.map(({ kiosk, items: some }) => kiosk.client.send(some)));
  const turnedBack = first.filter((answer) => !answer.ok);
  expect(turnedBack.length).toBeGreaterThan(0);
  for (const answer of turnedBack)
    expect(answer).toMatchObject({ error: { kind: 'busy', retryAfterMs: expect.any(Number) as number } });
  for (const { kiosk, items: some } of batches) {
    const words = await send(kiosk, ...some);
    expect(words.every(({ result }) => result === 'taken' || result === 'already-taken')).toBe(true);
  }
  expect(await desk.platform.caseNumbers()).toHaveLength(30);
});

it('turns one kiosk back that asks everything at once, and answers the others', async () => {
  desk = await openDesk({ limits: { items: 4000, bytes: 64_000_000, requests: 500, batchesOfOne: 2 } });
  const [greedy, other] = [await desk.newKiosk(), await desk.newKiosk()];
  const [item] = items(greedy, 1);
  if (item === undefined) throw new Error('no item');
  const all = Promise.all(Array.from({ length: 12 }, () => greedy.client.send([item])));
  expect(await send(other, ...items(other, 1))).toMatchObject([{ result: 'taken' }]);
  const kinds = (await all).map((answer) => (answer.ok ? 'answered' : answer.error.kind));
  expect(new Set(kinds)).toEqual(new Set(['answered', 'busy']));
  expect(desk.logged()).toContain('"status":429');
});

it('says in signed words how large the next batch should be', async () => {
  desk = await openDesk();
  const kiosk = await desk.newKiosk();
  expect(await kiosk.client.send(items(kiosk, 1))).toMatchObject({
    value: { batch: { items: BATCH_ITEMS, bytes: BATCH_BYTES } },
  });
});

/** Sends the head of a request and half of its body, and holds the line. */
async function halfABody(bytes: number) {
  const socket = connect(Number(new URL(desk.platform.url).port), '127.0.0.1');
  socket.on('error', () => {});
  const head = [`POST ${platformPaths.submissions} HTTP/1.1`, 'host: x', `content-type: ${MEDIA_TYPE}`];
  socket.write([...head, `content-length: ${2 * bytes}`, '', ''].join('\r\n'));
  socket.write(' '.repeat(bytes));
  return socket;
}

it('holds no more of bodies than its limit, whoever sends them, and takes them again when those are gone', async () => {
  desk = await openDesk({ limits: { items: 4000, bytes: 500_000, requests: 500, batchesOfOne: 12 } });
  const kiosk = await desk.newKiosk();
  const sockets = await Promise.all([0, 1].map(() => halfABody(250_000)));
  await until(async () => !(await kiosk.client.send(items(kiosk, 1))).ok);
  expect(await kiosk.client.send(items(kiosk, 1))).toMatchObject({ error: { kind: 'busy' } });
  // Questions without a body are answered all the same.
  expect(await kiosk.client.time()).toMatchObject({ ok: true });
  for (const socket of sockets) socket.destroy();
  await until(async () => (await kiosk.client.send(items(kiosk, 1))).ok);
});

it('cuts a body off that would be more than it holds', async () => {
  desk = await openDesk({ limits: { items: 4000, bytes: 100_000, requests: 500, batchesOfOne: 12 } });
  const socket = await halfABody(250_000);
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 503[^]*retry-after: 5[^]*"busy"/i);
  await once(socket, 'close');
});

it('ends a request that does not come: a head without end, a body of one byte a moment', async () => {
  desk = await openDesk({ patience: { head: 200, request: 400, check: 20 } });
  const port = Number(new URL(desk.platform.url).port);
  const head = connect(port, '127.0.0.1').on('error', () => {});
  head.write('GET /v1/time HTTP/1.1\r\nhost: x\r\nx-slow: ');
  const body = await halfABody(10);
  const answers = [head, body].map(async (socket) => String(await once(socket, 'data')));
  for (const answer of await Promise.all(answers)) {
    expect(answer).toMatch(/^HTTP\/1\.1 408/);
    expect(answer).toContain('{"code":"too-slow"}');
  }
  expect(desk.logged()).toContain('"code":"too-slow"');
});

it('unpacks nothing: what is packed is refused unread', async () => {
  desk = await openDesk();
  const kiosk = await desk.newKiosk();
  const url = new URL(platformPaths.submissions, desk.platform.url).href;
  const request = await signedRequest(url, kiosk.enrolled.kiosk, kiosk.key, { body: '{"items":[1]}' });
  for (const packed of ['gzip', 'br', 'deflate', 'zstd', 'identity, gzip']) {
    const headers = { ...(request.headers as Record<string, string>), 'content-encoding': packed };
    const response = await fetch(url, { ...request, headers });
    expect([response.status, await response.json()]).toEqual([415, { code: 'wrong-media-type' }]);
  }
});

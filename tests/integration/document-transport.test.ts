// The way of a file: cut anywhere, it goes on from there; and nothing but the right bytes from the right kiosk counts.
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DOCUMENT_CHUNK_BYTES, platformPaths, TUS_CHUNK } from '../../domain/contract/platform-api.ts';
import type { HeldDocument } from '../../domain/submission/envelope.ts';
import { systemClock } from '../../lib/clock.ts';
import { sealDocument, type SealedDocument } from '../../lib/document-crypto.ts';
import { signRequest } from '../../lib/http-signature.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { createRawExchange, type RawExchange } from '../../main/sync/signed-exchange.ts';
import { uploadDocument } from '../../main/sync/tus-transport.ts';
import { openDepot } from '../../platform/documents/depot.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { clientOf, sealItem, send, type PlatformKiosk } from '../builders/platform-kiosk.ts';
import { startNetwork, type Network } from '../fakes/network.ts';
import { openDesk, type Desk } from '../platform-desk.ts';

const PLAIN_BYTES = 5 * DOCUMENT_CHUNK_BYTES + 1234;
const prepared = preparedLibraryCard();

let desk: Desk;
let kiosk: PlatformKiosk;
let network: Network;
let sequence = 0;
beforeAll(async () => {
  desk = await openDesk();
  kiosk = await desk.newKiosk();
  network = await startNetwork(desk.platform.url);
});
afterAll(async () => {
  await network.close();
  await desk.stop();
});

let document: SealedDocument;
beforeEach(async () => {
  network.become('fine');
  document = await handIn(kiosk);
});

/** A submission with a photograph that is still to come. */
async function handIn(from: PlatformKiosk, number?: number): Promise<SealedDocument> {
  const sealed = sealDocument(Buffer.alloc(PLAIN_BYTES, `page ${(sequence += 1)} `));
  const held: HeldDocument = {
    id: 'photo',
    rule: 'photo',
    state: 'attached',
    digest: sealed.digest,
    key: sealed.key,
    mediaType: 'image/jpeg',
    bytes: PLAIN_BYTES,
    pages: 1,
    trust: 'C',
  };
  const item = sealItem(from, prepared, number ?? sequence, readerAnswers(), {
    header: { documents: [{ id: 'photo', digest: sealed.digest }] },
    application: { documents: [held] },
  });
  const [answer] = await send(from, item);
  expect(answer?.result).toBe('taken');
  return sealed;
}

function exchangeOf(from: PlatformKiosk, url = network.url): RawExchange {
  return createRawExchange({
    url,
    platformKey: from.enrolled.signingKey,
    kiosk: from.enrolled.kiosk,
    key: from.key,
    clock: systemClock,
    timeoutMs: 5000,
    clockOffsetMs: async () => null,
  });
}

const never = new AbortController().signal;
const upload = (from = kiosk, what: { digest: string; bytes: Buffer } = document) =>
  uploadDocument(exchangeOf(from), what, never);
const status = async (digest = document.digest) => {
  const told = await kiosk.client.documentStatus(digest);
  return told.ok ? told.value.state : told.error;
};
const stored = (digest = document.digest) => openDepot(desk.folder).size(digest);

describe('a file', () => {
  it('is awaited, on its way, and held, as the platform says under its signature', async () => {
    expect([await status(), await stored()]).toEqual(['on-its-way', null]);
    expect(await upload()).toEqual({ ok: true, value: null });
    expect([await status(), await stored()]).toEqual(['held', document.bytes.length]);
  });

  it('that is held is not sent again', async () => {
    await upload();
    await status();
    network.become('fine');
    expect(await upload()).toEqual({ ok: true, value: null });
    // The question how far it is, and no byte of it.
    expect(network.tries()).toBe(1);
  });

  it('goes on where the connection was cut, in the middle of a chunk, and sends nothing twice', async () => {
    const scissors = await openScissors(desk.platform.url, 2.5 * DOCUMENT_CHUNK_BYTES);
    const cut = await uploadDocument(exchangeOf(kiosk, scissors.url), document, never);
    expect(cut).toEqual({ ok: false, error: { kind: 'no-network' } });
    expect(await stored()).toBe(2 * DOCUMENT_CHUNK_BYTES);
    expect(await status()).toBe('on-its-way');
    scissors.mend();
    expect((await uploadDocument(exchangeOf(kiosk, scissors.url), document, never)).ok).toBe(true);
    const rest = document.bytes.length - 2 * DOCUMENT_CHUNK_BYTES;
    expect(scissors.bytesSinceMended()).toBeGreaterThan(rest);
    expect(scissors.bytesSinceMended()).toBeLessThan(rest + DOCUMENT_CHUNK_BYTES / 4);
    expect(await status()).toBe('held');
    await scissors.close();
  });

  it('goes on after the platform was started again', async () => {
    const scissors = await openScissors(desk.platform.url, 1.5 * DOCUMENT_CHUNK_BYTES);
    await uploadDocument(exchangeOf(kiosk, scissors.url), document, never);
    await scissors.close();
    await desk.restart();
    expect(await stored()).toBe(DOCUMENT_CHUNK_BYTES);
    const { url } = desk.platform;
    const again = await uploadDocument(exchangeOf(kiosk, url), document, never);
    expect(again.ok).toBe(true);
    expect(await clientOf(url, kiosk.enrolled, kiosk.key).documentStatus(document.digest)).toMatchObject({
      value: { state: 'held' },
    });
    await network.close();
    network = await startNetwork(url);
    kiosk = { ...kiosk, client: clientOf(url, kiosk.enrolled, kiosk.key) };
  });

  it.each([
    ['down', 'no-network'],
    ['captive-portal', 'wrong-server'],
    ['busy', 'busy'],
    ['reply-lost', 'no-network'],
  ] as const)('is not sent over a network that is %s', async (weather, kind) => {
    network.become(weather);
    expect(await upload()).toMatchObject({ ok: false, error: { kind } });
    network.become('fine');
    expect((await upload()).ok).toBe(true);
    expect(await status()).toBe('held');
  });

  it('is broken off when the kiosk ends, and not begun again from the start', async () => {
    const ending = new AbortController();
    const exchange = exchangeOf(kiosk);
    const slow: RawExchange = {
      ...exchange,
      async send(request) {
        const answer = await exchange.send(request);
        if (request.method === 'PATCH') ending.abort();
        return answer;
      },
    };
    expect((await uploadDocument(slow, document, ending.signal)).ok).toBe(false);
    expect(await stored()).toBe(DOCUMENT_CHUNK_BYTES);
    expect((await upload()).ok).toBe(true);
  });
});

describe('bytes that are not what the digest stands for', () => {
  it('are thrown away once they are all here, and can be sent again', async () => {
    const wrong = Buffer.from(document.bytes);
    wrong[700_000] = (wrong[700_000] ?? 0) ^ 1;
    expect((await upload(kiosk, { digest: document.digest, bytes: wrong })).ok).toBe(true);
    expect([await status(), await stored()]).toEqual(['wrong', null]);
    await upload();
    expect(await status()).toBe('held');
  });

  it('of another length are not even begun', async () => {
    const longer = { digest: document.digest, bytes: Buffer.concat([document.bytes, Buffer.alloc(1)]) };
    expect(await upload(kiosk, longer)).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await stored()).toBeNull();
  });
});

describe('the door', () => {
  it('takes no file that no submission names', async () => {
    const stranger = sealDocument(Buffer.alloc(1000));
    expect(await upload(kiosk, stranger)).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await status(stranger.digest)).toEqual({ kind: 'refused', code: 'not-found' });
  });

  it('takes no file from another kiosk than the one whose submission names it', async () => {
    const other = await desk.newKiosk();
    expect(await upload(other)).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await stored()).toBeNull();
  });

  it('takes nothing unsigned, nothing signed by somebody else, and no chunk that was changed on the way', async () => {
    const url = new URL(`${platformPaths.documents}/${document.digest}`, desk.platform.url).href;
    const tus = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': TUS_CHUNK };
    const body = Buffer.from('some bytes');
    const statusOf = async (headers: Record<string, string>, sent: Buffer = body) =>
      (await fetch(url, { method: 'PATCH', headers: { ...tus, ...headers }, body: new Uint8Array(sent) }))
        .status;
    const signed = (key = kiosk.key) =>
      signRequest(
        { method: 'PATCH', url, body, contentType: TUS_CHUNK },
        kiosk.enrolled.kiosk,
        key,
        new Date(),
      );
    expect(await statusOf({})).toBe(401);
    expect(await statusOf(await signed(newSigningKey()))).toBe(401);
    expect(await statusOf(await signed(), Buffer.from('other bytes'))).toBe(400);
    // Signed as it must be: nothing was begun yet, and it says so.
    expect(await statusOf(await signed())).toBe(404);
    expect(await stored()).toBeNull();
  });

  it('takes no chunk larger than the contract says', async () => {
    const exchange = exchangeOf(kiosk);
    const address = exchange.address(`${platformPaths.documents}/${document.digest}`);
    const answer = await exchange.send({
      method: 'PATCH',
      url: address,
      headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': TUS_CHUNK },
      body: Buffer.alloc(DOCUMENT_CHUNK_BYTES + 1),
      signal: never,
    });
    expect(answer).toMatchObject({ ok: true, value: { status: 413 } });
  });

  it('does not let a request be played again', async () => {
    const exchange = exchangeOf(kiosk);
    await uploadDocument(exchange, document, never);
    const url = exchange.address(`${platformPaths.documents}/${document.digest}`);
    const signed = await signRequest(
      { method: 'HEAD', url, body: null, contentType: null },
      kiosk.enrolled.kiosk,
      kiosk.key,
      new Date(),
    );
    const headers = { 'tus-resumable': '1.0.0', ...signed };
    expect((await fetch(url, { method: 'HEAD', headers })).status).toBe(200);
    expect((await fetch(url, { method: 'HEAD', headers })).status).toBe(401);
  });
});

describe('a submission', () => {
  it('that names a file of another is refused, and names nothing', async () => {
    const thief = await desk.newKiosk();
    const item = sealItem(thief, prepared, 1, readerAnswers(), {
      header: { documents: [{ id: 'photo', digest: document.digest }] },
      application: {
        documents: [
          {
            id: 'photo',
            rule: 'photo',
            state: 'attached',
            digest: document.digest,
            key: document.key,
            mediaType: 'image/jpeg',
            bytes: PLAIN_BYTES,
            pages: 1,
            trust: 'C',
          },
        ],
      },
    });
    const [answer] = await send(thief, item);
    expect(answer).toMatchObject({ result: 'refused', because: 'malformed' });
  });

  it('whose header names other files than the application is refused', async () => {
    const item = sealItem(kiosk, prepared, (sequence += 1), readerAnswers(), {
      header: { documents: [{ id: 'photo', digest: 'a'.repeat(64) }] },
    });
    const [answer] = await send(kiosk, item);
    expect(answer).toMatchObject({ result: 'refused', because: 'unreadable' });
    sequence -= 1;
  });
});

/** A wire that is cut after so many bytes from the kiosk, and can be mended. */
async function openScissors(platformUrl: string, cutAfter: number) {
  const platform = new URL(platformUrl);
  const sockets = new Set<Socket>();
  let [passed, since, limit] = [0, 0, cutAfter];
  const server = createServer((client) => {
    const upstream = connect(Number(platform.port), platform.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => [client, upstream].forEach((one) => one.destroy()));
    }
    client.on('data', (chunk) => {
      passed += chunk.length;
      since += chunk.length;
      if (passed > limit) client.destroy();
      else upstream.write(chunk);
    });
    upstream.on('data', (chunk) => client.write(chunk));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mend() {
      limit = Infinity;
      since = 0;
    },
    bytesSinceMended: () => since,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

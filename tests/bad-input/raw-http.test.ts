// What is said to the platform beneath any request: bytes that are no HTTP, bodies that are cut off, bodies without end.
// It lives on, keeps none of it, and answers a kiosk as before.
import { connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MEDIA_TYPE, platformPaths, TUS_CHUNK } from '../../domain/contract/platform-api.ts';
import type { PlatformKiosk } from '../builders/platform-kiosk.ts';
import { openDesk, type Desk } from '../platform-desk.ts';

let desk: Desk;
let kiosk: PlatformKiosk;

beforeAll(async () => {
  desk = await openDesk();
  kiosk = await desk.newKiosk();
});
afterAll(() => desk.stop());

function open(): Socket {
  const socket = connect(Number(new URL(desk.platform.url).port), '127.0.0.1');
  socket.on('error', () => {});
  return socket;
}

const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

it('outlives whatever is said in the place of HTTP', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
        fc.constantFrom(
          'GET / HTTP/9.9\r\n\r\n',
          'POST /v1/submissions HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n',
          'POST /v1/submissions HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
          'POST /v1/submissions HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n',
          `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
          `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
        ),
      ),
      async (bytes) => {
        const socket = open();
        socket.end(bytes);
        socket.resume();
        await closed(socket);
      },
    ),
    { numRuns: 40 },
  );
  expect(await kiosk.client.time()).toMatchObject({ ok: true });
});

it.each(['/v1/submissions', '/v1/nothing-here', '/v1/time', '/v1/enrolments', '/v1/documents'])(
  'outlives who hangs up in the middle of a body for %s',
  async (path) => {
    for (const type of [MEDIA_TYPE, TUS_CHUNK, 'text/html']) {
      const socket = open();
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: 90000\r\n\r\n`,
      );
      await new Promise((written) => socket.write('x'.repeat(50_000), written));
      socket.resetAndDestroy();
    }
    expect(await kiosk.client.time()).toMatchObject({ ok: true });
  },
);

const GIGABYTE = 2 ** 30;

/** Sends a body as long as it is taken. Returns what was said and how many bytes went out. */
async function pour(head: string[], path: string): Promise<{ said: string; sent: number; grew: number }> {
  const socket = open();
  let said = '';
  let sent = 0;
  let isOver = false;
  socket.on('data', (bytes) => (said += String(bytes)));
  const over = closed(socket).then(() => (isOver = true));
  socket.write([`POST ${path} HTTP/1.1`, 'host: x', ...head, '', ''].join('\r\n'));
  const piece = Buffer.alloc(65_536, 0x20);
  const isChunked = head.some((line) => line.endsWith('chunked'));
  const before = process.memoryUsage().rss;
  let most = before;
  while (sent < GIGABYTE && !isOver) {
    const goesOn = socket.write(
      isChunked ? Buffer.concat([Buffer.from('10000\r\n'), piece, Buffer.from('\r\n')]) : piece,
    );
    sent += piece.length;
    most = Math.max(most, process.memoryUsage().rss);
    if (!goesOn) await Promise.race([new Promise((go) => socket.once('drain', go)), over]);
  }
  socket.destroy();
  await over;
  return { said, sent, grew: most - before };
}

it.each([
  ['announced', [`content-type: ${MEDIA_TYPE}`, `content-length: ${GIGABYTE}`], platformPaths.submissions],
  ['not announced', [`content-type: ${MEDIA_TYPE}`, 'transfer-encoding: chunked'], platformPaths.submissions],
  [
    'in the place of a chunk of a file',
    [`content-type: ${TUS_CHUNK}`, `content-length: ${GIGABYTE}`],
    platformPaths.documents,
  ],
  ['packed', ['content-encoding: gzip', 'transfer-encoding: chunked'], platformPaths.submissions],
  ['for nobody', [`content-type: ${MEDIA_TYPE}`, 'transfer-encoding: chunked'], '/v1/nothing-here'],
])('takes no body of a gigabyte that is %s, and keeps none of it', async (_what, head, path) => {
  const logged = desk.logged().length;
  const { said, sent, grew } = await pour(head, path);
  // Whoever is still sending when the connection ends may not come to read why; the log has it.
  expect(said).toMatch(/^$|^HTTP\/1\.1 (413|415)/);
  expect(desk.logged().slice(logged)).toMatch(/"status":(413|415)/);
  expect(sent).toBeLessThan(GIGABYTE / 10);
  expect(grew).toBeLessThan(100_000_000);
  expect(await kiosk.client.time()).toMatchObject({ ok: true });
});

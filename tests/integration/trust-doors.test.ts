// The doors of keys and news, given everything they must not take: refused with a code, signed, and nothing is changed.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KEY_RENEWAL_PATH } from '../../domain/contract/key-api.ts';
import { NEWS_PATH } from '../../domain/contract/news-api.ts';
import { Refusal } from '../../domain/contract/refusals.ts';
import { compile } from '../../lib/schema.ts';
import { newSigningKey } from '../../lib/keys.ts';
import type { PlatformKiosk } from '../builders/platform-kiosk.ts';
import { openDesk, signedRequest, type Desk } from '../platform-desk.ts';

let desk: Desk;
let kiosk: PlatformKiosk;

beforeAll(async () => {
  desk = await openDesk();
  kiosk = await desk.newKiosk();
});
afterAll(() => desk.stop());

const isRefusal = compile(Refusal);

async function answerTo(path: string, more: { method?: string; body?: string } = {}) {
  const url = new URL(path, desk.platform.url).href;
  const request = await signedRequest(url, kiosk.enrolled.kiosk, kiosk.key, more);
  const answer = await fetch(url, request);
  const value: unknown = await answer.json();
  return { status: answer.status, code: isRefusal(value) ? value.code : null };
}

it.each([
  '',
  '?after=0',
  '?after=-1&last=0&wait=0',
  '?after=1e9&last=0&wait=0',
  '?after=0&last=0&wait=0&more=1',
  '?after=0&after=1&last=0&wait=0',
  `?after=${'9'.repeat(16)}&last=0&wait=0`,
  '?after=0&last=0&wait=%00',
])('B14: news asked for with %j are refused', async (query) => {
  expect(await answerTo(`${NEWS_PATH}${query}`, { method: 'GET' })).toEqual({
    status: 400,
    code: 'invalid-input',
  });
});

it('a cursor ahead of everything is told nothing, and a wait beyond all measure is none', async () => {
  expect(await answerTo(`${NEWS_PATH}?after=999&last=0&wait=0`, { method: 'GET' })).toMatchObject({
    status: 200,
  });
});

it('B14: whatever is sent in the place of a key is refused, and the kiosk keeps the one it has', async () => {
  const next = newSigningKey();
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record({ publicKey: fc.string({ maxLength: 300 }), proof: fc.string({ maxLength: 200 }) }),
    fc.record({
      publicKey: fc.constant(next.publicKey),
      proof: fc.base64String({ minLength: 1, maxLength: 88 }),
    }),
    fc.record({
      publicKey: fc.constant(next.publicKey),
      proof: fc.constant(next.sign('submission', Buffer.from('x'))),
      more: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(body, async (value) => {
      const { status, code } = await answerTo(KEY_RENEWAL_PATH, { body: JSON.stringify(value) });
      expect(status).toBe(400);
      expect(['invalid-input', 'signature-wrong']).toContain(code);
    }),
    { numRuns: 40 },
  );
  expect(await kiosk.client.time()).toMatchObject({ ok: true });
  expect((await desk.events()).map(({ kind }) => kind)).toEqual(['kiosk-enrolled']);
});

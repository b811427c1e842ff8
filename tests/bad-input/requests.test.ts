// Whatever a kiosk's key, or nobody's, sends to the platform: refused with a code of the catalogue in signed words, a line
// in the log, and nothing changed behind the counter.
import { join } from 'node:path';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MEDIA_TYPE, platformPaths, type SubmissionItem } from '../../domain/contract/platform-api.ts';
import { Refusal } from '../../domain/contract/refusals.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { nonceOf, verifyResponse } from '../../lib/http-signature.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { compile } from '../../lib/schema.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { sealItem, send, type PlatformKiosk, type Wrong } from '../builders/platform-kiosk.ts';
import { openDesk, signedRequest, type Desk } from '../platform-desk.ts';
import { nearly, type Schema } from './nearly.ts';

const prepared = preparedLibraryCard();
const isRefusal = compile(Refusal);
let desk: Desk;
let kiosk: PlatformKiosk;
let db: Knex;
let sequence = 0;

beforeAll(async () => {
  desk = await openDesk();
  kiosk = await desk.newKiosk();
  db = openSqlite(join(desk.folder, 'platform.sqlite'));
  await send(kiosk, seal());
});
afterAll(async () => {
  await db.destroy();
  await desk.stop();
});

function seal(wrong: Wrong = {}): SubmissionItem {
  const { receiptNumber: _, ...item } = sealItem(kiosk, prepared, (sequence += 1), readerAnswers(), wrong);
  return item;
}

const urlOf = (path: string) => new URL(path, desk.platform.url).href;

/** What may grow by being refused: evidence, and the memory of what was asked. */
const EVIDENCE = ['events', 'event_feeds', 'request_nonces', 'knex_migrations', 'sqlite_sequence'];

/** Everything else that the platform holds, as it stands; when a kiosk was last seen is evidence too. */
async function everything(): Promise<string> {
  const tables = await db('sqlite_master').where({ type: 'table' }).select<{ name: string }[]>('name');
  const kept = tables.map(({ name }) => name).filter((name) => !EVIDENCE.includes(name));
  const rows = await Promise.all(kept.map(async (name) => [name, await db(name).select('*')] as const));
  return JSON.stringify(rows, (name, value: unknown) => (name === 'last_seen_at' ? null : value));
}

interface Said {
  status: number;
  code: string | null;
  value: unknown;
}

/** What came back, once it was seen that the platform signed it over this very request. */
async function ask(path: string, request: RequestInit): Promise<Said> {
  const response = await fetch(urlOf(path), request);
  const body = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  const nonce = nonceOf(request.headers as Record<string, string>);
  const { status } = response;
  expect(await verifyResponse({ status, headers, body }, nonce, kiosk.enrolled.signingKey)).toBe(true);
  const value: unknown = body.length === 0 ? null : JSON.parse(body.toString());
  return { status, code: isRefusal(value) ? value.code : null, value };
}

const signed = (path: string, body?: string, method = 'POST') =>
  signedRequest(urlOf(path), kiosk.enrolled.kiosk, kiosk.key, {
    method,
    ...(body === undefined ? {} : { body }),
  });

/** Refused in so many words, with a line in the log; never a surprise. */
function expectRefused({ status, code }: Said): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(code).not.toBeNull();
  expect(desk.logged()).toContain(`"code":"${code}"`);
}

interface Document {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
}

/** Every body that kiosks send, as the platform itself publishes it. */
async function bodies(): Promise<{ path: string; schema: Schema }[]> {
  const document = (await (await fetch(urlOf('/openapi.json'))).json()) as Document;
  return Object.entries(document.paths).flatMap(([path, methods]) => {
    const schema = methods['post']?.requestBody?.content[MEDIA_TYPE]?.schema;
    return schema === undefined || !path.startsWith('/v1/') ? [] : [{ path, schema }];
  });
}

it('answers whatever is nearly what a schema asks for, on every route, without a surprise', async () => {
  const routes = await bodies();
  expect(routes.length).toBeGreaterThan(6);
  for (const { path, schema } of routes) {
    await fc.assert(
      fc.asyncProperty(nearly(schema), async (value) => {
        const text = JSON.stringify(value) ?? 'null';
        const said = await ask(path, await signed(path, text));
        // 429: it asks for records, or guesses codes, more often than a kiosk may.
        if (said.status !== 200 && said.status !== 201) expectRefused(said);
      }),
      { numRuns: 60 },
    );
  }
  expect(desk.logged()).not.toContain('"code":"unexpected"');
  expect(desk.logged()).not.toContain('"reference"');
  expect(await desk.platform.caseNumbers()).toHaveLength(1);
});

it('answers whatever bytes are in the place of a body', async () => {
  const good = Buffer.from(JSON.stringify({ items: [seal()] }));
  const before = await everything();
  const spoiled = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    fc.nat(good.length - 1).map((length) => good.subarray(0, length)),
    fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([place, by]) => {
      const bytes = Buffer.from(good);
      bytes[place] = (bytes[place] ?? 0) ^ by;
      return bytes;
    }),
  );
  await fc.assert(
    fc.asyncProperty(spoiled, async (bytes) => {
      // Text is what can be signed here; bytes that are none become its marks of what cannot be read.
      const said = await ask(
        platformPaths.submissions,
        await signed(platformPaths.submissions, bytes.toString()),
      );
      if (said.status !== 200) return expectRefused(said);
      const { acknowledgements } = said.value as { acknowledgements: { body: string }[] };
      for (const { body } of acknowledgements) expect(body).toContain('"result":"refused"');
    }),
    { numRuns: 150 },
  );
  expect(await everything()).toBe(before);
});

describe('changes nothing, and says why, when an item is', () => {
  let before = '';
  beforeEach(async () => {
    before = await everything();
  });

  const signedBy = (envelope: Buffer, like: SubmissionItem): SubmissionItem => ({
    ...like,
    envelope: envelope.toString('base64'),
    signature: kiosk.key.sign('submission', envelope),
  });
  const bytesOf = ({ envelope }: SubmissionItem) => Buffer.from(envelope, 'base64');
  const changedIn = (item: SubmissionItem, change: (envelope: Record<string, string>) => void) => {
    const envelope = JSON.parse(bytesOf(item).toString()) as Record<string, string>;
    change(envelope);
    return signedBy(Buffer.from(JSON.stringify(envelope)), item);
  };
  const cut = (text: string | undefined, by: number) => (text ?? '').slice(0, -by);

  it.each<[string, () => SubmissionItem, string]>([
    [
      'cut off in the middle',
      () => (seal(), signedBy(bytesOf(seal()).subarray(0, 700), seal())),
      'malformed',
    ],
    [
      'sealed, and cut by one block',
      () => changedIn(seal(), (one) => (one['ciphertext'] = cut(one['ciphertext'], 24))),
      'unreadable',
    ],
    [
      'sealed, and cut to less than its tag',
      () => changedIn(seal(), (one) => (one['ciphertext'] = 'AAAA')),
      'unreadable',
    ],
    [
      'sealed with a point that is on no curve',
      () => changedIn(seal(), (one) => (one['enc'] = `B${'A'.repeat(86)}`)),
      'unreadable',
    ],
    [
      'sealed to nobody’s key',
      () => changedIn(seal(), (one) => (one['enc'] = cut(one['enc'], 4))),
      'unreadable',
    ],
    [
      'signed as something else',
      () => {
        const item = seal();
        return { ...item, signature: kiosk.key.sign('receipt', bytesOf(item)) };
      },
      'signature-wrong',
    ],
    ['signed by nobody known', () => seal({ key: newSigningKey() }), 'signature-wrong'],
    ['changed after it was signed', () => ({ ...seal(), signature: seal().signature }), 'signature-wrong'],
    [
      'said to attach a file that it does not',
      () => seal({ header: { documents: [{ id: 'photo', digest: 'a'.repeat(64), bytes: 9 }] as never } }),
      'unreadable',
    ],
  ])('%s', async (_what, made, because) => {
    const [word] = await send(kiosk, made());
    expect(['malformed', because]).toContain(word?.because);
    expect(word?.result).toBe('refused');
    expect(await everything()).toBe(before);
    const events = await desk.events();
    expect(events.at(-1)).toMatchObject({ kind: 'submission-refused', body: { because: word?.because } });
  });

  it('the id of what another kiosk handed in', async () => {
    const other = await desk.newKiosk();
    const [mine] = await db('submissions').select<{ id: string }[]>('id');
    const { receiptNumber: _, ...item } = sealItem(other, prepared, 1, readerAnswers(), {
      header: { id: mine?.id ?? '' },
      application: { id: mine?.id ?? '' },
    });
    const held = JSON.stringify(await db('submissions').select('*'));
    expect(await send(other, item)).toMatchObject([{ result: 'conflict', case: null }]);
    expect(JSON.stringify(await db('submissions').select('*'))).toBe(held);
    expect((await desk.events()).at(-1)).toMatchObject({ kind: 'submission-conflict' });
  });
});

it('takes no digest but that of the body', async () => {
  const request = await signed(platformPaths.submissions, JSON.stringify({ items: [seal()] }));
  const headers = request.headers as Record<string, string>;
  const before = await everything();
  for (const digest of ['', 'sha-256=::', 'sha-512=:AAAA:', `${headers['content-digest']}, sha-512=:AAAA:`]) {
    const said = await ask(platformPaths.submissions, {
      ...request,
      headers: { ...headers, 'content-digest': digest },
    });
    expectRefused(said);
  }
  const { 'content-digest': _, ...without } = headers;
  expectRefused(await ask(platformPaths.submissions, { ...request, headers: without }));
  expect(await everything()).toBe(before);
});

it('answers a request once, whatever route it is played at again', async () => {
  const body = JSON.stringify({ items: [seal()] });
  const request = await signed(platformPaths.submissions, body);
  expect((await ask(platformPaths.submissions, request)).status).toBe(200);
  const before = await everything();
  for (const path of [platformPaths.submissions, platformPaths.records, `${platformPaths.submissions}?again`])
    expect(await ask(path, request)).toMatchObject({ code: 'signature-wrong' });
  expect(await everything()).toBe(before);
});

it.each([
  ['a list of signatures', (one: string) => `${one}, other=("@method");created=1`],
  ['another label', (one: string) => one.replace('onewindow=', 'sig1=')],
  ['fewer components', (one: string) => one.replace('"@path" ', '')],
  ['another algorithm', (one: string) => one.replace('ecdsa-p256-sha256', 'hmac-sha256')],
  ['no nonce', (one: string) => one.replace(/;nonce="[^"]*"/, '')],
  ['a time that is none', (one: string) => one.replace(/created=\d+/, 'created=-1')],
  [
    'a key that reaches for files',
    (one: string) => one.replace(/keyid="[^"]*"/, 'keyid="../../signing.key"'),
  ],
  ['8 kB of it', (one: string) => one + 'x'.repeat(8000)],
])('lets nobody in with %s in the head of the signature', async (_what, change) => {
  const request = await signed(platformPaths.time, undefined, 'GET');
  const headers = request.headers as Record<string, string>;
  const changed = { ...headers, 'signature-input': change(headers['signature-input'] ?? '') };
  const said = await fetch(urlOf(platformPaths.time), { ...request, headers: changed });
  expect([401, 431]).toContain(said.status);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NewNotice, News, SignedNotice } from '../../domain/contract/news-api.ts';
import { same } from '../../domain/contract/text.ts';
import { fail, ok } from '../../domain/result.ts';
import { canonicalJson } from '../../domain/submission/canonical-json.ts';
import { systemClock } from '../../lib/clock.ts';
import { newSigningKey, type SigningKey } from '../../lib/keys.ts';
import { silentLog } from '../../lib/log.ts';
import { createShelf } from '../../lib/procedures/shelf.ts';
import { openKioskKey, type KioskKey } from '../kiosk-key.ts';
import { openLibrary, type Library } from '../library/library.ts';
import type { Enrolment } from '../store/enrolment.ts';
import { openStore, type Store } from '../store/store.ts';
import { createNewsWorker } from './news-worker.ts';

const KIOSK = '01933f5e-7c1a-7000-8000-0123456789ab';
const NO_DAYS = { source: 'none', years: [], holidays: [], workedWeekends: [] };
const platform = newSigningKey();
let folder: string;
let store: Store;
let key: KioskKey;
let enrolment: Enrolment;
let fetched: number;
let library: Library;
let pieces: Map<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-news-'));
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  key = openKioskKey(join(folder, 'kiosk.key'));
  enrolment = {
    kiosk: KIOSK,
    division: '520103',
    code: 'K001',
    generation: '1',
    platformUrl: 'http://127.0.0.1:1',
    platformSigningKey: platform.publicKey,
    sealingKeyId: 'S',
    sealingKey: 'AAAA',
    place: { office: same('-'), kiosk: same('-') },
    enrolledAt: '2026-11-26T00:00:00.000Z',
  };
  await store.enrolment.put(enrolment);
  fetched = 0;
  pieces = new Map();
  library = await openLibrary(createShelf([], [], NO_DAYS), store);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function signed(notice: NewNotice & { position: number }, by: SigningKey = platform): SignedNotice {
  const body = canonicalJson({ format: 1, ...notice });
  return { body, signature: by.sign('notice', Buffer.from(body)) };
}

function keysOf(next: SigningKey): NewNotice {
  return { kind: 'keys', signingKey: next.publicKey, sealingKey: { id: 'N', publicKey: 'BBBB' } };
}

/** The platform answers this once, then nothing more. */
async function taken(news: News) {
  let asked = 0;
  const worker = createNewsWorker({
    store,
    client: {
      piece: async (hash) => {
        const text = pieces.get(hash);
        return text === undefined ? fail({ kind: 'refused', code: 'not-found' }) : ok({ text });
      },
      news: async ({ after }) => ok((asked += 1) === 1 ? news : { notices: [], upTo: Math.max(after, 0) }),
    },
    enrolment,
    key,
    clock: systemClock,
    log: silentLog,
    library,
    onProcedures: () => library.turn(),
    onStaff: async () => {
      fetched += 1;
    },
    onKeyWished: () => {},
  });
  const trouble = await worker.take();
  await worker.stop();
  return trouble;
}

async function state() {
  const kept = await store.enrolment.get();
  return {
    position: await store.enrolment.newsPosition(),
    pinned: kept?.platformSigningKey,
    live: enrolment.platformSigningKey,
    wished: key.next() !== null,
    fetched,
    journal: await store.journal.lastPosition(),
  };
}

const UNTOUCHED = () => ({
  position: 0,
  pinned: platform.publicKey,
  live: platform.publicKey,
  wished: false,
  fetched: 0,
  journal: 0,
});

it('takes notices in order, follows a change of keys in their middle, and moves its cursor with them', async () => {
  const next = newSigningKey();
  const notices = [
    signed({ position: 1, kind: 'staff' }),
    signed({ position: 4, ...keysOf(next) }),
    signed({ position: 5, kind: 'renew-key', kiosk: KIOSK }, next),
  ];
  expect(await taken({ notices, upTo: 7 })).toBeNull();
  expect(await state()).toMatchObject({
    position: 7,
    pinned: next.publicKey,
    live: next.publicKey,
    wished: true,
    fetched: 2,
  });
});

const next = newSigningKey();
const good = () => signed({ position: 1, kind: 'staff' });

it.each<[string, () => News]>([
  ['another key', () => ({ notices: [signed({ position: 1, ...keysOf(next) }, next)], upTo: 1 })],
  ['altered words', () => ({ notices: [{ ...good(), body: good().body.replace('1', '2') }], upTo: 9 })],
  ['a number that was taken', () => ({ notices: [good(), good()], upTo: 2 })],
  ['a number that goes back', () => ({ notices: [signed({ position: 3, kind: 'staff' }), good()], upTo: 3 })],
  ['a number behind its own end', () => ({ notices: [signed({ position: 3, kind: 'staff' })], upTo: 2 })],
  [
    'a wish for another kiosk',
    () => ({ notices: [signed({ position: 1, kind: 'renew-key', kiosk: 'x' })], upTo: 1 }),
  ],
  ['keys of no form', () => ({ notices: [signed({ position: 1, kind: 'keys' } as never)], upTo: 1 })],
  [
    'the old key after a change',
    () => ({
      notices: [signed({ position: 1, ...keysOf(next) }), signed({ position: 2, kind: 'staff' })],
      upTo: 2,
    }),
  ],
  [
    'a signature for something else',
    () => ({
      notices: [{ ...good(), signature: platform.sign('acknowledgement', Buffer.from(good().body)) }],
      upTo: 1,
    }),
  ],
])('B14: changes nothing for %s', async (_what, news) => {
  expect(await taken(news())).toEqual({ kind: 'wrong-server' });
  expect(await state()).toEqual(UNTOUCHED());
});

it('B14: changes nothing for words it did not sign, whatever they are', async () => {
  const anything = fc.record({ body: fc.string({ maxLength: 200 }), signature: fc.base64String() });
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 3 }), async (notices) => {
      expect(await taken({ notices, upTo: 9 })).toEqual({ kind: 'wrong-server' });
      expect(await state()).toEqual(UNTOUCHED());
    }),
    { numRuns: 30 },
  );
});

// Procedures in the news: what is right is kept, whatever is not is refused with a word, and the feed goes on behind it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NewNotice, SignedNotice } from '../../domain/contract/news-api.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { fail, ok } from '../../domain/result.ts';
import { canonicalJson } from '../../domain/submission/canonical-json.ts';
import { systemClock } from '../../lib/clock.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { silentLog } from '../../lib/log.ts';
import { hashOfProcedure, pieceHash, piecesOf } from '../../lib/procedures/sent.ts';
import { createShelf } from '../../lib/procedures/shelf.ts';
import { breeds, dogLicence, prepared } from '../../tests/builders/procedure.ts';
import { openKioskKey } from '../kiosk-key.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { openStore, type Store } from '../store/store.ts';
import { createNewsWorker } from './news-worker.ts';
import type { Trouble } from './platform-client.ts';

const KIOSK = '01933f5e-7c1a-7000-8000-0123456789ab';
const NO_DAYS = { source: 'none', years: [], holidays: [], workedWeekends: [] };
const platform = newSigningKey();
let folder: string;
let store: Store;
let library: Library;
/** What the platform has, by hash. */
let pieces: Map<string, string>;
let trouble: Trouble | null;

/** One procedure came with the program. */
const base = createShelf([prepared(dogLicence({ version: '2026.2' }))], [], NO_DAYS);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-sent-'));
  await open();
  pieces = new Map();
  trouble = null;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  library = await openLibrary(base, store);
}

function signed(position: number, notice: object, by = platform): SignedNotice {
  const body = canonicalJson({ format: 1, position, ...notice });
  return { body, signature: by.sign('notice', Buffer.from(body)) };
}

type Told = Extract<NewNotice, { kind: 'procedure' }>;

/** The platform has its pieces and tells of it. */
function told(change: Partial<Procedure>, more: Partial<Told> = {}): Told {
  const { named, texts } = piecesOf(dogLicence(change), [breeds()]);
  for (const [hash, text] of texts) pieces.set(hash, text);
  return { kind: 'procedure', division: null, ...named, ...more };
}

async function take(...notices: SignedNotice[]) {
  const worker = createNewsWorker({
    store,
    client: {
      piece: async (hash) => {
        const text = pieces.get(hash);
        if (trouble !== null) return fail(trouble);
        return text === undefined ? fail({ kind: 'refused', code: 'not-found' }) : ok({ text });
      },
      news: async ({ after }) => {
        const left = notices.filter(
          ({ body }) => (JSON.parse(body) as { position: number }).position > after,
        );
        return ok({ notices: left, upTo: Math.max(after, ...left.map((_, index) => after + index + 1)) });
      },
    },
    enrolment: {
      kiosk: KIOSK,
      division: '520103',
      platformSigningKey: platform.publicKey,
    } as Parameters<typeof createNewsWorker>[0]['enrolment'],
    key: openKioskKey(join(folder, 'kiosk.key')),
    clock: systemClock,
    log: silentLog,
    library,
    onProcedures: () => library.turn(),
    onStaff: async () => {},
    onKeyWished: () => {},
  });
  const found = await worker.take();
  await worker.stop();
  return found;
}

async function state() {
  const last = await store.journal.last();
  return {
    position: await store.enrolment.newsPosition(),
    kept: (await store.sentProcedures.all()).map(({ version }) => version),
    offered: library.shelf.procedures.map(({ procedure }) => procedure.version),
    journal: last === null ? null : { kind: last.kind, ...(JSON.parse(last.body) as object) },
  };
}

it('keeps what is right, and offers it after a restart', async () => {
  expect(await take(signed(1, told({ version: '2026.10' })))).toBeNull();
  const kept = { position: 1, kept: ['2026.10'], offered: ['2026.10'], journal: { kind: 'news' } };
  expect(await state()).toMatchObject(kept);
  await store.close();
  await open();
  expect(await state()).toMatchObject(kept);
  // The one that came with the program is there for what was begun with it.
  expect(library.shelf.version('dog-licence', '2026.2')).not.toBeNull();
});

it('offers the version before a withdrawn one, also after a restart', async () => {
  const withdrawn = { kind: 'procedure-withdrawn', division: null, procedure: 'dog-licence' };
  await take(signed(1, told({ version: '2026.10' })), signed(2, { ...withdrawn, version: '2026.10' }));
  expect(await state()).toMatchObject({ position: 2, kept: ['2026.10'], offered: ['2026.2'] });
  await store.close();
  await open();
  expect((await state()).offered).toEqual(['2026.2']);
  await take(signed(3, { ...withdrawn, version: '2026.2' }));
  expect((await state()).offered).toEqual([]);
  expect(library.shelf.version('dog-licence', '2026.10')).not.toBeNull();
});

it('takes what is here already for what it is', async () => {
  const hash = hashOfProcedure(dogLicence({ version: '2026.2' }));
  await take(signed(1, told({ version: '2026.2' }, { hash })));
  expect(await state()).toMatchObject({ position: 1, kept: [], journal: { kind: 'news' } });
});

const other = () => told({ id: 'cat-licence', version: '2027.1' });

it.each<[because: string, what: string, () => object]>([
  ['older', 'a version before one that is here', () => told({ version: '2025.9' })],
  ['differs', 'other words under a number that is here', () => told({ version: '2026.2', tasks: [] })],
  ['not-for-us', 'one for another division', () => told({ version: '2027.1' }, { division: '520102' })],
  ['piece-missing', 'one the platform has not', () => told({ version: '2027.1' }, { hash: '0'.repeat(64) })],
  [
    'hash-wrong',
    'a piece that is another',
    () => {
      const notice = told({ version: '2027.1' });
      pieces.set(notice.hash, '{}');
      return notice;
    },
  ],
  [
    'unreadable',
    'a piece that is no procedure',
    () => {
      const hash = pieceHash('{"a":1,"a":2}');
      pieces.set(hash, '{"a":1,"a":2}');
      return told({ version: '2027.1' }, { hash });
    },
  ],
  ['not-what-was-named', 'another than it says', () => ({ ...other(), procedure: 'bird-licence' })],
  ['not-what-was-named', 'one without its catalogue', () => told({ version: '2027.1' }, { catalogues: [] })],
  [
    'rules-wrong',
    'one that the linter would not load',
    () => told({ version: '2027.1', pages: [...dogLicence().pages, dogLicence().pages[0] as never] }),
  ],
  ['malformed', 'one of no form', () => ({ kind: 'procedure', procedure: '../../etc' })],
  ['kind-unknown', 'news of a later program', () => ({ kind: 'party' })],
])('refuses (%s) %s, says so in its journal, and goes on', async (because, _what, notice) => {
  expect(await take(signed(1, notice()))).toBeNull();
  expect(await state()).toEqual({
    position: 1,
    kept: [],
    offered: ['2026.2'],
    journal: expect.objectContaining({ kind: 'news-refused', position: 1, because }) as object,
  });
  // Whatever came before, the next one is taken.
  await take(signed(2, other()));
  expect(await state()).toMatchObject({ position: 2, kept: ['2027.1'] });
});

it('B14: takes no procedure that another signed, and asks again where it was', async () => {
  const forged = signed(1, told({ version: '2027.1' }), newSigningKey());
  expect(await take(forged)).toEqual({ kind: 'wrong-server' });
  expect(await state()).toEqual({ position: 0, kept: [], offered: ['2026.2'], journal: null });
});

it.each<Trouble>([{ kind: 'no-network' }, { kind: 'wrong-server' }, { kind: 'busy', retryAfterMs: 5 }])(
  'does not go past a procedure whose pieces did not come: %o',
  async (while_) => {
    const notices = [signed(1, { kind: 'staff' }), signed(2, told({ version: '2027.1' }))];
    trouble = while_;
    expect(await take(...notices)).toEqual(while_);
    expect(await state()).toMatchObject({ position: 1, kept: [], offered: ['2026.2'] });
    trouble = null;
    expect(await take(...notices)).toBeNull();
    expect(await state()).toMatchObject({ position: 2, kept: ['2027.1'], offered: ['2027.1'] });
  },
);

it('fetches anew what the disk changed, and says until then what is missing', async () => {
  const notice = told({ version: '2027.1' });
  await take(signed(1, notice));
  const bad = new Map([[notice.hash, '{}']]);
  await store.sentProcedures.keep(notice, bad, { position: 1, at: '2026-11-27T00:00:00.000Z' });
  await store.close();
  await open();
  expect(library.shelf.faults).toMatchObject([{ file: 'sent:dog-licence@2027.1', reason: 'hash-wrong' }]);
  expect((await state()).offered).toEqual(['2026.2']);
  await take(signed(2, notice));
  expect(library.shelf.faults).toEqual([]);
  expect((await state()).offered).toEqual(['2027.1']);
});

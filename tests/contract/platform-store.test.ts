// What the platform's stores promise, on every engine they run on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NewerDatabaseError } from '../../lib/database/migrate.ts';
import { openPostgres } from '../../lib/database/postgres.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { NewCase } from '../../platform/store/cases.ts';
import type { Event, NewEvent } from '../../platform/store/events.ts';
import type { Kiosk } from '../../platform/store/kiosks.ts';
import { openStore, type Store, type Stores } from '../../platform/store/store.ts';
import { startPostgres, type Postgres } from '../postgres.ts';

interface Engine {
  start(): Promise<void>;
  /** Where a new, empty database is. */
  place(): Promise<{ sqlite: string } | { postgres: string }>;
  stop(): Promise<void>;
}

function sqliteEngine(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-store-'));
  let made = 0;
  return {
    start: async () => {},
    place: async () => ({ sqlite: join(folder, `${(made += 1)}.sqlite`) }),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function postgresEngine(): Engine {
  let postgres: Postgres;
  return {
    start: async () => {
      postgres = await startPostgres();
    },
    place: async () => ({ postgres: await postgres.newDatabase() }),
    stop: () => postgres.stop(),
  };
}

const AT = '2026-11-24T02:00:00.000Z';
const DIVISION = '520103';
const at = (second: number) => new Date(Date.parse(AT) + second * 1000).toISOString();
const newId = () => uuidv7(new Date());

async function addKiosk(stores: Stores, code = 'K001', division = DIVISION): Promise<Kiosk> {
  const kiosk = { division, id: newId(), code, generation: '1', publicKey: 'key', enrolledAt: AT };
  await stores.kiosks.add({ ...kiosk, software: 'test' });
  return { ...kiosk, gapFreeUpTo: 0, stopped: null, olderKeys: [] };
}

const event = (kind: NewEvent['kind'] = 'submission-refused', body = {}): NewEvent => ({
  kind,
  at: AT,
  caseId: null,
  kiosk: null,
  body,
});

/** Puts a submission and its case down, as intake does. */
async function putDown(stores: Stores, kiosk: Kiosk, sequence: number, second = sequence): Promise<NewCase> {
  const held = await stores.kiosks.holdGapFreeUpTo(kiosk, at(second));
  const submission = newId();
  const end =
    sequence === held + 1 ? await stores.submissions.endOfRun(kiosk.division, kiosk.id, sequence) : held;
  await stores.submissions.put({
    division: kiosk.division,
    id: submission,
    kiosk: kiosk.id,
    sequence,
    procedure: 'library-card',
    version: '2026.1',
    completedAt: AT,
    receivedAt: at(second),
    clockDoubt: null,
    contentHash: Buffer.alloc(32, sequence),
    envelope: Buffer.from([0, 255, sequence % 256]),
    signature: 'signature',
    acknowledgement: { body: `{"of": ${sequence}}`, signature: 'signed' },
  });
  await stores.kiosks.setGapFreeUpTo(kiosk, end);
  const opened: NewCase = {
    division: kiosk.division,
    id: newId(),
    submission,
    receiptNumber: `${kiosk.division}-${kiosk.code}-1-${sequence}`,
    procedure: 'library-card',
    version: '2026.1',
    subject: '杨**',
    completedAt: AT,
    receivedAt: at(second),
  };
  await stores.cases.open(opened, [
    { id: 'card', department: 'culture', state: 'waiting-for-acceptance' },
    { id: 'courier', department: 'post', state: 'waiting-for-another' },
  ]);
  await stores.events.append(kiosk.division, [
    { ...event('case-opened', { sequence }), caseId: opened.id },
    { ...event('task-opened'), caseId: opened.id },
  ]);
  return opened;
}

describe.each([
  ['SQLite', sqliteEngine],
  ['PostgreSQL', postgresEngine],
])('the stores on %s', (_, createEngine) => {
  const engine = createEngine();
  let place: Awaited<ReturnType<Engine['place']>>;
  let store: Store;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    place = await engine.place();
    store = await openStore(place);
  });
  afterEach(() => store.close());

  /** Past the stores, as somebody with a database tool would. */
  async function byHand(sql: string): Promise<unknown> {
    const db = 'sqlite' in place ? openSqlite(place.sqlite) : openPostgres(place.postgres);
    try {
      return await db.raw(sql);
    } finally {
      await db.destroy();
    }
  }

  it('opens again what it has closed, and refuses what a newer program wrote', async () => {
    const kiosk = await addKiosk(store);
    await store.close();
    store = await openStore(place);
    expect((await store.kiosks.byId(kiosk.id))?.code).toBe('K001');
    await byHand("insert into knex_migrations (name, batch) values ('2099-01-01-later', 99)");
    await expect(openStore(place)).rejects.toBeInstanceOf(NewerDatabaseError);
  });

  it('keeps a published version for good, and tells news to the division they are for', async () => {
    const here = await addKiosk(store);
    const elsewhere = await addKiosk(store, 'K001', '520102');
    const named = { procedure: 'dog-licence', version: '2026.1', hash: 'a'.repeat(64), catalogues: [] };
    await store.published.put(named, new Map([[named.hash, '{"dog":"犬"}']]), AT);
    await store.published.put({ ...named, hash: 'b'.repeat(64) }, new Map([[named.hash, '{}']]), at(1));
    expect(await store.published.all()).toEqual([named]);
    expect(await store.published.find('dog-licence', '2026.1')).toEqual(named);
    expect(await store.published.find('dog-licence', '2026.2')).toBeNull();
    expect(await store.published.pieces([named.hash, 'c'])).toEqual(new Map([[named.hash, '{"dog":"犬"}']]));
    const news = { procedure: 'dog-licence', version: '2026.1', division: '520102', at: AT };
    for (const [kind, takenUntil] of [
      ['published', null],
      ['withdrawn', at(9)],
    ] as const)
      await store.transaction(async (stores) => {
        const position = await stores.notices.nextPosition();
        await stores.notices.append(
          position,
          { body: kind, signature: 's' },
          { kiosk: null, division: '520102', subject: null },
        );
        await stores.published.note({ position, kind, takenUntil, ...news });
      });
    expect(await store.published.news()).toEqual([
      { position: 1, kind: 'published', takenUntil: null, ...news },
      { position: 2, kind: 'withdrawn', takenUntil: at(9), ...news },
    ]);
    expect(await store.notices.behind(here, 0, 10)).toEqual({ notices: [], upTo: 2 });
    expect((await store.notices.behind(elsewhere, 1, 10)).notices).toEqual([
      { body: 'withdrawn', signature: 's' },
    ]);
  });

  it('keeps a kiosk under the key it enrolled with', async () => {
    const kiosk = await addKiosk(store);
    expect(await store.kiosks.byId(kiosk.id)).toEqual(kiosk);
    expect(await store.kiosks.byId(newId())).toBeNull();
    await expect(byHand("update kiosks set public_key = 'another'")).rejects.toThrow(/keeps its key/);
  });

  it('keeps every key a kiosk had, in order, and gives none to two', async () => {
    const kiosk = await store.transaction((stores) => addKiosk(stores));
    await store.kiosks.addKey(kiosk, 'second', at(1));
    const second = await store.kiosks.byId(kiosk.id);
    if (second === null) throw new Error('gone');
    await store.kiosks.addKey(second, 'third', at(2));
    const third = { ...kiosk, publicKey: 'third', olderKeys: ['key', 'second'] };
    expect(await store.kiosks.byId(kiosk.id)).toEqual(third);
    expect(await store.kiosks.list(null, 10)).toEqual([third]);
    expect(await store.kiosks.isKeyKnown('second')).toBe(true);
    expect(await store.kiosks.isKeyKnown('fourth')).toBe(false);
    await expect(store.kiosks.addKey(third, 'second', at(3))).rejects.toThrow();
    await expect(store.kiosks.addKey(second, 'another', at(3))).rejects.toThrow();
  });

  it('stops a kiosk and takes that back; what was revoked is not merely forked', async () => {
    const kiosk = await store.transaction((stores) => addKiosk(stores));
    await store.kiosks.stop(kiosk, 'forked', at(1));
    expect(await store.kiosks.byId(kiosk.id)).toMatchObject({ stopped: 'forked' });
    await store.kiosks.stop(kiosk, 'revoked', at(2));
    await store.kiosks.stop(kiosk, 'forked', at(3));
    expect(await store.kiosks.byName(DIVISION, kiosk.code, null)).toMatchObject({ stopped: 'revoked' });
    expect(await store.kiosks.byName(DIVISION, kiosk.code, '2')).toBeNull();
    await store.kiosks.release(kiosk);
    expect(await store.kiosks.byId(kiosk.id)).toEqual(kiosk);
  });

  it('gives a code and generation out once in a division', async () => {
    await addKiosk(store);
    await addKiosk(store, 'K001', '520102');
    await expect(addKiosk(store)).rejects.toThrow();
    expect(await store.kiosks.named(DIVISION)).toEqual([{ code: 'K001', generation: '1' }]);
  });

  it('lists all kiosks a page at a time', async () => {
    for (const code of ['K001', 'K002', 'K003']) await addKiosk(store, code);
    await addKiosk(store, 'K001', '520181');
    const first = await store.kiosks.list(null, 3);
    const second = await store.kiosks.list(first[2] ?? null, 3);
    expect([...first, ...second]).toHaveLength(4);
    expect(second.map(({ division }) => division)).toEqual(['520181']);
  });

  it('burns a code once, and not after its time', async () => {
    const code = {
      hash: 'a'.repeat(64),
      division: DIVISION,
      kioskCode: null,
      madeAt: at(0),
      expiresAt: at(60),
    };
    const late = { ...code, hash: 'b'.repeat(64) };
    await store.enrolmentCodes.add(code);
    await store.enrolmentCodes.add(late);
    const uses = await Promise.all(
      Array.from({ length: 5 }, () => store.enrolmentCodes.use(code.hash, newId(), at(30))),
    );
    expect(uses.filter((use) => use !== null)).toEqual([code]);
    expect(await store.enrolmentCodes.use(late.hash, newId(), at(61))).toBeNull();
    expect(await store.enrolmentCodes.use('c'.repeat(64), newId(), at(30))).toBeNull();
    await expect(
      byHand('update enrolment_codes set used_at = null where kiosk is not null'),
    ).rejects.toThrow();
  });

  it('N17: takes a nonce of a key once, whoever asks and however many at once, and forgets it after its time', async () => {
    const used = { keyId: newId(), nonce: 'a-nonce-of-ours', forgetAfter: at(600) };
    const name = `${used.keyId} ${used.nonce}`;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => store.transaction(({ nonces }) => nonces.use([used]))),
    );
    expect(answers.filter((added) => added.has(name))).toHaveLength(1);
    const other = { ...used, keyId: newId() };
    expect(await store.nonces.use([used, other])).toEqual(new Set([`${other.keyId} ${other.nonce}`]));
    expect(await store.nonces.forget(at(600))).toBe(0);
    expect(await store.nonces.forget(at(601))).toBe(2);
    expect(await store.nonces.use([used])).toEqual(new Set([name]));
  });

  it('gives back the bytes and words it was given', async () => {
    const kiosk = await addKiosk(store);
    const opened = await store.transaction((stores) => putDown(stores, kiosk, 7));
    expect(await store.submissions.byId(DIVISION, opened.submission)).toEqual({
      kiosk: kiosk.id,
      contentHash: Buffer.alloc(32, 7),
      acknowledgement: { body: '{"of": 7}', signature: 'signed' },
    });
    expect(await store.submissions.envelopeOf(DIVISION, opened.submission)).toEqual(Buffer.from([0, 255, 7]));
    expect(await store.submissions.byId('520102', opened.submission)).toBeNull();
    const found = await store.cases.byReceiptNumber(DIVISION, opened.receiptNumber);
    expect(found).toEqual({
      ...opened,
      kiosk: kiosk.id,
      kioskCode: 'K001',
      clockDoubt: null,
      tasks: [
        { id: 'card', department: 'culture', state: 'waiting-for-acceptance', changedAt: at(7) },
        { id: 'courier', department: 'post', state: 'waiting-for-another', changedAt: at(7) },
      ],
      current: { division: DIVISION, submission: opened.submission, completedAt: AT },
      correctedAt: [],
    });
    expect(await store.cases.byId(opened.id)).toEqual(found);
    expect(await store.cases.byReceiptNumber('520102', opened.receiptNumber)).toBeNull();
  });

  it('takes sequences beyond 32 bits', async () => {
    const kiosk = await addKiosk(store);
    const far = 2 ** 40;
    await store.transaction((stores) => putDown(stores, kiosk, far));
    expect(await store.submissions.isSequenceTaken(DIVISION, kiosk.id, far)).toBe(true);
    expect(await store.submissions.isSequenceTaken(DIVISION, kiosk.id, far + 1)).toBe(false);
  });

  it.each([
    ['a submission changed', "update submissions set signature = 'x'", /does not change/],
    ['a submission deleted', 'delete from submissions', /never deleted/],
    ['a case deleted', 'delete from cases', /never deleted/],
    ['an event changed', "update events set kind = 'x'", /does not change/],
    ['an event deleted', 'delete from events', /never deleted/],
    [
      'an event slipped in',
      `insert into events (division, position, at, kind, body) values ('${DIVISION}', 99, '', 'x', '{}')`,
      /next position/,
    ],
    ['a task in a state there is not', "update tasks set state = 'lost'", /check|constraint/i],
    ['what is held taken back', 'update kiosks set gap_free_up_to = 0', /stays held/],
  ])('does not let %s by hand', async (_what, sql, sentence) => {
    const kiosk = await addKiosk(store);
    await store.transaction((stores) => putDown(stores, kiosk, 1));
    await expect(byHand(sql)).rejects.toThrow(sentence);
  });

  it('does not take two submissions with one sequence, one id or one receipt number', async () => {
    const kiosk = await addKiosk(store);
    await store.transaction((stores) => putDown(stores, kiosk, 1));
    await expect(store.transaction((stores) => putDown(stores, kiosk, 1))).rejects.toThrow();
    expect(await store.cases.receiptNumbers()).toHaveLength(1);
  });

  it('takes back everything when a transaction fails', async () => {
    const kiosk = await addKiosk(store);
    await expect(
      store.transaction(async (stores) => {
        await putDown(stores, kiosk, 1);
        throw new Error('power cut');
      }),
    ).rejects.toThrow('power cut');
    expect(await store.cases.receiptNumbers()).toEqual([]);
    expect(await store.events.after(DIVISION, 0, 10)).toEqual([]);
    expect((await store.kiosks.byId(kiosk.id))?.gapFreeUpTo).toBe(0);
  });

  it('knows how far a kiosk is held without a gap, whatever the order', async () => {
    const kiosk = await addKiosk(store);
    const heldAfter = async (sequence: number) => {
      await store.transaction((stores) => putDown(stores, kiosk, sequence));
      return (await store.kiosks.byId(kiosk.id))?.gapFreeUpTo;
    };
    expect(await heldAfter(2)).toBe(0);
    expect(await heldAfter(5)).toBe(0);
    expect(await heldAfter(1)).toBe(2);
    expect(await heldAfter(4)).toBe(2);
    expect(await heldAfter(3)).toBe(5);
  });

  it('numbers the events of each division without a gap, in the order of commits', async () => {
    const [here, there] = [await addKiosk(store), await addKiosk(store, 'K001', '520102')];
    await store.transaction((stores) => putDown(stores, here, 1));
    await store.transaction((stores) => putDown(stores, there, 1));
    await store.transaction((stores) => putDown(stores, here, 2));
    const events = await store.events.after(DIVISION, 0, 100);
    expect(events.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(events[2]).toMatchObject({ kind: 'case-opened', body: { sequence: 2 }, division: DIVISION });
    expect(await store.events.after(DIVISION, 3, 100)).toHaveLength(1);
    expect(await store.events.after('520102', 0, 100)).toHaveLength(2);
    const [first] = events;
    expect(await store.events.ofCase(DIVISION, first?.caseId ?? '', 100)).toHaveLength(2);
  });

  it('lists cases newest first, a page at a time, and by the state of their tasks', async () => {
    const kiosk = await addKiosk(store);
    for (const sequence of [1, 2, 3, 4, 5])
      await store.transaction((stores) => putDown(stores, kiosk, sequence, Math.min(sequence, 4)));
    const first = await store.cases.list(null, null, 3);
    const second = await store.cases.list(null, first[2] ?? null, 3);
    const all = [...first, ...second];
    expect(all).toHaveLength(5);
    expect(all.map(({ receivedAt }) => receivedAt)).toEqual([at(4), at(4), at(3), at(2), at(1)]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(5);
    expect(all.every(({ tasks }) => tasks.length === 2)).toBe(true);
    expect(await store.cases.list('waiting-for-acceptance', null, 10)).toHaveLength(5);
    expect(await store.cases.list('decided', null, 10)).toEqual([]);
  });

  it('counts cases, those that arrived since, and no further than asked', async () => {
    const kiosk = await addKiosk(store);
    for (const sequence of [1, 2, 3]) await store.transaction((stores) => putDown(stores, kiosk, sequence));
    const [, second = null] = await store.cases.list(null, null, 3);
    expect(await store.cases.count(null, null, 10)).toBe(3);
    expect(await store.cases.count(null, second, 10)).toBe(1);
    expect(await store.cases.count('waiting-for-another', null, 2)).toBe(2);
    expect(await store.cases.count('decided', null, 10)).toBe(0);
  });

  it('loses no event to a reader with a cursor while many write at once', async () => {
    const kiosks = await Promise.all(['K001', 'K002', 'K003', 'K004'].map((code) => addKiosk(store, code)));
    const writing = kiosks.flatMap((kiosk) =>
      [3, 1, 4, 2, 5].map((sequence) => store.transaction((stores) => putDown(stores, kiosk, sequence))),
    );
    let isWriting = true;
    const written = Promise.all(writing).finally(() => {
      isWriting = false;
    });
    const read: Event[] = [];
    for (let wasWriting = true; wasWriting;) {
      wasWriting = isWriting;
      read.push(...(await store.events.after(DIVISION, read.at(-1)?.position ?? 0, 3)));
    }
    await written;
    for (;;) {
      const more = await store.events.after(DIVISION, read.at(-1)?.position ?? 0, 100);
      if (more.length === 0) break;
      read.push(...more);
    }
    expect(read.map(({ position }) => position)).toEqual(
      Array.from({ length: 40 }, (_none, index) => index + 1),
    );
    const held = await Promise.all(kiosks.map(({ id }) => store.kiosks.byId(id)));
    expect(held.map((kiosk) => kiosk?.gapFreeUpTo)).toEqual([5, 5, 5, 5]);
  });

  const REASONS = [{ at: '/address', why: { 'zh-CN': '不清楚', en: 'Unclear' } }];

  it('returns a case with its words, and takes its correction once', async () => {
    const kiosk = await addKiosk(store);
    const opened = await store.transaction((stores) => putDown(stores, kiosk, 1));
    const later = await store.transaction((stores) => putDown(stores, kiosk, 2));
    const card = { id: 'card', state: 'waiting-for-acceptance' } as const;
    expect(await store.cases.moveTask(opened, card, 'returned', at(5))).toBe(true);
    expect(await store.cases.moveTask(opened, card, 'returned', at(6))).toBe(false);
    await store.returns.add(opened, { notice: 1, task: 'card', at: at(5), reasons: REASONS });
    const notice = { notice: 1, task: 'card', at: at(5), reasons: REASONS, mendedAt: null };
    expect(await store.returns.ofCase(opened)).toEqual([notice]);
    expect(await store.returns.mend(opened, [1], at(9))).toBe(1);
    expect(await store.returns.mend(opened, [1], at(10))).toBe(0);
    await store.returns.addCorrection({
      division: DIVISION,
      caseId: opened.id,
      submissionDivision: DIVISION,
      submission: later.submission,
      receiptNumber: later.receiptNumber,
      completedAt: at(8),
      receivedAt: at(9),
    });
    const found = await store.cases.byId(opened.id);
    expect(found?.current).toEqual({ division: DIVISION, submission: later.submission, completedAt: at(8) });
    expect(found?.correctedAt).toEqual([at(9)]);
    expect(found?.tasks[0]).toEqual({
      id: 'card',
      department: 'culture',
      state: 'returned',
      changedAt: at(5),
    });
    expect(await store.returns.caseCorrectedBy(DIVISION, later.receiptNumber)).toBe(opened.id);
    await expect(byHand(`update returns set mended_at = null`)).rejects.toThrow();
    await expect(byHand('delete from returns')).rejects.toThrow();
    await expect(byHand('delete from corrections')).rejects.toThrow();
  });

  it('keeps a loan as it was made', async () => {
    const kiosk = await addKiosk(store);
    const opened = await store.transaction((stores) => putDown(stores, kiosk, 1));
    const loan = {
      id: newId(),
      division: DIVISION,
      caseId: opened.id,
      kiosk: kiosk.id,
      at: AT,
      notices: [1, 2],
    };
    await store.returns.lend(loan);
    expect(await store.returns.loan(loan.id)).toEqual(loan);
    expect(await store.returns.loan(newId())).toBeNull();
    await expect(store.returns.lend(loan)).rejects.toThrow();
    await expect(byHand(`update loans set kiosk = '${newId()}'`)).rejects.toThrow();
  });

  it('adds the tasks that a correction calls for behind the others, and drops what nobody began', async () => {
    const kiosk = await addKiosk(store);
    const opened = await store.transaction((stores) => putDown(stores, kiosk, 1));
    const before = await store.cases.byId(opened.id);
    if (before === null) throw new Error('no case');
    const seal = { id: 'seal', department: 'public-security', state: 'waiting-for-another' } as const;
    await store.cases.addTasks(before, [seal], at(3));
    await store.cases.dropTask(before, 'courier');
    const after = await store.cases.byId(opened.id);
    expect(after?.tasks.map(({ id }) => id)).toEqual(['card', 'seal']);
  });

  it('finds a person’s cases by what stands for the person, the newest first', async () => {
    const kiosk = await addKiosk(store);
    const cases = [];
    for (const sequence of [1, 2, 3])
      cases.push(await store.transaction((stores) => putDown(stores, kiosk, sequence)));
    const [first, second, third] = cases;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no cases');
    const [mine, other] = ['a'.repeat(64), 'b'.repeat(64)];
    for (const one of [first, second]) await store.people.put(DIVISION, one.id, mine);
    await store.people.put(DIVISION, third.id, other);
    expect(await store.people.casesOf(mine, 5)).toEqual([second.id, first.id]);
    expect(await store.people.casesOf(mine, 1)).toEqual([second.id]);
    expect(await store.people.isOf(DIVISION, third.id, mine)).toBe(false);
    // A correction mended the number.
    await store.people.put(DIVISION, third.id, mine);
    expect(await store.people.casesOf(other, 5)).toEqual([]);
  });

  it('tells of which cases it is not noted whose they are, and notes it once', async () => {
    const kiosk = await addKiosk(store);
    const cases = [];
    for (const sequence of [1, 2, 3])
      cases.push(await store.transaction((stores) => putDown(stores, kiosk, sequence)));
    const keys = cases
      .map(({ division, id }) => ({ division, id }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const [first, second, third] = keys;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no cases');
    const [mine, other] = ['a'.repeat(64), 'b'.repeat(64)];
    expect(await store.people.nobodys(null, 2)).toEqual([first, second]);
    expect(await store.people.nobodys(second, 2)).toEqual([third]);
    expect(await store.people.putFirst(DIVISION, second.id, mine)).toBe(true);
    expect(await store.people.putFirst(DIVISION, second.id, other)).toBe(false);
    expect(await store.people.isOf(DIVISION, second.id, mine)).toBe(true);
    expect(await store.people.nobodys(null, 5)).toEqual([first, third]);
  });

  it('keeps one rating for a case and stage, unchanged', async () => {
    const kiosk = await addKiosk(store);
    const opened = await store.transaction((stores) => putDown(stores, kiosk, 1));
    const rating = {
      division: DIVISION,
      caseId: opened.id,
      stage: 'hand-in',
      id: newId(),
      level: 4 as const,
      catalogue: 'service',
      version: '2026.1',
      options: ['fast'],
      isNamed: false,
      kiosk: kiosk.id,
      ratedAt: AT,
      receivedAt: at(1),
      contentHash: Buffer.alloc(32, 9),
      envelope: Buffer.from([1, 2, 255]),
      signature: 'signed',
    };
    await store.ratings.put(rating);
    expect(await store.ratings.byId(rating.id)).toEqual(rating);
    expect(await store.ratings.ofCase(DIVISION, opened.id)).toEqual([rating]);
    await expect(store.ratings.put({ ...rating, id: newId() })).rejects.toThrow();
    await store.ratings.put({ ...rating, id: newId(), stage: 'result' });
    await expect(byHand('update ratings set level = 5')).rejects.toThrow();
    await expect(byHand('delete from ratings')).rejects.toThrow();
  });
});

it('runs again when two transactions were in each other’s way', async () => {
  const engine = postgresEngine();
  await engine.start();
  const place = await engine.place();
  const store = await openStore(place);
  const one = await addKiosk(store, 'K001');
  const other = await addKiosk(store, 'K002');
  let runs = 0;
  const meet = (first: Kiosk, second: Kiosk, mine: Barrier, theirs: Barrier) =>
    store.transaction(async (stores) => {
      runs += 1;
      await stores.kiosks.holdGapFreeUpTo(first, AT);
      mine.open();
      await theirs.opened;
      await stores.kiosks.holdGapFreeUpTo(second, AT);
    });
  const [a, b] = [barrier(), barrier()];
  await Promise.all([meet(one, other, a, b), meet(other, one, b, a)]);
  expect(runs).toBeGreaterThan(2);
  await store.close();
  await engine.stop();
});

interface Barrier {
  open(): void;
  opened: Promise<void>;
}

function barrier(): Barrier {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

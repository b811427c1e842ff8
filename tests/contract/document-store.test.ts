// What the stores promise about documents: the platform's on every engine it runs on, the kiosk's on its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../../lib/database/postgres.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { databaseFile, openStore as openKioskStore } from '../../main/store/store.ts';
import { uuidv7 } from '../../platform/ids.ts';
import { openStore, type Store } from '../../platform/store/store.ts';
import { startPostgres, type Postgres } from '../postgres.ts';

const AT = '2026-11-24T02:00:00.000Z';
const DIVISION = '520103';
const newId = () => uuidv7(new Date());
const digest = (letter: string) => letter.repeat(64);

type Where = { sqlite: string } | { postgres: string };

/** A case of one submission, in an empty store. */
async function withCase(store: Store) {
  const kiosk = {
    division: DIVISION,
    id: newId(),
    code: 'K001',
    generation: '1',
    publicKey: 'key',
    enrolledAt: AT,
  };
  const [submission, caseId] = [newId(), newId()];
  await store.transaction(async (stores) => {
    await stores.kiosks.add({ ...kiosk, software: 'test' });
    await stores.submissions.put({
      division: DIVISION,
      id: submission,
      kiosk: kiosk.id,
      sequence: 1,
      procedure: 'library-card',
      version: '2026.1',
      completedAt: AT,
      receivedAt: AT,
      clockDoubt: null,
      contentHash: Buffer.alloc(32, 1),
      envelope: Buffer.from('{}'),
      signature: 'signature',
      acknowledgement: { body: '{}', signature: 'signature' },
    });
    await stores.cases.open(
      {
        division: DIVISION,
        id: caseId,
        submission,
        receiptNumber: '520103-K001-1-0001-B',
        procedure: 'library-card',
        version: '2026.1',
        subject: '杨**',
        completedAt: AT,
        receivedAt: AT,
      },
      [],
    );
  });
  const owner = { division: DIVISION, submission, caseDivision: DIVISION, caseId };
  return { kiosk, owner };
}

describe.each(['SQLite', 'PostgreSQL'])('the platform’s documents on %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-documents-'));
  let postgres: Postgres | null = null;
  let where: Where;
  let store: Store;
  let owner: Awaited<ReturnType<typeof withCase>>['owner'];
  let kiosk: Awaited<ReturnType<typeof withCase>>['kiosk'];

  beforeAll(async () => {
    if (engine === 'PostgreSQL') postgres = await startPostgres();
    where =
      postgres === null ? { sqlite: join(folder, 'a.sqlite') } : { postgres: await postgres.newDatabase() };
    store = await openStore(where);
    ({ owner, kiosk } = await withCase(store));
    await store.transaction((stores) =>
      stores.documents.expect(owner, [
        { digest: digest('a'), bytes: 3_000_000_000 },
        { digest: digest('b'), bytes: 5 },
      ]),
    );
  });
  afterAll(async () => {
    await store.close();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are awaited in the order of their submission, with whose they are', async () => {
    const found = await store.documents.ofSubmission(DIVISION, owner.submission);
    expect(found.map(({ digest: name, bytes, heldAt }) => [name[0], bytes, heldAt])).toEqual([
      ['a', 3_000_000_000, null],
      ['b', 5, null],
    ]);
    expect(await store.documents.byDigest(digest('b'))).toMatchObject({ ...owner, kiosk: kiosk.id });
    expect(await store.documents.byDigest(digest('c'))).toBeNull();
  });

  it('are each named once: a file has one key and one owner', async () => {
    await expect(store.documents.expect(owner, [{ digest: digest('a'), bytes: 1 }])).rejects.toThrow();
  });

  it('are held once, and told once', async () => {
    const found = await store.documents.byDigest(digest('b'));
    if (found === null) throw new Error('not there');
    expect(await store.documents.awaited(found)).toBe(2);
    expect(await store.documents.hold(found, AT)).toBe(true);
    expect(await store.documents.hold(found, '2026-11-25T02:00:00.000Z')).toBe(false);
    expect(await store.documents.awaited(found)).toBe(1);
    expect((await store.documents.byDigest(digest('b')))?.heldAt).toBe(AT);
  });

  it('stay, and what is held does not change, whoever writes past us', async () => {
    const db = 'sqlite' in where ? openSqlite(where.sqlite) : openPostgres(where.postgres);
    await expect(db('documents').delete()).rejects.toThrow('a document is never deleted');
    const held = db('documents').where({ digest: digest('b') });
    await expect(held.update({ held_at: null })).rejects.toThrow('does not change');
    await db.destroy();
  });
});

describe('the kiosk’s documents', () => {
  it('belong to a submission, go once it was acknowledged, and stay named for good', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onewindow-kiosk-'));
    const opened = await openKioskStore(folder);
    if (!opened.ok) throw new Error(opened.error.code);
    const store = opened.value;
    await expect(store.documents.put({ sequence: 9, digest: digest('a'), bytes: 5 })).rejects.toThrow();
    await store.submissions.put({
      sequence: 1,
      id: newId(),
      receiptNumber: '520103-K001-1-0001-B',
      procedure: 'library-card',
      procedureVersion: '2026.1',
      completedAt: AT,
      contentHash: Buffer.alloc(32, 1),
      envelope: Buffer.from('{}'),
      signature: 'signature',
    });
    for (const letter of ['b', 'a'])
      await store.documents.put({ sequence: 1, digest: digest(letter), bytes: 5 });
    expect(await store.documents.nextToSend([])).toBeNull();
    await store.submissions.acknowledge(1, '{}', 'signature', AT);
    expect((await store.documents.nextToSend([]))?.digest).toBe(digest('a'));
    expect((await store.documents.nextToSend([digest('a')]))?.digest).toBe(digest('b'));
    await store.documents.noteTry(digest('a'), 'no-network');
    expect((await store.documents.nextToSend([]))?.attempts).toBe(1);
    expect((await store.documents.onlyHere()).toSorted()).toEqual([digest('a'), digest('b')]);
    await store.documents.mark(digest('a'), 'held', null);
    expect(await store.documents.onlyHere()).toEqual([digest('b')]);
    expect(await store.documents.counts()).toEqual({ waiting: 1, held: 1, lost: 0 });
    await store.close();
    const db = openSqlite(databaseFile(folder));
    await expect(db('documents').delete()).rejects.toThrow('what was handed in stays named');
    await expect(db('documents').update({ digest: digest('c') })).rejects.toThrow(
      'a document does not change',
    );
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
});

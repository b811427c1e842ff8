import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedStaffList, StaffList } from '../../domain/contract/staff-list.ts';
import { canonicalJson } from '../../domain/submission/canonical-json.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { makePinVerifier } from '../../lib/pin-verifier.ts';
import { silentLog } from '../../lib/log.ts';
import { CHEAP } from '../../tests/builders/staff.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { databaseFile, openStore, type Store } from '../store/store.ts';
import { createStaffBook, type StaffBook } from './staff-book.ts';

const platform = newSigningKey();
const pin = await makePinVerifier('480271', CHEAP);
const { clock } = manualTime(new Date('2026-11-25T02:00:00Z'));

let folder: string;
let store: Store;
let book: StaffBook;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-staff-'));
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  const enrolment = { platformSigningKey: platform.publicKey, division: '520103' };
  book = createStaffBook({ store, enrolment, clock, log: silentLog });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function listOf(change: Partial<StaffList> = {}): StaffList {
  return {
    format: 1,
    division: '520103',
    version: 7,
    issuedAt: '2026-11-25T02:00:00.000Z',
    accounts: [{ number: '0001', name: '周敏', role: 'clerk', pin }],
    ...change,
  };
}

function signed(list: StaffList, key = platform): SignedStaffList {
  const body = canonicalJson(list);
  return { body, signature: key.sign('staff-list', Buffer.from(body)) };
}

describe('a list', () => {
  it('is taken, and read again at the next start', async () => {
    expect(await book.take(signed(listOf()))).toEqual({ ok: true, value: 7 });
    expect(await book.list()).toEqual(listOf());
    expect(await book.account('0001')).toMatchObject({ name: '周敏' });
    expect(await book.account('0002')).toBeNull();
  });

  it('gives way to a newer one', async () => {
    await book.take(signed(listOf()));
    await book.take(signed(listOf({ version: 8, accounts: [] })));
    expect(await book.account('0001')).toBeNull();
  });

  const tampered = () => {
    const good = signed(listOf());
    return { ...good, body: good.body.replace('"clerk"', '"it"') };
  };
  it.each([
    ['an older one', () => signed(listOf({ version: 6 })), 'older'],
    ['one of another division', () => signed(listOf({ version: 8, division: '520102' })), 'other-division'],
    ['one that was altered', tampered, 'signature-wrong'],
    [
      'one that somebody else signed',
      () => signed(listOf({ version: 8 }), newSigningKey()),
      'signature-wrong',
    ],
    [
      'one signed for another purpose',
      () => {
        const { body } = signed(listOf({ version: 8 }));
        return { body, signature: platform.sign('acknowledgement', Buffer.from(body)) };
      },
      'signature-wrong',
    ],
    ['one in another form', () => signed({ ...listOf(), format: 2 } as never), 'malformed'],
  ])('in force is not replaced by %s', async (_, make, fault) => {
    await book.take(signed(listOf()));
    expect(await book.take(make())).toEqual({ ok: false, error: fault });
    expect(await book.list()).toEqual(listOf());
  });

  it('that somebody wrote into the database makes nobody a clerk', async () => {
    await book.take(signed(listOf()));
    const forged = canonicalJson(listOf({ accounts: [{ number: '0666', name: '某人', role: 'it', pin }] }));
    await store.close();
    const db = openSqlite(databaseFile(folder));
    await db('staff_list').update({ body: forged });
    await db.destroy();
    const again = await openStore(folder);
    if (!again.ok) throw new Error(again.error.code);
    store = again.value;
    const enrolment = { platformSigningKey: platform.publicKey, division: '520103' };
    const reopened = createStaffBook({ store, enrolment, clock, log: silentLog });
    expect(await reopened.list()).toBeNull();
    expect(await reopened.account('0666')).toBeNull();
    // The platform's own list mends it.
    expect(await reopened.take(signed(listOf()))).toEqual({ ok: true, value: 7 });
  });

  it('stays where the platform cannot be reached', async () => {
    await book.take(signed(listOf()));
    await book.refresh({ staffList: async () => ({ ok: false, error: { kind: 'no-network' } }) });
    expect(await book.list()).toEqual(listOf());
  });
});

// Accounts and their signed list, on every engine the platform runs on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StaffList } from '../../domain/contract/staff-list.ts';
import { newSigningKey, verifySignature } from '../../lib/keys.ts';
import { isPin } from '../../lib/pin-verifier.ts';
import { compile } from '../../lib/schema.ts';
import { CHEAP } from '../../tests/builders/staff.ts';
import { manualTime, type ManualTime } from '../../tests/fakes/manual-time.ts';
import { startPostgres, type Postgres } from '../../tests/postgres.ts';
import { openStore, type Store } from '../store/store.ts';
import { addStaff, removeStaff, setStaffPin, signedStaffList } from './accounts.ts';

const isList = compile(StaffList);
const key = newSigningKey();
const START = new Date('2026-11-25T02:00:00Z');

const folder = mkdtempSync(join(tmpdir(), 'onewindow-accounts-'));
let postgres: Postgres;
let made = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['SQLite', async () => ({ sqlite: join(folder, `${(made += 1)}.sqlite`) })],
  ['PostgreSQL', async () => ({ postgres: await postgres.newDatabase() })],
])('staff on %s', (_, place) => {
  let store: Store;
  let time: ManualTime;

  beforeEach(async () => {
    store = await openStore(await place());
    time = manualTime(START);
    return () => store.close();
  });

  const parts = () => ({ store, clock: time.clock, pinCost: CHEAP });
  const add = (name: string, division = '520103') =>
    addStaff(parts(), { name, role: 'clerk', division, pin: '480271' });

  async function listFor(division: string): Promise<StaffList> {
    const { body, signature } = await signedStaffList(store, key, division, time.clock.now());
    expect(verifySignature(key.publicKey, 'staff-list', Buffer.from(body), signature)).toBe(true);
    const list: unknown = JSON.parse(body);
    if (!isList(list)) throw new Error(body);
    return list;
  }

  it('get numbers that nobody had before, not even somebody who left', async () => {
    expect(await add('周敏')).toEqual({ ok: true, value: '0001' });
    expect(await add('田小满')).toEqual({ ok: true, value: '0002' });
    expect((await removeStaff(parts(), '0002')).ok).toBe(true);
    expect(await add('石文静')).toEqual({ ok: true, value: '0003' });
    const numbers = (await listFor('520103')).accounts.map(({ number }) => number);
    expect(numbers).toEqual(['0001', '0003']);
  });

  it('are listed for the kiosks of their division, and those of the city for all', async () => {
    await add('周敏', '520103');
    await add('田小满', '520102');
    await add('顾一帆', '520100');
    const names = async (division: string) => (await listFor(division)).accounts.map(({ name }) => name);
    expect(await names('520103')).toEqual(['周敏', '顾一帆']);
    expect(await names('520102')).toEqual(['田小满', '顾一帆']);
  });

  it('make the list’s version rise with every change, past whatever a lost database gave out', async () => {
    const versions = [(await listFor('520103')).version];
    await add('周敏');
    versions.push((await listFor('520103')).version);
    await setStaffPin(parts(), '0001', '593826');
    versions.push((await listFor('520103')).version);
    await removeStaff(parts(), '0001');
    versions.push((await listFor('520103')).version);
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    expect(new Set(versions).size).toBe(4);
    expect(versions[1]).toBe(Math.floor(START.getTime() / 1000));
  });

  it('are known by a verifier with a salt of its own; the PIN is nowhere', async () => {
    await add('周敏');
    await add('田小满');
    const { accounts } = await listFor('520103');
    expect(JSON.stringify(await store.staff.all())).not.toContain('480271');
    const [one, other] = accounts;
    if (one === undefined || other === undefined) throw new Error('nobody');
    expect(one.pin.salt).not.toBe(other.pin.salt);
    expect(await isPin('480271', one.pin)).toBe(true);
    await setStaffPin(parts(), one.number, '593826');
    const [changed] = (await listFor('520103')).accounts;
    expect(changed !== undefined && (await isPin('480271', changed.pin))).toBe(false);
  });

  it.each([
    ['a division that is none', { name: '周敏', division: '520199' }, 'division-unknown'],
    ['a name of two lines', { name: '周\n敏', division: '520103' }, 'name-wrong'],
    ['no name', { name: '  ', division: '520103' }, 'name-wrong'],
  ])('are not added with %s', async (_name, { name, division }, fault) => {
    expect(await add(name, division)).toEqual({ ok: false, error: fault });
  });

  it('that are not there cannot be changed', async () => {
    expect(await removeStaff(parts(), '0009')).toEqual({ ok: false, error: 'staff-unknown' });
    expect(await setStaffPin(parts(), '0009', '593826')).toEqual({ ok: false, error: 'staff-unknown' });
  });

  it('added at the same moment get a number each', async () => {
    const added = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => add(name)));
    const numbers = added.map((one) => (one.ok ? one.value : one.error));
    expect(numbers.toSorted()).toEqual(['0001', '0002', '0003', '0004']);
  });
});

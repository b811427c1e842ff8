// Every press of staff through the kiosk's one door: without a sign-in, with the wrong role, and after the screen was locked.
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../domain/contract/kiosk-api.ts';
import { staffApi } from '../../domain/contract/staff-api.ts';
import type { View } from '../../domain/contract/views.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { databaseFile } from '../../main/store/store.ts';
import { PRIVILEGES, type StaffPress } from '../../main/staff/privileges.ts';
import { employ, gu, openDoor, signIn, withPlatformStore, zhou, type Colleague } from '../builders/staff.ts';
import { startCity, type City } from '../city.ts';
import { ask } from '../fill-in.ts';
import { llc } from '../llc.ts';

const { procedure } = await llc();
const guarded = (Object.keys(staffApi) as StaffPress[]).filter((name) => PRIVILEGES[name] !== null);

let city: City;
let clerk: Colleague;
let it_: Colleague;

beforeAll(async () => {
  city = await startCity({ printer: null });
  [clerk, it_] = (await withPlatformStore(join(city.folder, 'platform'), (store) =>
    employ(store, [zhou, gu]),
  )) as [Colleague, Colleague];
  await city.kiosk.drain();
});
afterAll(() => city.stop());
beforeEach(async () => {
  await ask(city.send, 'leave', null);
  // It reads the store: what the leaving wrote into the journal is there by then.
  const { page } = await openDoor(city.send);
  await ask(city.send, 'closeStaffDoor', { page });
});

/** A well-formed press on this page. */
function inputOf(name: StaffPress, page: string): unknown {
  const more: Partial<Record<StaffPress, object>> = {
    showItems: { before: null },
    beginAttended: { procedure: procedure.id },
    openCase: { draft: '01999999-0000-7000-8000-000000000001' },
    discardCase: { draft: '01999999-0000-7000-8000-000000000001' },
    compareFace: { isCompared: true },
    compareOriginal: { document: 'premises-proof' },
    reprintReceipt: { sequence: 1 },
    mendCase: { number: '520103-K001-1-0001-0' },
  };
  return { page, ...more[name] };
}

async function pressed(name: StaffPress, { page }: { page: string }): Promise<string> {
  const reply: Reply = await city.send(name, inputOf(name, page));
  return reply.ok ? 'taken' : reply.error.code;
}

async function entries(): Promise<number> {
  const db = openSqlite(databaseFile(join(city.folder, 'kiosk')));
  const rows = await db('journal').count<{ count: number }[]>({ count: '*' });
  await db.destroy();
  return rows[0]?.count ?? 0;
}

const shown = (): Promise<View> => ask(city.send, 'arrange', {});

describe.each(guarded)('%s', (name) => {
  it('does nothing for a citizen', async () => {
    const view = await ask(city.send, 'beginApplication', { procedure: procedure.id });
    const before = await entries();
    expect(await pressed(name, view)).toBe('staff-only');
    expect(await entries()).toBe(before);
    expect({ ...(await shown()), revision: 0 }).toEqual({ ...view, revision: 0 });
  });

  it('does nothing for another role, or where it does not belong', async () => {
    const privilege = PRIVILEGES[name];
    const stranger = privilege?.roles.includes('clerk') === true ? it_ : clerk;
    const view = await signIn(city.send, stranger);
    const code = await pressed(name, view);
    expect(code).toBe(name === 'lockScreen' ? 'taken' : 'not-your-role');
  });

  it('does nothing after the screen was locked, with the page that was there before or the one that is there now', async () => {
    const privilege = PRIVILEGES[name];
    const own = privilege?.roles.includes('clerk') === true ? clerk : it_;
    const view = await signIn(city.send, own);
    const locked = await ask(city.send, 'lockScreen', { page: view.page });
    const before = await entries();
    expect(await pressed(name, view)).toBe('staff-only');
    expect(await pressed(name, locked)).toBe('staff-only');
    expect(await entries()).toBe(before);
    expect(await shown()).toMatchObject({ screen: 'staff-locked', page: locked.page });
  });
});

// Who works at the counters and after the machines: accounts, and the signed list of them that kiosks are given.
import { areaState } from '../../domain/identifiers/divisions.ts';
import { cleanLine } from '../../domain/identifiers/normalise.ts';
import {
  PinVerifier,
  STAFF_MOST,
  type SignedStaffList,
  type StaffAccount,
  type StaffList,
  type StaffRole,
} from '../../domain/contract/staff-list.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { covers } from '../../domain/staff/covers.ts';
import { canonicalJson } from '../../domain/submission/canonical-json.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { makePinVerifier, type PinCost } from '../../lib/pin-verifier.ts';
import { compile } from '../../lib/schema.ts';
import type { StaffRecord } from '../store/staff.ts';
import type { Store } from '../store/store.ts';

export interface StaffParts {
  store: Store;
  clock: Clock;
  /** What a PIN costs to check; that of `lib/pin-verifier` unless it is given. */
  pinCost?: PinCost;
}

export type StaffFault = 'division-unknown' | 'name-wrong' | 'no-number-left' | 'staff-unknown';

export interface NewAccount {
  name: string;
  role: StaffRole;
  division: string;
  pin: string;
}

const NAME_CHARACTERS = 80;
const LAST_NUMBER = 9999;

const isPinVerifier = compile(PinVerifier);

/** Adds an account. Its number, four digits that nobody had before. */
export async function addStaff(
  { store, clock, pinCost }: StaffParts,
  { name: typed, role, division, pin }: NewAccount,
): Promise<Result<string, StaffFault>> {
  if (areaState(division) !== 'current') return fail('division-unknown');
  const name = cleanLine(typed, NAME_CHARACTERS);
  if (!name.ok || name.value === '') return fail('name-wrong');
  const verifier = await makePinVerifier(pin, pinCost);
  const now = clock.now();
  return store.transaction(async (stores) => {
    await stores.staff.raiseVersion(versionAt(now));
    const given = await stores.staff.all();
    const number = nextNumber(given);
    if (number === null || given.length >= STAFF_MOST) return fail('no-number-left');
    const account = { division, number, name: name.value, role, pin: verifier };
    await stores.staff.add({ ...account, changedAt: now.toISOString() });
    return ok(number);
  });
}

export async function removeStaff(
  { store, clock }: StaffParts,
  number: string,
): Promise<Result<null, StaffFault>> {
  const now = clock.now();
  return store.transaction(async (stores) => {
    await stores.staff.raiseVersion(versionAt(now));
    return (await stores.staff.remove(number, now.toISOString())) ? ok(null) : fail('staff-unknown');
  });
}

export async function setStaffPin(
  { store, clock, pinCost }: StaffParts,
  number: string,
  pin: string,
): Promise<Result<null, StaffFault>> {
  const verifier = await makePinVerifier(pin, pinCost);
  const now = clock.now();
  return store.transaction(async (stores) => {
    await stores.staff.raiseVersion(versionAt(now));
    return (await stores.staff.setPin(number, verifier, now.toISOString()))
      ? ok(null)
      : fail('staff-unknown');
  });
}

/** Seconds since 1970: a platform restored from an old backup is past all it gave out as soon as anything changes. */
function versionAt(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}

function nextNumber(given: readonly StaffRecord[]): string | null {
  const highest = Math.max(0, ...given.map(({ number }) => Number(number)));
  return highest >= LAST_NUMBER ? null : String(highest + 1).padStart(4, '0');
}

/** Those who have an account now. */
export async function staffNow(store: Pick<Store, 'staff'>): Promise<StaffRecord[]> {
  return (await store.staff.all()).filter(({ removedAt }) => removedAt === null);
}

/** The list for the kiosks of a division, signed as it stands. */
export async function signedStaffList(
  store: Store,
  key: SigningKey,
  division: string,
  now: Date,
): Promise<SignedStaffList> {
  const list = await store.transaction(async (stores): Promise<StaffList> => {
    const version = await stores.staff.version();
    const accounts = (await staffNow(stores)).filter((one) => covers(one.division, division)).map(accountOf);
    return { format: 1, division, version, issuedAt: now.toISOString(), accounts };
  });
  const body = canonicalJson(list);
  return { body, signature: key.sign('staff-list', Buffer.from(body)) };
}

function accountOf({ number, name, role, pin }: StaffRecord): StaffAccount {
  if (!isPinVerifier(pin)) throw new Error('a PIN is kept in a form nobody knows');
  return { number, name, role, pin };
}

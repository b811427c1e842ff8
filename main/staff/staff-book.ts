// Who may sign in here: the last list the platform signed for this division. It is read and verified anew each time it
// is asked, so that a line written into the database by hand makes nobody a clerk.
import {
  SignedStaffList,
  StaffList,
  type SignedStaffList as Signed,
  type StaffAccount,
} from '../../domain/contract/staff-list.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { verifySignature } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import { compile } from '../../lib/schema.ts';
import type { Store } from '../store/store.ts';
import type { PlatformClient } from '../sync/platform-client.ts';

export interface StaffBookParts {
  store: Store;
  enrolment: { platformSigningKey: string; division: string };
  clock: Clock;
  log: Log;
}

export type StaffListFault = 'signature-wrong' | 'malformed' | 'other-division' | 'older';

export interface StaffBook {
  /** The list in force; null: none was ever taken. */
  list(): Promise<StaffList | null>;
  account(number: string): Promise<StaffAccount | null>;
  /** Takes a list the platform sent. Its version; the one in force stays where it is not taken. */
  take(signed: Signed): Promise<Result<number, StaffListFault>>;
  /** Asks the platform. Says nothing when it cannot be reached: the list in force stays. */
  refresh(client: Pick<PlatformClient, 'staffList'>): Promise<void>;
}

const isSignedList = compile(SignedStaffList);
const isList = compile(StaffList);

export function createStaffBook({ store, enrolment, clock, log }: StaffBookParts): StaffBook {
  function read(signed: unknown): Result<StaffList, StaffListFault> {
    if (!isSignedList(signed)) return fail('malformed');
    const { body, signature } = signed;
    if (!verifySignature(enrolment.platformSigningKey, 'staff-list', Buffer.from(body), signature))
      return fail('signature-wrong');
    const list = parse(body);
    if (!isList(list)) return fail('malformed');
    return list.division === enrolment.division ? ok(list) : fail('other-division');
  }

  async function list(): Promise<StaffList | null> {
    const kept = await store.staff.list();
    if (kept === null) return null;
    const known = read({ body: kept.body, signature: kept.signature });
    if (known.ok) return known.value;
    log.warn('staff list not in force', { code: known.error });
    return null;
  }

  async function take(signed: Signed): Promise<Result<number, StaffListFault>> {
    const fresh = read(signed);
    if (!fresh.ok) return fresh;
    const { version } = fresh.value;
    const known = await list();
    if (known !== null && version < known.version) return fail('older');
    if (known === null || version > known.version) await keep(signed, version);
    return ok(version);
  }

  async function keep(signed: Signed, version: number): Promise<void> {
    const at = clock.now().toISOString();
    await store.transaction(async (stores) => {
      await stores.staff.keepList(signed, version, at);
      await stores.journal.append(at, 'staff-list', { version });
    });
    log.info('staff list taken', { count: version });
  }

  return {
    list,
    take,
    account: async (number) => (await list())?.accounts.find((account) => account.number === number) ?? null,
    async refresh(client) {
      const answer = await client.staffList();
      if (!answer.ok) return;
      const taken = await take(answer.value);
      if (!taken.ok) log.warn('staff list not taken', { code: taken.error });
    },
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The book of a machine that is enrolled nowhere: nobody works here. */
export const EMPTY_BOOK: StaffBook = {
  list: async () => null,
  account: async () => null,
  take: async () => fail('signature-wrong'),
  refresh: async () => {},
};

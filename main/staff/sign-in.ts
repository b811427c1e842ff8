// A number and a PIN, held against the signed list. Works without a network. A wrong number and a wrong PIN get the same
// answer after the same time: nobody learns which numbers exist.
import type { StaffAccount } from '../../domain/contract/staff-list.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { isPin, PIN_COST, pretendToCheck, type PinCost } from '../../lib/pin-verifier.ts';
import type { Store } from '../store/store.ts';
import { isLockedOut, NO_TRIES, withOneMore } from './lock-out.ts';
import type { StaffBook } from './staff-book.ts';
import type { SteadyTime } from './steady-time.ts';

export type SignInFault = 'pin-wrong' | 'staff-locked-out' | 'staff-unknown-here';

export interface SignIn {
  /** One after the other: the caller takes care that no two run at once. */
  attempt(number: string, pin: string): Promise<Result<StaffAccount, SignInFault>>;
}

export interface SignInParts {
  store: Store;
  book: StaffBook;
  clock: Clock;
  steady: () => Promise<SteadyTime>;
}

export function createSignIn({ store, book, clock, steady }: SignInParts): SignIn {
  const time = once(steady);

  /** Puts one more try down, on the disk, before anybody knows whether it is right. */
  async function countTry(number: string): Promise<'counted' | 'locked'> {
    const nowMs = (await time()).nowMs();
    return store.transaction(async (stores) => {
      await stores.staff.raiseHighWater(nowMs);
      const tries = await stores.staff.tries(number);
      if (isLockedOut(tries, nowMs)) return 'locked';
      await stores.staff.putTries(number, withOneMore(tries, nowMs));
      return 'counted';
    });
  }

  async function note(kind: string, number: string): Promise<void> {
    const at = clock.now().toISOString();
    await store.transaction((stores) => stores.journal.append(at, kind, { staff: number }));
  }

  async function wrong(number: string): Promise<Result<never, SignInFault>> {
    await note('staff-pin-wrong', number);
    if (!isLockedOut(await store.staff.tries(number), (await time()).nowMs())) return fail('pin-wrong');
    await note('staff-locked-out', number);
    return fail('staff-locked-out');
  }

  return {
    async attempt(number, pin) {
      const list = await book.list();
      if (list === null) return fail('staff-unknown-here');
      if ((await countTry(number)) === 'locked') return fail('staff-locked-out');
      const account = list.accounts.find((one) => one.number === number);
      const usual: PinCost = list.accounts[0]?.pin ?? PIN_COST;
      const isRight =
        account === undefined ? await pretendToCheck(pin, usual) : await isPin(pin, account.pin);
      if (account === undefined || !isRight) return wrong(number);
      await store.staff.putTries(number, NO_TRIES);
      return ok(account);
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

// What people may decide about what was set aside. Whatever they do stands in the journal.
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { ALTERED_HERE, type Store } from '../store/store.ts';
import type { SetAside } from '../store/quarantine.ts';

export type DecisionFault =
  'not-set-aside' | 'settled-already' | 'altered' | 'same-person' | 'no-such-submission';

export interface DecisionParts {
  store: Store;
  clock: Clock;
}

async function waitingAside(store: Store, receiptNumber: string): Promise<Result<SetAside, DecisionFault>> {
  const found = await store.quarantine.byReceiptNumber(receiptNumber);
  if (found === null) return fail('not-set-aside');
  return found.settled === null ? ok(found) : fail('settled-already');
}

/** Sends it again as it is: for what was refused because of something that was put right at the platform. */
export async function retry(
  { store, clock }: DecisionParts,
  receiptNumber: string,
): Promise<Result<null, DecisionFault>> {
  const found = await waitingAside(store, receiptNumber);
  if (!found.ok) return found;
  const { sequence, trouble } = found.value;
  // What somebody changed on this disk proves nothing any more, however often it is sent.
  if (trouble === ALTERED_HERE) return fail('altered');
  await store.transaction(async (stores) => {
    await stores.quarantine.retry(sequence);
    await stores.journal.append(clock.now().toISOString(), 'retried', { sequence, because: trouble });
  });
  return ok(null);
}

/** Gives it up: two people who signed in for it decided that. Its bytes stay. */
export async function discard(
  { store, clock }: DecisionParts,
  receiptNumber: string,
  [one, other]: readonly [string, string],
): Promise<Result<null, DecisionFault>> {
  if (one === other) return fail('same-person');
  const found = await waitingAside(store, receiptNumber);
  if (!found.ok) return found;
  const { sequence, trouble } = found.value;
  await store.transaction(async (stores) => {
    const at = clock.now().toISOString();
    await stores.quarantine.discard(sequence, at, one, other);
    await stores.journal.append(at, 'discarded', { sequence, because: trouble, staff: [one, other] });
  });
  return ok(null);
}

/** The applicant handed the matter in again, mended: the new one stands for the old. */
export async function replace(
  { store, clock }: DecisionParts,
  receiptNumber: string,
  by: { receiptNumber: string; staff: string },
): Promise<Result<null, DecisionFault>> {
  const found = await waitingAside(store, receiptNumber);
  if (!found.ok) return found;
  const fresh = await store.submissions.byReceiptNumber(by.receiptNumber);
  if (fresh === null || fresh.sequence <= found.value.sequence) return fail('no-such-submission');
  const { sequence, trouble } = found.value;
  await store.transaction(async (stores) => {
    const at = clock.now().toISOString();
    await stores.quarantine.replace(sequence, at, by.staff, fresh.sequence);
    const body = { sequence, because: trouble, staff: by.staff, by: fresh.sequence };
    await stores.journal.append(at, 'replaced', body);
  });
  return ok(null);
}

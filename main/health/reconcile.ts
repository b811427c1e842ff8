// What was given out here against what the platform holds: two counts that have to explain each other, number by number.
import type { PlatformTime } from '../../domain/contract/platform-api.ts';
import type { Result } from '../../domain/result.ts';
import type { Store } from '../store/store.ts';
import type { OutboxState } from '../store/submissions.ts';
import type { PlatformClient, Trouble } from '../sync/platform-client.ts';

/**
 * level: the platform holds all of it. on-its-way: what it lacks waits here. set-aside: the first that it lacks was
 * refused or taken out here. lacking: it acknowledged one that it does not hold. fork: it holds numbers that this
 * machine has not given out, so an older copy of its data was put back, or somebody else has its key.
 */
export type Verdict = 'level' | 'on-its-way' | 'set-aside' | 'lacking' | 'fork';

export interface Reconciliation {
  /** The last number given out here, and how many are acknowledged, waiting and set aside. */
  last: number;
  acknowledged: number;
  waiting: number;
  setAside: number;
  /** What the platform said; null: it was not reached. */
  told: { gapFreeUpTo: number; highest: number } | null;
  /** null: the platform did not say. */
  verdict: Verdict | null;
  /** The first number that it lacks or holds too many, and where it stands here. */
  about: { sequence: number; receiptNumber: string | null; state: OutboxState | null } | null;
}

/** Compares; asks the platform in between, so that a kiosk that goes on serving meanwhile is not taken for a fork. */
export async function reconcile(
  { submissions }: Pick<Store, 'submissions'>,
  client: Pick<PlatformClient, 'time'> | null,
): Promise<{ found: Reconciliation; answer: Result<PlatformTime, Trouble> | null }> {
  const before = await submissions.answered();
  const answer = client === null ? null : await client.time();
  const last = await submissions.lastSequence();
  const { acknowledged, setAside } = await submissions.answered();
  const counts = { last, acknowledged, waiting: await submissions.waiting(), setAside };
  if (answer?.ok !== true) {
    return { found: { ...counts, told: null, verdict: null, about: null }, answer };
  }
  const { gapFreeUpTo, highest } = answer.value;
  const first = await submissions.bySequence(gapFreeUpTo + 1);
  const verdict = verdictOf({ last, gapFreeUpTo, highest }, before.lastAcknowledged, first?.state ?? null);
  const sequence = verdict === 'fork' ? last + 1 : gapFreeUpTo + 1;
  const about =
    verdict === 'level'
      ? null
      : { sequence, receiptNumber: first?.receiptNumber ?? null, state: first?.state ?? null };
  return { found: { ...counts, told: { gapFreeUpTo, highest }, verdict, about }, answer };
}

/** `acknowledged`: the last acknowledged number when the platform was asked. `first`: where the first it lacks stands. */
export function verdictOf(
  { last, gapFreeUpTo, highest }: { last: number; gapFreeUpTo: number; highest: number },
  acknowledged: number,
  first: OutboxState | null,
): Verdict {
  if (highest > last) return 'fork';
  if (highest < acknowledged) return 'lacking';
  if (gapFreeUpTo >= last) return 'level';
  if (first === 'quarantined' || first === 'conflict') return 'set-aside';
  return first === 'acknowledged' && gapFreeUpTo < acknowledged ? 'lacking' : 'on-its-way';
}

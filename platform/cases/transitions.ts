// What may become of a task, as a table: whoever moves one asks here.
import type { TaskState } from '../../domain/contract/platform-api.ts';

export type Deed = 'open' | 'accept' | 'return' | 'correct' | 'decide';

/**
 * A clock runs only in `accepted`: a returned task waits for the citizen and takes none of the promised days. A corrected
 * one is looked at anew, from the beginning. Nothing leads out of `decided`.
 */
const NEXT: Record<TaskState, Partial<Record<Deed, TaskState>>> = {
  'waiting-for-another': { open: 'waiting-for-acceptance' },
  'waiting-for-acceptance': { accept: 'accepted', return: 'returned' },
  accepted: { decide: 'decided', return: 'returned' },
  returned: { correct: 'waiting-for-acceptance' },
  decided: {},
};

/** The state after a deed; null: it cannot be done to a task in this state. */
export function stateAfter(state: TaskState, deed: Deed): TaskState | null {
  return NEXT[state][deed] ?? null;
}

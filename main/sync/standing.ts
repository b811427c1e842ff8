// Whether the platform still answers this kiosk. When it says in signed words that it was revoked, or that two machines
// use its identity, nothing more is sent and nobody is served: a receipt of a machine that is none of the city's would
// promise what nobody keeps. The queue stays as it is, and IT is told why.
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { FORK, RESTORED, type Closed } from '../store/fork-guard.ts';
import type { Store } from '../store/store.ts';

export type StoppedBecause = 'kiosk-revoked' | 'kiosk-forked';

const CLOSED: Record<StoppedBecause, Closed> = {
  'kiosk-revoked': { code: 'K-03', because: 'out-of-service' },
  'kiosk-forked': FORK,
};

export function isStopped(code: RefusalCode | undefined): code is StoppedBecause {
  return code === 'kiosk-revoked' || code === 'kiosk-forked';
}

/** What a start has to show; null: the platform never stopped this kiosk, or took it back. */
export async function closedBy(store: Pick<Store, 'enrolment'>): Promise<Closed | null> {
  const stopped = await store.enrolment.stopped();
  return stopped === null ? null : CLOSED[stopped];
}

export interface StandingParts {
  store: Store;
  clock: Clock;
  log: Log;
  /** Serves nobody for this reason; null: serves again. */
  stand: (closed: Closed | null) => void;
}

export interface Standing {
  /** What a signed answer says about the kiosk as a whole; null: it is answered. */
  note(stopped: StoppedBecause | null): Promise<void>;
}

export function createStanding({ store, clock, log, stand }: StandingParts): Standing {
  let last: Promise<void> = Promise.resolve();

  async function become(stopped: StoppedBecause | null): Promise<void> {
    if ((await store.enrolment.stopped()) === stopped) return;
    log.warn('standing', { state: stopped ?? 'answered' });
    await store.transaction(async (stores) => {
      const at = clock.now().toISOString();
      await stores.journal.append(at, 'standing', { stopped });
      await stores.enrolment.noteStopped(stopped, at);
    });
    if (stopped !== null) return stand(CLOSED[stopped]);
    // A copy that was put back meanwhile still has to be compared first.
    stand((await store.enrolment.restoredAt()) === null ? null : RESTORED);
  }

  return {
    note(stopped) {
      // One after the other: several lanes may be told in the same moment.
      const mine = last.then(() => become(stopped));
      last = mine.catch((error: unknown) => void log.unexpected('standing not noted', error));
      return last;
    },
  };
}

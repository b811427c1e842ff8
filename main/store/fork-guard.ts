// A number is given out once. When an older copy of the data was put back, only the platform can tell which numbers were
// given out since: until it has, nobody is served, and when it holds more than this machine knows, nobody is at all.
import type { PlatformTime } from '../../domain/contract/platform-api.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Store } from './store.ts';

export interface Closed {
  code: string;
  because: RefusalCode;
}

/** A copy was put back and the platform was not asked yet. */
export const RESTORED: Closed = { code: 'S-05', because: 'out-of-service' };
/** Numbers are out that these data do not know: the platform holds them, or this machine once gave them out itself. */
export const FORK: Closed = { code: 'S-06', because: 'out-of-service' };

export interface ForkGuardParts {
  store: Store;
  clock: Clock;
  log: Log;
  /** Serves nobody for this reason; null: serves again. */
  stand: (closed: Closed | null) => void;
}

export interface ForkGuard {
  /** What the platform said it holds. */
  told(told: Pick<PlatformTime, 'highest'>): Promise<void>;
}

export function createForkGuard({ store, clock, log, stand }: ForkGuardParts): ForkGuard {
  let isFork = false;

  async function note(kind: 'fork' | 'compared', highest: number, last: number): Promise<void> {
    log.warn(kind, { sequence: last });
    await store.transaction(async (stores) => {
      const at = clock.now().toISOString();
      await stores.journal.append(at, kind, { highest, last });
      if (kind === 'compared') await stores.enrolment.noteCompared();
      // Whoever put it back by hand left no word: a start without a network must know of it too.
      else await stores.enrolment.noteRestored(at, last);
    });
  }

  return {
    async told({ highest }) {
      // Read after the platform answered: what was given out meanwhile is in it.
      const last = await store.submissions.lastSequence();
      const given = Math.max(highest, store.givenBefore);
      if (given > last) {
        if (isFork) return;
        isFork = true;
        stand(FORK);
        await note('fork', given, last);
      } else if ((await store.enrolment.restoredAt()) !== null) {
        await note('compared', highest, last);
        stand(null);
      }
    },
  };
}

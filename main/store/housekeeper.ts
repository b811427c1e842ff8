// Keeps the data folder small while the kiosk serves: what is past its time goes, sooner when space runs out, and the log
// of the database is emptied when nothing happens.
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { KioskConfig } from '../config.ts';
import type { Storage } from '../submissions/reserve.ts';
import type { Store } from './store.ts';

const FIRST_LOOK_MS = 60 * 1000;
const EVERY_MS = 10 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** In one go, so that somebody who submits meanwhile does not wait. */
const AT_ONCE = 50;

export interface HousekeeperParts {
  store: Store;
  storage: Pick<Storage, 'isLow'>;
  config: Pick<KioskConfig, 'retention'>;
  clock: Clock;
  timers: Timers;
  log: Log;
}

export interface Housekeeper {
  /** Does now what is due, and settles when it is done. */
  look(): Promise<void>;
  /** Waits until what is being done is done. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export function startHousekeeper(parts: HousekeeperParts): Housekeeper {
  const { timers, log } = parts;
  let wasLow = false;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let next = timers.after(FIRST_LOOK_MS, tick);

  function tick(): void {
    void look().finally(() => {
      if (!isStopped) next = timers.after(EVERY_MS, tick);
    });
  }

  function look(): Promise<void> {
    running = running.then(tidy).catch((error: unknown) => void log.unexpected('not tidied', error));
    return running;
  }

  async function tidy(): Promise<void> {
    const isLow = await parts.storage.isLow();
    const purged = await purge(parts, isLow, () => isStopped);
    if (purged > 0) log.info('payloads purged', { count: purged });
    await parts.store.sweep();
    if (isLow !== wasLow) await noteSpace(parts, isLow);
    wasLow = isLow;
  }

  return {
    look,
    drain: () => running,
    async stop() {
      isStopped = true;
      next.cancel();
      await running;
    },
  };
}

/** With little space left, what the platform has need not wait for its day. */
async function purge(
  { store, config, clock }: HousekeeperParts,
  isLow: boolean,
  isStopped: () => boolean,
): Promise<number> {
  const before = (days: number) => new Date(clock.now().getTime() - days * DAY_MS).toISOString();
  const payloadsBefore = isLow ? before(0) : before(config.retention.payloadDays);
  const receiptsBefore = before(config.retention.receiptDays);
  const purged = await untilNone(() => store.retention.purgePayloads(payloadsBefore, AT_ONCE), isStopped);
  await untilNone(() => store.retention.forgetReceipts(receiptsBefore, AT_ONCE), isStopped);
  return purged;
}

async function untilNone(work: () => Promise<number>, isStopped: () => boolean): Promise<number> {
  let total = 0;
  for (let done = AT_ONCE; done === AT_ONCE && !isStopped(); total += done) done = await work();
  return total;
}

/** Once a turn, so that IT finds in the journal when it was and how long. */
async function noteSpace({ store, clock, log }: HousekeeperParts, isLow: boolean): Promise<void> {
  const kind = isLow ? 'storage-low' : 'storage-enough';
  log.warn(kind);
  await store.transaction((stores) => stores.journal.append(clock.now().toISOString(), kind, {}));
}

// Everything that sends: the queue of submissions, then what waits for each of them, and the connection they share.
import { randomInt } from 'node:crypto';
import type { PlatformTime } from '../../domain/contract/platform-api.ts';
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { KioskConfig } from '../config.ts';
import type { Vault } from '../documents/vault.ts';
import { createRatingWorker } from '../ratings/rating-worker.ts';
import type { KioskKey } from '../kiosk-key.ts';
import type { Library } from '../library/library.ts';
import type { StaffBook } from '../staff/staff-book.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { Store } from '../store/store.ts';
import { createDocumentWorker } from './document-worker.ts';
import { createKeyWorker } from './key-worker.ts';
import type { Lane } from './lane.ts';
import { createLink, type Link } from './link.ts';
import { createNewsWorker, type NewsWorker } from './news-worker.ts';
import { createOutboxWorker, type OutboxWorker } from './outbox-worker.ts';
import { pacedExchange } from './paced-exchange.ts';
import { createPlatformClient, type PlatformClient } from './platform-client.ts';
import { createRawExchange } from './signed-exchange.ts';
import type { StoppedBecause } from './standing.ts';

export interface SyncParts {
  config: Pick<KioskConfig, 'sync'>;
  store: Store;
  vault: Vault;
  enrolment: Enrolment;
  key: KioskKey;
  book: StaffBook;
  library: Library;
  /** Other procedures came. */
  onProcedures: () => void;
  clock: Clock;
  timers: Timers;
  /** In [0, 1); chance unless it is given. */
  random?: () => number;
  log: Log;
  /** Something of this submission changed. */
  onSubmission: (sequence: number) => void;
  /** The platform said how much of this kiosk it holds. */
  onTold: (told: PlatformTime) => Promise<void>;
  /** Whether the platform still answers this kiosk. */
  onStanding: (stopped: StoppedBecause | null) => Promise<void>;
  /** The connection came or went. */
  onStatus: () => void;
}

export interface Sync {
  client: PlatformClient;
  outbox: OutboxWorker;
  documents: Lane;
  ratings: Lane;
  /** Changes this machine's key, when that was asked for. */
  keys: Lane;
  link: Link;
  /** Sends what can be sent now. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** Nothing is sent before `link.start()`, or before somebody wakes a lane. */
export function startSync(parts: SyncParts): Sync {
  const { store, vault, enrolment, key, book, clock, timers, log, config } = parts;
  const { random = () => randomInt(2 ** 32) / 2 ** 32 } = parts;
  const connection = connectionOf(parts);
  const client = createPlatformClient(connection);
  const around = { store, client, clock, timers, random, log };
  const outbox = createOutboxWorker({
    ...around,
    // Asked anew each time: the platform's key may change while this runs.
    get platformKey() {
      return enrolment.platformSigningKey;
    },
    onChange(sequence) {
      parts.onSubmission(sequence);
      // Its rating and its documents wait for it.
      ratings.wake();
      documents.wake();
    },
    onExchange: (trouble) => link.note(trouble),
  });
  const ratings = createRatingWorker({
    ...around,
    get platformKey() {
      return enrolment.platformSigningKey;
    },
    onExchange: (trouble) => link.note(trouble),
  });
  const documents = createDocumentWorker({
    ...around,
    vault,
    exchange: pacedExchange(createRawExchange(connection), {
      whenFree: () => outbox.idle(),
      bytesPerSecond: config.sync.documentKilobytesPerSecond * 1000,
      clock,
      timers,
    }),
    onExchange: (trouble) => link.note(trouble),
  });
  const keys = createKeyWorker({
    ...around,
    key,
    kiosk: enrolment.kiosk,
    onExchange: (trouble) => link.note(trouble),
  });
  const news = createNewsWorker({
    ...around,
    enrolment,
    key,
    library: parts.library,
    onProcedures: parts.onProcedures,
    onStaff: () => book.refresh(client),
    onKeyWished: () => keys.wake(),
  });
  const link = createLink({
    ...around,
    checkEveryMs: config.sync.checkEverySeconds * 1000,
    spreadMs: config.sync.spreadSeconds * 1000,
    onChange: parts.onStatus,
    async onReached(told) {
      await parts.onTold(told);
      await news.take();
      news.follow();
      await book.refresh(client);
      keys.wake();
    },
    onRestored() {
      // First: after a change that was cut short the platform takes nothing signed with the old key.
      keys.wake();
      outbox.wake();
      ratings.wake();
      documents.wake();
    },
  });
  return {
    client,
    outbox,
    documents,
    ratings,
    keys,
    link,
    ...together({ client, outbox, documents, ratings, keys, news, link }),
  };
}

function connectionOf({ store, enrolment, key, clock, config, onStanding }: SyncParts) {
  return {
    url: enrolment.platformUrl,
    get platformKey() {
      return enrolment.platformSigningKey;
    },
    kiosk: enrolment.kiosk,
    key,
    clock,
    timeoutMs: config.sync.timeoutSeconds * 1000,
    clockOffsetMs: () => store.enrolment.clockOffset(),
    onStanding,
  };
}

type Lanes = Omit<Sync, 'drain' | 'stop'> & { news: NewsWorker };

function together({
  client,
  outbox,
  documents,
  ratings,
  keys,
  news,
  link,
}: Lanes): Pick<Sync, 'drain' | 'stop'> {
  return {
    async drain() {
      await link.check();
      await keys.drain();
      await outbox.drain();
      await ratings.drain();
      await documents.drain();
    },
    async stop() {
      client.close();
      await news.stop();
      await link.stop();
      await outbox.stop();
      await ratings.stop();
      await documents.stop();
      await keys.stop();
    },
  };
}

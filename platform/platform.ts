// The sharing platform, put together in one place.
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { consolePaths } from '../domain/contract/console-api.ts';
import { systemClock, type Clock } from '../lib/clock.ts';
import { openSigningKey, type SigningKey } from '../lib/keys.ts';
import type { Log } from '../lib/log.ts';
import { loadProcedures } from '../lib/procedures/load.ts';
import { OWN_PROCEDURES } from '../lib/procedures/own-procedures.ts';
import type { ProcedureShelf } from '../lib/procedures/shelf.ts';
import { loadRatings } from '../lib/procedures/rating-shelf.ts';
import { createApp, type Patience } from './app.ts';
import { openPersonHash } from './cases/person-hash.ts';
import type { OpenParts } from './cases/open-application.ts';
import { noteOldCases } from './cases/old-cases.ts';
import { createConsoleGuard } from './console-api/guard.ts';
import { openDepot } from './documents/depot.ts';
import { issueCode } from './enrolment/enrolment.ts';
import type { GateLimits } from './intake/gate.ts';
import { usualThreads } from './intake/usual-threads.ts';
import { changeKeys, openOpeningKeys, openPlatformKeys } from './keys.ts';
import { openPublished } from './published/published-shelf.ts';
import { ASKS_ALLOWED } from './records/ask-limit.ts';
import { openRecordFolder } from './records/record-folder.ts';
import { NO_RECORDS } from './records/source.ts';
import { openStore, type Store } from './store/store.ts';

export interface PlatformOptions {
  /** Keys, log and, unless `database` is given, the data. */
  folder: string;
  /** A loopback address; 127.0.0.1 unless it is given. */
  host?: string;
  /** 0: any free one. */
  port: number;
  /** postgres:// URL; null: SQLite in the folder. */
  database: string | null;
  /** Folder of the built console; null: no pages, only what they ask. */
  consoleFolder: string | null;
  /** Folder of the procedures; those that came with the program unless it is given. */
  procedures?: string;
  /** Procedures that are loaded already; read from the folder unless they are given. */
  shelf?: ProcedureShelf;
  /** Folder of records that are lent; none unless it is given. */
  records?: string | null;
  /** How often one kiosk may ask for records in ten minutes; as often as people can unless it is given. */
  recordAsks?: number;
  /** How many threads examine what kiosks hand in; as the machine has cores to spare unless it is given. */
  intakeThreads?: number;
  /** See `createApp`. */
  patience?: Patience;
  limits?: GateLimits;
  log: Log;
  clock?: Clock;
}

export interface OpenPlatform {
  url: string;
  /** The address that opens the work list: it holds the token, so it is for a person and not for a log. */
  consoleUrl: string;
  /** A code for a new kiosk in a division. Throws with a sentence when there can be none. */
  issueEnrolmentCode(division: string): Promise<string>;
  /** Receipt numbers of all cases, in the order of arrival. */
  caseNumbers(): Promise<string[]>;
  stop(): Promise<void>;
}

export function openPlatformStore(folder: string, database: string | null): Promise<Store> {
  return openStore(database === null ? { sqlite: join(folder, 'platform.sqlite') } : { postgres: database });
}

/** The key that signs the platform's answers and whose fingerprint is in every enrolment code. */
export function openPlatformKey(folder: string): SigningKey {
  return openSigningKey(join(folder, 'signing.key'));
}

/** What opens the applications in a data folder. `procedures`: those that came with the program unless it is given. */
export async function openReader(
  folder: string,
  procedures = OWN_PROCEDURES,
): Promise<OpenParts & { shelf: ProcedureShelf }> {
  return {
    shelf: await loadProcedures(procedures),
    openingKey: openOpeningKeys(folder),
  };
}

/** Opens the data folder and listens. Throws when keys or database cannot be opened, or the port is taken. */
export async function openPlatform(options: PlatformOptions): Promise<OpenPlatform> {
  const {
    folder,
    host = '127.0.0.1',
    port,
    database,
    procedures = OWN_PROCEDURES,
    records = null,
    recordAsks = ASKS_ALLOWED,
    consoleFolder,
    log,
  } = options;
  const { clock = systemClock } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const base = options.shelf ?? (await loadProcedures(procedures));
  const ratings = await loadRatings(procedures);
  for (const fault of ratings.faults)
    log.warn('rating catalogue not loaded', { path: fault.file, place: fault.place });
  const personHash = openPersonHash(join(folder, 'people.key'));
  const store = await openPlatformStore(folder, database);
  const published = await openPublished(base, store);
  const { shelf } = published;
  for (const fault of shelf.faults)
    log.warn('procedure not loaded', { path: fault.file, place: fault.place });
  if (await changeKeys(folder, store)) log.info('keys changed');
  const {
    signing: signingKey,
    olderSigning: olderSigningKeys,
    opening: openingKey,
  } = openPlatformKeys(folder);
  const guard = createConsoleGuard(clock);
  const app = await createApp({
    store,
    shelf,
    published,
    ratings,
    records: records === null ? NO_RECORDS : openRecordFolder(records),
    recordAsks,
    personHash,
    depot: openDepot(folder),
    signingKey,
    olderSigningKeys,
    openingKey,
    guard,
    intakeThreads: options.intakeThreads ?? usualThreads(availableParallelism()),
    consoleFolder,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    clock,
    log,
  });
  const url = await listen(app, { host, port }, store);
  const oldCases = noteOldCases({ store, shelf, openingKey, personHash, log });
  return {
    url,
    consoleUrl: `${url}${consolePaths.page}#${guard.token}`,
    async issueEnrolmentCode(division) {
      const issued = await issueCode({ store, signingKey, clock }, division, null);
      if (!issued.ok) throw new Error(`no enrolment code for ${division}: ${issued.error}`);
      return issued.value;
    },
    caseNumbers: () => store.cases.receiptNumbers(),
    async stop() {
      await closeSoon(app);
      await oldCases.stop();
      // The server does not wait for whoever hung up; what they asked of the database goes through first.
      await store.notices.lastPosition().catch(() => null);
      await store.close();
    },
  };
}

/** How long requests under way may take to end. */
const GRACE_MS = 2000;

/** Ends what is under way; a caller that does not come to an end is cut off. */
async function closeSoon(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearTimeout(cut);
}

async function listen(
  app: FastifyInstance,
  where: { host: string; port: number },
  store: Store,
): Promise<string> {
  try {
    return await app.listen(where);
  } catch (error) {
    await store.close();
    throw error;
  }
}

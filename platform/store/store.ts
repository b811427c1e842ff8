import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { migrate } from '../../lib/database/migrate.ts';
import { openPostgres } from '../../lib/database/postgres.ts';
import { openSqlite, quickCheck } from '../../lib/database/sqlite.ts';
import { platformMigrations } from '../../migrations/platform/index.ts';
import { caseStore, type CaseStore } from './cases.ts';
import { documentStore, type DocumentStore } from './documents.ts';
import { enrolmentCodeStore, type EnrolmentCodeStore } from './enrolment-codes.ts';
import { eventStore, type EventStore } from './events.ts';
import { helpCallStore, type HelpCallStore } from './help-calls.ts';
import { kioskStore, type KioskStore } from './kiosks.ts';
import { noticeStore, type NoticeStore } from './notices.ts';
import { nonceStore, type NonceStore } from './nonces.ts';
import { peopleStore, type PeopleStore } from './people.ts';
import { publishedStore, type PublishedStore } from './published.ts';
import { ratingStore, type RatingStore } from './ratings.ts';
import { returnStore, type ReturnStore } from './returns.ts';
import { staffStore, type StaffStore } from './staff.ts';
import { submissionStore, type SubmissionStore } from './submissions.ts';

/** The stores, bound to one connection pool or one transaction. */
export interface Stores {
  enrolmentCodes: EnrolmentCodeStore;
  kiosks: KioskStore;
  submissions: SubmissionStore;
  cases: CaseStore;
  events: EventStore;
  documents: DocumentStore;
  helpCalls: HelpCallStore;
  staff: StaffStore;
  returns: ReturnStore;
  nonces: NonceStore;
  notices: NoticeStore;
  people: PeopleStore;
  ratings: RatingStore;
  published: PublishedStore;
}

/** Everything the platform keeps. Inside `transaction` use only the stores it hands you. */
export interface Store extends Stores {
  /** `work` may run more than once: it must do nothing that a rollback does not undo. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

function storesOf(db: Knex): Stores {
  return {
    enrolmentCodes: enrolmentCodeStore(db),
    kiosks: kioskStore(db),
    submissions: submissionStore(db),
    cases: caseStore(db),
    events: eventStore(db),
    documents: documentStore(db),
    helpCalls: helpCallStore(db),
    staff: staffStore(db),
    returns: returnStore(db),
    nonces: nonceStore(db),
    notices: noticeStore(db),
    people: peopleStore(db),
    ratings: ratingStore(db),
    published: publishedStore(db),
  };
}

/**
 * Two transactions got into each other's way, and the engine rolled one back: it may simply run again. A unique key
 * belongs here because every deed looks before it writes; meeting one means that somebody else was quicker.
 */
const IN_THE_WAY = new Set(['40001', '40P01', '23505', 'SQLITE_BUSY']);
const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 40;

function isInTheWay(error: unknown): boolean {
  return error instanceof Error && 'code' in error && IN_THE_WAY.has(String(error.code));
}

async function untilFree<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isInTheWay(error)) throw error;
      // Apart by chance, or the two meet again.
      await pause(Math.random() * LONGEST_PAUSE_MS);
    }
  }
}

function storeOf(db: Knex): Store {
  return {
    ...storesOf(db),
    transaction: (work) => untilFree(() => db.transaction((transaction) => work(storesOf(transaction)))),
    close: () => db.destroy(),
  };
}

/**
 * Opens the database, proves it sound and brings its schema up to date. Throws when it cannot be reached, is damaged, or
 * was written by a newer program.
 */
export async function openStore(where: { sqlite: string } | { postgres: string }): Promise<Store> {
  const db = 'sqlite' in where ? openSqlite(where.sqlite) : openPostgres(where.postgres);
  try {
    if ('sqlite' in where) await refuseDamaged(db);
    await migrate(db, platformMigrations);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return storeOf(db);
}

async function refuseDamaged(db: Knex): Promise<void> {
  const complaint = await quickCheck(db);
  if (complaint !== null) throw new Error(`the database is damaged: ${complaint}`);
}

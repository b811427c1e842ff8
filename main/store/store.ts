import { join } from 'node:path';
import type { Knex } from 'knex';
import { systemClock, type Clock } from '../../lib/clock.ts';
import { migrate, NewerDatabaseError } from '../../lib/database/migrate.ts';
import { openSqlite, quickCheck } from '../../lib/database/sqlite.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { kioskMigrations } from '../../migrations/kiosk/index.ts';
import { copyJobStore, type CopyJobStore } from './copy-jobs.ts';
import { documentStore, type DocumentStore } from './documents.ts';
import { draftStore, type DraftStore } from './drafts.ts';
import { enrolmentStore, type EnrolmentStore } from './enrolment.ts';
import { alteredSubmissions, firstMissing, keepCheckpoint, verifyAtStart, type Altered } from './evidence.ts';
import { journalStore, type JournalBreak, type JournalStore, type Verified } from './journal.ts';
import { printJobStore, type PrintJobStore } from './print-jobs.ts';
import { quarantineStore, type QuarantineStore } from './quarantine.ts';
import { questionCountStore, type QuestionCountStore } from './question-counts.ts';
import { ratingStore, type RatingStore } from './ratings.ts';
import { receiptStore, type ReceiptStore } from './receipts.ts';
import { staffStore, type StaffStore } from './staff.ts';
import { submissionStore, type SubmissionStore } from './submissions.ts';

/** The stores, bound to one connection or one transaction. */
export interface Stores {
  submissions: SubmissionStore;
  quarantine: QuarantineStore;
  documents: DocumentStore;
  receipts: ReceiptStore;
  journal: JournalStore;
  printJobs: PrintJobStore;
  copyJobs: CopyJobStore;
  questionCounts: QuestionCountStore;
  enrolment: EnrolmentStore;
  staff: StaffStore;
  drafts: DraftStore;
  ratings: RatingStore;
}

/**
 * Everything the kiosk keeps. Inside `transaction` use only the stores it hands you: the pool has one connection, and
 * a query outside would wait for the transaction that waits for it.
 */
export interface Store extends Stores {
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Empties the log, which still has what was overwritten since: after something was shredded. */
  sweep(): Promise<void>;
  /** Reads the whole journal and every submission again, however long that takes. */
  verify(): Promise<{ journal: Verified; altered: Altered[] }>;
  close(): Promise<void>;
}

/** The trouble of a submission that is not what was put down here. */
export const ALTERED_HERE = 'altered-here';

/** Why a database is not served: each has a code that IT can look up. */
export type StoreFault =
  | { code: 'S-01'; reason: 'unreadable'; detail: string }
  | { code: 'S-02'; reason: 'newer'; detail: string }
  | { code: 'S-03'; reason: 'gap'; detail: string }
  | { code: 'S-04'; reason: 'journal-broken'; detail: string };

function storesOf(db: Knex): Stores {
  return {
    submissions: submissionStore(db),
    quarantine: quarantineStore(db),
    documents: documentStore(db),
    receipts: receiptStore(db),
    journal: journalStore(db),
    printJobs: printJobStore(db),
    copyJobs: copyJobStore(db),
    questionCounts: questionCountStore(db),
    enrolment: enrolmentStore(db),
    staff: staffStore(db),
    drafts: draftStore(db),
    ratings: ratingStore(db),
  };
}

function storeOf(db: Knex): Store {
  return {
    ...storesOf(db),
    transaction: (work) => db.transaction((transaction) => work(storesOf(transaction))),
    async sweep() {
      await db.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    async verify() {
      return { journal: await journalStore(db).verify(null), altered: await alteredSubmissions(db, 'all') };
    },
    close: () => db.destroy(),
  };
}

/** The database file of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'kiosk.sqlite');
}

/**
 * Opens the store of a data folder and proves it whole: SQLite's own check, a known schema, a gap-free sequence, an
 * unbroken journal. Then what was being sent when the process last ended is put back in the queue, and what somebody
 * changed by hand is taken out of it; a tool that only looks while the kiosk runs says `reclaim: false`.
 */
export async function openStore(
  folder: string,
  { reclaim = true, clock = systemClock }: { reclaim?: boolean; clock?: Clock } = {},
): Promise<Result<Store, StoreFault>> {
  const db = openSqlite(databaseFile(folder));
  const proved = await prove(db, clock);
  if (!proved.ok) {
    await db.destroy();
    return proved;
  }
  const store = storeOf(db);
  if (reclaim) {
    await keepCheckpoint(db, proved.value, clock);
    await store.submissions.reclaim();
    await store.printJobs.reclaim();
    await store.copyJobs.reclaim();
    await store.ratings.reclaim();
    await takeOutAltered(store, await alteredSubmissions(db, 'waiting'), clock);
  }
  return ok(store);
}

/** What is not as it was put down is sent to nobody; it stays, named in the journal, for whoever has to look into it. */
async function takeOutAltered(store: Store, altered: Altered[], clock: Clock): Promise<void> {
  if (altered.length === 0) return;
  await store.transaction(async (stores) => {
    for (const { sequence, what } of altered) {
      await stores.submissions.setAside(sequence, 'quarantined', ALTERED_HERE);
      await stores.journal.append(clock.now().toISOString(), 'altered', { sequence, what });
    }
  });
}

async function prove(db: Knex, clock: Clock): Promise<Result<Verified, StoreFault>> {
  try {
    const complaint = await quickCheck(db);
    if (complaint !== null) return fail({ code: 'S-01', reason: 'unreadable', detail: complaint });
    await migrate(db, kioskMigrations);
    return await evidenceOf(db, clock);
  } catch (error) {
    const detail = (error as Error).message;
    if (error instanceof NewerDatabaseError) return fail({ code: 'S-02', reason: 'newer', detail });
    return fail({ code: 'S-01', reason: 'unreadable', detail });
  }
}

/** SQLite calls a file sound although a flipped bit has dropped its last commits: our own evidence has to tell. */
async function evidenceOf(db: Knex, clock: Clock): Promise<Result<Verified, StoreFault>> {
  // The journal first: what it says about the submissions counts only when it stands itself.
  const verified = await verifyAtStart(db, clock);
  if (verified.broken !== null)
    return fail({ code: 'S-04', reason: 'journal-broken', detail: breakText(verified.broken) });
  const missing = await firstMissing(db);
  if (missing === null) return ok(verified);
  return fail({ code: 'S-03', reason: 'gap', detail: `submission ${missing} is missing` });
}

/** A broken journal in words for IT staff. */
export function breakText({ position, what }: JournalBreak): string {
  const words = {
    missing: 'is missing',
    altered: 'was changed',
    unlinked: 'does not follow the one before',
  };
  return `journal entry ${position} ${words[what]}`;
}

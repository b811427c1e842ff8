import { join } from 'node:path';
import type { Knex } from 'knex';
import { migrate, NewerDatabaseError } from '../../lib/database/migrate.ts';
import { openSqlite, quickCheck } from '../../lib/database/sqlite.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { kioskMigrations } from '../../migrations/kiosk/index.ts';
import { copyJobStore, type CopyJobStore } from './copy-jobs.ts';
import { documentStore, type DocumentStore } from './documents.ts';
import { draftStore, type DraftStore } from './drafts.ts';
import { enrolmentStore, type EnrolmentStore } from './enrolment.ts';
import { journalStore, type JournalStore } from './journal.ts';
import { printJobStore, type PrintJobStore } from './print-jobs.ts';
import { questionCountStore, type QuestionCountStore } from './question-counts.ts';
import { ratingStore, type RatingStore } from './ratings.ts';
import { receiptStore, type ReceiptStore } from './receipts.ts';
import { staffStore, type StaffStore } from './staff.ts';
import { submissionStore, type SubmissionStore } from './submissions.ts';

/** The stores, bound to one connection or one transaction. */
export interface Stores {
  submissions: SubmissionStore;
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
  close(): Promise<void>;
}

/** Why a database is not served: each has a code that IT can look up. */
export type StoreFault =
  | { code: 'S-01'; reason: 'unreadable'; detail: string }
  | { code: 'S-02'; reason: 'newer'; detail: string }
  | { code: 'S-03'; reason: 'gap'; detail: string }
  | { code: 'S-04'; reason: 'journal-broken'; detail: string };

function storesOf(db: Knex): Stores {
  return {
    submissions: submissionStore(db),
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
    close: () => db.destroy(),
  };
}

/** The database file of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, 'kiosk.sqlite');
}

/**
 * Opens the store of a data folder and proves it whole: SQLite's own check, a known schema, a gap-free sequence, an
 * unbroken journal. Then what was being sent when the process last ended is put back in the queue; a tool that only
 * looks while the kiosk runs says `reclaim: false`.
 */
export async function openStore(
  folder: string,
  { reclaim = true }: { reclaim?: boolean } = {},
): Promise<Result<Store, StoreFault>> {
  const db = openSqlite(databaseFile(folder));
  const fault = await faultOf(db);
  if (fault !== null) {
    await db.destroy();
    return fail(fault);
  }
  const store = storeOf(db);
  if (reclaim) {
    await store.submissions.reclaim();
    await store.printJobs.reclaim();
    await store.copyJobs.reclaim();
    await store.ratings.reclaim();
  }
  return ok(store);
}

async function faultOf(db: Knex): Promise<StoreFault | null> {
  try {
    const complaint = await quickCheck(db);
    if (complaint !== null) return { code: 'S-01', reason: 'unreadable', detail: complaint };
    await migrate(db, kioskMigrations);
  } catch (error) {
    const detail = (error as Error).message;
    if (error instanceof NewerDatabaseError) return { code: 'S-02', reason: 'newer', detail };
    return { code: 'S-01', reason: 'unreadable', detail };
  }
  return evidenceFault(db);
}

/** SQLite calls a file sound although a flipped bit has dropped its last commits: our own evidence has to tell. */
async function evidenceFault(db: Knex): Promise<StoreFault | null> {
  const { submissions, journal } = storesOf(db);
  if (!(await submissions.isGapFree()))
    return { code: 'S-03', reason: 'gap', detail: 'the sequence has a gap' };
  const broken = await journal.firstBroken();
  if (broken === null) return null;
  return { code: 'S-04', reason: 'journal-broken', detail: `journal entry ${broken} does not follow` };
}

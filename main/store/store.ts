import type { Knex } from 'knex';
import { systemClock, type Clock } from '../../lib/clock.ts';
import { migrate, NewerDatabaseError } from '../../lib/database/migrate.ts';
import { openSqlite, wholeCheck } from '../../lib/database/sqlite.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { kioskMigrations } from '../../migrations/kiosk/index.ts';
import { copyJobStore, type CopyJobStore } from './copy-jobs.ts';
import { documentStore, type DocumentStore } from './documents.ts';
import { draftStore, type DraftStore } from './drafts.ts';
import { enrolmentStore, type EnrolmentStore } from './enrolment.ts';
import { alteredSubmissions, firstMissing, keepCheckpoint, verifyAtStart, type Altered } from './evidence.ts';
import { journalStore, type JournalEntry, type JournalStore, type Verified } from './journal.ts';
import { databaseFile, lookFirst } from './look-first.ts';
import { printJobStore, type PrintJobStore } from './print-jobs.ts';
import { quarantineStore, type QuarantineStore } from './quarantine.ts';
import { questionCountStore, type QuestionCountStore } from './question-counts.ts';
import { ratingStore, type RatingStore } from './ratings.ts';
import { receiptStore, type ReceiptStore } from './receipts.ts';
import { retentionStore, type RetentionStore } from './retention.ts';
import { sentProcedureStore, type SentProcedureStore } from './sent-procedures.ts';
import { staffStore, type StaffStore } from './staff.ts';
import { breakText, faultOf, type StoreFault } from './store-fault.ts';
import { submissionStore, type SubmissionStore } from './submissions.ts';
import { keepWitness, readWitness, type Witness, type WitnessKeeper } from './witness.ts';

export { breakText, type StoreFault } from './store-fault.ts';
export { databaseFile } from './look-first.ts';

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
  retention: RetentionStore;
  sentProcedures: SentProcedureStore;
}

/**
 * Everything the kiosk keeps. Inside `transaction` use only the stores it hands you: the pool has one connection, and
 * a query outside would wait for the transaction that waits for it.
 */
export interface Store extends Stores {
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Empties the log, which still has what was overwritten since: after something was shredded. */
  sweep(): Promise<void>;
  /** SQLite's whole check, indexes and all: null when the file is sound, else its first complaint. */
  integrity(): Promise<string | null>;
  /** Reads the whole journal and every submission again, however long that takes. */
  verify(): Promise<{ journal: Verified; altered: Altered[] }>;
  /** The highest number given out before this start, as the witness has it: a copy that was put back may not know it. */
  readonly givenBefore: number;
  close(): Promise<void>;
}

/** The trouble of a submission that is not what was put down here. */
export const ALTERED_HERE = 'altered-here';

function storesOf(db: Knex, onAppend?: (entry: JournalEntry) => void): Stores {
  return {
    submissions: submissionStore(db),
    quarantine: quarantineStore(db),
    documents: documentStore(db),
    receipts: receiptStore(db),
    journal: journalStore(db, onAppend),
    printJobs: printJobStore(db),
    copyJobs: copyJobStore(db),
    questionCounts: questionCountStore(db),
    enrolment: enrolmentStore(db),
    staff: staffStore(db),
    drafts: draftStore(db),
    ratings: ratingStore(db),
    retention: retentionStore(db),
    sentProcedures: sentProcedureStore(db),
  };
}

function storeOf(db: Knex, witness: WitnessKeeper | null, given: number): Store {
  const note = (entry: JournalEntry) => witness?.note(witnessOf(entry));
  return {
    ...storesOf(db, note),
    async transaction(work) {
      const appended: JournalEntry[] = [];
      const done = await db.transaction((transaction) =>
        work(storesOf(transaction, (entry) => appended.push(entry))),
      );
      const last = appended.at(-1);
      // Only now it is on the disk. The numbers of all of them count, not only that of the last.
      if (last !== undefined) witness?.note({ ...witnessOf(last), sequence: lastGiven(appended) });
      return done;
    },
    givenBefore: given,
    async sweep() {
      await db.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    integrity: () => wholeCheck(db),
    async verify() {
      return { journal: await journalStore(db).verify(null), altered: await alteredSubmissions(db, 'all') };
    },
    async close() {
      await db.destroy();
      witness?.close();
    },
  };
}

function witnessOf(entry: JournalEntry): Witness {
  return { position: entry.position, hash: entry.hash, sequence: lastGiven([entry]) };
}

/** The highest number that these entries give out; 0: they give out none. */
function lastGiven(entries: readonly JournalEntry[]): number {
  const given = entries.filter(({ kind }) => kind === 'submitted');
  return Math.max(0, ...given.map(({ body }) => (JSON.parse(body) as { sequence: number }).sequence));
}

/**
 * Opens the store of a data folder and proves it whole: SQLite's own check, a known schema, nothing less than what was
 * there, a gap-free sequence, an unbroken journal. Then what was being sent when the process last ended is put back in
 * the queue, and what somebody changed by hand is taken out of it; a tool that only looks while the kiosk runs says
 * `reclaim: false`. A database that is found damaged is left as it is.
 */
export async function openStore(
  folder: string,
  { reclaim = true, clock = systemClock }: { reclaim?: boolean; clock?: Clock } = {},
): Promise<Result<Store, StoreFault>> {
  const looked = await lookFirst(folder);
  if (!looked.ok) return looked;
  const opened = open(folder);
  if (!opened.ok) return opened;
  const db = opened.value;
  const proved = await prove(db, clock, reclaim);
  if (!proved.ok) {
    await db.destroy();
    return proved;
  }
  try {
    const kept = await witnessed(db, folder, reclaim);
    const store = storeOf(db, kept.keeper, kept.given);
    if (reclaim) await takeUp(db, store, proved.value, clock);
    return ok(store);
  } catch (error) {
    await db.destroy();
    return fail(faultOf(error));
  }
}

function open(folder: string): Result<Knex, StoreFault> {
  try {
    return ok(openSqlite(databaseFile(folder)));
  } catch (error) {
    return fail(faultOf(error));
  }
}

/** What the witness says of the numbers, and from now on hears. One that only looks tells it nothing. */
async function witnessed(
  db: Knex,
  folder: string,
  writes: boolean,
): Promise<{ keeper: WitnessKeeper | null; given: number }> {
  const known = readWitness(folder);
  const given = known === null || known === 'unreadable' ? 0 : known.sequence;
  if (!writes) return { keeper: null, given };
  const last = await journalStore(db).last();
  const sequence = Math.max(given, await submissionStore(db).lastSequence());
  const start = { position: last?.position ?? 0, hash: last?.hash ?? '', sequence };
  return { keeper: keepWitness(folder, start), given };
}

async function takeUp(db: Knex, store: Store, verified: Verified, clock: Clock): Promise<void> {
  await keepCheckpoint(db, verified, clock);
  await store.submissions.reclaim();
  await store.printJobs.reclaim();
  await store.copyJobs.reclaim();
  await store.ratings.reclaim();
  await takeOutAltered(store, await alteredSubmissions(db, 'waiting'), clock);
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

async function prove(db: Knex, clock: Clock, reclaim: boolean): Promise<Result<Verified, StoreFault>> {
  try {
    await migrate(db, kioskMigrations, { isAlone: reclaim });
    return await evidenceOf(db, clock);
  } catch (error) {
    if (error instanceof NewerDatabaseError)
      return fail({ code: 'S-02', reason: 'newer', detail: error.message });
    return fail(faultOf(error));
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

import type { Knex } from 'knex';

export type PrintState = 'queued' | 'sending' | 'sent-to-printer' | 'needs-paper' | 'failed' | 'unknown';

/** One copy of one receipt on its way to paper. Nobody claims `printed`: a printer's word is not paper. */
export interface PrintJob {
  id: number;
  sequence: number;
  copy: number;
  state: PrintState;
  /** Stable code of what went wrong last. */
  trouble: string | null;
  askedAt: string;
  changedAt: string;
}

export interface PrintJobRow {
  id: number;
  sequence: number;
  copy: number;
  state: string;
  trouble: string | null;
  asked_at: string;
  changed_at: string;
}

export function jobOf(row: PrintJobRow): PrintJob {
  return {
    id: row.id,
    sequence: row.sequence,
    copy: row.copy,
    state: row.state as PrintState,
    trouble: row.trouble,
    askedAt: row.asked_at,
    changedAt: row.changed_at,
  };
}

/** It is on its way: nobody needs to ask for it again. */
export function isBusy({ state }: Pick<PrintJob, 'state'>): boolean {
  return state === 'queued' || state === 'sending';
}

/** Nothing came out, and it may yet. */
const WAITING = ['needs-paper', 'failed'];

export function printJobStore(db: Knex) {
  async function countOf(sequence: number): Promise<number> {
    const rows = await db('print_jobs').where({ sequence }).count<{ count: number }[]>({ count: '*' });
    return rows[0]?.count ?? 0;
  }

  type Jobs = Knex.QueryBuilder<PrintJobRow, { sequence: number }[]>;

  async function change(which: (jobs: Jobs) => Jobs, to: Partial<PrintJobRow>): Promise<number[]> {
    const rows = await which(db<PrintJobRow>('print_jobs').update(to).returning('sequence'));
    return rows.map(({ sequence }) => sequence);
  }

  return {
    countOf,

    /** Asks for the next copy of a receipt; must run inside a transaction. */
    async add(sequence: number, askedAt: string): Promise<PrintJob> {
      const copy = (await countOf(sequence)) + 1;
      const job = { sequence, copy, state: 'queued', trouble: null, asked_at: askedAt, changed_at: askedAt };
      const [id] = await db('print_jobs').insert(job);
      return jobOf({ ...job, id: id ?? 0 });
    },

    /** The oldest job that waits for the printer. */
    async nextQueued(): Promise<PrintJob | null> {
      const row = await db<PrintJobRow>('print_jobs').where({ state: 'queued' }).orderBy('id').first();
      return row === undefined ? null : jobOf(row);
    },

    async latestOf(sequence: number): Promise<PrintJob | null> {
      const row = await db<PrintJobRow>('print_jobs').where({ sequence }).orderBy('copy', 'desc').first();
      return row === undefined ? null : jobOf(row);
    },

    async mark(id: number, state: PrintState, trouble: string | null, at: string): Promise<void> {
      await db('print_jobs').where({ id }).update({ state, trouble, changed_at: at });
    },

    /**
     * What was on its way to the printer when the process ended, or when its end could not be written down, may lie
     * there printed: nobody knows. Returns whose receipts they are.
     */
    async reclaim(trouble = 'restarted'): Promise<number[]> {
      return change((jobs) => jobs.where({ state: 'sending' }), { state: 'unknown', trouble });
    },

    /** How many still wait for paper or for a working printer, of those asked for since then. */
    async waiting(askedSince: string): Promise<number> {
      const rows = await db('print_jobs')
        .whereIn('state', WAITING)
        .where('asked_at', '>=', askedSince)
        .count<{ count: number }[]>({ count: '*' });
      return rows[0]?.count ?? 0;
    },

    /**
     * The printer may be well again: what waited for it, asked for since then, is queued once more. Of one receipt only
     * the copy that was asked for last. Returns whose receipts they are.
     */
    async requeue(at: string, askedSince: string): Promise<number[]> {
      return change(
        (jobs) =>
          jobs
            .whereIn('state', WAITING)
            .where('asked_at', '>=', askedSince)
            .whereNotExists(
              db('print_jobs as later')
                .whereRaw('later.sequence = print_jobs.sequence')
                .whereRaw('later.copy > print_jobs.copy'),
            ),
        { state: 'queued', changed_at: at },
      );
    },

    /** What was asked for before then comes out no more by itself. Returns whose receipts they are. */
    async giveUp(at: string, askedBefore: string): Promise<number[]> {
      return change(
        (jobs) => jobs.whereIn('state', ['queued', 'needs-paper']).where('asked_at', '<', askedBefore),
        { state: 'failed', trouble: 'waited-too-long', changed_at: at },
      );
    },

    async list(limit: number): Promise<PrintJob[]> {
      const rows = await db<PrintJobRow>('print_jobs').orderBy('id', 'desc').limit(limit);
      return rows.map(jobOf);
    },
  };
}
export type PrintJobStore = ReturnType<typeof printJobStore>;

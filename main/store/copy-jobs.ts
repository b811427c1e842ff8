import type { Knex } from 'knex';
import { jobOf, type PrintJob, type PrintJobRow, type PrintState } from './print-jobs.ts';

/** Full copies on their way to paper. What they say is held in memory alone: here is only that they were asked for. */
export function copyJobStore(db: Knex) {
  const jobs = () => db<PrintJobRow>('copy_jobs');

  async function countOf(sequence: number): Promise<number> {
    const rows = await db('copy_jobs').where({ sequence }).count<{ count: number }[]>({ count: '*' });
    return rows[0]?.count ?? 0;
  }

  return {
    countOf,

    /** Asks for the next copy of an application; must run inside a transaction. */
    async add(sequence: number, askedAt: string): Promise<PrintJob> {
      const copy = (await countOf(sequence)) + 1;
      const job = { sequence, copy, state: 'queued', trouble: null, asked_at: askedAt, changed_at: askedAt };
      const [id] = await db('copy_jobs').insert(job);
      return jobOf({ ...job, id: id ?? 0 });
    },

    async latestOf(sequence: number): Promise<PrintJob | null> {
      const row = await jobs().where({ sequence }).orderBy('copy', 'desc').first();
      return row === undefined ? null : jobOf(row);
    },

    async mark(id: number, state: PrintState, trouble: string | null, at: string): Promise<void> {
      await jobs().where({ id }).update({ state, trouble, changed_at: at });
    },

    /**
     * The process ended, and what it held in memory with it: what was on its way to the printer may lie there printed,
     * what waited comes out no more.
     */
    async reclaim(trouble = 'restarted'): Promise<void> {
      await jobs().where({ state: 'sending' }).update({ state: 'unknown', trouble });
      await jobs().whereIn('state', ['queued', 'needs-paper']).update({ state: 'failed', trouble });
    },
  };
}
export type CopyJobStore = ReturnType<typeof copyJobStore>;

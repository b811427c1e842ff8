import type { Knex } from 'knex';

/** Full copies that were asked for: how many of which application, and what became of each. Never what one says. */
export const copies = {
  name: '2026-11-26-copies',
  async up(knex: Knex): Promise<void> {
    await knex.raw(statement);
  },
};

const statement = `create table copy_jobs (
    id integer primary key,
    sequence integer not null references submissions (sequence),
    copy integer not null check (copy >= 1),
    state text not null check (state in ('queued', 'sending', 'sent-to-printer', 'needs-paper', 'failed', 'unknown')),
    trouble text,                        -- stable code of what went wrong last; never a message
    asked_at text not null,
    changed_at text not null,
    unique (sequence, copy)
  ) strict`;

import type { Knex } from 'knex';

/**
 * What waits is found without passing over what was answered, and counted without being read: SQLite takes a partial
 * index only when the question repeats its very words, and `state in (…)` is not `state = 'queued'`.
 */
export const queue = {
  name: '2026-11-26-queue',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `drop index outbox_waiting`,
  `create index outbox_queued on outbox (sequence) where state = 'queued'`,
  `create index outbox_sending on outbox (sequence) where state = 'sending'`,

  `create table outbox_counts (
    state text primary key check (state in ('queued', 'sending', 'acknowledged', 'quarantined', 'conflict')),
    count integer not null check (count >= 0) -- kept by the triggers below, never by a program
  ) strict, without rowid`,
  `insert into outbox_counts (state, count)
    select column1, (select count(*) from outbox where state = column1)
    from (values ('queued'), ('sending'), ('acknowledged'), ('quarantined'), ('conflict'))`,
  `create trigger outbox_counts_new after insert on outbox
    begin update outbox_counts set count = count + 1 where state = new.state; end`,
  `create trigger outbox_counts_moved after update of state on outbox when new.state <> old.state
    begin
      update outbox_counts set count = count - 1 where state = old.state;
      update outbox_counts set count = count + 1 where state = new.state;
    end`,
  `create trigger outbox_is_kept before delete on outbox
    begin select raise(abort, 'the queue forgets nothing'); end`,
];

import type { Knex } from 'knex';

/**
 * What became of submissions that were set aside and are sent no more: people decided it, and stand under it. The
 * submission itself stays, sealed as it was.
 */
export const settled = {
  name: '2026-11-26-settled',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create table settled (
    sequence integer primary key references submissions (sequence),
    how text not null check (how in ('discarded', 'replaced')),
    at text not null,
    one text not null check (length(one) = 4),           -- staff number of whoever decided
    other text check (length(other) = 4),                -- and of whoever agreed
    replaced_by integer references submissions (sequence),
    check ((how = 'replaced') = (replaced_by is not null)),
    check (how <> 'discarded' or (other is not null and other <> one)), -- nobody discards alone
    check (replaced_by <> sequence)
  ) strict`,
  `create trigger settled_are_kept before delete on settled
    begin select raise(abort, 'what was decided stays'); end`,
  `create trigger settled_do_not_change before update on settled
    begin select raise(abort, 'what was decided stays'); end`,
  `create trigger settled_only_set_aside before insert on settled
    when (select state from outbox where sequence = new.sequence) not in ('quarantined', 'conflict')
    begin select raise(abort, 'only what is set aside can be settled'); end`,
  // Whatever the program does, what two people gave up is not sent.
  `create trigger settled_are_not_sent before update of state on outbox
    when new.state <> old.state and exists (select 1 from settled where sequence = new.sequence)
    begin select raise(abort, 'what was decided stays'); end`,
];

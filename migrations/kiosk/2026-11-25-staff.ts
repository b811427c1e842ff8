import type { Knex } from 'knex';

/** Who may sign in here, and how often somebody tried in vain. */
export const staff = {
  name: '2026-11-25-staff',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create table staff_list (
    id integer primary key check (id = 1),
    version integer not null check (version >= 0),
    body text not null check (json_valid(body)), -- the platform's words, byte for byte
    signature text not null,
    kept_at text not null
  ) strict`,
  `create trigger staff_list_never_older before update on staff_list
    when new.version < old.version
    begin select raise(abort, 'an older list of staff is not taken'); end`,

  `create table staff_tries (
    number text primary key check (length(number) = 4),
    wrong integer not null check (wrong >= 0),   -- since the last right one; counted before it is judged
    locked_until_ms integer                       -- on the steady time, see below
  ) strict, without rowid`,

  `create table steady_time (
    id integer primary key check (id = 1),
    high_water_ms integer not null                -- the latest moment this machine has seen; never goes back
  ) strict`,
];

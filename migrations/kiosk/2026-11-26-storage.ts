import type { Knex } from 'knex';

/** The journal proves itself faster, and takes nothing out of order: `insert or replace` fires no trigger on delete. */
export const storage = {
  name: '2026-11-26-storage',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create trigger journal_follows before insert on journal
    when new.position <> (select coalesce(max(position), 0) + 1 from journal)
      or new.previous <> coalesce((select hash from journal order by position desc limit 1), '')
    begin select raise(abort, 'an entry must follow the last one'); end`,

  // Each submission is entered once; the index also answers what was entered of one.
  `create unique index journal_submitted on journal (json_extract(body, '$.sequence')) where kind = 'submitted'`,

  `create table journal_checkpoint (
    id integer primary key check (id = 1),
    position integer not null check (position > 0), -- every entry up to here was verified
    hash text not null,                             -- of the entry at that position
    verified_at text not null                       -- when all of them were last read again
  ) strict`,

  `create table restored (
    id integer primary key check (id = 1),
    restored_at text not null,                      -- a copy was put back then, and the platform was not asked since
    last integer not null check (last >= 0)         -- the last sequence the copy knew
  ) strict`,
];

import type { Knex } from 'knex';

/** Procedures that the platform sent. Nothing personal: it is what is printed in the office's leaflets. */
export const sentProcedures = {
  name: '2026-11-27-sent-procedures',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create table sent_pieces (
    hash text primary key,
    body text not null               -- canonical JSON of a procedure or a catalogue; SHA-256 of it is the hash
  ) strict`,
  `create table sent_procedures (
    procedure text not null,
    version text not null,
    named text not null,             -- JSON: the hashes of what it is made of
    position integer not null,       -- the notice that brought it
    kept_at text not null,
    primary key (procedure, version)
  ) strict`,
  `create trigger sent_procedures_stay before update on sent_procedures when new.named is not old.named
    begin select raise(abort, 'a version never changes'); end`,
  `create table withdrawn_procedures (
    procedure text not null,
    version text not null,
    position integer not null,
    withdrawn_at text not null,
    primary key (procedure, version)
  ) strict`,
];

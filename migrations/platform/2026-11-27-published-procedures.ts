import type { Knex } from 'knex';
import { isSqlite } from './dialect.ts';

/** Procedures that were sent to kiosks, in the pieces they were sent in; and news for one division alone. */
export const publishedProcedures = {
  name: '2026-11-27-published-procedures',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements(isSqlite(knex))) await knex.raw(statement);
  },
};

function statements(sqlite: boolean): string[] {
  const [whole, end] = sqlite ? ['integer', 'strict'] : ['bigint', ''];
  return [
    `alter table notices add column division text`, // null: for all
    `create table procedure_pieces (
      hash text primary key,             -- SHA-256 of the body
      body text not null                 -- canonical JSON of a procedure or a catalogue
    ) ${end}`,
    `create table published_procedures (
      procedure text not null,
      version text not null,
      named text not null,               -- JSON: the hashes of what it is made of
      published_at text not null,
      primary key (procedure, version)
    ) ${end}`,
    // What is said of a version, to whom. A version that came with the program can be withdrawn and was never published.
    `create table procedure_news (
      position ${whole} primary key check (position > 0),
      kind text not null check (kind in ('published', 'withdrawn')),
      procedure text not null,
      version text not null,
      division text,                     -- null: for all
      at text not null,
      taken_until text                   -- what was finished by then is taken; null while it is published
    ) ${end}`,
  ];
}

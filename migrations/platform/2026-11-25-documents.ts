import type { Knex } from 'knex';
import { isSqlite } from './dialect.ts';

/** The encrypted files that submissions name: awaited from the moment a submission is taken, held once all bytes are here. */
export const documents = {
  name: '2026-11-25-documents',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements(isSqlite(knex))) await knex.raw(statement);
  },
};

function statements(sqlite: boolean): string[] {
  const [whole, end] = sqlite ? ['integer', 'strict'] : ['bigint', ''];
  return [
    `create table documents (
      division text not null,
      submission text not null,
      digest text not null check (length(digest) = 64),        -- SHA-256 of the encrypted bytes; the file's name
      position ${whole} not null check (position > 0),          -- among those of its submission
      bytes ${whole} not null check (bytes > 0),                -- as encrypted
      case_division text not null,                             -- a correction may come from another division than its case
      case_id text not null,
      held_at text,                                            -- null: on its way
      primary key (division, submission, digest),
      foreign key (division, submission) references submissions (division, id),
      foreign key (case_division, case_id) references cases (division, id)
    ) ${end}`,
    // A kiosk names a file by its digest alone.
    `create unique index documents_by_digest on documents (digest)`,
    ...(sqlite ? sqliteGuards : postgresGuards),
  ];
}

const sqliteGuards = [
  `create trigger documents_stay before delete on documents
     begin select raise(abort, 'a document is never deleted'); end`,
  `create trigger documents_stand before update on documents
     when old.held_at is not null or new.digest <> old.digest or new.bytes <> old.bytes
     begin select raise(abort, 'a document that is held does not change'); end`,
];

const postgresGuards = [
  `create function documents_stay() returns trigger language plpgsql as $refuse$
     begin raise exception 'a document is never deleted'; end $refuse$`,
  `create trigger documents_stay before delete on documents for each row execute function documents_stay()`,
  `create function documents_stand() returns trigger language plpgsql as $refuse$
     begin
       if old.held_at is not null or new.digest <> old.digest or new.bytes <> old.bytes
       then raise exception 'a document that is held does not change'; end if;
       return new;
     end $refuse$`,
  `create trigger documents_stand before update on documents for each row execute function documents_stand()`,
];

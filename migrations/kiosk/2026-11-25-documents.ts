import type { Knex } from 'knex';

/** The encrypted files that belong to what was handed in, and how far each is on its way. */
export const documents = {
  name: '2026-11-25-documents',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create table documents (
    sequence integer not null references submissions (sequence),
    digest text not null unique check (length(digest) = 64), -- SHA-256 of the encrypted bytes; the file's name
    bytes integer not null check (bytes > 0),                -- as encrypted
    state text not null check (state in ('waiting', 'held', 'lost')), -- held: by the platform. lost: the file is gone or altered
    attempts integer not null default 0 check (attempts >= 0),
    trouble text,                                            -- stable code of what went wrong last; never a message
    primary key (sequence, digest)
  ) strict`,

  `create index documents_waiting on documents (sequence) where state = 'waiting'`,

  `create trigger documents_are_kept before delete on documents
    begin select raise(abort, 'what was handed in stays named'); end`,

  `create trigger documents_do_not_change before update on documents
    when new.sequence is not old.sequence or new.digest is not old.digest or new.bytes is not old.bytes
    begin select raise(abort, 'a document does not change'); end`,
];

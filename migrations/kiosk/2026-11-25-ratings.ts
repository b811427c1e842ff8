import type { Knex } from 'knex';

/** Ratings that wait to be sent, sealed: nothing that anybody wrote is here in clear. */
export const ratings = {
  name: '2026-11-25-ratings',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create table ratings (
    id text primary key check (length(id) = 36),       -- UUIDv7, the idempotency key
    receipt_number text not null,
    stage text not null,
    rated_at text not null,
    content_hash blob not null unique check (length(content_hash) = 32),
    envelope blob not null,
    signature text not null,
    state text not null default 'queued' check (state in ('queued', 'sending', 'acknowledged', 'refused')),
    attempts integer not null default 0 check (attempts >= 0),
    trouble text,                                      -- stable code of what went wrong last; never a message
    unique (receipt_number, stage)
  ) strict`,

  `create index ratings_waiting on ratings (rated_at) where state in ('queued', 'sending')`,

  `create trigger ratings_are_kept before delete on ratings
    begin select raise(abort, 'ratings are never deleted'); end`,

  `create trigger ratings_do_not_change before update on ratings
    when new.id is not old.id or new.receipt_number is not old.receipt_number or new.stage is not old.stage
      or new.content_hash is not old.content_hash or new.envelope is not old.envelope
      or new.signature is not old.signature
    begin select raise(abort, 'a rating does not change'); end`,
];

import type { Knex } from 'knex';
import { isSqlite } from './dialect.ts';

/** Which requests were answered already: a restart must not forget them, and two platforms of one database share them. */
export const nonces = {
  name: '2026-11-26-nonces',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements(isSqlite(knex))) await knex.raw(statement);
  },
};

function statements(sqlite: boolean): string[] {
  return [
    // By key and not by division: two platforms must meet in one row whatever they think of the kiosk.
    `create table request_nonces (
      key_id text not null check (length(key_id) <= 64),
      nonce text not null check (length(nonce) between 8 and 64),
      forget_after text not null,        -- by then the request is too old to be accepted anywhere
      primary key (key_id, nonce)
    ) ${sqlite ? 'strict, without rowid' : ''}`,
    `create index request_nonces_by_age on request_nonces (forget_after)`,
  ];
}

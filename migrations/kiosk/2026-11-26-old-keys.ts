import type { Knex } from 'knex';

/** Keys this machine had before: receipts that were signed by them are out there, and are checked without a network. */
export const oldKeys = {
  name: '2026-11-26-old-keys',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create table old_keys (
    public_key text primary key, -- SPKI, base64; the private one is gone
    until text not null
  ) strict, without rowid`,
  `create trigger old_keys_are_kept before delete on old_keys
    begin select raise(abort, 'a key that signed receipts is kept'); end`,
];

import type { Knex } from 'knex';

/** What the platform said of this kiosk as a whole: a start without a network must know that it was stopped. */
export const standing = {
  name: '2026-11-26-standing',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create table stopped (
    id integer primary key check (id = 1),
    because text not null check (because in ('kiosk-revoked', 'kiosk-forked')),
    at text not null
  ) strict`,
];

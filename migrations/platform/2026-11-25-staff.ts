import type { Knex } from 'knex';
import { isSqlite } from './dialect.ts';

/** Staff accounts of the divisions, and the version of what kiosks are given of them. Times are UTC text. */
export const staff = {
  name: '2026-11-25-staff',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements(isSqlite(knex))) await knex.raw(statement);
  },
};

function statements(sqlite: boolean): string[] {
  const [whole, end] = sqlite ? ['integer', 'strict'] : ['bigint', ''];
  const [json, isJson] = sqlite ? ['text', 'check (json_valid(pin))'] : ['jsonb', ''];
  return [
    `create table staff_accounts (
      division text not null check (length(division) = 6),
      number text not null unique check (length(number) = 4), -- of the whole city: never given to anybody else
      name text not null,
      role text not null check (role in ('clerk', 'it')),
      pin ${json} not null ${isJson},                         -- scrypt verifier with salt and cost; never the PIN
      added_at text not null,
      changed_at text not null,
      removed_at text,                                        -- kept, so that old records still have a name
      primary key (division, number)
    ) ${end}`,
    // Held by whoever changes an account: numbers and versions are given out one after the other.
    `create table staff_version (
      id ${whole} primary key check (id = 1),
      version ${whole} not null check (version >= 0)
    ) ${end}`,
    `insert into staff_version (id, version) values (1, 0)`,
  ];
}

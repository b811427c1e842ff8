import type { Knex } from 'knex';
import { isSqlite } from './dialect.ts';

/** What the platform tells its kiosks, in one numbered feed of the city, and how far each kiosk has read it. */
export const notices = {
  name: '2026-11-26-notices',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements(isSqlite(knex))) await knex.raw(statement);
  },
};

function statements(sqlite: boolean): string[] {
  const [whole, end] = sqlite ? ['integer', 'strict'] : ['bigint', ''];
  return [
    // Whoever appends holds the row until the commit: positions have no gaps, in the order of commits.
    `create table notice_feed (
      id ${whole} primary key check (id = 1),
      last_position ${whole} not null check (last_position >= 0)
    ) ${end}`,
    `insert into notice_feed (id, last_position) values (1, 0)`,
    `create table notices (
      position ${whole} primary key check (position > 0),
      kiosk text,                        -- null: for all
      subject text unique,               -- what it tells once: the fingerprint of a new key; null: may be told again
      body text not null,                -- canonical JSON, as signed
      signature text not null            -- by the key that was in force when it was told
    ) ${end}`,
    `create table notice_readers (
      division text not null,
      kiosk text not null,
      position ${whole} not null check (position >= 0), -- this kiosk has taken everything up to here
      last_sequence ${whole} not null check (last_sequence >= 0), -- what it had given out when it said so
      primary key (division, kiosk),
      foreign key (division, kiosk) references kiosks (division, id)
    ) ${end}`,
  ];
}

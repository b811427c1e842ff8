import type { Knex } from 'knex';

/** How far this kiosk has read what the platform tells its kiosks. */
export const news = {
  name: '2026-11-26-news',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create table news (
    id integer primary key check (id = 1),
    position integer not null check (position >= 0) -- everything up to here was taken
  ) strict`,
  `create trigger news_goes_on before update on news when new.position < old.position
    begin select raise(abort, 'what was taken stays taken'); end`,
];

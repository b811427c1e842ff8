import type { Knex } from 'knex';

/** The platform's schemas are written for two engines: this one, and PostgreSQL. */
export function isSqlite(knex: Knex): boolean {
  const { dialect } = knex.client as { dialect: string };
  return dialect === 'sqlite3';
}

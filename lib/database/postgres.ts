import knex, { type Knex } from 'knex';

/** Opens a PostgreSQL database by its URL. A hung statement ends by itself, so that no request waits for ever. */
export function openPostgres(url: string): Knex {
  return knex({
    client: 'pg',
    connection: {
      connectionString: url,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    pool: { min: 0, max: 10 },
    acquireConnectionTimeout: 20_000,
  });
}

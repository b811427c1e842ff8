import type { Knex } from 'knex';

/** A dated, forward-only change of the schema. Imports none of our code and never changes once shipped. */
export interface Migration {
  name: string;
  up(knex: Knex): Promise<void>;
}

/** The database was written by a newer program than this one. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

/** Brings the schema up to date, each migration in one transaction. Throws NewerDatabaseError on unknown migrations. */
export async function migrate(database: Knex, migrations: readonly Migration[]): Promise<void> {
  await refuseNewer(database, migrations);
  await database.migrate.latest({ migrationSource: sourceOf(migrations) });
}

async function refuseNewer(database: Knex, migrations: readonly Migration[]): Promise<void> {
  if (!(await database.schema.hasTable('knex_migrations'))) return;
  const rows = await database<{ name: string }>('knex_migrations').select('name');
  const unknown = rows.filter((row) => !migrations.some((migration) => migration.name === row.name));
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `the database has ${unknown.map((row) => row.name).join(', ')}, which this program does not know`,
    );
  }
}

/** A static list, so that a packed program carries its migrations. */
function sourceOf(migrations: readonly Migration[]): Knex.MigrationSource<Migration> {
  return {
    getMigrations: () => Promise.resolve([...migrations]),
    getMigrationName: (migration) => migration.name,
    getMigration: (migration) =>
      Promise.resolve({
        up: (knex: Knex) => migration.up(knex),
        down: () => Promise.reject(new Error('migrations only go forward')),
      }),
  };
}

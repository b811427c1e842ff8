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

/**
 * Brings the schema up to date, each migration in one transaction. Throws NewerDatabaseError on unknown migrations.
 * `isAlone`: nobody else migrates this database, so that a lock that stands is one of a process that was killed.
 */
export async function migrate(
  database: Knex,
  migrations: readonly Migration[],
  { isAlone = false }: { isAlone?: boolean } = {},
): Promise<void> {
  await refuseNewer(database, migrations);
  if (isAlone) await freeLock(database);
  await database.migrate.latest({ migrationSource: sourceOf(migrations) });
}

/** knex keeps its lock as a row, outside of the transaction of the migration: a kill inside leaves it for ever. */
async function freeLock(database: Knex): Promise<void> {
  if (!(await database.schema.hasTable('knex_migrations_lock'))) return;
  await database('knex_migrations_lock').where({ is_locked: 1 }).update({ is_locked: 0 });
}

async function refuseNewer(database: Knex, migrations: readonly Migration[]): Promise<void> {
  const unknown = await unknownMigrations(database, migrations);
  if (unknown.length > 0) {
    throw new NewerDatabaseError(`the database has ${unknown.join(', ')}, which this program does not know`);
  }
}

/** The names of what was done to a database by a program that knows more than this one. */
export async function unknownMigrations(
  database: Knex,
  migrations: readonly Pick<Migration, 'name'>[],
): Promise<string[]> {
  if (!(await database.schema.hasTable('knex_migrations'))) return [];
  const rows = await database<{ name: string }>('knex_migrations').select('name');
  return rows
    .map(({ name }) => name)
    .filter((name) => !migrations.some((migration) => migration.name === name));
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

// Many rows in one statement. knex writes them for SQLite as a union of selects, of which SQLite takes 500, and takes
// longer to write than SQLite takes to insert; a list of values has neither trouble and means the same to PostgreSQL.
import type { Knex } from 'knex';

/** 100 rows of the widest table are 1,400 parameters: far below the 32,766 of SQLite and the 65,535 of PostgreSQL. */
const ROWS_AT_ONCE = 100;

/** What both drivers take as a parameter. */
export type Value = string | number | Buffer | null;

/** Inserts rows, which all have the same columns. Without rows it does nothing. */
export async function insertRows(db: Knex, table: string, rows: Record<string, Value>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const row = `(${columns.map(() => '?').join(', ')})`;
  const head = `insert into ${table} (${columns.join(', ')}) values `;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const values = some.flatMap((one) => columns.map((column) => one[column] ?? null));
    await db.raw(head + some.map(() => row).join(', '), values);
  }
}

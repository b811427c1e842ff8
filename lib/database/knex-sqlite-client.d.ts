declare module 'knex/lib/dialects/sqlite3/index.js' {
  interface Transaction {
    begin(connection: unknown): unknown;
    query(connection: unknown, sql: string): unknown;
  }
  export default class SqliteClient {
    transaction(container: unknown, ...rest: unknown[]): Transaction;
    acquireConnection(): Promise<unknown>;
  }
}

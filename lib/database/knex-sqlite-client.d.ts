declare module 'knex/lib/dialects/sqlite3/index.js' {
  interface Transaction {
    begin(connection: unknown): unknown;
    query(connection: unknown, sql: string): unknown;
  }
  interface Driver {
    OPEN_READONLY: number;
    Database: new (file: string, flags: number, done: (error: Error | null) => void) => object;
  }
  export default class SqliteClient {
    transaction(container: unknown, ...rest: unknown[]): Transaction;
    acquireConnection(): Promise<unknown>;
    acquireRawConnection(): Promise<object>;
    driver: Driver;
    connectionSettings: { filename: string };
  }
}

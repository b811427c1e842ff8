// Rows as both engines give them, made into our types. PostgreSQL's driver hands 64-bit integers over as text and JSON
// parsed; SQLite hands JSON over as text. Whatever does not fit is a broken invariant and throws.

export type Row = Record<string, unknown>;

function wrong(column: string): never {
  throw new Error(`column ${column} holds something else than it should`);
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : wrong(column);
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

/** An integer that a double can hold exactly. */
export function wholeOf(row: Row, column: string): number {
  const value = row[column];
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : wrong(column);
}

export function bytesOf(row: Row, column: string): Buffer {
  const value = row[column];
  return Buffer.isBuffer(value) ? value : wrong(column);
}

export function jsonOf(row: Row, column: string): unknown {
  const value = row[column];
  return typeof value === 'string' ? JSON.parse(value) : value;
}

/** One of a fixed set of words. */
export function wordOf<const T extends string>(row: Row, column: string, words: readonly T[]): T {
  const value = row[column];
  return words.find((word) => word === value) ?? wrong(column);
}

// Where a work list stands, as a text that pages carry around and nobody has to understand.
import type { Arrival } from '../store/cases.ts';

const SHAPE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([0-9a-f-]{36})$/;

export function cursorOf({ receivedAt, id }: Arrival): string {
  return Buffer.from(`${receivedAt} ${id}`).toString('base64url');
}

/** null: it is none of ours. */
export function readCursor(cursor: string): Arrival | null {
  const [, receivedAt, id] = SHAPE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return receivedAt === undefined || id === undefined ? null : { receivedAt, id };
}

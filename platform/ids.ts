import { v7 } from 'uuid';

/** A UUIDv7 of this moment (RFC 9562): sorts by time, unique without asking anybody. */
export function uuidv7(at: Date): string {
  return v7({ msecs: at.getTime() });
}

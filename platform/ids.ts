import { v7 } from 'uuid';

/**
 * A UUIDv7 of this moment (RFC 9562): sorts by time, unique without asking anybody. Those of one millisecond sort by
 * `order`, a number of 32 bits, where it is given; 42 random bits are left.
 */
export function uuidv7(at: Date, order?: number): string {
  return v7({ msecs: at.getTime(), ...(order === undefined ? {} : { seq: order }) });
}

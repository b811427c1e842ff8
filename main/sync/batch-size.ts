// How much goes into one request: what both ends know to be possible, or less where the platform says so in an answer
// that it signed.
import { BATCH_BYTES, BATCH_ITEMS } from '../../domain/contract/platform-api.ts';

export interface BatchSize {
  items: number;
  /** Of envelopes, before base64 makes three bytes four. */
  bytes: number;
}

/** Room in a request for what is around the envelopes: ids, signatures, names of fields. */
const AROUND_BYTES = 50_000;
/** Less than this is no batch any more; one application alone always goes. */
const LEAST_REQUEST_BYTES = 100_000;

function envelopeBytes(request: number): number {
  return Math.floor((request * 3) / 4) - AROUND_BYTES;
}

/** As large as the contract allows. */
export const LARGEST_BATCH: BatchSize = { items: BATCH_ITEMS, bytes: envelopeBytes(BATCH_BYTES) };

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

/**
 * The size the platform asks for in `batch: { items, bytes }` of its answer (bytes of the whole request), kept within
 * what the contract allows; null when it asks for none. Older platforms say nothing, and are sent what they always were.
 */
export function batchAsked(answer: unknown): BatchSize | null {
  if (typeof answer !== 'object' || answer === null || !('batch' in answer)) return null;
  const { batch } = answer;
  if (typeof batch !== 'object' || batch === null || !('items' in batch) || !('bytes' in batch)) return null;
  if (!isCount(batch.items) || !isCount(batch.bytes)) return null;
  return {
    items: between(1, batch.items, BATCH_ITEMS),
    bytes: envelopeBytes(between(LEAST_REQUEST_BYTES, batch.bytes, BATCH_BYTES)),
  };
}

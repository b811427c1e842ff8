// One item of a batch, from whatever was sent to what it says about itself. Nothing is trusted yet.
import { SubmissionItem, Uuid } from '../../domain/contract/platform-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Envelope } from '../../domain/submission/envelope.ts';
import { contentHashOf, readEnvelope } from '../../lib/envelope.ts';
import { compile } from '../../lib/schema.ts';

/** What an answer names, so that the kiosk knows which item is meant; null where it could not be read. */
export interface ItemName {
  id: string | null;
  contentHash: Buffer | null;
}

export interface ReadItem extends ItemName {
  id: string;
  contentHash: Buffer;
  bytes: Buffer;
  signature: string;
  envelope: Pick<Envelope, 'header'>;
}

/** With everything that opening takes. */
export interface ClosedItem extends ReadItem {
  envelope: Envelope;
}

const isItem = compile(SubmissionItem);
const isUuid = compile(Uuid);

/** The item; or, when it is malformed, as much of its name as could be read. */
export function readItem(value: unknown): Result<ClosedItem, ItemName> {
  if (!isItem(value)) return fail(nameIn(value));
  const bytes = Buffer.from(value.envelope, 'base64');
  const name = { id: value.id, contentHash: contentHashOf(bytes) };
  const envelope = readEnvelope(bytes);
  if (envelope === null || envelope.header.id !== value.id) return fail(name);
  return ok({ ...name, bytes, signature: value.signature, envelope });
}

/** The id that an item gives itself; null: none that could be one. */
export function idIn(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return isUuid(id) ? id : null;
}

function nameIn(value: unknown): ItemName {
  const envelope = typeof value === 'object' && value !== null && 'envelope' in value ? value.envelope : null;
  return {
    id: idIn(value),
    contentHash: typeof envelope === 'string' ? contentHashOf(Buffer.from(envelope, 'base64')) : null,
  };
}

// The platform's word about one submission: canonical text, signed as it stands.
import { Acknowledgement, type SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import { canonicalJson } from '../../domain/submission/canonical-json.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { compile } from '../../lib/schema.ts';
import type { ItemName } from './read-item.ts';

export type Words = Omit<Acknowledgement, 'format' | 'id' | 'contentHash'>;

const isAcknowledgement = compile(Acknowledgement);

export function signAcknowledgement(key: SigningKey, name: ItemName, words: Words): SignedAcknowledgement {
  const contentHash = name.contentHash?.toString('hex') ?? null;
  const body = canonicalJson({ format: 1, id: name.id, contentHash, ...words });
  return { body, signature: key.sign('acknowledgement', Buffer.from(body)) };
}

/** Reads an acknowledgement we kept. Throws when it is none: nobody else writes there. */
export function readKept({ body }: SignedAcknowledgement): Acknowledgement {
  const kept: unknown = JSON.parse(body);
  if (!isAcknowledgement(kept)) throw new Error('a kept acknowledgement cannot be read');
  return kept;
}

// How a kiosk changes its key.
import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false } as const;

export const KEY_RENEWAL_PATH = '/v1/kiosk-key';

const Key = Type.String({ pattern: '^[A-Za-z0-9+/=]+$', maxLength: 256 });

/** Signed as a request with the key in force; `proof` is the new key's signature over `renewalText`. */
export const KeyRenewal = Type.Object(
  { publicKey: Key, proof: Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 128 }) },
  closed,
);
export type KeyRenewal = Static<typeof KeyRenewal>;

/** The key that is in force from now on. */
export const KeyRenewed = Type.Object({ publicKey: Key }, closed);
export type KeyRenewed = Static<typeof KeyRenewed>;

/** What the new key signs: whose it becomes, and which it is. */
export function renewalText(kiosk: string, publicKey: string): string {
  return `${kiosk}\n${publicKey}`;
}

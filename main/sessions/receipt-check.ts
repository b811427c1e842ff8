// Whether a receipt's square was made by one of our kiosks: checked with this machine's own key, or with the published
// ones. What cannot be checked here is left to the platform, which checks everything once more.
import type { SignedReceiptQr } from '../../domain/submission/receipt-qr.ts';
import { verifySignature } from '../../lib/keys.ts';
import type { PlatformClient } from '../sync/platform-client.ts';

export interface OwnKey {
  kiosk: string;
  /** SPKI, base64. */
  publicKey: string;
}

export type ReceiptCheck = (square: SignedReceiptQr) => Promise<boolean>;

export function createReceiptCheck(own: OwnKey | null, client: PlatformClient | null): ReceiptCheck {
  const keys = new Map<string, string>(own === null ? [] : [[own.kiosk, own.publicKey]]);

  /** null: nobody could be asked. */
  async function keyOf(kiosk: string): Promise<string | undefined | null> {
    const known = keys.get(kiosk);
    if (known !== undefined) return known;
    const answer = await client?.kioskKeys();
    if (answer?.ok !== true) return null;
    for (const { kiosk: id, publicKey } of answer.value.keys) keys.set(id, publicKey);
    return keys.get(kiosk);
  }

  return async ({ kiosk, body, signature }) => {
    const key = await keyOf(kiosk);
    if (key === null) return true;
    return key !== undefined && verifySignature(key, 'receipt', Buffer.from(body), signature);
  };
}

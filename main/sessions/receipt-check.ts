// Whether a receipt's square was made by one of our kiosks: checked with this machine's own key, or with the published
// ones. What cannot be checked here is left to the platform, which checks everything once more.
import type { KioskKeys } from '../../domain/contract/platform-api.ts';
import type { SignedReceiptQr } from '../../domain/submission/receipt-qr.ts';
import { verifySignature } from '../../lib/keys.ts';
import type { PlatformClient } from '../sync/platform-client.ts';

export interface OwnKey {
  kiosk: string;
  /** SPKI, base64: the key it has and those it had. */
  publicKeys: () => Promise<string[]>;
}

export type ReceiptCheck = (square: SignedReceiptQr) => Promise<boolean>;

export function createReceiptCheck(own: OwnKey | null, client: PlatformClient | null): ReceiptCheck {
  let published: KioskKeys['keys'] = [];

  async function keysOf(kiosk: string): Promise<string[]> {
    if (kiosk === own?.kiosk) return own.publicKeys();
    return published.filter((one) => one.kiosk === kiosk).map(({ publicKey }) => publicKey);
  }

  return async ({ kiosk, body, signature }) => {
    const isMadeBy = (key: string) => verifySignature(key, 'receipt', Buffer.from(body), signature);
    if ((await keysOf(kiosk)).some(isMadeBy)) return true;
    // A machine that is new, or changed its key since the last look.
    const answer = await client?.kioskKeys();
    if (answer?.ok !== true) return kiosk !== own?.kiosk && (await keysOf(kiosk)).length === 0;
    published = answer.value.keys;
    return published.some((one) => one.kiosk === kiosk && isMadeBy(one.publicKey));
  };
}

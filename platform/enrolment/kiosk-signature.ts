import { verifySignature, type Purpose } from '../../lib/keys.ts';
import type { Kiosk } from '../store/kiosks.ts';

/**
 * Whether this kiosk signed these bytes, with the key it has or one it had: what waits in its queue is never signed
 * again. Whoever has only an old key hands nothing in all the same: every request takes the key in force.
 */
export function isSignedBy(
  { publicKey, olderKeys }: Pick<Kiosk, 'publicKey' | 'olderKeys'>,
  purpose: Purpose,
  bytes: Uint8Array,
  signature: string,
): boolean {
  return [publicKey, ...olderKeys].some((key) => verifySignature(key, purpose, bytes, signature));
}

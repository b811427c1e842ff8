// A kiosk changes its key: the request is signed with the old one, and the new one proves in it that it is there. From
// the commit on only the new one is let in; the old one may only ask for the same change again, because the answer may
// have been lost on the way.
import { renewalText, type KeyRenewal } from '../../domain/contract/key-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { fingerprint, verifySignature } from '../../lib/keys.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store } from '../store/store.ts';

/** The key that must have signed a request for this change. */
export function keyThatAsks({ publicKey, olderKeys }: Kiosk, wanted: string): string {
  return wanted === publicKey ? (olderKeys.at(-1) ?? publicKey) : publicKey;
}

/** Puts the new key in force, once. */
export async function renewKey(
  { store, clock }: { store: Store; clock: Clock },
  { id }: Kiosk,
  { publicKey, proof }: KeyRenewal,
): Promise<Result<null, 'signature-wrong'>> {
  if (!verifySignature(publicKey, 'key-renewal', Buffer.from(renewalText(id, publicKey)), proof))
    return fail('signature-wrong');
  return store.transaction(async (stores) => {
    const kiosk = await stores.kiosks.byId(id);
    if (kiosk === null || kiosk.publicKey === publicKey) return ok(null);
    // A key has one owner, and nobody goes back to one that was given up.
    if (await stores.kiosks.isKeyKnown(publicKey)) return fail('signature-wrong');
    const at = clock.now().toISOString();
    await stores.kiosks.addKey(kiosk, publicKey, at);
    const body = { key: fingerprint(publicKey) };
    await stores.events.append(kiosk.division, [
      { kind: 'kiosk-key-renewed', at, caseId: null, kiosk: id, body },
    ]);
    return ok(null);
  });
}

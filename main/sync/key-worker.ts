// Carries a change of this machine's key through, however often it is cut short: see kiosk-key.ts.
import type { Trouble } from './platform-client.ts';
import { createLane, type Lane, type LaneParts } from './lane.ts';
import type { PlatformClient } from './platform-client.ts';
import type { KioskKey } from '../kiosk-key.ts';
import { renewalText } from '../../domain/contract/key-api.ts';
import type { Store } from '../store/store.ts';

export interface KeyWorkerParts extends Omit<LaneParts, 'sendAll'> {
  key: KioskKey;
  kiosk: string;
  store: Pick<Store, 'transaction'>;
  client: Pick<PlatformClient, 'renewKey'>;
}

export function createKeyWorker(parts: KeyWorkerParts): Lane {
  return createLane({ ...parts, sendAll: () => renew(parts) });
}

async function renew({
  key,
  kiosk,
  store,
  client,
  clock,
  log,
}: KeyWorkerParts): Promise<Trouble | null | undefined> {
  const next = key.next();
  if (next === null) return undefined;
  const { publicKey } = next;
  const proof = next.sign('key-renewal', Buffer.from(renewalText(kiosk, publicKey)));
  const answer = await client.renewKey({ publicKey, proof });
  if (!answer.ok) return answer.error;
  if (answer.value.publicKey !== publicKey) return { kind: 'wrong-server' };
  const at = clock.now().toISOString();
  await store.transaction(async (stores) => {
    await stores.enrolment.keepOldKey(key.publicKey, at);
    await stores.journal.append(at, 'key-renewed', { from: key.fingerprint, to: next.fingerprint });
  });
  key.change();
  log.info('key renewed', { code: key.fingerprint });
  return null;
}

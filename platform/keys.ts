// The platform's keys: the ones in force, and those before, which are kept as long as a kiosk may know no other or may
// hold something that is sealed to them. A change is wished by files beside the keys and carried out at the next start:
// first it is told, signed with the key in force; then the keys change places. Cut short anywhere, it goes on where it was.
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { openSealingKey, type OpeningKey } from '../lib/envelope-crypto.ts';
import { openSigningKey, type SigningKey } from '../lib/keys.ts';
import type { Reader } from './store/notices.ts';
import type { Store } from './store/store.ts';
import { tell } from './news/tell.ts';

export interface PlatformKeys {
  signing: SigningKey;
  /** Those before, by fingerprint. */
  olderSigning: ReadonlyMap<string, SigningKey>;
  /** Opens what is sealed to it and, by `older`, to those before. */
  opening: OpeningKey;
}

const OLD = 'old-keys';
const SIGNING = 'signing.key';
const SEALING = 'sealing.key';

function oldFiles(folder: string, kind: string): string[] {
  const place = join(folder, OLD);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.startsWith(`${kind}.`))
    .map((name) => join(place, name));
}

/** Throws as `openSigningKey` does. */
export function openPlatformKeys(folder: string): PlatformKeys {
  const older = oldFiles(folder, SIGNING).map((file) => openSigningKey(file));
  return {
    signing: openSigningKey(join(folder, SIGNING)),
    olderSigning: new Map(older.map((key) => [key.fingerprint, key])),
    opening: openOpeningKeys(folder),
  };
}

/** What opens everything in a data folder, whichever of its keys it was sealed to. */
export function openOpeningKeys(folder: string): OpeningKey {
  const current = openSealingKey(join(folder, SEALING));
  return { ...current, older: oldFiles(folder, SEALING).map((file) => openSealingKey(file)) };
}

/** Wishes new keys; they come into force when the platform is started the next time. */
export function wishNewKeys(folder: string): { signing: string; sealing: string } {
  const signing = openSigningKey(join(folder, `${SIGNING}.next`));
  const sealing = openSealingKey(join(folder, `${SEALING}.next`));
  return { signing: signing.fingerprint, sealing: sealing.id };
}

/** Carries out a change that was wished, or goes on with one that was cut short. Whether there was any. */
export async function changeKeys(folder: string, store: Store): Promise<boolean> {
  const next = { signing: join(folder, `${SIGNING}.next`), sealing: join(folder, `${SEALING}.next`) };
  if (!existsSync(next.signing)) return false;
  const signing = openSigningKey(next.signing);
  const subject = signing.fingerprint;
  if (!(await store.notices.isTold(subject))) {
    const current = openSigningKey(join(folder, SIGNING));
    const sealing = openSealingKey(next.sealing);
    const sealingKey = { id: sealing.id, publicKey: sealing.publicKey };
    await store.transaction(async (stores) => {
      if (await stores.notices.isTold(subject)) return;
      await tell(stores, current, { kind: 'keys', signingKey: signing.publicKey, sealingKey }, { subject });
    });
  }
  mkdirSync(join(folder, OLD), { recursive: true, mode: 0o700 });
  // The sealing key first: while the wish for the signing key stands, the change is not over.
  if (existsSync(next.sealing))
    putInForce(folder, SEALING, next.sealing, openSealingKey(join(folder, SEALING)).id);
  putInForce(folder, SIGNING, next.signing, openSigningKey(join(folder, SIGNING)).fingerprint);
  return true;
}

function putInForce(folder: string, kind: string, next: string, oldName: string): void {
  const kept = join(folder, OLD, `${kind}.${oldName}`);
  if (!existsSync(kept)) linkSync(join(folder, kind), kept);
  renameSync(next, join(folder, kind));
}

/**
 * Kiosks that may still need the keys before the last change: they have not taken the notice, or had given out
 * applications by then that are not all here.
 */
export async function stillNeedOldKeys(store: Store, current: SigningKey): Promise<Reader[]> {
  const position = (await store.notices.positionOf(current.fingerprint)) ?? 0;
  const readers = await store.notices.readers();
  return readers.filter((one) => one.position < position || one.gapFreeUpTo < one.lastSequence);
}

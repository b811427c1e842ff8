// This machine's key, and its change. The new one stands beside the old, on disk, before the platform hears of it, and
// takes its place only after the platform has confirmed it: whenever the power goes, one of the two is the key that the
// platform knows, and the change is asked for again. The file of the new key is itself the wish to change.
import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { openSigningKey, type SigningKey } from '../lib/keys.ts';

export interface KioskKey extends SigningKey {
  /** The key that is to come; null: nobody asked for one. */
  next(): SigningKey | null;
  /** Makes the key that is to come, unless there is one. */
  wish(): SigningKey;
  /** The platform knows the next key: from now on it is ours. */
  change(): void;
}

function nextFile(file: string): string {
  return `${file}.next`;
}

/** Throws as `openSigningKey` does. */
export function openKioskKey(file: string): KioskKey {
  let current = openSigningKey(file);
  const wish = () => openSigningKey(nextFile(file));
  return {
    get publicKey() {
      return current.publicKey;
    },
    get fingerprint() {
      return current.fingerprint;
    },
    sign: (purpose, bytes) => current.sign(purpose, bytes),
    next: () => (existsSync(nextFile(file)) ? wish() : null),
    wish,
    change() {
      renameSync(nextFile(file), file);
      keepName(file);
      current = openSigningKey(file);
    },
  };
}

/** A name is on disk when its folder is. */
function keepName(file: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

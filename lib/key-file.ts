// Private keys and secrets of this machine, in files that only its own user can read.
import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

export function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** The P-256 private key in a file; made on first use. Throws when others could read it or it is another kind of key. */
export function openKeyFile(file: string): KeyObject {
  makeOnce(file, () => String(newKey().export({ type: 'pkcs8', format: 'pem' })));
  refuseReadable(file);
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error(`${file} holds no P-256 key`);
  return key;
}

const SECRET_BYTES = 32;

/** 32 random bytes in a file; made on first use. Throws when others could read them or it is something else. */
export function openSecretFile(file: string): Buffer {
  makeOnce(file, () => randomBytes(SECRET_BYTES).toString('base64'));
  refuseReadable(file);
  const secret = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (secret.length !== SECRET_BYTES) throw new Error(`${file} holds no secret of ${SECRET_BYTES} bytes`);
  return secret;
}

function refuseReadable(file: string): void {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return;
  throw new Error(`${file} can be read by others: chmod 600 it, and enrol again if somebody may have`);
}

/** Written aside and linked into place: a power cut leaves a whole key or none, and two starts agree on one. */
function makeOnce(file: string, content: () => string): void {
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(aside, 'wx', 0o600);
  try {
    writeSync(handle, content());
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

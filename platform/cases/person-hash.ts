// A person's cases are found by a keyed hash of the identity number: without the key, which is in no database, nobody
// can guess back from the index whose case it is.
import { createHmac, createSecretKey } from 'node:crypto';
import { openSecretFile } from '../../lib/key-file.ts';

/** HMAC-SHA256 in hex. */
export type PersonHash = (identityNumber: string) => string;

/** The hash under the key in a file, made on first use. Throws as `openSecretFile` does. */
export function openPersonHash(file: string): PersonHash {
  const key = createSecretKey(openSecretFile(file));
  return (identityNumber) =>
    createHmac('sha256', key).update(`onewindow/person/1\n${identityNumber}`).digest('hex');
}

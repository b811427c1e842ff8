// How a document is kept from whoever gets hold of its file: a key of its own, which travels only inside the sealed
// application. What carries the file, and what stores it, cannot open it.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Bound to the ciphertext: a file of another kind never opens as one. */
const PURPOSE = Buffer.from('onewindow/document/1');

export interface SealedDocument {
  /** Nonce, ciphertext and tag. */
  bytes: Buffer;
  /** SHA-256 of `bytes`, in hex: its name at both ends. */
  digest: string;
  /** base64url. */
  key: string;
}

export function documentDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Encrypts with a fresh random key. */
export function sealDocument(plain: Uint8Array): SealedDocument {
  const [key, nonce] = [randomBytes(32), randomBytes(NONCE_BYTES)];
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(PURPOSE);
  const bytes = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { bytes, digest: documentDigest(bytes), key: key.toString('base64url') };
}

/** The document; null when it is not the one that was sealed with this key. */
export function openDocument(bytes: Uint8Array, key: string): Buffer | null {
  const secret = Buffer.from(key, 'base64url');
  if (secret.length !== 32 || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(PURPOSE)
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    // Altered, cut, or another key: all of it is one answer.
    return null;
  }
}

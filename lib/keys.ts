// Signatures of kiosks and platform: ECDSA P-256 with SHA-256. What is signed begins with its purpose, so that a
// signature under a receipt never passes as one under a submission. Signatures are malleable in the way ECDSA is;
// nothing is ever looked up or counted by one.
import { createHash, createPublicKey, randomInt, sign, verify, type KeyObject } from 'node:crypto';
import { newKey, openKeyFile } from './key-file.ts';

/** 'http': the bytes are a signature base whose meaning RFC 9421 fixes, and are signed as they are. */
export type Purpose =
  | 'submission'
  | 'receipt'
  | 'acknowledgement'
  | 'staff-list'
  | 'rating'
  | 'rating-answer'
  | 'key-renewal'
  | 'notice'
  | 'export'
  | 'http';

export interface SigningKey {
  /** SPKI, base64. */
  publicKey: string;
  /** See `fingerprint`. */
  fingerprint: string;
  /** base64url of r and s, 64 bytes. */
  sign(purpose: Purpose, bytes: Uint8Array): string;
}

const ENCODING = { dsaEncoding: 'ieee-p1363' } as const;

/**
 * A key that says itself how its signatures are written. Node also takes `{ key, dsaEncoding }`, and asks at length
 * whether that is a key: up to a seventh of what a signature costs.
 */
function withEncoding(key: KeyObject): KeyObject {
  return Object.assign(key, ENCODING);
}

function signedBytes(purpose: Purpose, bytes: Uint8Array): Buffer {
  return purpose === 'http'
    ? Buffer.from(bytes)
    : Buffer.concat([Buffer.from(`onewindow/1 ${purpose}\n`), bytes]);
}

export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
}

function signingKeyOf(key: KeyObject): SigningKey {
  const publicKey = publicKeyOf(key);
  const signing = withEncoding(key);
  return {
    publicKey,
    fingerprint: fingerprint(publicKey),
    sign: (purpose, bytes) => sign('sha256', signedBytes(purpose, bytes), signing).toString('base64url'),
  };
}

/** The machine's signing key in a file, made on first use. Throws as `openKeyFile` does. */
export function openSigningKey(file: string): SigningKey {
  return signingKeyOf(openKeyFile(file));
}

/** A key that is kept nowhere. */
export function newSigningKey(): SigningKey {
  return signingKeyOf(newKey());
}

/** Keys that were read, by their text: reading one costs half as much as checking a signature with it. */
const read = new Map<string, KeyObject>();
/** A city has some thousand kiosks; a key that is read takes about a kilobyte. */
const MOST_READ = 5000;

/** A P-256 public key from SPKI base64, or null. */
export function readPublicKey(publicKey: string): KeyObject | null {
  const known = read.get(publicKey);
  if (known !== undefined) return known;
  const key = importPublicKey(publicKey);
  if (key === null) return null;
  const [oldest] = read.keys();
  if (oldest !== undefined && read.size >= MOST_READ) read.delete(oldest);
  read.set(publicKey, key);
  return key;
}

function importPublicKey(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? withEncoding(key) : null;
  } catch {
    return null;
  }
}

/** Whether the owner of `publicKey` (SPKI, base64) signed these bytes for this purpose. Never throws. */
export function verifySignature(
  publicKey: string,
  purpose: Purpose,
  bytes: Uint8Array,
  signature: string,
): boolean {
  const key = readPublicKey(publicKey);
  const given = Buffer.from(signature, 'base64url');
  if (key === null || given.length !== 64) return false;
  return verify('sha256', signedBytes(purpose, bytes), key, given);
}

/** Crockford's base 32: no I, L, O, U, so that a code survives the telephone. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten characters (50 bits of SHA-256) that stand for a public key where a person compares it. */
export function fingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest();
  let bits = digest.readBigUInt64BE(0) >> 14n;
  let written = '';
  for (let index = 0; index < 10; index += 1) {
    written = `${CROCKFORD[Number(bits & 31n)]}${written}`;
    bits >>= 5n;
  }
  return written;
}

/** Twelve random characters (60 bits): a code that is used once and soon. */
export function newOneTimeCode(): string {
  return Array.from({ length: 12 }, () => CROCKFORD[randomInt(32)]).join('');
}

/** What was typed, in Crockford's alphabet: small letters, hyphens, spaces and the usual mistakes are forgiven. */
export function readCrockford(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

// HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256) / HKDF-SHA256 / AES-GCM. It keeps submitted applications from
// whoever steals a kiosk: the kiosk holds only the platform's public key and cannot open what it sealed. It says nothing
// about the sender; the kiosk's signature does.
import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  type KeyObject,
} from 'node:crypto';
import { newKey, openKeyFile } from './key-file.ts';
import { fingerprint, publicKeyOf, readPublicKey } from './keys.ts';

export const SUITE = 'hpke-p256-sha256-aes256gcm';

export interface SealingKey {
  id: string;
  /** SPKI, base64. */
  publicKey: string;
}

export interface OpeningKey extends SealingKey {
  /** Keys before this one, which still open what was sealed to them. */
  older?: readonly OpeningKey[];
  /** null when it does not open. */
  open(enc: Uint8Array, info: Uint8Array, aad: Uint8Array, ciphertext: Uint8Array): Buffer | null;
  /**
   * What a thread of this process makes an opening key of again (`openingKeyOf`): a handle that threads can share. It is
   * never bytes, and it cannot leave the process.
   */
  handle(): KeyObject;
}

export interface Sealed {
  /** The ephemeral public key, 65 bytes. */
  enc: Buffer;
  /** With its 16-byte tag at the end. */
  ciphertext: Buffer;
}

/** RFC 9180 §7: numbers of the algorithms. */
const KEM_ID = 0x0010;
const KDF_ID = 0x0001;
const AEADS = {
  'aes-128-gcm': { id: 0x0001, keyBytes: 16 },
  'aes-256-gcm': { id: 0x0002, keyBytes: 32 },
} as const;
export type Aead = keyof typeof AEADS;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const EMPTY = Buffer.alloc(0);

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

const KEM_SUITE = Buffer.concat([Buffer.from('KEM'), u16(KEM_ID)]);

function hpkeSuite(aead: Aead): Buffer {
  return Buffer.concat([Buffer.from('HPKE'), u16(KEM_ID), u16(KDF_ID), u16(AEADS[aead].id)]);
}

function hmac(key: Uint8Array, ...parts: Uint8Array[]): Buffer {
  // As a key object: of bytes, Node first asks at length whether they are one.
  const mac = createHmac('sha256', createSecretKey(key));
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** RFC 9180 §4, LabeledExtract. */
function extract(suite: Buffer, salt: Uint8Array, label: string, ikm: Uint8Array): Buffer {
  const key = salt.length === 0 ? Buffer.alloc(32) : salt;
  return hmac(key, Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm);
}

/** RFC 9180 §4, LabeledExpand; one block of SHA-256 is always enough here. */
function expand(suite: Buffer, prk: Uint8Array, label: string, info: Uint8Array, length: number): Buffer {
  const labelled = [u16(length), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info];
  return hmac(prk, ...labelled, Buffer.from([1])).subarray(0, length);
}

/** Points of keys that live long: the platform's own is asked for with every envelope. */
const points = new WeakMap<KeyObject, Buffer>();

/** The uncompressed point of a public key. */
function pointOf(key: KeyObject): Buffer {
  const known = points.get(key);
  if (known !== undefined) return known;
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  points.set(key, point);
  return point;
}

/** RFC 5480: what stands before the uncompressed point in the SubjectPublicKeyInfo of a P-256 key. */
const SPKI_HEAD = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** The public key at an uncompressed point; null when the point is not on the curve. */
function keyAt(point: Uint8Array): KeyObject | null {
  if (point.length !== 65 || point[0] !== 4) return null;
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_HEAD, point]), type: 'spki', format: 'der' });
  } catch {
    return null;
  }
}

/** RFC 9180 §4.1: the shared secret of both ends. */
function sharedSecret(privateKey: KeyObject, publicKey: KeyObject, enc: Buffer, recipient: Buffer): Buffer {
  const dh = diffieHellman({ privateKey, publicKey });
  const prk = extract(KEM_SUITE, EMPTY, 'eae_prk', dh);
  return expand(KEM_SUITE, prk, 'shared_secret', Buffer.concat([enc, recipient]), 32);
}

const contexts = new WeakMap<Uint8Array, Map<Aead, Buffer>>();

/** RFC 9180 §5.1, `key_schedule_context`: the same in every envelope with the same info. */
function contextOf(aead: Aead, info: Uint8Array): Buffer {
  const known = contexts.get(info)?.get(aead);
  if (known !== undefined) return known;
  const suite = hpkeSuite(aead);
  const context = Buffer.concat([
    Buffer.from([0]),
    extract(suite, EMPTY, 'psk_id_hash', EMPTY),
    extract(suite, EMPTY, 'info_hash', info),
  ]);
  contexts.set(info, new Map([...(contexts.get(info) ?? []), [aead, context]]));
  return context;
}

/** RFC 9180 §5.1: key and nonce of the one message a context carries. */
function schedule(aead: Aead, secret: Buffer, info: Uint8Array): { key: KeyObject; nonce: Buffer } {
  const [suite, context] = [hpkeSuite(aead), contextOf(aead, info)];
  const prk = extract(suite, secret, 'secret', EMPTY);
  return {
    key: createSecretKey(expand(suite, prk, 'key', context, AEADS[aead].keyBytes)),
    nonce: expand(suite, prk, 'base_nonce', context, NONCE_BYTES),
  };
}

/** Seals with a given ephemeral key: only test vectors bring their own. */
export function sealWith(
  ephemeral: KeyObject,
  aead: Aead,
  publicKey: KeyObject,
  info: Uint8Array,
  aad: Uint8Array,
  plaintext: Uint8Array,
): Sealed {
  const enc = pointOf(ephemeral);
  const { key, nonce } = schedule(aead, sharedSecret(ephemeral, publicKey, enc, pointOf(publicKey)), info);
  const cipher = createCipheriv(aead, key, nonce).setAAD(aad);
  return { enc, ciphertext: Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]) };
}

/** Opens with a given algorithm: only test vectors use another than ours. null when it does not open. */
export function openWith(
  privateKey: KeyObject,
  aead: Aead,
  enc: Uint8Array,
  info: Uint8Array,
  aad: Uint8Array,
  ciphertext: Uint8Array,
): Buffer | null {
  const sender = keyAt(enc);
  if (sender === null || ciphertext.length < TAG_BYTES) return null;
  const secret = sharedSecret(privateKey, sender, Buffer.from(enc), pointOf(privateKey));
  const { key, nonce } = schedule(aead, secret, info);
  const body = ciphertext.subarray(0, -TAG_BYTES);
  const decipher = createDecipheriv(aead, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(aad)
    .setAuthTag(ciphertext.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return null;
  }
}

/** Seals to a public key (SPKI, base64). Throws when it is no P-256 key. */
export function seal(publicKey: string, info: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Sealed {
  const recipient = readPublicKey(publicKey);
  if (recipient === null) throw new Error('the sealing key is no P-256 public key');
  return sealWith(newKey(), 'aes-256-gcm', recipient, info, aad, plaintext);
}

/** The opening key behind a P-256 private key, or behind the handle that another thread gave out. */
export function openingKeyOf(key: KeyObject): OpeningKey {
  const publicKey = publicKeyOf(key);
  return {
    id: fingerprint(publicKey),
    publicKey,
    open: (enc, info, aad, ciphertext) => openWith(key, 'aes-256-gcm', enc, info, aad, ciphertext),
    handle: () => key,
  };
}

/** The platform's opening key in a file, made on first use. Throws as `openKeyFile` does. */
export function openSealingKey(file: string): OpeningKey {
  return openingKeyOf(openKeyFile(file));
}

/** Of a key and those before it, the one that this was sealed to; null: none of them. */
export function openingKeyFor(key: OpeningKey, sealedTo: string): OpeningKey | null {
  return [key, ...(key.older ?? [])].find(({ id }) => id === sealedTo) ?? null;
}

/** A key that is kept nowhere. */
export function newOpeningKey(): OpeningKey {
  return openingKeyOf(newKey());
}

/** A private key from its bare scalar, as test vectors give it. */
export function privateKeyFrom(scalar: Buffer): KeyObject {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(scalar);
  const point = ecdh.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: scalar.toString('base64url'),
  };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { createPublicKey, randomBytes, webcrypto } from 'node:crypto';
import { expect, it } from 'vitest';
import { newOpeningKey, openWith, privateKeyFrom, seal, sealWith } from './envelope-crypto.ts';

const hex = (text: string) => Buffer.from(text, 'hex');

/** RFC 9180 appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, sequence number 0. */
const VECTOR = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  ephemeral: hex('4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb'),
  recipient: hex('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2'),
  enc: hex(
    '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  ),
  aad: hex('436f756e742d30'),
  plaintext: hex('4265617574792069732074727574682c20747275746820626561757479'),
  ciphertext: hex(
    '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
  ),
};

it('seals and opens the vector of RFC 9180 A.3.1', () => {
  const recipient = privateKeyFrom(VECTOR.recipient);
  const sealed = sealWith(
    privateKeyFrom(VECTOR.ephemeral),
    'aes-128-gcm',
    createPublicKey(recipient),
    VECTOR.info,
    VECTOR.aad,
    VECTOR.plaintext,
  );
  expect(sealed.enc).toEqual(VECTOR.enc);
  expect(sealed.ciphertext).toEqual(VECTOR.ciphertext);
  const opened = openWith(recipient, 'aes-128-gcm', VECTOR.enc, VECTOR.info, VECTOR.aad, VECTOR.ciphertext);
  expect(opened).toEqual(VECTOR.plaintext);
});

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const info = Buffer.from('info');
const aad = Buffer.from('header');
const bytesOf = (buffer: Uint8Array) => new Uint8Array(buffer).buffer;

it.each([0, 1, 15, 16, 17, 1000, 100_000])(
  'agrees with another implementation on %i bytes, both ways',
  async (size) => {
    const plaintext = randomBytes(size);
    const ours = newOpeningKey();
    const spki = Buffer.from(ours.publicKey, 'base64');
    const publicKey = await webcrypto.subtle.importKey(
      'spki',
      spki,
      { name: 'ECDH', namedCurve: 'P-256' },
      true,
      [],
    );
    const sender = await suite.createSenderContext({
      recipientPublicKey: publicKey as CryptoKey,
      info: bytesOf(info),
    });
    const theirs = Buffer.from(await sender.seal(bytesOf(plaintext), bytesOf(aad)));
    expect(ours.open(Buffer.from(sender.enc), info, aad, theirs)).toEqual(plaintext);

    const pair = await suite.kem.generateKeyPair();
    const exported = Buffer.from(await webcrypto.subtle.exportKey('spki', pair.publicKey)).toString('base64');
    const sealed = seal(exported, info, aad, plaintext);
    const recipient = await suite.createRecipientContext({
      recipientKey: pair.privateKey,
      enc: bytesOf(sealed.enc),
      info: bytesOf(info),
    });
    expect(Buffer.from(await recipient.open(bytesOf(sealed.ciphertext), bytesOf(aad)))).toEqual(plaintext);
  },
);

it('does not open when any part was changed', () => {
  const key = newOpeningKey();
  const { enc, ciphertext } = seal(key.publicKey, info, aad, Buffer.from('an application'));
  const flipped = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  expect(key.open(enc, info, aad, ciphertext)).toEqual(Buffer.from('an application'));
  for (let at = 0; at < ciphertext.length; at += 1)
    expect(key.open(enc, info, aad, flipped(ciphertext, at))).toBeNull();
  for (let at = 0; at < enc.length; at += 1)
    expect(key.open(flipped(enc, at), info, aad, ciphertext)).toBeNull();
  expect(key.open(enc, Buffer.from('other'), aad, ciphertext)).toBeNull();
  expect(key.open(enc, info, Buffer.from('other'), ciphertext)).toBeNull();
  expect(newOpeningKey().open(enc, info, aad, ciphertext)).toBeNull();
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a short point', Buffer.alloc(33, 2)],
  ['a point off the curve', Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)])],
  ['the point at infinity', Buffer.alloc(65)],
])('does not take %s for a key', (_, enc) => {
  expect(newOpeningKey().open(enc, info, aad, Buffer.alloc(32))).toBeNull();
});

it('never makes the same envelope twice', () => {
  const key = newOpeningKey();
  const [one, other] = [0, 1].map(() => seal(key.publicKey, info, aad, Buffer.from('same')));
  expect(one?.enc).not.toEqual(other?.enc);
  expect(one?.ciphertext).not.toEqual(other?.ciphertext);
});

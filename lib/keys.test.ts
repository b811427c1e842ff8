import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  fingerprint,
  newOneTimeCode,
  newSigningKey,
  openSigningKey,
  readCrockford,
  verifySignature,
} from './keys.ts';

const bytes = Buffer.from('what is signed');

function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'onewindow-keys-')), 'deep', 'kiosk.key');
}

it('verifies what was signed, and nothing else', () => {
  const [key, other] = [newSigningKey(), newSigningKey()];
  const signature = key.sign('submission', bytes);
  expect(verifySignature(key.publicKey, 'submission', bytes, signature)).toBe(true);
  expect(verifySignature(other.publicKey, 'submission', bytes, signature)).toBe(false);
  expect(verifySignature(key.publicKey, 'submission', Buffer.from('what was signeD'), signature)).toBe(false);
});

it('keeps purposes apart: a signed receipt is no signed submission', () => {
  const key = newSigningKey();
  const signature = key.sign('receipt', bytes);
  for (const purpose of ['submission', 'acknowledgement', 'staff-list', 'http'] as const)
    expect(verifySignature(key.publicKey, purpose, bytes, signature)).toBe(false);
});

it.each(['', 'AA', 'not base64 at all', 'A'.repeat(86), '\0'.repeat(86)])(
  'never throws on a signature like %j',
  (garbage) => {
    expect(verifySignature(newSigningKey().publicKey, 'receipt', bytes, garbage)).toBe(false);
    expect(verifySignature(garbage, 'receipt', bytes, newSigningKey().sign('receipt', bytes))).toBe(false);
  },
);

it('makes a key once and finds it again, readable by its owner only', () => {
  const file = newFile();
  const made = openSigningKey(file);
  expect(openSigningKey(file).publicKey).toBe(made.publicKey);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('refuses a key file others could have read, and one of another kind', () => {
  const file = newFile();
  openSigningKey(file);
  chmodSync(file, 0o644);
  expect(() => openSigningKey(file)).toThrow('can be read by others');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  chmodSync(file, 0o600);
  expect(() => openSigningKey(file)).toThrow('no P-256 key');
});

it('stands for a key in ten letters and digits that survive the telephone', () => {
  const { publicKey } = newSigningKey();
  expect(fingerprint(publicKey)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(fingerprint(publicKey)).not.toBe(fingerprint(newSigningKey().publicKey));
});

it('reads a code however it is typed', () => {
  const code = newOneTimeCode();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  expect(readCrockford(`${code.slice(0, 4)}-${code.slice(4).toLowerCase()} `)).toBe(code);
  expect(readCrockford('oil')).toBe('011');
});

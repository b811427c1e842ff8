import { appendFileSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDocument } from '../../lib/document-crypto.ts';
import { createVault } from './vault.ts';

function open() {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-vault-'));
  return { folder: join(folder, 'documents'), vault: createVault(folder) };
}

const words = Buffer.from('租赁合同，月租 3000 元');

it('gives back what it was given, and to nobody without the key', async () => {
  const { vault } = open();
  const file = await vault.keep(words, 'application/pdf', 1);
  expect((await vault.read(file)).equals(words)).toBe(true);
  const other = await vault.keep(words, 'application/pdf', 1);
  await expect(vault.read({ ...file, key: other.key })).rejects.toThrow('gone or altered');
});

it('uses a key and a name of its own for each file, also for the same document twice', async () => {
  const { vault } = open();
  const [one, other] = [await vault.keep(words, 'image/jpeg', 1), await vault.keep(words, 'image/jpeg', 1)];
  expect(one.key).not.toBe(other.key);
  expect(one.digest).not.toBe(other.digest);
});

it('lets only its owner into folder and files', async () => {
  const { vault, folder } = open();
  const { digest } = await vault.keep(words, 'image/jpeg', 1);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, digest)).mode & 0o777).toBe(0o600);
});

it('notices when a file was altered', async () => {
  const { vault, folder } = open();
  const file = await vault.keep(words, 'image/jpeg', 1);
  appendFileSync(join(folder, file.digest), 'x');
  await expect(vault.read(file)).rejects.toThrow('gone or altered');
  expect(await vault.sealed(file.digest)).toBeNull();
});

it('sweeps out what nothing refers to, and half-written files', async () => {
  const { vault, folder } = open();
  const kept = await vault.keep(words, 'image/jpeg', 1);
  await vault.keep(words, 'image/jpeg', 1);
  writeFileSync(join(folder, 'abc.part'), 'half');
  expect(await vault.sweep(new Set([kept.digest]))).toBe(2);
  expect(readdirSync(folder)).toEqual([kept.digest]);
});

it('refuses to promise a file that is not there', async () => {
  const { vault } = open();
  const { digest } = await vault.keep(words, 'image/jpeg', 1);
  await vault.sync([digest]);
  await vault.discard([digest]);
  await expect(vault.sync([digest])).rejects.toThrow('ENOENT');
});

it('opens nothing that is shorter than its seal', () => {
  expect(openDocument(Buffer.alloc(10), Buffer.alloc(32).toString('base64url'))).toBeNull();
  expect(openDocument(Buffer.alloc(100), 'short')).toBeNull();
});

import { expect, it } from 'vitest';
import { codeHash, newCode } from './code.ts';

it('carries the fingerprint and is recognised by the hash of its secret, however it is typed', () => {
  const { text, hash } = newCode('0123456789');
  const plain = text.replaceAll('-', '');
  expect(plain.slice(12)).toBe('0123456789');
  expect(codeHash(plain.slice(0, 12))).toBe(hash);
  expect(codeHash(` ${plain.slice(0, 6).toLowerCase()}-${plain.slice(6, 12)} `)).toBe(hash);
  expect(hash).not.toContain(plain.slice(0, 12).toLowerCase());
});

it('never makes the same code twice', () => {
  const codes = new Set(Array.from({ length: 200 }, () => newCode('0123456789').hash));
  expect(codes.size).toBe(200);
});

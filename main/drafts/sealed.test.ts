import { expect, it } from 'vitest';
import { newDraftKey, openWith, sealWith } from './sealed.ts';

const key = newDraftKey();
const plain = Buffer.from('杨晓岚，13985010001');

it('opens what was sealed with the same key for the same purpose, and nothing else', () => {
  const sealed = sealWith(key, 'draft 1', plain);
  expect(openWith(key, 'draft 1', sealed)).toEqual(plain);
  expect(openWith(key, 'draft 2', sealed)).toBeNull();
  expect(openWith(newDraftKey(), 'draft 1', sealed)).toBeNull();
});

it('never seals the same twice alike, and shows nothing of it', () => {
  const [one, other] = [sealWith(key, 'draft 1', plain), sealWith(key, 'draft 1', plain)];
  expect(one.equals(other)).toBe(false);
  expect(one.includes(plain)).toBe(false);
});

it('does not open a byte that was changed, or what is too short', () => {
  const sealed = sealWith(key, 'draft 1', plain);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
    expect(openWith(key, 'draft 1', changed)).toBeNull();
  }
  for (const length of [0, 1, 12, 27])
    expect(openWith(key, 'draft 1', sealed.subarray(0, length))).toBeNull();
});

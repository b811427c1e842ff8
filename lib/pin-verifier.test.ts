import { expect, it } from 'vitest';
import { isPin, makePinVerifier, newPin, PIN_COST, pretendToCheck } from './pin-verifier.ts';
import { readPin } from '../domain/staff/pin.ts';

const CHEAP = { cost: 2 ** 10, blockSize: 8, parallel: 1 };

it('knows a PIN by its verifier, and no other', async () => {
  const verifier = await makePinVerifier('480271', CHEAP);
  expect(await isPin('480271', verifier)).toBe(true);
  for (const wrong of ['480272', '48027', '4802711', '']) expect(await isPin(wrong, verifier)).toBe(false);
  expect(await pretendToCheck('480271', CHEAP)).toBe(false);
});

it('gives the same PIN another verifier each time, and the PIN is in none', async () => {
  const [one, other] = [await makePinVerifier('480271', CHEAP), await makePinVerifier('480271', CHEAP)];
  expect(one.salt).not.toBe(other.salt);
  expect(one.hash).not.toBe(other.hash);
  expect(JSON.stringify([one, other])).not.toContain('480271');
});

it('costs what it should unless it is told otherwise', async () => {
  expect(await makePinVerifier('480271')).toMatchObject({ scheme: 'scrypt', ...PIN_COST });
});

it('leaves the main thread to others meanwhile', async () => {
  let isOthersTurn = false;
  setImmediate(() => {
    isOthersTurn = true;
  });
  await makePinVerifier('480271', { cost: 2 ** 15, blockSize: 8, parallel: 1 });
  expect(isOthersTurn).toBe(true);
});

it('makes PINs that are taken', () => {
  for (let count = 0; count < 200; count += 1) expect(readPin(newPin()).ok).toBe(true);
});

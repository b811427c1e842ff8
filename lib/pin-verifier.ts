// PINs by scrypt, on Node's own threads: neither the platform's nor a kiosk's requests wait for it.
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinVerifier } from '../domain/contract/staff-list.ts';
import { readPin } from '../domain/staff/pin.ts';

export type PinCost = Pick<PinVerifier, 'cost' | 'blockSize' | 'parallel'>;

/** OWASP's first choice for scrypt: 128 MB and about half a second for each guess. */
export const PIN_COST: PinCost = { cost: 2 ** 17, blockSize: 8, parallel: 1 };

const HASH_BYTES = 32;
const SALT_BYTES = 16;

export async function makePinVerifier(pin: string, cost: PinCost = PIN_COST): Promise<PinVerifier> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await stretched(pin, salt, cost);
  return {
    scheme: 'scrypt',
    cost: cost.cost,
    blockSize: cost.blockSize,
    parallel: cost.parallel,
    salt: salt.toString('base64url'),
    hash: hash.toString('base64url'),
  };
}

export async function isPin(pin: string, { salt, hash, ...cost }: PinVerifier): Promise<boolean> {
  const expected = Buffer.from(hash, 'base64url');
  const given = await stretched(pin, Buffer.from(salt, 'base64url'), cost);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Takes as long as `isPin` on a real account: nobody can tell by the clock which numbers exist. */
export async function pretendToCheck(pin: string, cost: PinCost = PIN_COST): Promise<false> {
  await stretched(pin, randomBytes(SALT_BYTES), cost);
  return false;
}

function stretched(pin: string, salt: Buffer, { cost, blockSize, parallel }: PinCost): Promise<Buffer> {
  // scrypt needs 128·N·r bytes; Node refuses more than 32 MB unless it is told.
  const maxmem = 256 * cost * blockSize;
  const options = { N: cost, r: blockSize, p: parallel, maxmem };
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, options, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });
}

/** Six random digits that are not too easy. */
export function newPin(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    if (readPin(pin).ok) return pin;
  }
}

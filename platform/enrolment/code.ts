// An enrolment code: a secret that is used once and soon, and the fingerprint of the platform's signing key, by which
// the new kiosk knows that it talks to the platform that made the code. Only the secret's hash is kept.
import { createHash } from 'node:crypto';
import { newOneTimeCode, readCrockford } from '../../lib/keys.ts';

/** A code that nobody used by then is worth nothing to whoever finds the slip of paper. */
export const CODE_LIFE_MS = 24 * 60 * 60 * 1000;

/** Lengths of the groups a code is written in: the secret, then the fingerprint. */
const GROUPS = [4, 4, 4, 5, 5];

/** SHA-256 of the secret part, in hex, however it was typed. */
export function codeHash(secret: string): string {
  return createHash('sha256').update(readCrockford(secret)).digest('hex');
}

/** 'ABCD-EFGH-JKMN-PQRST-VWXYZ' */
function written(code: string): string {
  let rest = code;
  const groups = GROUPS.map((length) => {
    const group = rest.slice(0, length);
    rest = rest.slice(length);
    return group;
  });
  return groups.join('-');
}

/** A new code for the platform whose signing key has this fingerprint: the text to type, and what is kept of it. */
export function newCode(platformFingerprint: string): { text: string; hash: string } {
  const secret = newOneTimeCode();
  return { text: written(secret + platformFingerprint), hash: codeHash(secret) };
}

// What a PIN may be. It is short, so what many people would choose first is not taken.
import { fail, ok, type Result } from '../result.ts';

export const PIN_SHORTEST = 6;
export const PIN_LONGEST = 12;

export type PinFault = 'not-digits' | 'too-short' | 'too-long' | 'too-easy';

/** The PIN, or why it is not one. Too easy: one digit over and over, a run up or down, one pair or three repeated. */
export function readPin(typed: string): Result<string, PinFault> {
  if (!/^\d*$/.test(typed)) return fail('not-digits');
  if (typed.length < PIN_SHORTEST) return fail('too-short');
  if (typed.length > PIN_LONGEST) return fail('too-long');
  return isEasy(typed) ? fail('too-easy') : ok(typed);
}

function isEasy(pin: string): boolean {
  if (/^(\d{1,3})\1+$/.test(pin)) return true;
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

import { expect, it } from 'vitest';
import { readPin } from './pin.ts';

it.each(['480271', '112233', '900817', '135790123456'])('takes %s', (pin) => {
  expect(readPin(pin)).toEqual({ ok: true, value: pin });
});

it.each([
  ['', 'too-short'],
  ['48027', 'too-short'],
  ['1357901234567', 'too-long'],
  ['48027a', 'not-digits'],
  ['４８０２７１', 'not-digits'],
  ['480 271', 'not-digits'],
  ['000000', 'too-easy'],
  ['777777777', 'too-easy'],
  ['123456', 'too-easy'],
  ['890123', 'too-easy'],
  ['654321', 'too-easy'],
  ['121212', 'too-easy'],
  ['123123', 'too-easy'],
])('does not take %j: %s', (pin, fault) => {
  expect(readPin(pin)).toEqual({ ok: false, error: fault });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter } from './mod37-36.ts';
import { readReceiptNumber, receiptNumber } from './receipt-number.ts';

const parts = fc.record({
  division: fc.constantFrom('520103', '520115', '520181'),
  kiosk: fc.integer({ min: 0, max: 999 }).map((number) => `K${String(number).padStart(3, '0')}`),
  generation: fc.constantFrom(...'123456789ABCXYZ'),
  sequence: fc.integer({ min: 1, max: 99_999_999 }),
});

describe('the receipt number', () => {
  it('uses the MOD 37,36 of the standard: the example of the Global Release Identifier', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('names division, kiosk, generation and sequence', () => {
    expect(receiptNumber({ division: '520103', kiosk: 'K012', generation: '1', sequence: 42 })).toMatch(
      /^520103-K012-1-0042-[0-9A-Z]$/,
    );
  });

  it('is read back however a person writes it', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const number = receiptNumber(given);
        expect(readReceiptNumber(number)).toEqual(given);
        expect(readReceiptNumber(number.replaceAll('-', ' ').toLowerCase())).toEqual(given);
      }),
    );
  });

  it('catches every wrong character', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const number = receiptNumber(given).replaceAll('-', '');
        for (const index of number.split('').keys()) {
          for (const wrong of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
            if (wrong === number[index]) continue;
            const changed = number.slice(0, index) + wrong + number.slice(index + 1);
            expect([changed, readReceiptNumber(changed)]).toEqual([changed, null]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('catches nearly every swap of neighbours', () => {
    let [swaps, missed] = [0, 0];
    for (let sequence = 1; sequence < 10_000; sequence += 7) {
      const number = receiptNumber({
        division: '520103',
        kiosk: 'K012',
        generation: '1',
        sequence,
      }).replaceAll('-', '');
      for (let index = 0; index < number.length - 1; index += 1) {
        const [one = '', other = ''] = number.slice(index, index + 2);
        if (one === other) continue;
        swaps += 1;
        if (readReceiptNumber(number.slice(0, index) + other + one + number.slice(index + 2)) !== null)
          missed += 1;
      }
    }
    expect(missed / swaps).toBeLessThan(0.01);
  });

  it.each(['', '520103', '520103-K012-1-0042', '520103-K012-1-00042-A', '<script>', '５２０１０３'])(
    'does not read %j',
    (typed) => {
      expect(readReceiptNumber(typed)).toBeNull();
    },
  );
});

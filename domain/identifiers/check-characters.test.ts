// What the check characters promise, and how two public libraries judge the same numbers.
import fc from 'fast-check';
import { createRequire } from 'node:module';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { checkCreditCode } from './credit-code.ts';
import { checkResidentId } from './resident-id.ts';

const TODAY = '2026-11-24';
const DIGITS = [...'0123456789X'];
const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** Found by trying, after the congruences of the standards and not after our formulas. */
function completing(candidates: readonly string[], fits: (value: number) => boolean): string {
  const value = candidates.findIndex((_candidate, place) => fits(place));
  return candidates[value] ?? '';
}

function withResidentCheck(seventeen: string): string {
  const sum = [...seventeen].reduce((total, digit, place) => total + Number(digit) * 2 ** (17 - place), 0);
  return seventeen + completing(DIGITS, (value) => (sum + value) % 11 === 1);
}

function withOrganisationCheck(eight: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce(
    (total, weight, at) => total + weight * Number.parseInt(eight.charAt(at), 36),
    0,
  );
  return eight + completing(DIGITS, (value) => (sum + value) % 11 === 0);
}

function withCreditCheck(seventeen: string): string {
  const sum = [...seventeen].reduce((total, letter, at) => total + ALPHABET.indexOf(letter) * 3 ** at, 0);
  return seventeen + completing(ALPHABET, (value) => (sum + value) % 31 === 0);
}

const areas = fc.constantFrom('520102', '520115', '520181', '520114', '110105', '440524', '360426');
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''));
const sequences = fc.integer({ min: 1, max: 999 }).map((number) => String(number).padStart(3, '0'));
const residentIds = fc
  .tuple(areas, days, sequences)
  .map(([area, day, sequence]) => withResidentCheck(`${area}${day}${sequence}`));

const starts = fc.constantFrom('11', '12', '51', '52', '91', '92', '93', 'A1', 'N2', 'Y1');
const bodies = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 8, maxLength: 8 });
const creditCodes = fc
  .tuple(starts, areas, bodies)
  .map(([start, area, body]) => withCreditCheck(`${start}${area}${withOrganisationCheck(body)}`));

function substitutions(valid: string, alphabet: readonly string[]): string[] {
  return [...valid].flatMap((was, at) =>
    alphabet
      .filter((character) => character !== was)
      .map((character) => valid.slice(0, at) + character + valid.slice(at + 1)),
  );
}

function swaps(valid: string): string[] {
  const all = [...valid].map((left, at) => {
    const right = valid.charAt(at + 1);
    return left === right ? valid : valid.slice(0, at) + right + left + valid.slice(at + 2);
  });
  return all.filter((swapped) => swapped !== valid);
}

function residentFindings(id: string) {
  const { format, checkDigit } = checkResidentId(id, TODAY).results;
  return { format, checkDigit };
}

function creditFindings(code: string) {
  const { format, checkDigit } = checkCreditCode(code).results;
  return { format, checkDigit };
}

/** Caught by the shape or by the check character, whatever else may be wrong as well. */
function isCaught({ format, checkDigit }: { format: string; checkDigit: string }): boolean {
  return format === 'wrong' || checkDigit === 'wrong';
}

describe('the check digit of a resident identity number', () => {
  it('accepts every number made after the standard', () => {
    fc.assert(
      fc.property(residentIds, (id) => {
        expect(checkResidentId(id, TODAY).problems).toEqual([]);
      }),
    );
  });

  it('catches every substitution of one character', () => {
    fc.assert(
      fc.property(residentIds, (id) => {
        const wrong = substitutions(id, DIGITS);
        expect(wrong).toHaveLength(180);
        expect(wrong.filter((typed) => !isCaught(residentFindings(typed)))).toEqual([]);
      }),
    );
  });

  it('catches every swap of unequal neighbours', () => {
    fc.assert(
      fc.property(residentIds, (id) => {
        expect(swaps(id).filter((typed) => !isCaught(residentFindings(typed)))).toEqual([]);
      }),
    );
  });
});

describe('the check character of a credit code', () => {
  it('accepts every code made after the standards', () => {
    fc.assert(
      fc.property(creditCodes, (code) => {
        expect(checkCreditCode(code)).toMatchObject({ problems: [], warnings: [] });
      }),
    );
  });

  it('catches every substitution of one character', () => {
    fc.assert(
      fc.property(creditCodes, (code) => {
        const wrong = substitutions(code, ALPHABET);
        expect(wrong).toHaveLength(540);
        expect(wrong.filter((typed) => !isCaught(creditFindings(typed)))).toEqual([]);
      }),
    );
  });

  it('catches every swap of unequal neighbours', () => {
    fc.assert(
      fc.property(creditCodes, (code) => {
        expect(swaps(code).filter((typed) => !isCaught(creditFindings(typed)))).toEqual([]);
      }),
    );
  });
});

function acceptedByStdnum(name: 'ric' | 'uscc', number: string): boolean {
  const validator = stdnum['CN']?.[name];
  if (validator === undefined) throw new Error(`stdnum has no CN.${name}`);
  return validator.validate(number).isValid;
}

const IdValidator = createRequire(import.meta.url)('id-validator') as new () => {
  isValid(id: string): boolean;
};
const idValidator = new IdValidator();

/** A valid number, or one with its last character changed. */
function oftenSpoilt(numbers: fc.Arbitrary<string>, alphabet: readonly string[]) {
  return fc
    .tuple(numbers, fc.option(fc.constantFrom(...alphabet)))
    .map(([number, last]) => (last === null ? number : number.slice(0, 17) + last));
}

describe('beside other libraries, a resident identity number', () => {
  it('is judged as stdnum and id-validator judge it', () => {
    fc.assert(
      fc.property(oftenSpoilt(residentIds, DIGITS), (id) => {
        const isAccepted = checkResidentId(id, TODAY).problems.length === 0;
        expect(acceptedByStdnum('ric', id)).toBe(isAccepted);
        expect(idValidator.isValid(id)).toBe(isAccepted);
      }),
      { numRuns: 500 },
    );
  });

  it('is refused for a day that does not exist, which id-validator does not look at', () => {
    const thirtiethOfFebruary = withResidentCheck('52010219900230001');
    expect(checkResidentId(thirtiethOfFebruary, TODAY).results.date).toBe('wrong');
    expect(acceptedByStdnum('ric', thirtiethOfFebruary)).toBe(false);
    expect(idValidator.isValid(thirtiethOfFebruary)).toBe(true);
  });

  it('is refused for a province that does not exist, which stdnum does not look at', () => {
    expect(checkResidentId('999999199003070012', TODAY).results.area).toBe('wrong');
    expect(acceptedByStdnum('ric', '999999199003070012')).toBe(true);
  });

  it('is refused as an old number, which id-validator takes for valid', () => {
    expect(checkResidentId('520103850101123', TODAY).problems).toHaveLength(1);
    expect(idValidator.isValid('520103850101123')).toBe(true);
  });

  it('may be written with hyphens, which stdnum refuses', () => {
    expect(checkResidentId('110105-19491231-002X', TODAY).problems).toEqual([]);
    expect(acceptedByStdnum('ric', '110105-19491231-002X')).toBe(false);
  });
});

describe('beside stdnum, a credit code', () => {
  it('is judged alike, but for letters at the start and for the check character 0', () => {
    const alike = oftenSpoilt(creditCodes, ALPHABET).filter(
      (code) => /^\d/.test(code) && !code.endsWith('0'),
    );
    fc.assert(
      fc.property(alike, (code) => {
        expect(acceptedByStdnum('uscc', code)).toBe(checkCreditCode(code).problems.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  it('may end in 0, where stdnum looks for the 32nd of 31 characters', () => {
    const endsInZero = creditCodes.filter((code) => /^\d/.test(code) && code.endsWith('0'));
    fc.assert(
      fc.property(endsInZero, (code) => {
        expect(checkCreditCode(code).problems).toEqual([]);
        expect(acceptedByStdnum('uscc', code)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('may begin with a letter, where stdnum wants digits', () => {
    expect(checkCreditCode('A1110000600037341K').problems).toEqual([]);
    expect(acceptedByStdnum('uscc', 'A1110000600037341K')).toBe(false);
  });

  it('is refused for its organisation code, which stdnum does not look at', () => {
    expect(checkCreditCode('91520102MA6D000196').problems).toHaveLength(1);
    expect(acceptedByStdnum('uscc', '91520102MA6D000196')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { checkCreditCode } from './credit-code.ts';

const ALL_OK = { format: 'ok', checkDigit: 'ok', organisationCode: 'ok', registrar: 'ok' };

function codesOf(typed: string): string[] {
  return checkCreditCode(typed).problems.map(({ code }) => code);
}

describe('a unified social credit code', () => {
  it.each([
    '91350100M000100Y43',
    '91110000600037341L',
    '9144030071526726XG',
    '91110000710926094P',
    '121200004013590816',
    '11320000MB151840XJ',
    '91520102MA6D000183',
    '91520103MAAJ123458',
    '92520115MAC8K2P50J',
    '91520181MA6E7T9U0A',
    '12520100MB1A23457K',
  ])('finds everything right with %s', (code) => {
    expect(checkCreditCode(code)).toMatchObject({
      canonical: code,
      results: ALL_OK,
      problems: [],
      warnings: [],
    });
  });

  it.each([
    ['91350100M000100Y4Z', 'credit-code/characters'],
    ['91110000600037341N', 'credit-code/check-digit'],
    ['A1110000600037341L', 'credit-code/check-digit'],
    ['12345', 'credit-code/length'],
    ['', 'credit-code/length'],
    ['91520102MA6D000182', 'credit-code/check-digit'],
    ['91520102MA6D000196', 'credit-code/organisation-code'],
    ['9152010AMA6D000183', 'credit-code/area'],
    ['91520102MA6D00018号', 'credit-code/characters'],
  ])('refuses %s with %s', (typed, code) => {
    expect(codesOf(typed)).toEqual([code]);
    expect(checkCreditCode(typed).facts).toBeNull();
  });

  it('calls the start A1 right, so that only the check digit is to blame', () => {
    expect(checkCreditCode('A1110000600037341L').results).toEqual({ ...ALL_OK, checkDigit: 'wrong' });
    expect(codesOf('A1110000600037341K')).toEqual([]);
  });

  it('tells the two check characters apart', () => {
    expect(checkCreditCode('91520102MA6D000196').results).toEqual({ ...ALL_OK, organisationCode: 'wrong' });
  });

  it.each([
    '91520102ma6d000183',
    ' 91520102 MA6D0001 83 ',
    '915201-02MA6D0001-83',
    '９１５２０１０２ＭＡ６Ｄ０００１８３',
  ])('reads %s as the same code', (typed) => {
    expect(checkCreditCode(typed)).toMatchObject({ canonical: '91520102MA6D000183', problems: [] });
  });

  it.each([
    ['91520102MA6D000183', 'company'],
    ['92520115MAC8K2P50J', 'sole-proprietor'],
    ['12520100MB1A23457K', 'other'],
  ])('knows what %s is', (code, kind) => {
    expect(checkCreditCode(code).facts).toMatchObject({ kind, start: code.slice(0, 2) });
  });

  it('tells the area and the organisation code', () => {
    expect(checkCreditCode('91520102MA6D000183').facts).toMatchObject({
      area: '520102',
      organisationCode: 'MA6D00018',
    });
  });

  it('only warns of a start that nobody is known to give', () => {
    const checked = checkCreditCode('B1110000600037341J');
    expect(checked.results).toEqual({ ...ALL_OK, registrar: 'doubtful' });
    expect(checked.warnings.map(({ code }) => code)).toEqual(['credit-code/registrar']);
  });
});

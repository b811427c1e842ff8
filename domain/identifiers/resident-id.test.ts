import { describe, expect, it } from 'vitest';
import { ageOn, checkResidentId, civilCapacity, fromFifteen, maskResidentId } from './resident-id.ts';

const TODAY = '2026-11-24';
const ALL_OK = { format: 'ok', checkDigit: 'ok', date: 'ok', area: 'ok', plausibility: 'ok' };

function codesOf(typed: string): string[] {
  return checkResidentId(typed, TODAY).problems.map(({ code }) => code);
}

function warningsOf(typed: string): string[] {
  return checkResidentId(typed, TODAY).warnings.map(({ code }) => code);
}

describe('a resident identity number', () => {
  it.each([
    '520102199003070014',
    '520103198802291237',
    '520115197811056782',
    '522525197811056789',
    '52011419900307001X',
    '810000199408230021',
    '911156199003070017',
  ])('finds everything right with %s', (id) => {
    expect(checkResidentId(id, TODAY)).toMatchObject({
      canonical: id,
      results: ALL_OK,
      problems: [],
      warnings: [],
    });
  });

  it.each(['11010519491231002X', '360426199101010071'])(
    'says nothing of the area of %s, which is elsewhere',
    (id) => {
      expect(checkResidentId(id, TODAY)).toMatchObject({
        results: { ...ALL_OK, area: 'not-checked' },
        problems: [],
        warnings: [],
      });
    },
  );

  it('only warns of somebody over 130, as in the second example of the standard', () => {
    const checked = checkResidentId('440524188001010014', TODAY);
    expect(checked.problems).toEqual([]);
    expect(checked.results.date).toBe('doubtful');
    expect(warningsOf('440524188001010014')).toEqual(['resident-id/very-old']);
  });

  it('judges 130 by the birthday', () => {
    const born = '440524188001010014';
    expect(checkResidentId(born, '2010-12-31').warnings).toEqual([]);
    expect(checkResidentId(born, '2011-01-01').warnings).toHaveLength(1);
  });

  it('tells the birth date, the sex and the area', () => {
    expect(checkResidentId('520102199003070014', TODAY).facts).toEqual({
      birthDate: '1990-03-07',
      sex: 'male',
      area: '520102',
    });
    expect(checkResidentId('810000199408230021', TODAY).facts?.sex).toBe('female');
  });

  it.each([
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    ' 110105 19491231 002X ',
    '110105-19491231-002X',
  ])('reads %s as the same number', (typed) => {
    expect(checkResidentId(typed, TODAY)).toMatchObject({ canonical: '11010519491231002X', problems: [] });
  });

  it.each([
    ['520102199003070011', 'resident-id/check-digit'],
    ['520103198502291235', 'resident-id/date'],
    ['520102203001010017', 'resident-id/future'],
    ['999999199003070012', 'resident-id/area'],
    ['52010219900307001', 'resident-id/length'],
    ['52010219900307001O', 'resident-id/characters'],
    ['5201021990030700l4', 'resident-id/characters'],
    ['11010519491231002Y', 'resident-id/characters'],
    ['', 'resident-id/length'],
    ['1101051949X231002X', 'resident-id/characters'],
    ['520102490307100', 'resident-id/fifteen-digits'],
  ])('refuses %s with %s', (typed, code) => {
    expect(codesOf(typed)).toEqual([code]);
    expect(checkResidentId(typed, TODAY).facts).toBeNull();
  });

  it('finds the check digit right where only the date is wrong', () => {
    expect(checkResidentId('520103198502291235', TODAY).results).toMatchObject({
      checkDigit: 'ok',
      date: 'wrong',
    });
    expect(checkResidentId('520102203001010017', TODAY).results).toMatchObject({
      checkDigit: 'ok',
      date: 'wrong',
    });
    expect(checkResidentId('999999199003070012', TODAY).results).toMatchObject({ area: 'wrong', date: 'ok' });
  });

  it('judges no part of what is malformed', () => {
    expect(checkResidentId('5201', TODAY).results).toEqual({
      format: 'wrong',
      checkDigit: 'not-checked',
      date: 'not-checked',
      area: 'not-checked',
      plausibility: 'not-checked',
    });
  });

  it('accepts a birth today and refuses one tomorrow', () => {
    expect(checkResidentId('520102203001010017', '2030-01-01').problems).toEqual([]);
    expect(checkResidentId('520102203001010017', '2029-12-31').problems).toHaveLength(1);
  });

  it('judges no date against the last day there is', () => {
    expect(checkResidentId('520102203001010017', '9999-12-31').problems).toEqual([]);
  });

  it('warns of the sequence 000', () => {
    expect(codesOf('520102199003070006')).toEqual([]);
    expect(warningsOf('520102199003070006')).toEqual(['resident-id/sequence-zero']);
  });

  it('warns of an area that Guiyang never had, and of permits not followed by zeros', () => {
    expect(checkResidentId('520199199003070014', TODAY).results.area).toBe('doubtful');
    expect(checkResidentId('810101199408230021', TODAY).results.area).toBe('doubtful');
    expect(checkResidentId('910000199408230021', TODAY).results.area).toBe('doubtful');
  });
});

describe('a number of the first generation', () => {
  it.each([
    ['110105491231002', '11010519491231002X'],
    ['520102490307100', '520102194903071001'],
    ['520103850101123', '520103198501011238'],
    ['440524800101001', '440524198001010013'],
  ])('turns %s into %s', (old, now) => {
    expect(fromFifteen(old)).toEqual({ ok: true, value: now });
  });

  it('puts the sequences 996 to 999 into the nineteenth century', () => {
    const now = fromFifteen('520102980307996');
    expect(now.ok && now.value.slice(6, 14)).toBe('18980307');
    const later = fromFifteen('520102980307995');
    expect(later.ok && later.value.slice(6, 14)).toBe('19980307');
  });

  it('refuses a day that does not exist and what is not fifteen digits', () => {
    expect(fromFifteen('520102850229123')).toMatchObject({ ok: false, error: { code: 'resident-id/date' } });
    expect(fromFifteen('52010285022812')).toMatchObject({
      ok: false,
      error: { code: 'resident-id/not-fifteen-digits' },
    });
  });
});

describe('what a screen shows', () => {
  it('hides the middle of a number, and the whole of anything short', () => {
    expect(maskResidentId('520102199003070014')).toBe('5201**********0014');
    expect(maskResidentId('12345678')).toBe('********');
    expect(maskResidentId('')).toBe('');
  });
});

describe('age', () => {
  it.each([
    ['2008-11-24', '2026-11-23', 17],
    ['2008-11-24', '2026-11-24', 18],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-11-24', '2026-11-24', 0],
  ])('of somebody born on %s is on %s %i', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age);
  });

  it.each([
    ['2018-11-25', 'none'],
    ['2018-11-24', 'limited'],
    ['2008-11-25', 'limited'],
    ['2008-11-24', 'full'],
  ])('gives somebody born on %s %s capacity', (born, capacity) => {
    expect(civilCapacity(born, TODAY)).toBe(capacity);
  });
});

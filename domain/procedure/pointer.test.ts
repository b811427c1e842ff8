import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersAt, isForbidden, patternOf, placeOf, placesOf, valueAt, withAnswer } from './pointer.ts';

const answers = { company: { name: '黔程' }, shareholders: [{ fen: 1 }, {}, { fen: 3 }] };

describe('a pointer', () => {
  it.each([
    ['/company/name', '黔程'],
    ['/shareholders/2/fen', 3],
    ['/shareholders/1/fen', undefined],
    ['/shareholders/x', undefined],
    ['/shareholders/-1', undefined],
    ['/company/name/length', undefined],
    ['/company/toString', undefined],
    ['', answers],
  ])('%j leads to %j', (pointer, value) => {
    expect(valueAt(answers, pointer)).toEqual(value);
  });

  it.each(['/__proto__/x', '/company/constructor', '/a/prototype'])('%s is not followed', (pointer) => {
    expect(isForbidden(pointer)).toBe(true);
    expect(() => valueAt(answers, pointer)).toThrow('forbidden');
    expect(() => withAnswer({}, pointer, 1)).toThrow('forbidden');
  });

  it('with a star stands for every item, answered or not', () => {
    expect(placesOf(answers, '/shareholders/*/fen')).toEqual([
      '/shareholders/0/fen',
      '/shareholders/1/fen',
      '/shareholders/2/fen',
    ]);
    expect(answersAt(answers, '/shareholders/*/fen')).toEqual([
      { at: '/shareholders/0/fen', value: 1 },
      { at: '/shareholders/2/fen', value: 3 },
    ]);
    expect(placesOf(answers, '/company/*/name')).toEqual([]);
  });

  it('is written with a star in the procedure and with a number in an application', () => {
    expect(patternOf('/shareholders/12/byForm/money')).toBe('/shareholders/*/byForm/money');
    expect(placeOf('/shareholders/*/byForm/money', 12)).toBe('/shareholders/12/byForm/money');
    expect(placeOf('/company/name', null)).toBe('/company/name');
  });
});

describe('setting an answer', () => {
  it('makes the way to it and leaves the rest alone', () => {
    const before = Object.freeze({ company: Object.freeze({ name: '黔程' }) });
    expect(withAnswer(before, '/company/domicile/street', '毓秀路')).toEqual({
      company: { name: '黔程', domicile: { street: '毓秀路' } },
    });
    expect(before).toEqual({ company: { name: '黔程' } });
  });

  it('adds an item behind the last, and removes one', () => {
    expect(withAnswer(answers, '/shareholders/3', {})['shareholders']).toHaveLength(4);
    expect(withAnswer(answers, '/shareholders/0', undefined)['shareholders']).toEqual([{}, { fen: 3 }]);
    expect(withAnswer(answers, '/company/name', undefined)).toMatchObject({ company: {} });
  });

  it('is what is read there afterwards, wherever that is', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const place = fc.array(key, { minLength: 1, maxLength: 4 }).map((keys) => `/${keys.join('/')}`);
    fc.assert(
      fc.property(fc.array(place, { maxLength: 5 }), place, fc.integer(), (others, at, value) => {
        const before = others.reduce((all, other) => withAnswer(all, other, 'x'), {});
        expect(valueAt(withAnswer(before, at, value), at)).toBe(value);
        expect(valueAt(withAnswer(before, at, undefined), at)).toBeUndefined();
      }),
    );
  });
});

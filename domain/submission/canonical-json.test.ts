import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isSameJson, type Json } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 §3.2.4', () => {
    const value = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
        "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    ) as Json;
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units as RFC 8785 §3.2.3 does', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as Record<string, string>)).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('refuses what JSON cannot say', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined as unknown as Json]) {
      expect(() => canonicalJson(value)).toThrow();
    }
  });

  it('reads back as the same value and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as Json;
        const written = canonicalJson(plain);
        expect(JSON.parse(written)).toEqual(plain);
        expect(canonicalJson(JSON.parse(written) as Json)).toBe(written);
        if (typeof plain === 'object' && plain !== null && !Array.isArray(plain)) {
          const turned = Object.fromEntries(Object.entries(plain).reverse());
          expect(canonicalJson(turned)).toBe(written);
        }
      }),
    );
  });
});

describe('sameness', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

  it('is that of the texts', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
      }),
    );
  });

  it('is kept by another order of keys, and lost by any change', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.string(), json, (object, key, value) => {
        const turned = Object.fromEntries(Object.entries(object).toReversed());
        expect(isSameJson(object, turned)).toBe(true);
        const changed = { ...object, [key]: { changed: value } };
        expect(isSameJson(object, changed)).toBe(canonicalJson(object) === canonicalJson(changed));
      }),
    );
  });

  it.each<[Json, Json]>([
    [[], {}],
    [{ 0: 'a' }, ['a']],
    [null, {}],
    [{ a: null }, {}],
    [
      { a: 1, b: 2 },
      { a: 1, c: 2 },
    ],
    ['1', 1],
    [{ toString: 1 }, {}],
  ])('%j is not %j', (one, other) => {
    expect(isSameJson(one, other)).toBe(false);
    expect(isSameJson(other, one)).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { bytesOf, jsonOf, textOf, textOrNull, wholeOf, wordOf } from './rows.ts';

it('reads integers as either engine gives them, and none that a number cannot hold', () => {
  expect(wholeOf({ n: 7 }, 'n')).toBe(7);
  expect(wholeOf({ n: '9007199254740991' }, 'n')).toBe(Number.MAX_SAFE_INTEGER);
  for (const n of ['9007199254740993', 2 ** 53, '7x', '', 1.5, null, undefined, '1e3'])
    expect(() => wholeOf({ n }, 'n')).toThrow('column n');
});

it('reads JSON as text and as what the driver has made of it', () => {
  expect(jsonOf({ body: '{"a":[1]}' }, 'body')).toEqual({ a: [1] });
  expect(jsonOf({ body: { a: [1] } }, 'body')).toEqual({ a: [1] });
});

it('reads nothing as something else', () => {
  expect(textOrNull({ at: null }, 'at')).toBeNull();
  expect(() => textOf({ at: null }, 'at')).toThrow();
  expect(() => textOrNull({}, 'at')).toThrow();
  expect(() => bytesOf({ hash: 'text' }, 'hash')).toThrow();
  expect(() => wordOf({ state: 'lost' }, 'state', ['taken'])).toThrow();
  expect(wordOf({ state: 'taken' }, 'state', ['taken'])).toBe('taken');
});

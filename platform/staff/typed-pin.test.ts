import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askPin } from './typed-pin.ts';

function typing(text: string) {
  const input = new PassThrough();
  input.end(text);
  return input;
}

it('takes a PIN that was typed the same twice, and asks for it in words', async () => {
  const said: string[] = [];
  expect(await askPin(typing('480271\n480271\n'), (words) => said.push(words))).toEqual({
    ok: true,
    value: '480271',
  });
  expect(said).toHaveLength(2);
  expect(said.join()).not.toContain('480271');
});

it.each([
  ['480271\n480272\n', 'not the same'],
  ['480271\n', 'not the same'],
  ['123456\n123456\n', 'first anybody would try'],
  ['4802\n4802\n', 'at least six'],
  ['abcdef\nabcdef\n', 'digits only'],
  ['', 'at least six'],
])('says what is wrong with %j', async (typed, says) => {
  const asked = await askPin(typing(typed), () => {});
  expect(asked.ok ? '' : asked.error).toContain(says);
});

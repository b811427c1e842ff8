import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson, readJsonFile } from './json-file.ts';

describe('a JSON file written by hand', () => {
  it('is read as it stands', () => {
    expect(readJson('{"a": [1, "二", null]}')).toEqual({ ok: true, value: { a: [1, '二', null] } });
  });

  it.each([
    ['a comma too many', '{\n  "a": 1,\n}', 'line 3, column 1', /property name expected/],
    ['a missing quotation mark', '{\n  "a": 1,\n  b": 2 }', 'line 3, column 3', /not JSON/],
    ['a comment', '{ "a": 1 // one\n}', 'line 1, column 10', /invalid comment/],
    ['an end that is missing', '{"a": [1', 'line 1, column 9', /not JSON/],
    ['nothing', '', 'line 1, column 1', /not JSON/],
    ['a second value', '{} {}', 'line 1, column 4', /not JSON/],
    ['a key of a prototype', '{"a": {"__proto__": {}}}', '/a/__proto__', /forbidden/],
    ['a key of a prototype in a list', '{"a": [{"constructor": 1}]}', '/a/0/constructor', /forbidden/],
    ['a key that stands twice', '{"a": {"b": 1, "b": 2}}', '/a/b', /twice/],
  ])('with %s is named with its place', (_, text, place, reason) => {
    expect(readJson(text)).toEqual({
      ok: false,
      error: { place, reason: expect.stringMatching(reason) as string },
    });
  });

  it('that is nested without end is refused before anybody reads it', () => {
    expect(readJson('['.repeat(100_000))).toMatchObject({ ok: false, error: { reason: /deep/ } });
    expect(readJson(`"${'['.repeat(1000)}\\""`)).toMatchObject({ ok: true });
  });

  it('that cannot be read is named with the reason', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onewindow-json-'));
    const file = (name: string, content: Buffer | string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    expect(await readJsonFile(join(folder, 'none.json'))).toMatchObject({ error: { reason: /ENOENT/ } });
    expect(await readJsonFile(folder)).toMatchObject({ error: { reason: /EISDIR/ } });
    const gbk = file('gbk.json', Buffer.from([0x22, 0xb9, 0xf3, 0xd1, 0xf4, 0x22]));
    expect(await readJsonFile(gbk)).toMatchObject({ error: { reason: /UTF-8/ } });
    const large = file('large.json', `"${'x'.repeat(4_000_000)}"`);
    expect(await readJsonFile(large)).toMatchObject({ error: { reason: /larger than/ } });
    rmSync(folder, { recursive: true });
  });
});

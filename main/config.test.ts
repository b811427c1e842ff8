import { expect, it } from 'vitest';
import { DEFAULT_CONFIG, readConfig } from './config.ts';

it('takes an empty file, comments and trailing commas', () => {
  expect(readConfig('{ /* nothing set */ }')).toEqual({ ok: true, value: DEFAULT_CONFIG });
  const given = readConfig('{ // a note\n "sync": { "spreadSeconds": 3, }, }');
  expect(given).toEqual({
    ok: true,
    value: { ...DEFAULT_CONFIG, sync: { ...DEFAULT_CONFIG.sync, spreadSeconds: 3 } },
  });
});

it.each([
  ['{ "idle": { "warnAfterSeconds": 5 } }', 'idle.warnAfterSeconds', 'a whole number from 10 to 3600'],
  ['{ "idle": { "warnAfterSeconds": "60" } }', 'idle.warnAfterSeconds', 'a whole number from 10 to 3600'],
  ['{ "locale": "fr" }', 'locale', '"zh-CN" or "en"'],
  ['{ "colour": "red" }', 'colour', 'no such key; known here: place, locale'],
  ['{ "sync": { "spred": 1 } }', 'sync.spred', 'known here: checkEverySeconds, spreadSeconds'],
  ['{ "printer": { "kind": "laser" } }', 'printer.kind', '"file" or "none"'],
  ['[]', 'the whole file', 'place'],
  ['{ "idle": ', 'line 1', 'ValueExpected'],
])('names the key and what is allowed: %s', (content, key, allowed) => {
  const result = readConfig(content);
  const faults = result.ok ? [] : result.error;
  expect(faults.map((fault) => fault.key)).toContain(key);
  expect(faults.find((fault) => fault.key === key)?.allowed).toContain(allowed);
});

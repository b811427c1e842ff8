// docs/bad-input.md names the test behind every promise: each of them exists, word for word.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { escapes } from '../escapes/table.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'bad-input.md'), 'utf8');

/** The last column of each row: the file and the title of a test. */
const named = [...page.matchAll(/\| `([^`]+\.(?:test|spec)\.ts)`: (.+?) *\|$/gm)].map(
  ([, file = '', title = '']) => ({
    file,
    title,
  }),
);

it('every row names a test', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('|') && !/^\| (?:-|bad input)/.test(line));
  expect(rows.length).toBeGreaterThan(35);
  expect(named).toHaveLength(rows.length);
});

it.each(named)('$file has “$title”', ({ file, title }) => {
  const path = join(ROOT, file);
  expect(existsSync(path)).toBe(true);
  const rows = [...title.matchAll(/`(key-[a-z0-9-]+)`/g)].map(([, id]) => id);
  if (rows.length > 0) expect(escapes.map(({ id }) => id)).toEqual(expect.arrayContaining(rows));
  else expect(readFileSync(path, 'utf8')).toContain(title);
});

it('every test of this room stands in the table', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /\.(?:test|spec)\.ts$/.test(name));
  const missing = files.filter((name) => !named.some(({ file }) => file === `tests/bad-input/${name}`));
  expect(missing).toEqual(['table.test.ts']);
});

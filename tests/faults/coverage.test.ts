// Every fault of the catalogue names the test that holds it, or says why there is none yet. docs/reliability.md says in
// words what each row asks for.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Coverage {
  rows: Record<string, { file: string; title: string }[]>;
  missing: Record<string, string>;
}

const ROOT = join(import.meta.dirname, '..', '..');
const { rows, missing } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'coverage.json'), 'utf8'),
) as Coverage;
const page = readFileSync(join(ROOT, 'docs', 'reliability.md'), 'utf8');

function numbered(letter: string, most: number): string[] {
  return Array.from({ length: most }, (_, at) => `${letter}${at + 1}`);
}

const IDS = [
  ...numbered('S', 16),
  ...numbered('N', 18),
  ...numbered('B', 14),
  ...['M1', 'M2', 'M3', 'M4', 'M13', 'M14'],
];
const named = Object.entries(rows).flatMap(([id, tests]) => tests.map((test) => ({ id, ...test })));

it('has every row of the catalogue and no other', () => {
  const known = [...new Set([...Object.keys(rows), ...Object.keys(missing)])];
  expect(known.toSorted()).toEqual(IDS.toSorted());
});

it('says in words what each row asks for', () => {
  expect(IDS.filter((id) => !page.includes(`| ${id} `))).toEqual([]);
});

it('calls no row held that names no test', () => {
  expect(Object.entries(rows).filter(([, tests]) => tests.length === 0)).toEqual([]);
});

it.each(named)('$id: $file has “$title”', ({ id, file, title }) => {
  const path = join(ROOT, file);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toContain(title);
  // The bench's own tests carry the row in their title.
  if (file.startsWith('tests/faults/')) expect(title).toMatch(new RegExp(`\\b${id}\\b`));
});

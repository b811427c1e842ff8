// The table of ways out: whole, without doubles, and told in docs/security.md with tests that exist.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onlyTheSystem } from './system.ts';
import { escapes, keysFor } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const security = read('docs/security.md');
const operations = read('docs/operations.md');

/** Rows of every table in a document, as cells. */
const rows = security
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| *-/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );

/** The paths of tests that a row names. */
function testsIn(row: string[]): string[] {
  return row.flatMap((cell) => cell.match(/[\w./-]+\.(?:spec|test)\.ts/g) ?? []);
}

it('knows every way out once', () => {
  const ids = [...escapes, ...onlyTheSystem].map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it('tries sixty and more in a real browser, and sixty and more on Electron’s doubles', () => {
  for (const where of ['chromium', 'electron-double'] as const)
    expect(escapes.filter((row) => row.where.includes(where)).length).toBeGreaterThanOrEqual(60);
});

it('says of every try in Chromium what a plain one does, and more than sixty of them show something', () => {
  const tried = escapes.filter(({ where }) => where.includes('chromium'));
  expect(tried.filter(({ plain }) => plain === null)).toEqual([]);
  expect(tried.filter(({ plain }) => plain === 'through').length).toBeGreaterThanOrEqual(60);
});

it('presses no key twice', () => {
  const pressed = keysFor('chromium').map(({ keys }) => keys);
  expect(new Set(pressed).size).toBe(pressed.length);
});

it.each(['debian', 'windows'] as const)('tells under which heading %s holds what only it can', (system) => {
  const headings = [...operations.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  for (const row of onlyTheSystem)
    expect([row.id, headings]).toEqual([row.id, expect.arrayContaining([row[system]])]);
});

describe('docs/security.md', () => {
  it.each(escapes.map(({ id, where }) => [id, where] as const))(
    'names %s and the test that holds it',
    (id, where) => {
      const [row = []] = rows.filter(([first]) => first === id);
      const tests = testsIn(row);
      if (where.includes('chromium'))
        expect(tests).toContainEqual(expect.stringMatching(/^tests\/e2e\/escapes/));
      if (where.includes('electron-double')) expect(tests).toContain('tests/electron/escapes.test.ts');
      expect(tests).not.toEqual([]);
    },
  );

  it.each(onlyTheSystem.map(({ id }) => id))('names %s and where it is set up', (id) => {
    const [row = []] = rows.filter(([first]) => first === id);
    expect(row.join(' ')).toContain('operations.md');
  });

  it('names all twenty items of Electron’s checklist and all nine fuses, each with a test', () => {
    const numbered = rows.filter(([first = '']) => /^(\d+|fuse \w+)$/.test(first));
    const items = numbered.filter(([first = '']) => /^\d+$/.test(first));
    expect(items.map(([first]) => Number(first))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(numbered.length - items.length).toBe(9);
    for (const row of numbered) expect([row[0], testsIn(row)]).not.toEqual([row[0], []]);
  });

  it('names only tests that are there', () => {
    const named = [...new Set(rows.flatMap(testsIn))];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

// What a department's IT person is told about a procedure before anybody meets it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { OWN_PROCEDURES } from '../../lib/procedures/own-procedures.ts';
import { libraryCard } from '../../tests/builders/library-card.ts';
import { checkFile } from './check.ts';
import { diceOf } from './dice.ts';

const NOW = new Date('2026-11-25T02:00:00.000Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(change: Partial<Procedure>) {
  const file = join(folder, `${libraryCard.id}.json`);
  writeFileSync(file, JSON.stringify({ ...libraryCard, ...change }));
  return checkFile(file, NOW);
}

describe('every procedure that comes with the program', () => {
  const files = readdirSync(OWN_PROCEDURES).filter((name) => name.endsWith('.json'));

  it.each(files)('%s can be walked to its end, by every page', async (name) => {
    const { lines, isWell } = await checkFile(join(OWN_PROCEDURES, name), NOW);
    expect([isWell, lines]).toEqual([true, [expect.stringMatching(/^well /)]]);
  });
});

describe('a procedure on its own', () => {
  it('is well, and says how it was walked', async () => {
    expect(await check({})).toEqual({
      isWell: true,
      lines: ['well   library-card 2026.1  3 pages, 80 of 80 made-up applications end'],
    });
  });

  it('is told what the linter finds, and is not walked', async () => {
    const { lines, isWell } = await check({ subject: '/nowhere' });
    expect(isWell).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^WRONG {2}library-card.json {2}\/subject /)]);
  });

  it('is told of a page that nobody comes by', async () => {
    const name = { type: 'object', required: ['name'], properties: { name: { minLength: 40 } } };
    const long = { type: 'object', required: ['reader'], properties: { reader: name } };
    const pages = libraryCard.pages.map((page) =>
      page.id === 'address' ? { ...page, showWhen: long } : page,
    );
    const { lines, isWell } = await check({ pages });
    expect(isWell).toBe(false);
    expect(lines[0]).toBe('WRONG  library-card 2026.1  page address: no made-up application comes by it');
  });

  it('is told why no application comes to its end', async () => {
    const rules = [{ use: 'refused', at: '/delivery' }];
    const { lines, isWell } = await check({ rules });
    expect(isWell).toBe(false);
    expect(lines[0]).toBe(
      'WRONG  library-card 2026.1  no application comes to its end: answers/refused at /delivery',
    );
  });
});

it('made-up answers are the same for the same seed', () => {
  const thrown = (seed: number) => Array.from({ length: 20 }, () => diceOf(seed).below(1000));
  expect(thrown(7)).toEqual(thrown(7));
  expect(thrown(7)).not.toEqual(thrown(8));
});

it('the procedure in docs/procedures.md works as it stands', async () => {
  const guide = readFileSync(new URL('../../docs/procedures.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
  const file = join(folder, 'dog-licence.json');
  writeFileSync(file, example);
  const { lines, isWell } = await checkFile(file, NOW);
  expect([isWell, lines]).toEqual([true, [expect.stringMatching(/^well {3}dog-licence 2026.1 {2}5 pages/)]]);
});

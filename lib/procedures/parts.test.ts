// A part is put where a procedure names it; what is wrong is told where it was written.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Part, Procedure } from '../../domain/procedure/procedure.ts';
import { breeds, dogLicence, question, ruleUse, told, whenAt } from '../../tests/builders/procedure.ts';
import { loadProcedures } from './load.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-parts-'));
  for (const name of ['catalogues', 'calendar', 'parts']) mkdirSync(join(folder, name));
  write('catalogues/breeds.json', breeds());
  const calendar = { source: 'invented', years: [2026], holidays: ['2026-01-01'], workedWeekends: [] };
  write('calendar/working-days.json', calendar);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: unknown): void {
  writeFileSync(join(folder, file), JSON.stringify(content));
}

/** What every dog needs: a vet and its number. */
function vet(change: Partial<Part> = {}): Part {
  return {
    format: 1,
    part: 'vet',
    answers: {
      properties: { vet: { type: 'string' }, chip: { type: 'integer' } },
      required: ['vet'],
    },
    catalogues: { breeds: '2026.1' },
    pages: [
      {
        id: 'vet',
        stage: 'dogs',
        title: told('兽医？', 'Which vet?'),
        questions: [question('/vet', 'text')],
      },
      { id: 'chip', stage: 'dogs', title: told('芯片', 'Chip'), questions: [question('/chip', 'number')] },
    ],
    rules: [ruleUse('at-least', { of: '/chip', least: 1 })],
    documents: [{ id: 'vaccination', title: told('疫苗', 'Vaccination'), accepts: ['image/jpeg'] }],
    prefill: [],
    tasks: [],
    ...change,
  };
}

/** The registration of dogs with the vet after its owner. */
function withVet(change: object = {}): object {
  const { pages, ...rest } = dogLicence();
  const [owner, ...others] = pages;
  return { ...rest, pages: [owner, { part: 'vet' }, ...others], ...change };
}

async function load(procedure: object = withVet(), ...parts: Part[]) {
  write('dog-licence.json', procedure);
  for (const part of parts) write(`parts/${part.part}.json`, part);
  const { procedures, faults } = await loadProcedures(folder);
  return {
    procedure: procedures[0]?.procedure,
    faults: faults.map(({ file, place, reason }) => `${file} ${place}: ${reason}`),
  };
}

describe('a procedure that names a part', () => {
  it('has its pages where it names it, and the rest before its own', async () => {
    const { procedure, faults } = await load(withVet(), vet());
    expect(faults).toEqual([]);
    const ids = (list: 'pages' | 'documents') => (procedure as Procedure)[list].map(({ id }) => id);
    expect(ids('pages').slice(0, 4)).toEqual(['owner', 'vet', 'chip', 'purpose']);
    expect(ids('documents')).toEqual(['vaccination', ...dogLicence().documents.map(({ id }) => id)]);
    expect(procedure?.rules.map(({ use }) => use)).toEqual(['at-least', 'sum-equals']);
    expect(procedure?.answers).toMatchObject({
      required: ['vet'],
      properties: { vet: { type: 'string' }, purpose: {} },
      additionalProperties: false,
    });
  });

  it('is the same as one that has everything in its own file', async () => {
    const { procedure } = await load(withVet(), vet());
    expect(JSON.stringify(procedure)).not.toContain('"part"');
    write('dog-licence.json', procedure);
    expect((await loadProcedures(folder)).procedures[0]?.procedure).toEqual(procedure);
  });

  it('may have a definition in common with it, if it is the same', async () => {
    const { $defs } = dogLicence().answers as { $defs: Record<string, object> };
    const common = vet({ answers: { ...vet().answers, $defs } });
    expect((await load(withVet(), common)).faults).toEqual([]);
    const other = vet({ answers: { ...vet().answers, $defs: { keeper: { type: 'string' } } } });
    expect((await load(withVet(), other)).faults).toEqual([
      'dog-licence.json /answers/$defs/keeper: keeper stands in parts/vet.json as well',
    ]);
  });
});

describe('what is wrong with a part is told in its own file', () => {
  it.each<[string, Partial<Part>, RegExp]>([
    [
      'a page without a title',
      { pages: [{ ...vet().pages[0], title: undefined } as never] },
      /^parts\/vet\.json \/pages\/0: .*'title'/,
    ],
    ['another format', { format: 2 as never }, /^parts\/vet\.json \/format: /],
    ['an unknown key', { colour: 'red' } as never, /^parts\/vet\.json the whole file: .*colour/],
    [
      'a question without a place',
      {
        pages: [
          vet().pages[0] as never,
          { ...vet().pages[1], questions: [question('/tag', 'number')] } as never,
        ],
      },
      /^parts\/vet\.json \/pages\/1\/questions\/0: \/tag has no place/,
    ],
    [
      'a condition on what is not asked before',
      { pages: vet().pages.map((page) => ({ ...page, showWhen: whenAt('/purpose', { const: 'pet' }) })) },
      /^parts\/vet\.json \/pages\/0\/showWhen: .*not asked before/,
    ],
    [
      'an unknown rule',
      { rules: [ruleUse('phase-of-moon')] },
      /^parts\/vet\.json \/rules\/0: there is no rule/,
    ],
    [
      'a stage the procedure has not',
      { pages: vet().pages.map((page) => ({ ...page, stage: 'health' })) },
      /^parts\/vet\.json \/pages\/0: stage health/,
    ],
  ])('%s', async (_, change, expected) => {
    const { procedure, faults } = await load(withVet(), vet(change));
    expect(procedure).toBeUndefined();
    expect(faults).toContainEqual(expect.stringMatching(expected));
  });

  it('once, however many procedures name it', async () => {
    write('cat-licence.json', withVet({ id: 'cat-licence' }));
    const { faults } = await load(withVet(), vet({ rules: [ruleUse('phase-of-moon')] }));
    expect(faults).toEqual(['parts/vet.json /rules/0: there is no rule phase-of-moon']);
  });

  it('also when the file is called otherwise', async () => {
    write('parts/horse.json', vet());
    const { faults } = await load();
    expect(faults).toEqual([
      'parts/horse.json /part: the file must be called vet.json',
      'dog-licence.json /pages/1: part vet is not here',
    ]);
  });
});

describe('what is wrong with the procedure is told in its file, at the place where it was written', () => {
  it('a page after the part', async () => {
    const { pages } = dogLicence();
    const wrong = pages.map((page) => (page.id === 'purpose' ? { ...page, stage: 'nowhere' } : page));
    const { faults } = await load(withVet({ pages: [pages[0], { part: 'vet' }, ...wrong.slice(1)] }), vet());
    expect(faults).toEqual(['dog-licence.json /pages/2: stage nowhere is not listed']);
  });

  it('a page that does not fit the format', async () => {
    const { pages } = dogLicence();
    const { faults } = await load(withVet({ pages: [pages[0], { part: 'vet' }, 'hello'] }), vet());
    expect(faults).toEqual(['dog-licence.json /pages/2: must be object']);
  });

  it.each<[string, object, string]>([
    ['a part that is not there', { pages: [{ part: 'horse' }] }, '/pages/0: part horse is not here'],
    [
      'an answer of the part’s name',
      { answers: { ...dogLicence().answers, properties: { vet: {} } } },
      '/answers/properties/vet: vet stands in parts/vet.json as well',
    ],
    [
      'another version of its catalogue',
      { catalogues: { breeds: '2027.1' } },
      '/catalogues/breeds: breeds stands in parts/vet.json as well',
    ],
    [
      'a document of its name',
      { documents: [{ id: 'vaccination', title: told('又', 'Again'), accepts: ['image/jpeg'] }] },
      '/documents/0: vaccination stands in parts/vet.json as well',
    ],
    [
      'a page of its name',
      { pages: [{ part: 'vet' }, { ...dogLicence().pages[0], id: 'chip' }] },
      '/pages/1: chip stands in parts/vet.json as well',
    ],
  ])('%s', async (_, change, expected) => {
    const { procedure, faults } = await load(withVet(change), vet());
    expect(procedure).toBeUndefined();
    expect(faults).toEqual([`dog-licence.json ${expected}`]);
  });

  it('two parts that say the same', async () => {
    const { pages } = dogLicence();
    const both = withVet({ pages: [pages[0], { part: 'vet' }, { part: 'chip' }, ...pages.slice(1)] });
    const { faults } = await load(both, vet(), vet({ part: 'chip' }));
    expect(faults).toContain(
      'dog-licence.json /pages: chip of parts/chip.json (/answers/properties/chip) stands in parts/vet.json as well',
    );
  });
});

it('a folder without parts is as good as any', async () => {
  rmSync(join(folder, 'parts'), { recursive: true });
  expect((await load(dogLicence())).faults).toEqual([]);
});

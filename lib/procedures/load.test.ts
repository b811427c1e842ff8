// Every way a file of a procedures folder can be wrong: it is named by file, place and reason, and the others go on.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { breeds, dogLicence, question, told, whenAt } from '../../tests/builders/procedure.ts';
import { loadProcedures } from './load.ts';

const CALENDAR = {
  source: 'invented',
  years: [2026],
  holidays: ['2026-01-01'],
  workedWeekends: ['2026-01-04'],
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-procedures-'));
  mkdirSync(join(folder, 'catalogues'));
  mkdirSync(join(folder, 'calendar'));
  write('calendar/working-days.json', CALENDAR);
  write('catalogues/breeds.json', breeds());
  write('cat-licence.json', dogLicence({ id: 'cat-licence' }));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: unknown): void {
  writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
}

async function faultsOf(file: string) {
  const { faults, procedures } = await loadProcedures(folder);
  const others = file === 'cat-licence.json' ? [] : ['cat-licence'];
  expect(procedures.map(({ procedure }) => procedure.id)).toEqual(others);
  expect(new Set(faults.map((fault) => fault.file))).toEqual(new Set([file]));
  return faults.map(({ place, reason }) => `${place}: ${reason}`);
}

/** A copy with one place set, as an editor would type it. */
function typed(place: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(dogLicence())) as Record<string, unknown>;
  const keys = place.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce((here, key) => here[key] as Record<string, unknown>, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

it('loads what is in order, with its catalogues and the calendar', async () => {
  write('dog-licence.json', dogLicence());
  const shelf = await loadProcedures(folder);
  expect(shelf.faults).toEqual([]);
  expect(shelf.procedures.map(({ procedure }) => procedure.id)).toEqual(['cat-licence', 'dog-licence']);
  expect(shelf.calendar).toEqual(CALENDAR);
  const [breedsQuestion] = (shelf.latest('dog-licence')?.procedure.pages ?? []).flatMap((page) =>
    'questions' in page && page.id === 'breeds' ? page.questions : [],
  );
  expect(breedsQuestion && shelf.latest('dog-licence')?.optionsOf(breedsQuestion)).toHaveLength(3);
});

it('keeps an older version beside the newer one', async () => {
  write('dog-licence.json', dogLicence({ version: '2026.2' }));
  write('dog-licence@2026.1.json', dogLicence());
  const shelf = await loadProcedures(folder);
  expect(shelf.faults).toEqual([]);
  expect(shelf.latest('dog-licence')?.procedure.version).toBe('2026.2');
  expect(shelf.version('dog-licence', '2026.1')?.procedure.version).toBe('2026.1');
});

it('goes on with the last good version when the new one is broken', async () => {
  write('dog-licence.json', typed('/version', 'new'));
  write('dog-licence@2026.1.json', dogLicence());
  const shelf = await loadProcedures(folder);
  expect(shelf.faults.map(({ file, place }) => [file, place])).toEqual([['dog-licence.json', '/version']]);
  expect(shelf.latest('dog-licence')?.procedure.version).toBe('2026.1');
});

describe('a procedure file that does not fit its format is not loaded:', () => {
  it.each<[string, string, unknown, RegExp]>([
    [
      'an unknown kind of question',
      '/pages/0/questions/0/as',
      'telepathy',
      /^\/pages\/0\/questions\/0\/as: .*person-name/,
    ],
    ['a missing translation', '/pages/1/title/en', undefined, /^\/pages\/1\/title: .*'en'/],
    ['an empty translation', '/title/zh-CN', '', /^\/title\/zh-CN: /],
    ['an unknown key', '/colour', 'red', /^the whole file: .*colour/],
    ['an unknown key in a page', '/pages/4/pages/0/colour', 'red', /^\/pages\/4\/pages\/0: .*colour/],
    ['a page that asks nothing', '/pages/0/questions', undefined, /^\/pages\/0: must have "questions"/],
    ['a page that is no page', '/pages/0', 'hello', /^\/pages\/0: must be object/],
    ['a key that is missing', '/tasks', undefined, /^the whole file: .*'tasks'/],
    ['a version that is none', '/version', '1.0', /^\/version: /],
    ['another format', '/format', 2, /^\/format: /],
    [
      'five hundred pages',
      '/pages',
      Array.from({ length: 500 }, () => dogLicence().pages[0]),
      /^\/pages: .*120/,
    ],
    ['a negative limit', '/tasks/0/promised', -1, /^\/tasks\/0\/promised: /],
    ['no pages', '/pages', {}, /^\/pages: must be array/],
  ])('%s', async (_, place, value, told) => {
    write('dog-licence.json', typed(place, value));
    const faults = await faultsOf('dog-licence.json');
    expect(faults.filter((fault) => told.test(fault))).toHaveLength(1);
    expect(faults.length).toBeLessThanOrEqual(2);
  });
});

describe('a procedure file with a finding is not loaded:', () => {
  it.each<[string, Partial<Procedure>, RegExp]>([
    ['a page twice', { pages: [...dogLicence().pages, dogLicence().pages[0] as never] }, /stands twice/],
    [
      'a condition that waits for a later page',
      {
        pages: dogLicence().pages.map((page) =>
          page.id === 'owner' ? { ...page, showWhen: whenAt('/purpose', { const: 'pet' }) } : page,
        ),
      },
      /^\/pages\/0\/showWhen: .*not asked before/,
    ],
    [
      'a pattern that could run for years',
      { answers: { ...dogLicence().answers, properties: { site: { type: 'string', pattern: '^(a+)+$' } } } },
      /^\/answers: a repeated group/,
    ],
    ['an answers schema that is none', { answers: { type: 'nonsense' } }, /^\/answers: not a JSON Schema/],
    ['an unknown rule', { rules: [{ use: 'phase-of-moon' }] }, /^\/rules\/0: there is no rule/],
    [
      'an option the answers do not allow',
      {
        answers: {
          ...dogLicence().answers,
          properties: {
            ...(dogLicence().answers as { properties: object }).properties,
            way: { enum: ['courier'] },
          },
        },
      },
      /^\/pages\/1\/questions\/2\/options\/1: counter does not fit \/way in answers: must be equal .*courier/,
    ],
    ['a catalogue it does not give', { catalogues: {} }, /catalogue/],
    [
      'a question that reaches a prototype',
      {
        pages: [
          ...dogLicence().pages,
          {
            id: 'evil',
            stage: 'who',
            title: told('问', 'Ask'),
            questions: [question('/owner/__proto__', 'text')],
          },
        ],
      },
      /would reach a prototype/,
    ],
  ])('%s', async (_, change, told) => {
    write('dog-licence.json', dogLicence(change));
    expect(await faultsOf('dog-licence.json')).toContainEqual(expect.stringMatching(told));
  });
});

describe('a procedure file is not loaded', () => {
  it('when it is not JSON, and the line is told', async () => {
    write('broken.json', '{ "id": "broken",\n  oops }');
    expect(await faultsOf('broken.json')).toEqual([expect.stringMatching(/^line 2, column 3: not JSON/)]);
  });

  it('when a key of a prototype stands in it', async () => {
    write('dog-licence.json', JSON.stringify(dogLicence()).replace('"guide"', '"__proto__": {}, "guide"'));
    expect(await faultsOf('dog-licence.json')).toEqual(['/__proto__: this key is forbidden']);
  });

  it('when it is called by another name than its own', async () => {
    write('hamster-licence.json', dogLicence());
    expect(await faultsOf('hamster-licence.json')).toEqual([
      '/id: the file must be called dog-licence.json or dog-licence@2026.1.json',
    ]);
  });

  it('when another file has the same id and version', async () => {
    write('cat-licence@2026.1.json', dogLicence({ id: 'cat-licence' }));
    const shelf = await loadProcedures(folder);
    expect(shelf.procedures).toHaveLength(1);
    expect(shelf.faults).toEqual([
      {
        file: expect.stringMatching(/^cat-licence/) as string,
        place: '/version',
        reason: 'cat-licence 2026.1 is loaded already from another file',
      },
    ]);
  });
});

describe('a catalogue', () => {
  const isOfBreeds = ({ file }: { file: string }) => file === 'catalogues/breeds.json';

  it.each<[string, unknown, RegExp]>([
    ['that is not JSON', '[', /close bracket expected/],
    ['without its source', { ...breeds(), source: undefined }, /'source'/],
    ['with an option twice', breeds({ options: [...breeds().options, ...breeds().options] }), /stands twice/],
    [
      'whose options have conditions',
      breeds({ options: breeds().options.map((one) => ({ ...one, showWhen: { type: 'object' } })) }),
      /no condition/,
    ],
    ['called by another name', breeds({ id: 'colours' }), /must be called colours.json/],
  ])('%s is named, and what needs it is not loaded', async (_, content, reason) => {
    write('catalogues/breeds.json', content);
    const { faults, procedures } = await loadProcedures(folder);
    expect(procedures).toEqual([]);
    const [own, others] = [faults.filter(isOfBreeds), faults.filter((fault) => !isOfBreeds(fault))];
    expect(own[0]?.reason).toMatch(reason);
    expect(others).toEqual([
      {
        file: 'cat-licence.json',
        place: '/pages/3/questions/0',
        reason: 'catalogue breeds 2026.1 is not here',
      },
    ]);
  });

  it('of another version is another catalogue', async () => {
    write('catalogues/breeds@2026.2.json', breeds({ version: '2026.2', options: breeds().options.slice(1) }));
    const { faults, latest } = await loadProcedures(folder);
    expect(faults).toEqual([]);
    const asked = question('/breeds', 'pick', { catalogue: 'breeds' });
    expect(latest('cat-licence')?.optionsOf(asked)).toHaveLength(3);
  });
});

describe('without a calendar that can be trusted, every due day is provisional:', () => {
  it.each<[string, unknown, RegExp]>([
    ['there is none', null, /working-days.json: the whole file: cannot be read/],
    ['it is not JSON', '{', /line 1/],
    ['it lacks its source', { ...CALENDAR, source: undefined }, /'source'/],
    [
      'a holiday is a Sunday',
      { ...CALENDAR, holidays: ['2026-01-04'] },
      /\/holidays\/0: 2026-01-04 is not a weekday/,
    ],
    ['a worked day is a Monday', { ...CALENDAR, workedWeekends: ['2026-01-05'] }, /\/workedWeekends\/0/],
    ['a day does not exist', { ...CALENDAR, holidays: ['2026-02-30'] }, /is not a day/],
    ['a day is of no year in it', { ...CALENDAR, holidays: ['2026-01-01', '2027-01-01'] }, /in no year/],
    ['a year has no holidays', { ...CALENDAR, years: [2026, 2027] }, /2027 has no holidays/],
  ])('%s', async (_, content, reason) => {
    if (content === null) rmSync(join(folder, 'calendar'), { recursive: true });
    else write('calendar/working-days.json', content);
    const { faults, procedures, calendar } = await loadProcedures(folder);
    expect(procedures).toHaveLength(1);
    expect(faults.map(({ file, place, reason: why }) => `${file}: ${place}: ${why}`)).toContainEqual(
      expect.stringMatching(reason),
    );
    expect(addWorkingDays('2026-03-02', 1, calendar)).toEqual({ on: '2026-03-03', provisional: true });
  });
});

it('a folder that is not there is named, and nothing throws', async () => {
  const nowhere = join(folder, 'nowhere');
  const { faults, procedures } = await loadProcedures(nowhere);
  expect(procedures).toEqual([]);
  expect(faults).toContainEqual({
    file: nowhere,
    place: 'the whole folder',
    reason: 'cannot be read (ENOENT)',
  });
});

it('files that are not JSON files are nobody’s business', async () => {
  write('README.md', 'hello');
  mkdirSync(join(folder, 'drafts.json'));
  expect((await loadProcedures(folder)).faults).toEqual([]);
});

// Starting a company as one matter: what each department gets, and that every wanted service is asked about once.
import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../domain/procedure/check-answers.ts';
import { walk } from '../../domain/procedure/pages.ts';
import { withAnswer, type JsonObject } from '../../domain/procedure/pointer.ts';
import { neededTasks } from '../../domain/procedure/tasks.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { facts } from '../../scripts/citizen/facts.ts';
import { openDraftDesk } from '../draft-desk.ts';
import { fillIn } from '../fill-in.ts';
import { shippedShelf } from '../llc.ts';

const shelf = await shippedShelf();
const today = dayInCity(systemClock.now());
const prepared = shelf.latest('business-start-up');
if (prepared === null) throw new Error('the procedure is missing');
const usual = facts['business-start-up']?.(today) ?? {};

function wanting(together: JsonObject): JsonObject {
  return withAnswer(usual, '/together', together);
}

const problems = (answers: JsonObject) => {
  const walked = walk(prepared, answers, today);
  return checkAnswers(prepared, walked, today).map(({ at, code }) => `${code} @ ${at}`);
};

const taskIds = (answers: JsonObject) => neededTasks(prepared, answers).map(({ id }) => id);

it('is filled in page by page to the same answers', async () => {
  const desk = openDraftDesk(shelf, today);
  await fillIn(desk.send, prepared.procedure, usual);
  expect(desk.answers()).toEqual(usual);
});

describe('the departments', () => {
  it('all begin when the licence is there, and licence and seals leave in one parcel', () => {
    expect(neededTasks(prepared, usual).map(({ id, after }) => [id, after])).toEqual([
      ['licence', []],
      ['seals', ['licence']],
      ['tax', ['licence']],
      ['social-insurance', ['licence']],
      ['medical-insurance', ['licence']],
      ['housing-fund', ['licence']],
      ['bank', ['licence']],
      ['delivery', ['licence', 'seals']],
    ]);
  });

  it('get what was ticked and nothing else', () => {
    expect(taskIds(wanting({ services: ['tax'] }))).toEqual(['licence', 'tax', 'delivery']);
    expect(taskIds(wanting({ services: ['bank'] }))).toEqual(['licence', 'bank', 'delivery']);
  });

  it('promise one working day for all of it: half a day for the licence, half for the rest', () => {
    const days = Object.fromEntries(prepared.procedure.tasks.map(({ id, promised }) => [id, promised]));
    const rest = Object.entries(days).filter(([id]) => !['licence', 'delivery'].includes(id));
    for (const [id, promised] of rest) expect([id, (days['licence'] ?? 0) + promised]).toEqual([id, 1]);
  });

  it('see no shareholder but where the law says so, and no whole file but for the licence', () => {
    const sees = (at: RegExp) =>
      prepared.procedure.tasks.filter((task) => task.sees.some((seen) => at.test(seen))).map(({ id }) => id);
    expect(sees(/^\/shareholders/)).toEqual(['licence', 'tax']);
    expect(sees(/^\/(company|applicant|organs)$/)).toEqual(['licence']);
    expect(sees(/^\/owners/)).toEqual(['licence']);
  });
});

describe('of each service only what is not known yet is asked', () => {
  const pages = (together: JsonObject) =>
    walk(prepared, wanting(together), today)
      .pages.map(({ id }) => id)
      .filter((id) => ['seals', 'engraver', 'tax', 'insured', 'bank'].includes(id));

  it.each<[string, JsonObject, string[]]>([
    ['seals', { services: ['seals'], engraver: 'nearest' }, ['seals']],
    ['seals by an engraver of one’s choice', { services: ['seals'], engraver: 'own' }, ['seals', 'engraver']],
    ['tax', { services: ['tax'] }, ['tax']],
    ['insurance', { services: ['social-insurance', 'medical-insurance'] }, ['insured']],
    ['a bank', { services: ['bank'] }, ['bank']],
  ])('%s', (_, together, expected) => {
    expect(pages(together)).toEqual(expected);
  });
});

it.each<[string, JsonObject, string[]]>([
  ['nothing is wanted', {}, ['missing @ /together/services']],
  [
    'a seal that does not exist',
    { services: ['seals'], seals: ['royal'], engraver: 'nearest' },
    ['choice/not-offered @ /together/seals'],
  ],
  [
    'an engraver without a name',
    { services: ['seals'], seals: ['company'], engraver: 'own' },
    ['missing @ /together/engraverName'],
  ],
  [
    'nobody is insured',
    { services: ['social-insurance'], insured: 0 },
    ['number/too-small @ /together/insured'],
  ],
  [
    'a housing fund rate of four per cent',
    { services: ['housing-fund'], insured: 1, housingFundPercent: 4 },
    ['number/too-small @ /together/housingFundPercent'],
  ],
  [
    'a housing fund rate of thirteen per cent',
    { services: ['housing-fund'], insured: 1, housingFundPercent: 13 },
    ['number/too-large @ /together/housingFundPercent'],
  ],
])('is refused when %s', (_, together, expected) => {
  expect(problems(wanting(together))).toEqual(expected);
});

it('has the founding of the registration, page by page and rule by rule', () => {
  const llc = shelf.latest('business-registration-llc')?.procedure;
  const { procedure } = prepared;
  const founding = procedure.pages.slice(
    0,
    procedure.pages.findIndex(({ id }) => id === 'together'),
  );
  expect(founding.length).toBeGreaterThan(30);
  expect(llc?.pages.slice(0, founding.length)).toEqual(founding);
  expect(llc?.rules).toEqual(procedure.rules);
  expect(llc?.documents).toEqual(procedure.documents);
});

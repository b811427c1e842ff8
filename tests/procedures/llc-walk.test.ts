// Whole applications, filled in page by page as a citizen does, through the views the screen is given.
import { describe, expect, it } from 'vitest';
import { addYears } from '../../domain/calendar-day.ts';
import type { View } from '../../domain/contract/views.ts';
import { View as ViewSchema } from '../../domain/contract/views.ts';
import { neededDocuments } from '../../domain/procedure/documents.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { neededTasks } from '../../domain/procedure/tasks.ts';
import { checkAnswers } from '../../domain/procedure/check-answers.ts';
import { walk } from '../../domain/procedure/pages.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { compile } from '../../lib/schema.ts';
import {
  fiftyShareholdersAnswers,
  llcAnswers,
  onePersonAnswers,
  organisationAnswers,
  rareNameAnswers,
  soleOrganisationAnswers,
  usualAnswers,
} from '../builders/llc-application.ts';
import { luo, wu, yang } from '../builders/people.ts';
import { openDraftDesk } from '../draft-desk.ts';
import { ask, fillIn } from '../fill-in.ts';
import { llc, shippedShelf } from '../llc.ts';

const shelf = await shippedShelf();
const prepared = await llc();
const { procedure } = prepared;
const today = dayInCity(systemClock.now());

const companies: [title: string, answers: JsonObject][] = [
  ['two people', llcAnswers()],
  ['people whose names have rare characters', rareNameAnswers()],
  ['one person, as usual', usualAnswers()],
  ['one person, otherwise', onePersonAnswers()],
  ['equal partners who pay in money', equalPartners()],
  ['a person and an organisation, with boards', organisationAnswers()],
  ['one organisation, through an agent', soleOrganisationAnswers()],
  ['fifty people', fiftyShareholdersAnswers()],
  [
    'two people who own the premises at home, and want the licence elsewhere',
    llcAnswers({
      '/company/domicile/held': 'owned',
      '/company/domicile/use': 'home',
      '/company/term': 'years',
      '/company/termYears': 20,
      '/company/scope': ['p-l01', 'g-i01'],
      '/delivery': {
        way: 'courier',
        receiver: 'other',
        name: '玥喆',
        mobile: '13800138000',
        where: 'elsewhere',
        away: { area: '520302', detail: '中华路 1 号' },
        signedBy: 'others',
      },
    }),
  ],
  ['people who want nothing else', llcAnswers({ '/together': undefined, '/delivery': { way: 'counter' } })],
];

/** Of what is known, as it must come out. */
function equalPartners(): JsonObject {
  const paid = { forms: ['money'], payBy: addYears(today, 5) };
  return llcAnswers({
    '/company/contribution': 'money-in-five-years',
    '/company/split': 'equal',
    '/company/capitalFen': 100,
    '/shareholders': [
      { kind: 'person', person: yang, amountFen: 34, ...paid },
      { kind: 'person', person: luo, amountFen: 33, ...paid },
      { kind: 'person', person: wu, amountFen: 33, ...paid },
    ],
  });
}

describe.each(companies)('a company of %s', (_, answers) => {
  it('has nothing wrong', () => {
    const walked = walk(prepared, answers, today);
    expect(checkAnswers(prepared, walked, today)).toEqual([]);
    expect(walked.answers).toEqual(answers);
  });

  it('is filled in page by page to the same answers', async () => {
    const desk = openDraftDesk(shelf, today);
    const isView = compile(ViewSchema);
    const views: View[] = [];
    const last = await fillIn(
      async (name, input) => {
        const reply = await desk.send(name, input);
        if (reply.ok) {
          expect(isView(reply.value)).toBe(true);
          views.push(reply.value as View);
        }
        return reply;
      },
      procedure,
      answers,
    );
    expect(last.screen).toBe('confirm');
    expect(desk.answers()).toEqual(answers);
    // Once, and once more after each document that may not follow.
    const photographed = neededDocuments(prepared, answers, today, shelf.calendar).filter(
      ({ dueOn }) => dueOn === null,
    );
    expect(views.filter(({ screen }) => screen === 'documents')).toHaveLength(1 + photographed.length);
  });
});

it('an answer changed on the check page leads back to it, by way of what the change opens', async () => {
  const desk = openDraftDesk(shelf, today);
  const confirmed = await fillIn(desk.send, procedure, llcAnswers());
  await ask(desk.send, 'goBack', { page: confirmed.page });
  const supervision = await ask(desk.send, 'changeAnswer', {
    page: confirmed.page,
    at: '/organs/supervision',
  });
  expect(supervision).toMatchObject({ screen: 'questions', changing: true });
  const opened = await ask(desk.send, 'answerPage', {
    page: confirmed.page,
    answers: { '/organs/supervision': 'none' },
  });
  expect(opened).toMatchObject({ screen: 'questions', questions: [{ at: '/organs/supervisionAgreed' }] });
  const back = await ask(desk.send, 'answerPage', {
    page: confirmed.page,
    answers: { '/organs/supervisionAgreed': 'yes' },
  });
  expect(back).toMatchObject({ screen: 'check', problems: [] });
  expect(desk.answers()).not.toHaveProperty(['organs', 'supervisor']);
});

describe('the papers of a company', () => {
  const papers = (answers: JsonObject) => neededDocuments(prepared, answers, '2026-11-24', shelf.calendar);
  const ids = (answers: JsonObject) => papers(answers).map(({ id }) => id);

  it.each([
    ['one person who owns the premises, as usual', usualAnswers(), ['applicant-id', 'title']],
    [
      'one person with own articles',
      usualAnswers({ '/articles/text': 'own' }),
      ['articles', 'applicant-id', 'title'],
    ],
    ['one person, otherwise', onePersonAnswers(), ['appointments', 'applicant-id', 'officer-ids', 'lease']],
    [
      'two people who rent',
      llcAnswers(),
      [
        'application',
        'articles',
        'appointments',
        'applicant-id',
        'officer-ids',
        'shareholder-id-1',
        'shareholder-id-2',
        'lease',
      ],
    ],
    [
      'one organisation, through an agent',
      soleOrganisationAnswers(),
      [
        'application',
        'articles',
        'appointments',
        'applicant-id',
        'officer-ids',
        'shareholder-qualification-1',
        'lease',
        'mandate',
      ],
    ],
  ])('of %s', (_, answers, expected) => {
    expect(ids(answers)).toEqual(expected);
  });

  it.each([
    [{ '/company/domicile/held': 'owned' }, 'title'],
    [{ '/company/domicile/held': 'lent' }, 'owner-consent'],
    [{ '/company/domicile/held': 'park' }, 'park-agreement'],
    [{ '/company/domicile/use': 'home' }, 'neighbours-consent'],
    [{ '/company/scope': ['g-i01', 'p-l01'] }, 'approval'],
  ])('with %j have the %s', (change, id) => {
    expect(ids(llcAnswers(change))).toContain(id);
    expect(ids(llcAnswers())).not.toContain(id);
  });

  it('have the election of whoever the staff chose', () => {
    expect(ids(organisationAnswers())).toContain('staff-election');
  });

  it('are told apart by name and never by number', () => {
    const titles = JSON.stringify(papers(organisationAnswers()).map(({ title }) => title));
    expect(titles).toContain('股东的身份证件（杨雨禾）');
    expect(titles).toContain('股东单位的主体资格证明（贵阳黔程控股有限公司）');
    expect(titles).not.toMatch(/\d{17}/);
  });

  it('follow on the next working day, within the time that is promised, but for approvals and mandates', () => {
    const agents = soleOrganisationAnswers({ '/company/scope': ['p-l01'], '/company/licensedPromise': true });
    for (const { id, dueOn, provisional } of papers(agents))
      expect([id, dueOn, provisional]).toEqual([
        id,
        ['approval', 'mandate'].includes(id) ? null : '2026-11-25',
        false,
      ]);
  });
});

it('a declaration may stand instead of the proof of the premises, and of nothing else', () => {
  const declared = procedure.documents
    .filter(({ mayDeclare }) => mayDeclare !== undefined)
    .map(({ id }) => id);
  expect(declared).toEqual(['lease', 'title', 'owner-consent', 'park-agreement']);
});

it('a record spares the proof of what it says', () => {
  const spared = procedure.documents.flatMap(({ id, sparedBy }) =>
    sparedBy === undefined ? [] : [[id, sparedBy]],
  );
  expect(spared).toEqual([
    ['applicant-id', [{ record: 'id-card', keeping: ['/applicant/name', '/applicant/residentId'] }]],
    ['shareholder-qualification', [{ record: 'enterprise', keeping: ['/shareholders/*/organisation/name'] }]],
    ['title', [{ record: 'premises', keeping: ['/company/domicile/address', '/company/domicile/held'] }]],
  ]);
});

describe('the departments’ shares', () => {
  const made = (answers: JsonObject) => neededTasks(prepared, answers).map(({ id, after }) => [id, after]);

  it('are the licence, its delivery and the seals that were asked for', () => {
    expect(made(llcAnswers())).toEqual([
      ['licence', []],
      ['seals', ['licence']],
      ['delivery', ['licence', 'seals']],
    ]);
    expect(made(llcAnswers({ '/together': undefined }))).toEqual([
      ['licence', []],
      ['delivery', ['licence']],
    ]);
  });

  it('only market regulation sees the shareholders’ file; the seal desk sees none of their money', () => {
    for (const { id, sees } of procedure.tasks)
      expect([id, sees.some((at) => /shareholders|capital|owners|^\/company$/.test(at))]).toEqual([
        id,
        id === 'licence',
      ]);
  });
});

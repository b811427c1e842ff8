// Every finding once: a procedure that is valid but for one thing, and where and how it is told.
import { describe, expect, it } from 'vitest';
import { newCompileSchema } from '../../../lib/schema.ts';
import {
  breeds,
  dogLicence,
  option,
  question,
  ruleUse,
  told,
  whenAt,
} from '../../../tests/builders/procedure.ts';
import type { DocumentRule, Page, Procedure, Question } from '../procedure.ts';
import type { FindingCode } from './finding.ts';
import { lintCatalogue, lintProcedure } from './index.ts';

const good = dogLicence();
const compile = newCompileSchema();

function lint(change: Partial<Procedure>): string[] {
  const procedure = dogLicence(change);
  return lintProcedure(procedure, [breeds()], compile).map(({ code, place }) => `${code} ${place}`);
}

/** The pages with one of them changed. */
function pages(id: string, change: object): { pages: Page[] } {
  return { pages: good.pages.map((page) => (page.id === id ? { ...page, ...change } : page)) };
}

/** The pages with the questions of one of them changed. */
function asking(id: string, ...questions: Question[]): { pages: Page[] } {
  return pages(id, { questions });
}

function answers(change: object): Pick<Procedure, 'answers'> {
  const { properties } = good.answers as { properties: object };
  return { answers: { ...good.answers, properties: { ...properties, ...change } } };
}

const [dog, keeper] = good.pages.flatMap((page) => ('repeat' in page ? page.pages : []));
const hunt = good.pages.flatMap((page) => (page.id === 'hunt' && 'questions' in page ? page.questions : []));
/** A document that the record of premises spares for these answers. */
function spared(index: number, keeping: string[]): { documents: DocumentRule[] } {
  const sparedBy = [{ record: 'premises', keeping }];
  return { documents: good.documents.map((one, at) => (at === index ? { ...one, sparedBy } : one)) };
}

const hunters = good.pages.flatMap((page) => (page.id === 'hunters' && 'repeat' in page ? page.pages : []));

/** The page of the hunt with one of its questions changed. */
function hunting(at: string, change: Partial<Question>): { pages: Page[] } {
  return pages('hunt', {
    questions: hunt.map((asked) => (asked.at === at ? { ...asked, ...change } : asked)),
  });
}

/** The list of hunters with one of its questions changed. */
function hunter(at: string, change: Partial<Question>): { pages: Page[] } {
  const inner = hunters.map((page) => ({
    ...page,
    questions: page.questions.map((asked) => (asked.at === at ? { ...asked, ...change } : asked)),
  }));
  return pages('hunters', { pages: inner });
}

const [, ...others] = good.pages.flatMap((page) =>
  'questions' in page && page.id === 'purpose' ? page.questions : [],
);
const PURPOSES = [option('pet'), option('guard')];
const AB = [option('a'), option('b')];

function siteAs(as: 'choice' | 'choices'): Question {
  return question('/site', as, { options: AB });
}

const table: [code: FindingCode, title: string, change: Partial<Procedure>, expected: string[]][] = [
  ['schema', 'answers that are no schema', answers({ site: { type: 'nonsense' } }), ['schema /answers']],
  [
    'schema',
    'a condition that is no schema',
    pages('site', { showWhen: { required: 5 } }),
    ['schema /pages/2/showWhen'],
  ],
  [
    'pattern',
    'a pattern that could run for years',
    answers({ site: { type: 'string', pattern: '(a+)+' } }),
    ['pattern /answers'],
  ],
  [
    'pattern',
    'one among property names',
    answers({ site: { patternProperties: { '(a+)+': {} } } }),
    ['pattern /answers'],
  ],
  [
    'no-place',
    'a question without a place',
    asking('site', question('/garden', 'text')),
    ['no-place /pages/2/questions/0'],
  ],
  [
    'no-place',
    'people from nowhere',
    pages('dogs', {
      pages: [dog, { ...keeper, questions: [question('/dogs/*/keeper', 'person', { people: ['/vet'] })] }],
    }),
    ['no-place /pages/4/pages/1/questions/0'],
  ],
  [
    'no-place',
    'a rule that reads what is not there',
    { rules: [ruleUse('adults', { of: ['/vet'], age: 18 })] },
    ['no-place /rules/0'],
  ],
  [
    'no-place',
    'a task that sees what is not there',
    { tasks: [{ ...good.tasks[0], sees: ['/vet'] } as never] },
    ['no-place /tasks/0'],
  ],
  [
    'no-place',
    'an applicant without a name',
    { identity: { ...good.identity, name: '/vet' } },
    ['no-place /identity/name'],
  ],
  ['no-place', 'a subject that is not there', { subject: '/vet' }, ['no-place /subject']],
  [
    'no-place',
    'a stage that shows nothing',
    { stages: good.stages.map((stage) => ({ ...stage, shows: '/vet' })) },
    ['no-place /stages/0/shows', 'no-place /stages/1/shows'],
  ],
  ['no-place', 'an item named by nothing', pages('dogs', { names: ['/owner'] }), ['no-place /pages/4']],
  [
    'no-place',
    'a prefill of nothing',
    {
      prefill: [
        {
          record: 'premises',
          by: '/vet',
          into: { '/site': '/x', '/hunt/ground': '/y' },
          consent: true,
          why: told('少填', 'Fewer questions'),
        },
      ],
    },
    ['no-place /prefill/0'],
  ],
  [
    'forbidden',
    'a question that reaches a prototype',
    asking('site', question('/owner/constructor', 'text')),
    ['forbidden /pages/2/questions/0'],
  ],
  [
    'forbidden',
    'an answer that hides the item of a list',
    answers({ item: { type: 'string' } }),
    ['forbidden /answers/properties/item'],
  ],
  [
    'wrong-list',
    'a list’s answer on a plain page',
    asking('site', question('/dogs/*/name', 'text')),
    ['wrong-list /pages/2/questions/0', 'duplicate /pages'],
  ],
  [
    'no-place',
    'an old value without a place',
    asking('site', question('/site', 'text', { was: '/vet' })),
    ['no-place /pages/2/questions/0'],
  ],
  [
    'no-place',
    'a known list whose items are nobody',
    pages('hunters', { pages: hunters.map((page) => ({ ...page, questions: page.questions.slice(1) })) }),
    ['no-place /pages/6/known'],
  ],
  [
    'wrong-list',
    'a share among others',
    hunter('/hunters/*/shareFen', { known: [{ share: { of: '/totalFen', among: '/dogs' } }] }),
    ['wrong-list /pages/6/pages/0/questions/1/known/0'],
  ],
  [
    'min-max',
    'a known list with more than there may be',
    pages('hunters', { min: 2 }),
    ['min-max /pages/6/known'],
  ],
  [
    'no-options',
    'a choice of nothing',
    asking('site', question('/site', 'choice')),
    ['no-options /pages/2/questions/0'],
  ],
  [
    'no-options',
    'an address nowhere',
    asking('site', question('/site', 'address')),
    ['no-options /pages/2/questions/0'],
  ],
  [
    'no-catalogue',
    'a catalogue without a version',
    { catalogues: {} },
    ['no-catalogue /pages/3/questions/0'],
  ],
  [
    'no-catalogue',
    'a catalogue of another version',
    { catalogues: { breeds: '2027.1' } },
    ['no-catalogue /pages/3/questions/0'],
  ],
  [
    'no-people',
    'people to pick, of nobody',
    asking('site', question('/site', 'people')),
    ['no-people /pages/2/questions/0'],
  ],
  [
    'min-max',
    'a question that nothing fits',
    asking('site', question('/site', 'text', { min: 9, max: 3 })),
    ['min-max /pages/2/questions/0'],
  ],
  ['min-max', 'a list that nothing fits', pages('dogs', { min: 5 }), ['min-max /pages/4']],
  [
    'duplicate',
    'an option twice',
    asking('site', question('/site', 'choice', { options: [option('a'), option('a')] })),
    ['duplicate /pages/2/questions/0'],
  ],
  [
    'duplicate',
    'a question twice',
    {
      pages: [
        ...good.pages,
        {
          id: 'again',
          stage: 'who',
          title: told('又', 'Again'),
          questions: [question('/owner/name', 'text')],
        },
      ],
    },
    ['duplicate /pages'],
  ],
  [
    'duplicate',
    'a page inside an item twice',
    pages('dogs', { pages: [dog, { ...keeper, id: 'dog' }] }),
    ['duplicate /pages/4/pages'],
  ],
  [
    'duplicate',
    'a task twice',
    { tasks: [...good.tasks, { ...good.tasks[0], after: [] } as never] },
    ['duplicate /tasks'],
  ],
  [
    'misfit',
    'an option that the answers do not allow',
    asking(
      'purpose',
      question('/purpose', 'choice', { options: [...PURPOSES, option('circus')] }),
      ...others,
    ),
    ['misfit /pages/1/questions/0/options/2'],
  ],
  [
    'misfit',
    'the same in a list, behind a reference',
    pages('dogs', {
      pages: [dog, { ...keeper, questions: [question('/dogs/*/keeper', 'choice', { options: AB })] }],
    }),
    ['misfit /pages/4/pages/1/questions/0/options/0', 'misfit /pages/4/pages/1/questions/0/options/1'],
  ],
  [
    'misfit',
    'several to choose where the answers hold one',
    asking('site', question('/site', 'choices', { options: [option('a')] })),
    ['misfit /pages/2/questions/0/options/0'],
  ],
  [
    'misfit',
    'one to choose where the answers hold several',
    {
      ...answers({ site: { type: 'array', items: { type: 'string' } } }),
      ...asking('site', siteAs('choice')),
    },
    ['misfit /pages/2/questions/0/options/0', 'misfit /pages/2/questions/0/options/1'],
  ],
  [
    'misfit',
    'several to choose, one of which the answers do not allow',
    {
      ...answers({ site: { type: 'array', minItems: 2, items: { enum: ['a'] } } }),
      ...asking('site', siteAs('choices')),
    },
    ['misfit /pages/2/questions/0/options/1'],
  ],
  [
    'misfit',
    'a catalogue of which the answers allow one entry',
    answers({ breeds: { type: 'array', items: { const: 'poodle' } } }),
    ['misfit /pages/3/questions/0'],
  ],
  [
    'misfit',
    'a known value that is not offered',
    hunter('/hunters/*/role', { known: [{ value: 'boss' }] }),
    ['misfit /pages/6/pages/0/questions/2/known/0'],
  ],
  [
    'misfit',
    'a known value of another kind',
    hunting('/hunt/days', { known: [{ value: '2' }] }),
    ['misfit /pages/5/questions/4/known/0'],
  ],
  [
    'misfit',
    'a known value that the answers do not allow',
    hunting('/hunt/ground', { options: AB, known: [{ value: { area: 'a', detail: 'x' } }] }),
    [
      'misfit /pages/5/questions/5/options/0',
      'misfit /pages/5/questions/5/options/1',
      'misfit /pages/5/questions/5/known/0',
    ],
  ],
  [
    'misfit',
    'a day that is to be a number',
    hunting('/hunt/days', { known: [{ years: 1 }] }),
    ['misfit /pages/5/questions/4/known/0'],
  ],
  [
    'misfit',
    'an answer taken from one of another kind',
    hunting('/hunt/days', { known: [{ from: '/owner/name' }] }),
    ['misfit /pages/5/questions/4/known/0'],
  ],
  [
    'misfit',
    'a birth date taken from a name',
    hunting('/hunt/born', { known: [{ from: '/owner/name', take: 'birth-date' }] }),
    ['misfit /pages/5/questions/0/known/0'],
  ],
  [
    'misfit',
    'a person where there is none',
    hunter('/hunters/*/person', { known: [{ from: '/owner/name', take: 'person' }] }),
    ['misfit /pages/6/pages/0/questions/0/known/0'],
  ],
  [
    'misfit',
    'a share that is no money',
    hunter('/hunters/*/shareFen', { as: 'number' }),
    ['misfit /pages/6/pages/0/questions/1/known/0'],
  ],
  [
    'misfit',
    'a usual answer that is not offered',
    hunter('/hunters/*/role', { usual: 'boss' }),
    ['misfit /pages/6/pages/0/questions/2'],
  ],
  [
    'misfit',
    'a usual answer out of bounds',
    hunting('/hunt/days', { usual: 8 }),
    ['misfit /pages/5/questions/4'],
  ],
  [
    'misfit',
    'a suggestion out of bounds',
    hunting('/hunt/days', { suggest: [1, 0] }),
    ['misfit /pages/5/questions/4'],
  ],
  [
    'misfit',
    'suggestions where there are options',
    hunter('/hunters/*/role', { suggest: ['lead'] }),
    ['misfit /pages/6/pages/0/questions/2'],
  ],
  [
    'misfit',
    'years suggested for what is no date',
    hunting('/hunt/days', { suggestYears: 5 }),
    ['misfit /pages/5/questions/4'],
  ],
  [
    'usual',
    'a tick that stands there already',
    { ...answers({ site: { const: true } }), ...asking('site', question('/site', 'tick', { usual: true })) },
    ['usual /pages/2/questions/0'],
  ],
  [
    'usual',
    'what is optional standing there already',
    asking('site', question('/site', 'text', { usual: 'x', optional: true })),
    ['usual /pages/2/questions/0'],
  ],
  [
    'unknown',
    'a known list of whose items something is not known',
    hunter('/hunters/*/note', { optional: false }),
    ['unknown /pages/6/known'],
  ],
  [
    'no-record',
    'a document spared by a record nobody asks for',
    { prefill: [] },
    ['no-record /documents/3/sparedBy'],
  ],
  [
    'not-given',
    'a document spared for an answer that the record does not give',
    spared(3, ['/hunt/ground', '/site']),
    ['not-given /documents/3/sparedBy'],
  ],
  [
    'other-item',
    'a document of each item spared for an answer that is no item’s',
    spared(1, ['/hunt/ground']),
    ['other-item /documents/1/sparedBy'],
  ],
  ['no-stage', 'a page of no stage', pages('site', { stage: 'nowhere' }), ['no-stage /pages/2']],
  [
    'not-asked-yet',
    'a page that waits for a later one',
    pages('owner', { showWhen: whenAt('/purpose', { const: 'pet' }) }),
    ['not-asked-yet /pages/0/showWhen'],
  ],
  [
    'not-asked-yet',
    'pages that wait for each other',
    {
      pages: pages('site', { showWhen: whenAt('/breeds', {}) }).pages.map((page) =>
        page.id === 'breeds' ? { ...page, showWhen: whenAt('/site', {}) } : page,
      ),
    },
    ['not-asked-yet /pages/2/showWhen'],
  ],
  [
    'not-asked-yet',
    'a question that waits for its own page',
    asking('site', question('/site', 'text', { showWhen: whenAt('/site', {}) })),
    ['not-asked-yet /pages/2/questions/0/showWhen'],
  ],
  [
    'not-asked-yet',
    'an option that waits for a later page',
    asking(
      'site',
      question('/site', 'choice', { options: [{ ...option('a'), showWhen: whenAt('/breeds', {}) }] }),
    ),
    ['not-asked-yet /pages/2/questions/0/options/0/showWhen'],
  ],
  [
    'not-asked-yet',
    'an item that waits for itself',
    pages('dogs', { pages: [{ ...dog, showWhen: whenAt('/item/size', { const: 'small' }) }, keeper] }),
    ['not-asked-yet /pages/4/pages/0/showWhen'],
  ],
  [
    'not-asked-yet',
    'a document that waits for nothing',
    { documents: good.documents.map((document) => ({ ...document, requiredWhen: whenAt('/vet', {}) })) },
    good.documents.map((_, index) => `not-asked-yet /documents/${index}/requiredWhen`),
  ],
  [
    'not-asked-yet',
    'an answer that comes from a later one',
    asking('site', question('/site', 'text', { known: [{ from: '/hunt/phone' }] })),
    ['not-asked-yet /pages/2/questions/0/known/0'],
  ],
  [
    'not-asked-yet',
    'an answer that comes from its own page',
    hunting('/hunt/phone', { known: [{ from: '/hunt/days' }] }),
    ['not-asked-yet /pages/5/questions/3/known/0'],
  ],
  [
    'not-asked-yet',
    'an answer that is known when a later one is there',
    asking('site', question('/site', 'text', { known: [{ when: whenAt('/hunt/days', {}), value: 'x' }] })),
    ['not-asked-yet /pages/2/questions/0/known/0/when'],
  ],
  [
    'not-asked-yet',
    'a share of a sum that is no money',
    hunter('/hunters/*/shareFen', { known: [{ share: { of: '/hunt/days', among: '/hunters' } }] }),
    ['not-asked-yet /pages/6/pages/0/questions/1/known/0'],
  ],
  [
    'not-asked-yet',
    'an old value that is asked later',
    asking('site', question('/site', 'text', { was: '/hunt/phone' })),
    ['not-asked-yet /pages/2/questions/0'],
  ],
  [
    'not-asked-yet',
    'a list known when a later answer is there',
    pages('hunters', { known: { when: whenAt('/hunters', {}), items: ['/owner'] } }),
    ['not-asked-yet /pages/6/known/when'],
  ],
  [
    'not-asked-yet',
    'a list of somebody who is nobody',
    pages('hunters', { known: { items: ['/purpose'] } }),
    ['not-asked-yet /pages/6/known'],
  ],
  [
    'not-asked-yet',
    'a prefill of what is not asked',
    { prefill: good.prefill.map((one) => ({ ...one, into: { '/hunt': '/x' } })) },
    ['not-asked-yet /prefill/0'],
  ],
  [
    'vacuous',
    'a known answer that holds while nothing is answered',
    hunting('/hunt/days', { known: [{ when: { properties: { purpose: { const: 'pet' } } }, value: 1 }] }),
    ['vacuous /pages/5/questions/4/known/0/when'],
  ],
  [
    'vacuous',
    'a condition that holds while nothing is answered',
    pages('site', { showWhen: { properties: { purpose: { const: 'guard' } } } }),
    ['vacuous /pages/2/showWhen'],
  ],
  [
    'vacuous',
    'the same, deeper down',
    pages('site', { showWhen: { not: { properties: { purpose: { const: 'pet' } } } } }),
    ['vacuous /pages/2/showWhen'],
  ],
  [
    'unreachable',
    'a page that waits for an option nobody is offered',
    pages('site', { showWhen: whenAt('/purpose', { const: 'circus' }) }),
    ['unreachable /pages/2/showWhen'],
  ],
  ['unknown-rule', 'a rule there is not', { rules: [{ use: 'phase-of-moon' }] }, ['unknown-rule /rules/0']],
  [
    'unknown-rule',
    'a rule named like a prototype',
    { rules: [{ use: 'constructor' }] },
    ['unknown-rule /rules/0'],
  ],
  [
    'rule-parameters',
    'a rule without what it needs',
    { rules: [ruleUse('within-years', { of: '/site' })] },
    ['rule-parameters /rules/0'],
  ],
  [
    'rule-parameters',
    'a rule with a parameter misspelt',
    { rules: [ruleUse('distinct-people', { of: ['/owner'], att: '/site' })] },
    ['rule-parameters /rules/0'],
  ],
  [
    'no-list',
    'a document for each of nothing',
    { documents: [{ ...good.documents[0], each: '/breeds' } as never] },
    ['no-list /documents/0/each'],
  ],
  [
    'delivery',
    'a way of delivery nobody is offered',
    { outcome: { ...good.outcome, delivery: ['courier'] } },
    ['delivery /outcome/delivery'],
  ],
  [
    'no-task',
    'a task after one that is not',
    { tasks: [{ ...good.tasks[0], after: ['feeding'] } as never] },
    ['no-task /tasks/0'],
  ],
  [
    'promise',
    'a promise of more than the law allows',
    { tasks: [{ ...good.tasks[0], promised: 9 } as never] },
    ['promise /tasks/0'],
  ],
  [
    'late',
    'a document that may follow when all is decided',
    {
      documents: good.documents.map((one) =>
        one.id === 'photo' ? { ...one, mayFollow: { workingDays: 2 } } : one,
      ),
      // The first department decides; that a later one takes longer is no matter.
      tasks: good.tasks.map((task) => ({ ...task, promised: task.after === undefined ? 0.5 : 1 })),
    },
    ['late /documents/0/mayFollow'],
  ],
  [
    'circle',
    'tasks that wait for each other',
    { tasks: good.tasks.map((task) => (task.id === 'licence' ? { ...task, after: ['delivery'] } : task)) },
    ['circle /tasks/0', 'circle /tasks/1', 'circle /tasks/2'],
  ],
];

it('finds nothing in a procedure that is in order', () => {
  expect(lint({})).toEqual([]);
  expect(lintCatalogue(breeds())).toEqual([]);
});

describe('a procedure with', () => {
  it.each(table)('%s: %s', (_, __, change, expected) => {
    expect(lint(change)).toEqual(expected);
  });
});

it('every kind of finding is in the table', () => {
  const codes: Record<FindingCode, true> = {
    schema: true,
    pattern: true,
    forbidden: true,
    'no-place': true,
    'wrong-list': true,
    'no-options': true,
    'no-catalogue': true,
    'no-people': true,
    'min-max': true,
    misfit: true,
    usual: true,
    unknown: true,
    'no-record': true,
    'not-given': true,
    'other-item': true,
    duplicate: true,
    'no-stage': true,
    'not-asked-yet': true,
    vacuous: true,
    unreachable: true,
    'unknown-rule': true,
    'rule-parameters': true,
    'no-list': true,
    delivery: true,
    'no-task': true,
    promise: true,
    late: true,
    circle: true,
  };
  expect([...new Set(table.map(([code]) => code))].toSorted()).toEqual(Object.keys(codes).toSorted());
});

function reasonsOf(change: Partial<Procedure>): string[] {
  return lintProcedure(dogLicence(change), [breeds()], compile).map(({ reason }) => reason);
}

it('a finding says in words what to do about it', () => {
  const [found] = lintProcedure(
    dogLicence(pages('site', { showWhen: { properties: { purpose: { const: 'guard' } } } })),
    [breeds()],
    compile,
  );
  expect(found?.reason).toBe('the condition also holds while /purpose is not answered: add it to "required"');
});

it('an option that the answers do not allow is told with what they do allow', () => {
  const odd = asking('purpose', question('/purpose', 'choice', { options: [...PURPOSES, option('circus')] }));
  expect(reasonsOf(odd)).toContain(
    'circus does not fit /purpose in answers: must be equal to one of the allowed values: ["pet","guard"]',
  );
  expect(reasonsOf(answers({ breeds: { type: 'array', items: { const: 'poodle' } } }))).toEqual([
    'terrier and 1 more of catalogue breeds do not fit /breeds in answers: must be equal to constant: poodle',
  ]);
});

it('options are not held against how many may be chosen, nor against conditions on other answers', () => {
  const few = { type: 'array', minItems: 2, contains: { const: 'a' }, items: { enum: ['a', 'b'] } };
  expect(lint({ ...answers({ site: few }), ...asking('site', siteAs('choices')) })).toEqual([]);
  const conditional = { ...good.answers, else: { properties: { purpose: { const: 'pet' } } }, if: false };
  expect(lint({ answers: conditional })).toEqual([]);
});

it('a catalogue offers each option once, whatever was answered', () => {
  expect(
    lintCatalogue(breeds({ options: [option('a'), option('a'), { ...option('b'), showWhen: {} }] })),
  ).toMatchObject([
    { code: 'duplicate', place: '/options' },
    { code: 'schema', place: '/options/2' },
  ]);
});

// Sole proprietors: what may be registered, what may not and why, and what each kind of them is asked.
import { describe, expect, it } from 'vitest';
import { addDays, addYears } from '../../domain/calendar-day.ts';
import { checkAnswers, ownerOf } from '../../domain/procedure/check-answers.ts';
import { neededDocuments } from '../../domain/procedure/documents.ts';
import { walk } from '../../domain/procedure/pages.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { neededTasks } from '../../domain/procedure/tasks.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { child, luo, wei, yang, youth } from '../builders/people.ts';
import {
  agentAnswers,
  familyAnswers,
  networkAnswers,
  shopAnswers,
  shopName,
} from '../builders/sole-proprietor-application.ts';
import { openDraftDesk } from '../draft-desk.ts';
import { fillIn } from '../fill-in.ts';
import { shippedShelf } from '../llc.ts';

const shelf = await shippedShelf();
const today = dayInCity(systemClock.now());
const prepared = shelf.latest('sole-proprietor');
if (prepared === null) throw new Error('the procedure is missing');

function problemsOf(answers: JsonObject) {
  const walked = walk(prepared as NonNullable<typeof prepared>, answers, today);
  return { walked, problems: checkAnswers(prepared as NonNullable<typeof prepared>, walked, today) };
}

const shops: [title: string, answers: JsonObject][] = [
  ['with a name, in premises of their own', shopAnswers()],
  [
    'without a name',
    shopAnswers({
      '/business/named': 'no',
      '/business/name': undefined,
      '/business/namePromise': undefined,
    }),
  ],
  ['that sells online only', networkAnswers()],
  ['of a family', familyAnswers()],
  ['of somebody else, through an agent', agentAnswers()],
  [
    'that opens on a later day, of somebody who lives elsewhere',
    shopAnswers({
      '/business/starts': 'later',
      '/business/startsOn': addDays(today, 30),
      '/operator/livesIn': 'elsewhere',
      '/operator/residence': undefined,
      '/operator/residenceAway': { area: '520302', detail: '中华路 1 号' },
      '/delivery': { way: 'counter' },
    }),
  ],
];

describe.each(shops)('a sole proprietor %s', (_, answers) => {
  it('has nothing wrong', () => {
    const { walked, problems } = problemsOf(answers);
    expect(problems).toEqual([]);
    expect(walked.answers).toEqual(answers);
  });

  it('is filled in page by page to the same answers', async () => {
    const desk = openDraftDesk(shelf, today);
    await fillIn(desk.send, prepared.procedure, answers);
    expect(desk.answers()).toEqual(answers);
  });
});

/** What is wrong with it, the law or rule, the answers, and every problem as 'code @ place'. */
const wrong: [title: string, law: string, answers: JsonObject, expected: string[]][] = [
  [
    'a name that says it is a company',
    'Regulation on Enterprise Names 9 and 24',
    shopAnswers({ '/business/name': shopName({ form: '公司' }) }),
    ['enterprise-name/form-sole-proprietor @ /business/name'],
  ],
  [
    'a name of a district the place does not stand in',
    'Regulation on Enterprise Names 8',
    shopAnswers({ '/business/name': shopName({ division: '贵阳市南明区' }) }),
    ['enterprise-name/elsewhere @ /place/address/area'],
  ],
  [
    'a name of a district the online seller does not live in',
    'Regulation on Enterprise Names 8',
    networkAnswers({ '/business/name': shopName({ division: '贵阳市南明区' }) }),
    ['enterprise-name/elsewhere @ /operator/residence/area'],
  ],
  [
    'a name nobody answers for',
    'Regulation on Enterprise Names 4',
    shopAnswers({ '/business/namePromise': undefined }),
    ['not-ticked @ /business/namePromise'],
  ],
  [
    'an operator of twelve years',
    'Civil Code 17 to 20, 54',
    agentAnswers({ '/operator/person': child }),
    ['people/too-young @ /operator/person'],
  ],
  [
    'an operator of sixteen, who must show that they live on their own work',
    'Civil Code 18',
    agentAnswers({ '/operator/person': youth }),
    ['people/own-living @ /operator/person'],
  ],
  [
    'an agent who is the operator',
    'Rules on registration: mandate of an agent',
    agentAnswers({ '/operator/person': yang }),
    ['people/two-offices @ /operator/person'],
  ],
  [
    'an agent whose mandate has run out',
    'Rules on registration: mandate of an agent',
    agentAnswers({ '/mandate/until': addDays(today, -1) }),
    ['date/past @ /mandate/until'],
  ],
  ['a family of nobody', 'Civil Code 56', familyAnswers({ '/family': [] }), ['list/too-few @ /family']],
  [
    'a family that counts the operator as a member',
    'Civil Code 56',
    familyAnswers({ '/family/0/person': yang }),
    ['people/two-offices @ /family/0/person'],
  ],
  [
    'a family with somebody in it twice',
    'Civil Code 56',
    familyAnswers({ '/family/1': { person: luo, relation: 'sibling' } }),
    ['people/twice @ /family/1/person'],
  ],
  [
    'one number with two names',
    'Rules on registration 16: real names',
    familyAnswers({ '/family/1': { person: { ...luo, name: '罗清泉' }, relation: 'sibling' } }),
    ['people/twice @ /family/1/person', 'people/two-names @ /family/1/person'],
  ],
  [
    'an online shop of somebody who lives elsewhere',
    'Rules on registration: online sellers register where they live',
    networkAnswers({
      '/operator/livesIn': 'elsewhere',
      '/operator/residence': undefined,
      '/operator/residenceAway': { area: '520302', detail: '中华路 1 号' },
    }),
    ['choice/not-offered @ /place/kind'],
  ],
  [
    'an online shop that may turn a dwelling into a shop',
    'Rules on registration: online sellers trade through the internet only',
    networkAnswers({ '/place/networkPromise': undefined }),
    ['not-ticked @ /place/networkPromise'],
  ],
  [
    'a place nobody answers for',
    'Regulation on registration 17',
    shopAnswers({ '/place/promise': undefined }),
    ['not-ticked @ /place/promise'],
  ],
  [
    'a place outside the city',
    'Regulation on registration 11',
    shopAnswers({ '/place/address': { area: '110101', detail: '东长安街 1 号' } }),
    ['address/not-offered @ /place/address'],
  ],
  [
    'a licensed business without the promise to wait for the approval',
    'Regulation on registration 14',
    shopAnswers({ '/business/licensedPromise': undefined }),
    ['not-ticked @ /business/licensedPromise'],
  ],
  [
    'a capital of nothing',
    'Rules on registration: the form of application',
    shopAnswers({ '/business/capitalFen': 0 }),
    ['money/zero @ /business/capitalFen'],
  ],
  [
    'an opening that was yesterday',
    'Regulation on registration 46: to open within six months',
    shopAnswers({ '/business/starts': 'later', '/business/startsOn': addDays(today, -1) }),
    ['date/past @ /business/startsOn'],
  ],
  [
    'an opening more than a year from now',
    'Regulation on registration 46: to open within six months',
    shopAnswers({ '/business/starts': 'later', '/business/startsOn': addDays(addYears(today, 1), 1) }),
    ['date/too-late @ /business/startsOn'],
  ],
];

describe('the registration of a sole proprietor refuses', () => {
  it.each(wrong)('%s (%s)', (_, __, answers, expected) => {
    const { problems } = problemsOf(answers);
    expect(problems.map(({ at, code }) => `${code} @ ${at}`)).toEqual(expected);
  });

  it('on a page the citizen can open, in both languages, and without anybody’s number', () => {
    for (const [, , answers] of wrong) {
      const { walked, problems } = problemsOf(answers);
      for (const problem of problems) {
        expect([problem.at, ownerOf(problem, walked)]).toEqual([problem.at, expect.anything()]);
        expect(problem.text['zh-CN']).toMatch(/[。]$/);
        expect(problem.text.en).toMatch(/[.]$/);
        expect(JSON.stringify(problem.text)).not.toMatch(/\d{17}/);
      }
    }
  });

  it('by no rule that is idle', () => {
    const { procedure } = prepared;
    const known = wrong.map(([, , answers]) => problemsOf(answers));
    const young = problemsOf(
      shopAnswers({
        '/applicant/name': child.name,
        '/applicant/residentId': child.residentId,
        '/applicant/mobile': child.mobile,
      }),
    );
    const idle = procedure.rules.filter((rule) => {
      const rules = procedure.rules.filter((other) => other !== rule);
      const without = { ...prepared, procedure: { ...procedure, rules } };
      return [...known, young].every(
        ({ walked, problems }) => checkAnswers(without, walked, today).length === problems.length,
      );
    });
    expect(idle).toEqual([]);
  });
});

describe('the papers', () => {
  const ids = (answers: JsonObject) =>
    neededDocuments(prepared, answers, today, shelf.calendar).map(({ id }) => id);

  it.each<[string, JsonObject, string[]]>([
    ['of a shop in premises of one’s own', shopAnswers(), ['applicant-id', 'title']],
    ['of a rented shop', shopAnswers({ '/place/held': 'rented' }), ['applicant-id', 'lease']],
    ['of a shop that is lent', shopAnswers({ '/place/held': 'lent' }), ['applicant-id', 'owner-consent']],
    ['of a stand in a park', shopAnswers({ '/place/held': 'park' }), ['applicant-id', 'park-agreement']],
    [
      'of a shop at home',
      shopAnswers({ '/place/use': 'home' }),
      ['applicant-id', 'title', 'neighbours-consent'],
    ],
    ['of an online shop', networkAnswers(), ['applicant-id', 'network-place']],
    ['of a family', familyAnswers(), ['applicant-id', 'title', 'family-papers']],
    [
      'of somebody through an agent',
      agentAnswers(),
      ['mandate', 'application', 'applicant-id', 'operator-id', 'title'],
    ],
    [
      'of security guards',
      shopAnswers({ '/business/scope': ['p-l01'] }),
      ['applicant-id', 'title', 'approval'],
    ],
  ])('%s', (_, answers, expected) => {
    expect(ids(answers)).toEqual(expected);
  });
});

it('the departments get what was ticked, and tax and seals see no applicant’s number but the operator’s', () => {
  const tasks = neededTasks(prepared, shopAnswers({ '/together/services': ['seals', 'tax'] }));
  expect(tasks.map(({ id, after }) => [id, after])).toEqual([
    ['licence', []],
    ['seals', ['licence']],
    ['tax', ['licence']],
    ['delivery', ['licence', 'seals']],
  ]);
  const seesApplicant = tasks.filter(({ sees }) => sees.includes('/applicant')).map(({ id }) => id);
  expect(seesApplicant).toEqual(['licence']);
  expect(neededTasks(prepared, agentAnswers({ '/together': undefined })).map(({ id }) => id)).toEqual([
    'licence',
    'delivery',
  ]);
});

it('nobody but the operator is asked for a mandate-free signature', () => {
  const { walked } = problemsOf(agentAnswers({ '/operator/person': wei }));
  expect(walked.pages.map(({ id }) => id)).toContain('mandate');
  expect(problemsOf(shopAnswers()).walked.pages.map(({ id }) => id)).not.toContain('mandate');
});

// Applications that break one law each, held against the procedure that ships: what is told, and where.
import { describe, expect, it } from 'vitest';
import { addDays, addYears } from '../../domain/calendar-day.ts';
import { checkAnswers, ownerOf } from '../../domain/procedure/check-answers.ts';
import { walk } from '../../domain/procedure/pages.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { companyName } from '../../scripts/citizen/company.ts';
import {
  contribution,
  fiftyShareholdersAnswers,
  llcAnswers,
  onePersonAnswers,
  ORGANISATION,
  organisationAnswers,
  soleOrganisationAnswers,
  usualAnswers,
  WAN_YUAN,
} from '../builders/llc-application.ts';
import { centenarian, child, long, luo, meng, shi, wei, yang, youth } from '../builders/people.ts';
import { llc } from '../llc.ts';

const prepared = await llc();
const today = dayInCity(systemClock.now());

function problemsOf(answers: JsonObject) {
  const walked = walk(prepared, answers, today);
  return { walked, problems: checkAnswers(prepared, walked, today) };
}

/** A capital of more than ten million yuan, whose owner is filed; of what is known, as it must come out. */
const capitalOf = (fen: number) => ({
  '/company/capitalFen': fen,
  '/shareholders/0/amountFen': fen,
  '/ownersFiling': 'file',
  '/owners': [{ person: yang, basis: 'shares', percent: 100 }],
});
const person = (one: object, fen: number) => ({ kind: 'person', person: { ...one }, ...contribution(fen) });
const organisation = (creditCode: string, fen: number) => ({
  kind: 'organisation',
  organisation: { name: '贵阳某某有限公司', creditCode },
  ...contribution(fen),
});
const chosen = (one: object, chosenBy = 'shareholders') => ({ person: { ...one }, chosenBy });

/** What is wrong with it, the law or rule, the answers, and every problem as 'code @ place'. */
const wrong: [title: string, law: string, answers: JsonObject, expected: string[]][] = [
  [
    'nobody holds shares',
    'Company Law 42',
    llcAnswers({ '/shareholders': [] }),
    ['list/too-few @ /shareholders'],
  ],
  [
    'several hold the shares of a one-person company',
    'Company Law 42, types of companies',
    llcAnswers({
      '/company/type': '1151',
      '/shareholders': [
        { person: yang, ...contribution(60 * WAN_YUAN) },
        { person: luo, ...contribution(40 * WAN_YUAN) },
      ],
    }),
    ['list/miscounted @ /shareholders'],
  ],
  [
    'one holds all shares of a company of several',
    'Company Law 42, types of companies',
    llcAnswers({ '/shareholders': [person(yang, 100 * WAN_YUAN)] }),
    ['list/miscounted @ /shareholders'],
  ],
  [
    'the subscriptions are a fen less than the capital',
    'Company Law 46, 47',
    llcAnswers({ '/company/capitalFen': 100 * WAN_YUAN + 1 }),
    ['sum/short @ /shareholders'],
  ],
  [
    'the subscriptions are more than the capital',
    'Company Law 46, 47',
    llcAnswers({ '/company/capitalFen': 90 * WAN_YUAN }),
    ['sum/over @ /shareholders'],
  ],
  [
    'one shareholder’s forms do not add up to the subscription',
    'Company Law 46, 48',
    llcAnswers({ '/shareholders/1/byForm/ip': 11 * WAN_YUAN }),
    ['sum/over @ /shareholders/1/byForm/money'],
  ],
  [
    'somebody contributes labour',
    'Company Law 48, Regulation on registration 13',
    llcAnswers({ '/shareholders/0/forms': ['labour'] }),
    ['choice/not-offered @ /shareholders/0/forms'],
  ],
  [
    'somebody contributes nothing',
    'Company Law 48',
    llcAnswers({ '/shareholders/0/forms': undefined }),
    ['missing @ /shareholders/0/forms'],
  ],
  [
    'the contribution is paid more than five years after founding',
    'Company Law 47',
    llcAnswers({ '/shareholders/0/payBy': addDays(addYears(today, 5), 1) }),
    ['date/too-late @ /shareholders/0/payBy'],
  ],
  [
    'the contribution was to be paid yesterday',
    'Company Law 47',
    llcAnswers({ '/shareholders/1/payBy': addDays(today, -1) }),
    ['date/past @ /shareholders/1/payBy'],
  ],
  [
    'the capital is nothing',
    'Company Law 46',
    llcAnswers({ '/company/capitalFen': 0 }),
    ['money/zero @ /company/capitalFen'],
  ],
  [
    'a shareholder stands in the list twice',
    'Company Law 46',
    llcAnswers({ '/shareholders': [person(yang, 60 * WAN_YUAN), person(yang, 40 * WAN_YUAN)] }),
    ['people/twice @ /shareholders/1/person'],
  ],
  [
    'an organisation stands in the list twice',
    'Company Law 46',
    organisationAnswers({
      '/shareholders': [
        organisation(ORGANISATION.creditCode, 30 * WAN_YUAN),
        organisation(ORGANISATION.creditCode, 30 * WAN_YUAN),
        person(yang, 40 * WAN_YUAN),
      ],
    }),
    ['list/repeated @ /shareholders/1/organisation/creditCode'],
  ],
  [
    'a sole proprietor holds shares',
    'registrar’s practice on who may hold shares',
    organisationAnswers({ '/shareholders/0/organisation/creditCode': '92520115MAC8K2P50J' }),
    ['credit-code/wrong-body @ /shareholders/0/organisation/creditCode'],
  ],
  [
    'an organisation’s code is wrong',
    'GB 32100-2015',
    organisationAnswers({ '/shareholders/0/organisation/creditCode': '91520102MA6D000182' }),
    ['credit-code/check-digit @ /shareholders/0/organisation/creditCode'],
  ],
  [
    'people do not hold the majority they are said to hold',
    'Company Law 265, types of companies',
    organisationAnswers({ '/company/type': '1130' }),
    ['holdings/no-majority @ /company/type'],
  ],
  [
    'a director is under age',
    'Company Law 178',
    llcAnswers({ '/organs/director': child, '/organs/legalRepresentative': yang }),
    ['people/too-young @ /organs/director'],
  ],
  [
    'a manager of sixteen, who must show that they live on their own work',
    'Company Law 178, Civil Code 18',
    llcAnswers({ '/organs/manager': youth }),
    ['people/own-living @ /organs/manager'],
  ],
  [
    'the applicant is under age',
    'Civil Code 17 to 19',
    soleOrganisationAnswers({
      '/applicant/name': child.name,
      '/applicant/residentId': child.residentId,
      '/applicant/mobile': child.mobile,
    }),
    ['people/too-young @ /applicant/residentId'],
  ],
  [
    'the supervisor is the director',
    'Company Law 76',
    llcAnswers({ '/organs/supervisor': yang }),
    ['people/two-offices @ /organs/supervisor'],
  ],
  [
    'the supervisor is the manager',
    'Company Law 76',
    llcAnswers({ '/organs/manager': wei }),
    ['people/two-offices @ /organs/supervisor'],
  ],
  [
    'the supervisor is the finance officer, who is senior management',
    'Company Law 76, 265',
    llcAnswers({ '/finance/person': wei }),
    ['people/two-offices @ /finance/person'],
  ],
  [
    'a board of two',
    'Company Law 68',
    organisationAnswers({ '/organs/directors': [chosen(yang), chosen(luo)] }),
    ['list/too-few @ /organs/directors'],
  ],
  [
    'a member of the board stands in it twice',
    'Company Law 68',
    organisationAnswers({ '/organs/directors': [chosen(yang), chosen(luo), chosen(yang)] }),
    ['people/twice @ /organs/directors/2/person'],
  ],
  [
    'a director’s term of four years',
    'Company Law 70',
    llcAnswers({ '/organs/termYears': '4' }),
    ['choice/not-offered @ /organs/termYears'],
  ],
  [
    'the chair is no director',
    'Company Law 68',
    organisationAnswers({ '/organs/chair': long }),
    ['person/not-known @ /organs/chair'],
  ],
  [
    'the legal representative is neither director nor manager',
    'Company Law 10',
    llcAnswers({ '/organs/legalRepresentative': luo }),
    ['person/not-known @ /organs/legalRepresentative'],
  ],
  [
    'a board of a company of 300 without anybody from the staff',
    'Company Law 68',
    organisationAnswers({
      '/organs/staff': '300-or-more',
      '/organs/supervision': 'supervisor',
      '/organs/supervisors': undefined,
      '/organs/supervisor': meng,
    }),
    ['list/share-short @ /organs/directors'],
  ],
  [
    'a supervisory board of two',
    'Company Law 76',
    organisationAnswers({ '/organs/supervisors': [chosen(shi), chosen(meng, 'staff')] }),
    ['list/too-few @ /organs/supervisors'],
  ],
  [
    'a supervisory board without a third from the staff',
    'Company Law 76',
    organisationAnswers({
      '/organs/supervisors': [
        chosen(shi, 'staff'),
        chosen(meng),
        chosen(centenarian(1)),
        chosen(centenarian(2)),
      ],
    }),
    ['list/share-short @ /organs/supervisors'],
  ],
  [
    'a member of the board sits on the supervisory board',
    'Company Law 76',
    organisationAnswers({ '/organs/supervisors/0/person': yang }),
    ['people/two-offices @ /organs/supervisors/0/person'],
  ],
  [
    'a supervisor sits on the supervisory board twice',
    'Company Law 76',
    organisationAnswers({ '/organs/supervisors': [chosen(shi), chosen(meng, 'staff'), chosen(shi)] }),
    ['people/twice @ /organs/supervisors/2/person'],
  ],
  [
    'no supervisor, and not all shareholders agree',
    'Company Law 83',
    onePersonAnswers({ '/organs/supervisionAgreed': undefined }),
    ['not-ticked @ /organs/supervisionAgreed'],
  ],
  [
    'an audit committee without a board',
    'Company Law 69',
    llcAnswers({ '/organs/supervision': 'audit-committee', '/organs/supervisor': undefined }),
    ['choice/not-offered @ /organs/supervision', 'missing @ /organs/auditCommittee'],
  ],
  [
    'an audit committee with somebody from outside the board',
    'Company Law 69',
    organisationAnswers({
      '/organs/supervision': 'audit-committee',
      '/organs/supervisors': undefined,
      '/organs/auditCommittee': [yang, long],
    }),
    ['person/not-known @ /organs/auditCommittee'],
  ],
  [
    'a trade name of one character',
    'Regulation on Enterprise Names 9',
    llcAnswers({ '/company/name': companyName('程') }),
    ['enterprise-name/trade-name-short @ /company/name'],
  ],
  [
    'a name with Latin letters',
    'Regulation on Enterprise Names 5',
    llcAnswers({ '/company/name': companyName('ABC') }),
    ['enterprise-name/characters @ /company/name'],
  ],
  [
    'a name with a district and without its city',
    'Regulation on Enterprise Names 8',
    llcAnswers({
      '/company/name': { ...companyName('黔程'), division: '南明区', full: '南明区黔程信息科技有限公司' },
    }),
    ['enterprise-name/district-alone @ /company/name'],
  ],
  [
    'a name with a district the company does not stand in',
    'Regulation on Enterprise Names 8',
    llcAnswers({
      '/company/name': {
        ...companyName('黔程'),
        division: '贵阳市南明区',
        full: '贵阳市南明区黔程信息科技有限公司',
      },
    }),
    ['enterprise-name/elsewhere @ /company/domicile/address/area'],
  ],
  [
    'a whole name that is not the sum of its parts',
    'Regulation on Enterprise Names 6',
    llcAnswers({ '/company/name/full': '贵阳茅台信息科技有限公司' }),
    ['not-canonical @ /company/name'],
  ],
  [
    'a name nobody answers for',
    'Regulation on Enterprise Names 4: self-declared',
    llcAnswers({ '/company/namePromise': undefined }),
    ['not-ticked @ /company/namePromise'],
  ],
  [
    'a business that is not in the catalogue',
    'Rules on registration 12',
    llcAnswers({ '/company/scope': ['g-i01', 'g-z99'] }),
    ['choice/not-offered @ /company/scope'],
  ],
  [
    'a licensed business without the promise to wait for the approval',
    'Regulation on registration 14',
    llcAnswers({ '/company/licensedPromise': undefined }),
    ['not-ticked @ /company/licensedPromise'],
  ],
  [
    'a domicile outside the city',
    'Regulation on registration 11',
    llcAnswers({ '/company/domicile/address': { area: '110101', detail: '东长安街 1 号' } }),
    ['address/not-offered @ /company/domicile/address'],
  ],
  [
    'a domicile nobody answers for',
    'Regulation on registration 17',
    llcAnswers({ '/company/domicile/promise': undefined }),
    ['not-ticked @ /company/domicile/promise'],
  ],
  [
    'somebody of sixteen founds a company of their own, as usual',
    'Civil Code 17 to 19, Company Law 178',
    usualAnswers({
      '/applicant/name': youth.name,
      '/applicant/residentId': youth.residentId,
      '/applicant/mobile': youth.mobile,
    }),
    [
      'people/own-living @ /applicant/residentId',
      'people/own-living @ /organs/director',
      'people/own-living @ /organs/manager',
      'people/own-living @ /finance/person',
      'people/own-living @ /contact/person',
    ],
  ],
  [
    'somebody who is neither shareholder nor legal representative applies as one',
    'Rules on registration: mandate of an agent',
    llcAnswers({
      '/applicant/name': shi.name,
      '/applicant/residentId': shi.residentId,
      '/applicant/mobile': shi.mobile,
    }),
    ['people/not-eligible @ /applicant/role'],
  ],
  [
    'an agent whose mandate has run out',
    'Rules on registration: mandate of an agent',
    soleOrganisationAnswers({ '/mandate/until': addDays(today, -1) }),
    ['date/past @ /mandate/until'],
  ],
  [
    'beneficial owners left out although an organisation holds shares',
    'Order 3 of 2024 on beneficial owners',
    organisationAnswers({ '/ownersFiling': 'exempt', '/owners': undefined }),
    ['choice/not-offered @ /ownersFiling'],
  ],
  [
    'beneficial owners left out although the capital is more than ten million',
    'Order 3 of 2024 on beneficial owners',
    llcAnswers({
      '/company/capitalFen': 1001 * WAN_YUAN,
      '/shareholders': [person(yang, 1000 * WAN_YUAN), person(luo, WAN_YUAN)],
    }),
    ['choice/not-offered @ /ownersFiling'],
  ],
  [
    'a holder of a quarter is not among the beneficial owners',
    'Order 3 of 2024 on beneficial owners 6',
    organisationAnswers({ '/owners': [{ person: luo, basis: 'control' }] }),
    ['holdings/not-named @ /owners'],
  ],
  [
    'a beneficial owner is filed twice',
    'Order 3 of 2024 on beneficial owners',
    organisationAnswers({
      '/owners': [
        { person: yang, basis: 'shares', percent: 40 },
        { person: yang, basis: 'control' },
      ],
    }),
    ['people/twice @ /owners/1/person'],
  ],
  [
    'one identity number with two names',
    'Rules on registration 16: real names',
    llcAnswers({ '/contact/person': { ...luo, name: '罗清泉' } }),
    ['people/two-names @ /contact/person'],
  ],
  [
    'an identity number whose check digit is wrong',
    'GB 11643-1999',
    llcAnswers({ '/finance/person': { ...long, residentId: '520102199003070011' } }),
    ['resident-id/check-digit @ /finance/person'],
  ],
];

describe('the registration of a limited company refuses', () => {
  it.each(wrong)('%s (%s)', (_, __, answers, expected) => {
    const { problems } = problemsOf(answers);
    expect(problems.map(({ at, code }) => `${code} @ ${at}`)).toEqual(expected);
  });

  it('on a page the citizen can open, in both languages, and without anybody’s number', () => {
    for (const [title, , answers] of wrong) {
      const { walked, problems } = problemsOf(answers);
      for (const problem of problems) {
        expect([title, problem.at, ownerOf(problem, walked)?.page]).not.toContain(undefined);
        expect(problem.text['zh-CN']).toMatch(/[一-鿿].*。$/);
        expect(problem.text.en).toMatch(/\.$/);
        expect(JSON.stringify(problem)).not.toMatch(/\d{17}[\dX]/);
      }
    }
  });

  it('by no rule that is idle: without any one of them, a wrong application would pass as another', () => {
    const { procedure } = prepared;
    const known = wrong.map(([, , answers]) => problemsOf(answers));
    const idle = procedure.rules.filter((rule) => {
      const rules = procedure.rules.filter((other) => other !== rule);
      const without = { ...prepared, procedure: { ...procedure, rules } };
      return known.every(
        ({ walked, problems }) => checkAnswers(without, walked, today).length === problems.length,
      );
    });
    expect(idle).toEqual([]);
  });

  it('no more than fifty shareholders', () => {
    const fifty = fiftyShareholdersAnswers();
    expect(problemsOf(fifty).problems).toEqual([]);
    // The fifty-first is not even asked for: the list is full, and whoever forges one more is not counted.
    const forged = fiftyShareholdersAnswers({ '/shareholders/50': person(centenarian(49), 2 * WAN_YUAN) });
    const { walked, problems } = problemsOf(forged);
    expect(walked.answers).toEqual(fifty);
    expect(problems).toEqual([]);
    expect(prepared.faults(forged)).not.toEqual([]);
  });
});

describe('the registration of a limited company takes', () => {
  it.each<[string, JsonObject]>([
    [
      'a contribution paid on the last day of five years',
      llcAnswers({ '/shareholders/0/payBy': addYears(today, 5) }),
    ],
    ['a company of one person in which everything is as usual', usualAnswers()],
    ['the same with any capital', usualAnswers(capitalOf(3_000_000_000))],
    ['a contribution paid today', llcAnswers({ '/shareholders/0/payBy': today })],
    ['a minor as a shareholder', llcAnswers({ '/shareholders/1/person': child, '/contact/person': yang })],
    ['a supervisor who holds shares', llcAnswers({ '/organs/supervisor': luo })],
    ['a contact person who is the supervisor', llcAnswers({ '/contact/person': wei })],
    [
      'a large company whose supervisory board has the staff’s representative',
      organisationAnswers({ '/organs/staff': '300-or-more' }),
    ],
    [
      'an audit committee of directors instead of supervisors',
      organisationAnswers({
        '/organs/supervision': 'audit-committee',
        '/organs/supervisors': undefined,
        '/organs/auditCommittee': [luo, wei],
      }),
    ],
    [
      'a manager from outside as legal representative',
      llcAnswers({ '/organs/manager': shi, '/organs/legalRepresentative': shi }),
    ],
    [
      'a name of its own district',
      llcAnswers({
        '/company/name': {
          ...companyName('黔程'),
          division: '贵阳市云岩区',
          full: '贵阳市云岩区黔程信息科技有限公司',
        },
      }),
    ],
    [
      'a capital of one fen each',
      llcAnswers({
        '/company/capitalFen': 2,
        '/shareholders': [person(yang, 1), person(luo, 1)],
        '/company/type': '1130',
      }),
    ],
  ])('%s', (_, answers) => {
    expect(problemsOf(answers).problems).toEqual([]);
  });
});

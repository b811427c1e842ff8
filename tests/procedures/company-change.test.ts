// A company's registration changed, held against the procedure that ships.
import { describe, expect, it } from 'vitest';
import { addDays, showDay } from '../../domain/calendar-day.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import {
  BY_AGENT,
  changeAnswers,
  daysAgo,
  ENTERPRISE,
  FEWER_SUPERVISORS,
  inYears,
  LESS_CAPITAL,
  MORE_CAPITAL,
  NEW_BOARD,
  NEW_DISTRICT,
  NEW_NAME,
  NEW_REPRESENTATIVE,
  NEW_SCOPE,
  NEW_STREET,
  NEW_TERM,
  NEW_TYPE,
  OLD_COMPANY,
  SHARES_SOLD,
} from '../builders/enterprise.ts';
import type { Overrides } from '../builders/changed.ts';
import { WAN_YUAN } from '../builders/llc-application.ts';
import { child, long, luo, meng, shi, wei, yang } from '../builders/people.ts';
import { openProcedure, today } from './desk.ts';

const desk = await openProcedure('company-change');

const LENT = {
  'id-card': { name: yang.name, residentId: yang.residentId },
  population: { mobile: yang.mobile },
  enterprise: ENTERPRISE,
};

const name = (...more: Overrides[]) => changeAnswers(['name'], NEW_NAME, ...more);
const move = (...more: Overrides[]) => changeAnswers(['domicile'], NEW_STREET, ...more);
const representative = (...more: Overrides[]) =>
  changeAnswers(['legal-representative'], NEW_REPRESENTATIVE, ...more);
const up = (...more: Overrides[]) => changeAnswers(['capital-up'], MORE_CAPITAL, ...more);
const down = (...more: Overrides[]) => changeAnswers(['capital-down'], LESS_CAPITAL, ...more);
const scope = (...more: Overrides[]) => changeAnswers(['scope'], NEW_SCOPE, ...more);
const sold = (...more: Overrides[]) => changeAnswers(['shareholders'], SHARES_SOLD, ...more);
const ALONE: Overrides = {
  '/new/shareholders': [{ kind: 'person', person: wei, amountFen: ENTERPRISE.capitalFen }],
};
const type = (...more: Overrides[]) =>
  changeAnswers(['shareholders', 'type'], SHARES_SOLD, NEW_TYPE, ALONE, ...more);
const filed = (...more: Overrides[]) => changeAnswers(['filed'], ...more);

const lawful: [title: string, given: JsonObject][] = [
  ['its name', name()],
  ['its domicile, in the same district', move()],
  ['its domicile, to another district', changeAnswers(['domicile'], NEW_DISTRICT)],
  ['its legal representative', representative()],
  [
    'its legal representative, through an agent',
    representative(BY_AGENT, { '/new/legalRepresentative': wei }),
  ],
  ['its capital, upwards', up()],
  ['its capital, downwards', down()],
  ['its scope', scope()],
  ['its shareholders', sold()],
  [
    'its shareholders, after a month without an answer',
    sold({ '/transfer/preemption': 'no-answer', '/transfer/notifiedOn': daysAgo(30) }),
  ],
  ['its shareholders and its type', type()],
  ['its board, its manager and its articles', filed(NEW_BOARD)],
  ['its supervisors', filed(FEWER_SUPERVISORS)],
  [
    'its supervisors for a committee of directors',
    filed(FEWER_SUPERVISORS, {
      '/new/supervision': 'audit-committee',
      '/new/supervisionAgreed': undefined,
      '/new/supervisors': [{ person: luo }],
    }),
  ],
  ['its term, contact person and dates of payment', filed(NEW_TERM)],
  ['its scope, while it is older than 1 July 2024', scope(OLD_COMPANY)],
  [
    'name, domicile, representative and scope in one go',
    changeAnswers(
      ['name', 'domicile', 'legal-representative', 'scope'],
      NEW_NAME,
      NEW_DISTRICT,
      NEW_REPRESENTATIVE,
      NEW_SCOPE,
    ),
  ],
];

describe('a company changes', () => {
  it('by a procedure without findings', () => {
    expect(desk.findings).toEqual([]);
  });

  it.each(lawful)('%s: nothing is wrong, and nothing is left out', (_, given) => {
    expect(desk.refusals(given)).toEqual([]);
    expect(desk.counted(given)).toEqual(given);
  });
});

describe('whoever changes the name', () => {
  it('is asked these pages without card and records', () => {
    expect(desk.pages(name())).toEqual([
      'applicant',
      'company',
      'registered',
      'changes',
      'current-address',
      'name',
      'decision',
      'licence',
      'receiver',
      'documents',
    ]);
  });

  it('is asked these pages with card and records', () => {
    expect(desk.pages(name(), LENT)).toEqual([
      'company',
      'changes',
      'name',
      'decision',
      'licence',
      'receiver',
      'documents',
    ]);
  });

  it('has seals, tax, insurance and housing fund told, and hands in these papers', () => {
    expect(desk.tasks(name())).toEqual([
      'licence',
      'seals',
      'tax',
      'social-insurance',
      'medical-insurance',
      'housing-fund',
      'delivery',
    ]);
    expect(desk.documents(name())).toEqual(['applicant-id', 'resolution', 'articles', 'old-licence']);
  });
});

describe('with card and records', () => {
  const ends = ['licence', 'receiver', 'documents'];

  it.each<[string, JsonObject, string[]]>([
    [
      'a move to another district',
      changeAnswers(['domicile'], NEW_DISTRICT),
      ['domicile', 'across', 'decision'],
    ],
    ['a move within the district', move(), ['domicile', 'decision']],
    ['more capital', up(), ['capital', 'increase', 'shareholders', 'decision']],
    ['less capital', down(), ['capital', 'reduction', 'creditors', 'shareholders', 'decision']],
    ['a new scope', scope(), ['scope', 'licensed', 'decision']],
    ['shares sold', sold(), ['transfer', 'seller', 'pre-emption', 'shareholders']],
    [
      'a new manager, board and articles',
      filed(NEW_BOARD),
      ['filed', 'directors', 'manager', 'manager-person', 'decision'],
    ],
  ])('%s is asked only for what changes', (_, given, asked) => {
    expect(desk.pages(given, LENT)).toEqual(['company', 'changes', ...asked, ...ends]);
  });

  it('the new legal representative is whoever applies as that, and is not asked for', () => {
    const lent = { ...LENT, 'id-card': { name: luo.name, residentId: luo.residentId } };
    expect(desk.pages(representative(), lent)).toEqual([
      'applicant',
      'company',
      'changes',
      'legal-representative',
      'decision',
      ...ends,
    ]);
  });

  it('a company older than 1 July 2024 is asked for its last day of payment, whatever it changes', () => {
    const lent = { ...LENT, enterprise: { ...ENTERPRISE, foundedOn: '2019-05-06' } };
    expect(desk.pages(scope(OLD_COMPANY), lent)).toEqual([
      'company',
      'changes',
      'old-company',
      'shorten',
      'scope',
      'licensed',
      'pay-by',
      'decision',
      ...ends,
    ]);
  });
});

describe('the departments', () => {
  it('send the file to another district, and only there', () => {
    expect(desk.tasks(changeAnswers(['domicile'], NEW_DISTRICT))).toContain('file-transfer');
    expect(desk.tasks(move())).not.toContain('file-transfer');
  });

  it('check that tax was paid before shares that a person sold are registered', () => {
    expect(desk.tasks(sold())).toEqual(['tax-check', 'licence', 'tax', 'delivery']);
    expect(desk.tasks(sold({ '/transfer/seller': 'organisation' }))).not.toContain('tax-check');
  });

  it('are not told what does not concern them', () => {
    expect(desk.tasks(filed(NEW_TERM))).toEqual(['licence', 'delivery']);
    expect(desk.tasks(scope())).toEqual(['licence', 'tax', 'delivery']);
  });
});

describe('papers', () => {
  it.each<[string, JsonObject, string[]]>([
    [
      'a move into rented premises',
      move(),
      ['applicant-id', 'resolution', 'articles', 'lease', 'old-licence'],
    ],
    [
      'a move into a dwelling lent free of charge',
      move({ '/new/held': 'lent', '/new/use': 'home' }),
      ['applicant-id', 'resolution', 'articles', 'owner-consent', 'neighbours-consent', 'old-licence'],
    ],
    [
      'another legal representative through an agent',
      representative(BY_AGENT, { '/new/legalRepresentative': wei }),
      ['mandate', 'application', 'applicant-id', 'representative-id', 'appointments', 'old-licence'],
    ],
    [
      'less capital announced in a newspaper',
      down({ '/reduction/publishedIn': 'newspaper' }),
      [
        'applicant-id',
        'resolution',
        'articles',
        'creditor-notice',
        'publication',
        'debt-statement',
        'old-licence',
      ],
    ],
    [
      'shares a person sold to somebody new',
      sold(),
      [
        'applicant-id',
        'holder-id-2',
        'resolution',
        'articles',
        'transfer-agreement',
        'waiver',
        'tax-clearance',
      ],
    ],
    [
      'a scope that needs an approval first',
      scope({ '/new/scope': ['g-i01', 'p-c01'] }),
      ['applicant-id', 'resolution', 'articles', 'approval', 'old-licence'],
    ],
    [
      'a lost licence',
      name({ '/licence/old': 'lost' }),
      ['applicant-id', 'resolution', 'articles', 'loss-statement'],
    ],
    [
      'no supervisor any more',
      filed(FEWER_SUPERVISORS),
      ['applicant-id', 'appointments', 'no-supervisor-consent'],
    ],
  ])('of %s', (_, given, papers) => {
    expect(desk.documents(given)).toEqual(papers);
  });
});

const SOLE = '92520115MAC8K2P50J';
const holders = (...list: JsonObject[]): Overrides => ({ '/new/shareholders': list });
const holds = (who: string, wan: number): JsonObject => ({ name: who, amountFen: wan * WAN_YUAN });
const joins = (person: JsonObject, wan: number): JsonObject => ({
  kind: 'person',
  person,
  amountFen: wan * WAN_YUAN,
});
const enters = (creditCode: string, wan: number): JsonObject => ({
  kind: 'organisation',
  organisation: { name: '贵阳某某有限公司', creditCode },
  amountFen: wan * WAN_YUAN,
});
const chosen = (person: JsonObject, chosenBy = 'shareholders'): JsonObject => ({ person, chosenBy });
const supervisors = (kind: string, ...list: JsonObject[]): Overrides => ({
  '/filed': ['supervisors'],
  '/new/supervision': kind,
  '/new/supervisors': list,
  '/decision/appointed': true,
});

const AUDIT_COMMITTEE: Overrides = {
  '/filed': ['directors', 'supervisors'],
  '/new/hasManager': undefined,
  '/new/manager': undefined,
  '/new/supervision': 'audit-committee',
  '/decision': { appointed: true },
};

const PUBLISHED_LATE =
  '公告要在决议后 30 日内，不能在决议以前。晚了的，或者第 30 日是节假日的，请到窗口办理。';

const refused: [title: string, given: JsonObject, expected: string][] = [
  [
    'a sole proprietor',
    name({ '/current/creditCode': SOLE }),
    'company: 这里只办公司的变更。个体工商户、合作社和其他单位，请到窗口办理。',
  ],
  [
    'a child',
    name({ '/applicant': { ...child, role: 'agent' }, '/mandate': { until: inYears(1) } }),
    'applicant: 申请人要年满 18 周岁。16 岁以上靠自己的劳动收入生活的，请带证明到窗口办理。',
  ],
  [
    'a mandate that has run out',
    name(BY_AGENT, { '/mandate/until': '2020-01-01' }),
    'mandate: 这一天已经过去了，请填今天或以后的日期。',
  ],
  ['nothing that changes', changeAnswers([], { '/changes': undefined }), 'changes: 这里还没有填。'],
  [
    'the name it has',
    name({ '/current/name': '贵阳黔行信息科技有限公司' }),
    'name: 新名称和现在的一样，请改一个。',
  ],
  [
    'a name with a district it does not stand in',
    name({
      '/new/name/division': '贵阳市云岩区',
      '/new/name/full': '贵阳市云岩区黔行信息科技有限公司',
    }),
    'current-address: 名称里写的是云岩区，住所却在南明区，请改名称或住所。',
  ],
  [
    'a name with the district it leaves',
    changeAnswers(['name', 'domicile'], NEW_NAME, NEW_DISTRICT, {
      '/new/name/division': '贵阳市南明区',
      '/new/name/full': '贵阳市南明区黔行信息科技有限公司',
    }),
    'domicile: 名称里写的是南明区，住所却在云岩区，请改名称或住所。',
  ],
  ['a name nobody answers for', name({ '/new/namePromise': undefined }), 'name: 请先勾选这一项。'],
  ['a name the shareholders did not decide on', name({ '/decision': {} }), 'decision: 请先勾选这一项。'],
  [
    'the domicile it has',
    move({ '/new/address': ENTERPRISE.address }),
    'domicile: 新住所和现在的一样，请核对。',
  ],
  [
    'a move to another district before it is registered',
    changeAnswers(['domicile'], NEW_DISTRICT, { '/new/movePromise': undefined }),
    'across: 请先勾选这一项。',
  ],
  [
    'a move out of the city',
    changeAnswers(['domicile'], NEW_DISTRICT, { '/new/address': { area: '520302', detail: '中华路 1 号' } }),
    'domicile: 请从列出的地方里选一个。',
  ],
  [
    'the legal representative it has',
    representative(BY_AGENT, { '/new/legalRepresentative': yang }),
    'legal-representative: 和现在的法定代表人同名。是同一个人的，不用变更；不是的，请到窗口办理。',
  ],
  [
    'a legal representative under age',
    representative(BY_AGENT, { '/new/legalRepresentative': child }),
    'legal-representative: 小明未满 18 周岁，不能担任，请另选一位。',
  ],
  [
    'capital up and down at once',
    changeAnswers(['capital-up', 'capital-down'], MORE_CAPITAL, { '/reduction': LESS_CAPITAL['/reduction'] }),
    'changes: 增加和减少注册资本不能一次办，请先办一项。',
  ],
  [
    'an increase to less',
    up({ '/new/capitalFen': 90 * WAN_YUAN }, holders(holds(yang.name, 50), holds(luo.name, 40))),
    'capital: 增加以后，要比现在的注册资本多。',
  ],
  [
    'an increase paid in more than five years',
    up({ '/increase/payBy': addDays(inYears(5), 1) }),
    `increase: 最晚是${showDay(inYears(5))['zh-CN']}：增资登记起五年内要缴足。`,
  ],
  [
    'an increase that the shares do not add up to',
    up(holders(holds(yang.name, 120), holds(luo.name, 70))),
    'shareholders: 加起来是 190.00 万元，还差 10.00 万元。',
  ],
  [
    'a reduction to more',
    down({ '/new/capitalFen': 110 * WAN_YUAN }, holders(holds(yang.name, 60), holds(luo.name, 50))),
    'capital: 减少以后，要比现在的注册资本少。',
  ],
  [
    'a reduction forty-four days after its notice',
    down({ '/reduction/publishedOn': daysAgo(44) }),
    `reduction: 从这一天起要满 45 天，${showDay(addDays(today, 1))['zh-CN']}起可以办。`,
  ],
  [
    'a reduction announced on the thirty-first day',
    down({ '/reduction/decidedOn': daysAgo(81), '/reduction/notifiedOn': daysAgo(75) }),
    `reduction: ${PUBLISHED_LATE}`,
  ],
  [
    'a reduction announced before it was decided',
    down({ '/reduction/decidedOn': daysAgo(49), '/reduction/notifiedOn': daysAgo(49) }),
    `reduction: ${PUBLISHED_LATE}`,
  ],
  [
    'a reduction of which creditors were told on the eleventh day',
    down({ '/reduction/notifiedOn': daysAgo(49) }),
    'reduction: 债权人要在决议后 10 日内通知，不能在决议以前。晚了的，或者第 10 日是节假日的，请到窗口办理。',
  ],
  [
    'the scope it has',
    scope({ '/new/scope': ['g-i01'], '/scope': { vote: 'half' } }),
    'scope: 经营项目和现在的一样，请改一改。',
  ],
  [
    'a licensed scope without the promise',
    scope({ '/scope': { vote: 'half' } }),
    'licensed: 请先勾选这一项。',
  ],
  [
    'shares sold that changed nothing',
    sold(holders(holds(yang.name, 60), holds(luo.name, 40))),
    'shareholders: 股东和出资额都没有变，请改一改。',
  ],
  [
    'shares sold that are more than the capital',
    sold(holders(holds(yang.name, 60), joins(wei, 50))),
    'shareholders: 加起来是 110.00 万元，多了 10.00 万元。',
  ],
  [
    'shares offered to the others twenty-nine days ago',
    sold({ '/transfer/preemption': 'no-answer', '/transfer/notifiedOn': daysAgo(29) }),
    'pre-emption: 通知满 30 日才算放弃。没满 30 日的，请等一等再来。',
  ],
  [
    'shares nobody answered about, without the day they were offered',
    sold({ '/transfer/preemption': 'no-answer' }),
    'pre-emption: 没有答复的，要填收到书面通知的日期。',
  ],
  [
    'shares sold behind the company’s back',
    sold({ '/transfer/noted': undefined }),
    'transfer: 请先勾选这一项。',
  ],
  [
    'a shareholder twice, by name',
    sold(holders(holds(yang.name, 60), holds(yang.name, 40))),
    'shareholders: 这一个前面已经填过了。',
  ],
  [
    'a new shareholder twice',
    sold(holders(joins(wei, 60), joins(wei, 40))),
    'shareholders: 韦一舟已经在名单里了，不用再加一次。',
  ],
  [
    'a new organisation twice',
    sold(holders(enters(ENTERPRISE.creditCode, 60), enters(ENTERPRISE.creditCode, 40))),
    'shareholders: 这一个前面已经填过了。',
  ],
  [
    'a sole proprietor as shareholder',
    sold(holders(holds(yang.name, 60), enters(SOLE, 40))),
    'shareholders: 机关、律师事务所和个体工商户不能当公司股东。',
  ],
  [
    'the type it has',
    type({ '/new/type': '1130' }, holders(holds(yang.name, 60), joins(wei, 40))),
    'type: 新类型和现在的一样，请另选。',
  ],
  [
    'a one-person company of two',
    type(holders(holds(yang.name, 60), joins(wei, 40))),
    'shareholders: 这种类型只有一位股东，请删去多的，或者改公司类型。',
  ],
  [
    'a company of several with one',
    type({ '/new/type': '1190' }),
    'shareholders: 这种类型至少要有两位股东，请再加，或者改公司类型。',
  ],
  [
    'a one-person type for the two there are',
    changeAnswers(['type'], NEW_TYPE),
    'current-shareholders: 现在的股东不止一位，不能改成这种类型；股东也变的，请一起勾选“股东”。',
  ],
  [
    'a type of several for the one there is',
    changeAnswers(['type'], NEW_TYPE, {
      '/current/type': '1151',
      '/current/shareholders': [holds(yang.name, 100)],
      '/new/type': '1190',
    }),
    'current-shareholders: 现在只有一位股东，不能改成这种类型；股东也变的，请一起勾选“股东”。',
  ],
  [
    'a board of two',
    filed(NEW_BOARD, { '/new/directors': [chosen(yang), chosen(luo)] }),
    'directors: 董事会至少三位；不设董事会的，只有一位董事。',
  ],
  [
    'a director twice',
    filed(NEW_BOARD, { '/new/directors': [chosen(yang), chosen(luo), chosen(yang)] }),
    'directors: 杨雨禾已经在名单里了，不用再加一次。',
  ],
  [
    'a supervisor twice',
    filed(supervisors('board', chosen(shi, 'staff'), chosen(meng), chosen(shi, 'staff'))),
    'supervisors: 石映山已经在名单里了，不用再加一次。',
  ],
  [
    'one supervisor who is two',
    filed(supervisors('supervisor', { person: shi }, { person: meng })),
    'supervisors: 一名监事的，只写一位。',
  ],
  [
    'a supervisory board of two',
    filed(supervisors('board', chosen(shi, 'staff'), chosen(meng))),
    'supervisors: 监事会至少三位。',
  ],
  [
    'a supervisory board without staff',
    filed(supervisors('board', chosen(shi), chosen(meng), chosen(long))),
    'supervisors: 其中职工代表至少 1 位，现在是 0 位。',
  ],
  [
    'a supervisor who becomes a director',
    filed(NEW_BOARD, supervisors('supervisor', { person: wei }), {
      '/decision': { appointed: true },
      '/filed': ['directors', 'supervisors'],
      '/new/hasManager': undefined,
      '/new/manager': undefined,
    }),
    'supervisors: 韦一舟已经是董事或经理，不能再当监事。',
  ],
  [
    'a committee of somebody who is no director',
    filed(NEW_BOARD, AUDIT_COMMITTEE, { '/new/supervisors': [{ person: long }] }),
    'supervisors: 审计委员会只能由董事组成，请重新选。',
  ],
  [
    'a member of the committee twice',
    filed(NEW_BOARD, AUDIT_COMMITTEE, { '/new/supervisors': [{ person: yang }, { person: yang }] }),
    'supervisors: 杨雨禾已经在名单里了，不用再加一次。',
  ],
  [
    'no supervisor, and not everybody agrees',
    filed(FEWER_SUPERVISORS, { '/new/supervisionAgreed': undefined }),
    'no-supervisor: 请先勾选这一项。',
  ],
  [
    'one number with two names',
    filed(NEW_TERM, { '/new/contact': { ...yang, name: '杨禾雨' } }),
    'contact: 同一个身份证号码，前面填的是杨雨禾，这里是杨禾雨。请核对。',
  ],
  [
    'payment later than five years',
    filed(NEW_TERM, { '/new/payBy': addDays(inYears(5), 1) }),
    `pay-by: 最晚是${showDay(inYears(5))['zh-CN']}：公司成立起五年内要缴足。`,
  ],
  [
    'payment of an old company later than June 2032',
    scope(OLD_COMPANY, { '/new/payBy': '2032-07-01' }),
    'pay-by: 2024 年 7 月 1 日以前成立的公司，最晚是 2032 年 6 月 30 日。',
  ],
  [
    'payment of an old company that was due long ago',
    scope(OLD_COMPANY, { '/new/payBy': '2020-01-01' }),
    'pay-by: 这一天已经过去了，请填今天或以后的日期。',
  ],
  [
    'a director’s term of business of no years',
    filed(NEW_TERM, { '/new/termYears': 0 }),
    'term-years: 至少是 1。',
  ],
];

describe('a change of registration refuses', () => {
  it.each(refused)('%s', (_, given, expected) => {
    expect(desk.refusals(given)).toEqual([expected]);
  });

  it('by no rule that is idle', () => {
    expect(desk.idleRules(refused.map(([, given]) => given))).toEqual([]);
  });

  it('nothing on the day the law allows it', () => {
    expect(desk.refusals(down({ '/reduction/publishedOn': daysAgo(45) }))).toEqual([]);
    expect(desk.refusals(down({ '/reduction/notifiedOn': daysAgo(50) }))).toEqual([]);
    expect(desk.refusals(down({ '/reduction/notifiedOn': undefined }))).toEqual([]);
    const lastDay = { '/reduction/decidedOn': daysAgo(80), '/reduction/notifiedOn': daysAgo(70) };
    expect(desk.refusals(down(lastDay))).toEqual([]);
    expect(desk.refusals(scope(OLD_COMPANY, { '/new/payBy': '2032-06-30' }))).toEqual([]);
    expect(today < '2032-06-30').toBe(true);
  });
});

// An enterprise closed the simple way, held against the procedure that ships.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { BY_AGENT, daysAgo, ENTERPRISE, closingAnswers } from '../builders/enterprise.ts';
import { yang } from '../builders/people.ts';
import type { Overrides } from '../builders/changed.ts';
import { openProcedure } from './desk.ts';

const desk = await openProcedure('simplified-deregistration');

const answers = closingAnswers;

const START: Overrides = { '/notice': { state: 'start' } };
const SOLE: Overrides = {
  '/current': { creditCode: '92520115MAC8K2P50J', name: '南明区雨禾小吃店', representative: yang.name },
  '/notice': undefined,
};

describe('an enterprise closed the simple way', () => {
  it('is a procedure without findings', () => {
    expect(desk.findings).toEqual([]);
  });

  it.each([
    ['after its notice', answers()],
    ['whose notice begins now', answers(START)],
    ['that is a sole proprietor, through an agent', answers({ ...SOLE, ...BY_AGENT })],
  ])('%s: nothing is wrong, and nothing is left out', (_, given) => {
    expect(desk.refusals(given)).toEqual([]);
    expect(desk.counted(given)).toEqual(given);
  });

  it('asks these pages of somebody without card and records', () => {
    expect(desk.pages(answers())).toEqual([
      'applicant',
      'enterprise',
      'registered',
      'excluded',
      'investors',
      'promise',
      'notice',
      'notice-day',
      'licence',
      'delivery',
      'documents',
    ]);
  });

  it('asks these pages of somebody with card and records', () => {
    const lent = {
      'id-card': { name: yang.name, residentId: yang.residentId },
      population: { mobile: yang.mobile },
      enterprise: ENTERPRISE,
    };
    expect(desk.pages(answers(), lent)).toEqual([
      'enterprise',
      'excluded',
      'promise',
      'notice',
      'notice-day',
      'licence',
      'delivery',
      'documents',
    ]);
  });

  it('asks a sole proprietor neither for investors nor for a notice', () => {
    expect(desk.pages(answers(SOLE))).not.toEqual(expect.arrayContaining(['investors']));
    expect(desk.pages(answers(SOLE))).not.toEqual(expect.arrayContaining(['notice']));
    expect(desk.documents(answers(SOLE))).toEqual(['applicant-id', 'old-licence']);
  });

  it('makes the notice a task only where it begins now, and checks tax and insurance always', () => {
    const checks = ['tax-clearance', 'social-insurance', 'medical-insurance'];
    const after = ['deregistration', 'seals', 'housing-fund', 'delivery'];
    expect(desk.tasks(answers(START))).toEqual(['notice', ...checks, ...after]);
    expect(desk.tasks(answers())).toEqual([...checks, ...after]);
  });

  const excluded: [reason: string, sentence: string][] = [
    ['abnormal', '企业在经营异常名录里。请先办理移出，再来注销。'],
    ['untrustworthy', '企业在严重违法失信名单里。请先办理移出，再来注销。'],
    ['frozen', '股权被冻结、出质，或者动产抵押的，先解除再来；也可以办普通注销。'],
    ['investments', '企业还有对外投资。请先转让或者收回投资。'],
    ['investigated', '案件没有了结，现在不能注销。请等案件了结后再来。'],
    ['disputes', '诉讼或者仲裁没有结束，不能用简易注销。'],
    ['revoked', '被吊销、责令关闭或者撤销的，要先清算，请到窗口办理普通注销。'],
    ['fines', '罚款或者处罚没有执行完。请先缴清，再来注销。'],
    ['debts', '债务、工资、社保费或者税款没有结清，不能用简易注销。'],
    ['approval', '注销前要批准的，请先取得批准，到窗口办理普通注销。'],
  ];

  const refused: [title: string, given: JsonObject, expected: string][] = [
    ...excluded.map(([reason, sentence]): [string, JsonObject, string] => [
      `excluded: ${reason}`,
      answers({ '/excluded': [reason] }),
      `excluded: ${sentence}`,
    ]),
    [
      'whose notice began nineteen days ago',
      answers({ '/notice/publishedOn': daysAgo(19) }),
      'notice-day: 公示还没有满 20 天，请满了再来。',
    ],
    ['without the promise', answers({ '/promise': undefined }), 'promise: 请先勾选这一项。'],
    [
      'without investors',
      answers({ '/current/shareholders': [] }),
      'investors: 投资人至少要有 1 位，现在是 0 位。',
    ],
    [
      'with an investor twice',
      answers({ '/current/shareholders': [{ name: yang.name }, { name: yang.name }] }),
      'investors: 这一个前面已经填过了。',
    ],
    [
      'that is a school',
      answers({ '/current/creditCode': '12520100MB1A23457K' }),
      'enterprise: 这个代码不是企业或者个体工商户的，请向原来的登记机关申请。',
    ],
    [
      'by a child',
      answers({ '/applicant/residentId': '520101201503070006' }),
      'applicant: 申请人要年满 18 周岁。16 岁以上靠自己的劳动收入生活的，请带证明到窗口办理。',
    ],
    [
      'by an agent whose mandate has run out',
      answers({ ...BY_AGENT, '/mandate/until': '2020-01-01' }),
      'mandate: 这一天已经过去了，请填今天或以后的日期。',
    ],
  ];

  it.each(refused)('%s is refused', (_, given, expected) => {
    expect(desk.refusals(given)).toEqual([expected]);
  });

  it('tells each reason that applies, and “none” beside one does not help', () => {
    expect(desk.refusals(answers({ '/excluded': ['none', 'fines', 'debts'] }))).toHaveLength(2);
  });

  it('has no rule that is idle', () => {
    expect(desk.idleRules(refused.map(([, given]) => given))).toEqual([]);
  });
});

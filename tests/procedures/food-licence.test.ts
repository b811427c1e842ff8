// A food business licence or filing, held against the procedure that ships.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { foodAnswers } from '../builders/certificates.ts';
import { BY_AGENT, ENTERPRISE } from '../builders/enterprise.ts';
import type { Overrides } from '../builders/changed.ts';
import { child, yang } from '../builders/people.ts';
import { openProcedure } from './desk.ts';

const desk = await openProcedure('food-licence');

const PREPACKAGED: Overrides = { '/food': { form: 'prepackaged' } };
const MACHINES: Overrides = {
  '/food': { form: 'sales', ways: ['vending'], items: ['s-pre'] },
  '/machines': [{ place: '中华南路 1 号大厅' }],
};

describe('a food business', () => {
  it('is a procedure without findings', () => {
    expect(desk.findings).toEqual([]);
  });

  it.each([
    ['a restaurant', foodAnswers()],
    ['prepackaged food, through an agent', foodAnswers({ ...PREPACKAGED, ...BY_AGENT })],
    ['vending machines', foodAnswers(MACHINES)],
    ['a canteen', foodAnswers({ '/food': { form: 'canteen', items: ['c-hot'] } })],
  ])('with %s: nothing is wrong, and nothing is left out', (_, given) => {
    expect(desk.refusals(given)).toEqual([]);
    expect(desk.counted(given)).toEqual(given);
  });

  it('asks these pages of somebody without card and records', () => {
    expect(desk.pages(foodAnswers())).toEqual([
      'applicant',
      'business',
      'registered',
      'form',
      'items',
      'ways',
      'premises',
      'manager',
      'staff',
      'promise',
      'delivery',
      'receiver',
      'documents',
    ]);
  });

  it('asks these pages of somebody with card and records', () => {
    const lent = {
      'id-card': { name: yang.name, residentId: yang.residentId },
      population: { mobile: yang.mobile },
      enterprise: ENTERPRISE,
    };
    expect(desk.pages(foodAnswers(PREPACKAGED), lent)).toEqual([
      'business',
      'form',
      'premises',
      'manager',
      'staff',
      'promise',
      'delivery',
      'receiver',
      'documents',
    ]);
  });

  it('needs papers by its kind: none but a card where filing is enough', () => {
    expect(desk.documents(foodAnswers(PREPACKAGED))).toEqual(['applicant-id']);
    expect(desk.documents(foodAnswers())).toEqual([
      'applicant-id',
      'floor-plan',
      'workflow',
      'safety-rules',
      'manager-proof',
      'health-certificates',
    ]);
    expect(desk.documents(foodAnswers(MACHINES))).toEqual([
      'applicant-id',
      'floor-plan',
      'safety-rules',
      'manager-proof',
      'health-certificates',
      'machine-certificate',
    ]);
  });

  it('is licensed, or filed', () => {
    expect(desk.tasks(foodAnswers())).toEqual(['licence', 'delivery']);
    expect(desk.tasks(foodAnswers(PREPACKAGED))).toEqual(['filing', 'delivery']);
  });

  const refused: [title: string, given: JsonObject, expected: string][] = [
    [
      'somewhere else than the licence says',
      foodAnswers({ '/premises/where': 'other' }),
      'premises: 经营场所要和营业执照上的一样。请先办住所变更或者分支机构登记。',
    ],
    [
      'with a manager under age',
      foodAnswers({ '/manager/person': child }),
      'manager: 小明未满 18 周岁，不能担任，请另选一位。',
    ],
    [
      'with one number and two names',
      foodAnswers({ '/manager/person': { ...yang, name: '杨禾雨' } }),
      'manager: 同一个身份证号码，前面填的是杨雨禾，这里是杨禾雨。请核对。',
    ],
    ['with nothing on offer', foodAnswers({ '/food/items': undefined }), 'items: 这里还没有填。'],
    [
      'that cooks what only shops sell',
      foodAnswers({ '/food/items': ['c-hot', 's-health'] }),
      'items: 请从列出的里面选一项。',
    ],
    ['without health certificates', foodAnswers({ '/staff/health': undefined }), 'staff: 请先勾选这一项。'],
    [
      'with machines nowhere',
      foodAnswers({ ...MACHINES, '/machines': [] }),
      'machines: 售货机至少要有 1 位，现在是 0 位。',
    ],
    [
      'with two machines in one place',
      foodAnswers({ ...MACHINES, '/machines': [1, 2].map(() => ({ place: '中华南路 1 号大厅' })) }),
      'machines: 这一个前面已经填过了。',
    ],
    [
      'for an agent whose mandate has run out',
      foodAnswers({ ...BY_AGENT, '/mandate/until': '2020-01-01' }),
      'mandate: 这一天已经过去了，请填今天或以后的日期。',
    ],
    [
      'for a child',
      foodAnswers({ '/applicant/residentId': child.residentId }),
      'applicant: 申请人要年满 18 周岁。16 岁以上靠自己的劳动收入生活的，请带证明到窗口办理。',
    ],
  ];

  it.each(refused)('%s is refused', (_, given, expected) => {
    expect(desk.refusals(given)).toEqual([expected]);
  });

  it('has no rule that is idle', () => {
    expect(desk.idleRules(refused.map(([, given]) => given))).toEqual([]);
  });
});

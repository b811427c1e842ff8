// A certificate of no criminal record, held against the procedure that ships.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { BY_UNIT, recordAnswers } from '../builders/certificates.ts';
import type { Overrides } from '../builders/changed.ts';
import { long, luo, yang } from '../builders/people.ts';
import { openProcedure } from './desk.ts';

const desk = await openProcedure('no-criminal-record');

const BY_AGENT: Overrides = {
  '/who': 'agent',
  '/principal': { name: luo.name, residentId: luo.residentId },
};

describe('a certificate of no criminal record', () => {
  it('is a procedure without findings', () => {
    expect(desk.findings).toEqual([]);
  });

  it.each([
    ['somebody about themselves', recordAnswers()],
    [
      'an agent, for a purpose of their own',
      recordAnswers({ ...BY_AGENT, '/purpose': { kind: 'other', text: '参加志愿服务' } }),
    ],
    ['a school about a teacher', recordAnswers(BY_UNIT)],
  ])('for %s: nothing is wrong, and nothing is left out', (_, given) => {
    expect(desk.refusals(given)).toEqual([]);
    expect(desk.counted(given)).toEqual(given);
  });

  it('asks these pages of somebody without card and records', () => {
    expect(desk.pages(recordAnswers())).toEqual([
      'applicant',
      'who',
      'local',
      'purpose',
      'delivery',
      'receiver',
      'delivery-address',
      'documents',
    ]);
  });

  it('asks these pages of somebody with card and records who has it sent home', () => {
    const household = { area: '520102016', detail: '新华路 1 号 3 单元 201' };
    const home = recordAnswers({
      '/delivery': { way: 'courier', receiver: 'applicant', where: 'household', signedBy: 'self', household },
    });
    const lent = {
      'id-card': { name: yang.name, residentId: yang.residentId },
      population: { mobile: yang.mobile, household },
    };
    expect(desk.pages(home, lent)).toEqual(['who', 'local', 'purpose', 'delivery', 'receiver', 'documents']);
  });

  it('asks a unit for its law, its people and its promise', () => {
    expect(desk.pages(recordAnswers(BY_UNIT)).slice(0, 6)).toEqual([
      'applicant',
      'who',
      'unit',
      'basis',
      'subjects',
      'unit-promise',
    ]);
  });

  it('needs these papers', () => {
    expect(desk.documents(recordAnswers())).toEqual(['identity-card']);
    expect(desk.documents(recordAnswers({ '/local': 'permit' }))).toEqual(['identity-card', 'permit']);
    expect(desk.documents(recordAnswers(BY_AGENT))).toEqual(['mandate']);
    expect(desk.documents(recordAnswers(BY_UNIT))).toEqual(['unit-letter', 'unit-mandate']);
  });

  it('is checked by public security, and delivered', () => {
    expect(desk.tasks(recordAnswers())).toEqual(['check', 'delivery']);
  });

  const refused: [title: string, given: JsonObject, expected: string][] = [
    ['without a purpose', recordAnswers({ '/purpose': undefined }), 'purpose: 这里还没有填。'],
    [
      'for another purpose that is not told',
      recordAnswers({ '/purpose/kind': 'other' }),
      'purpose-text: 这里还没有填。',
    ],
    ['six times', recordAnswers({ '/copies': 6 }), 'purpose: 最多是 5。'],
    [
      'for oneself as one’s own agent',
      recordAnswers({ ...BY_AGENT, '/principal/residentId': yang.residentId }),
      'principal: 这是您自己的号码。查自己的，请改选“查我自己”。',
    ],
    [
      'for a unit without a law',
      recordAnswers({ ...BY_UNIT, '/unit/law': undefined }),
      'basis: 这里还没有填。',
    ],
    [
      'for a unit that promises nothing',
      recordAnswers({ ...BY_UNIT, '/promise': undefined }),
      'unit-promise: 请先勾选这一项。',
    ],
    [
      'for a unit about nobody',
      recordAnswers({ ...BY_UNIT, '/subjects': [] }),
      'subjects: 被查的人至少要有 1 位，现在是 0 位。',
    ],
    [
      'for a unit about somebody twice',
      recordAnswers({
        ...BY_UNIT,
        '/subjects': [1, 2].map(() => ({ name: long.name, residentId: long.residentId })),
      }),
      'subjects: 这一个前面已经填过了。',
    ],
    [
      'for a child that comes alone',
      recordAnswers({ '/applicant/residentId': '520101201503070006' }),
      'applicant: 不满 16 岁的，请监护人带双方的证件到窗口办理。',
    ],
  ];

  it.each(refused)('%s is refused', (_, given, expected) => {
    expect(desk.refusals(given)).toEqual([expected]);
  });

  it('has no rule that is idle', () => {
    expect(desk.idleRules(refused.map(([, given]) => given))).toEqual([]);
  });
});

// A licence replaced, exchanged or copied, held against the procedure that ships.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { BY_AGENT, ENTERPRISE, licenceCopyAnswers } from '../builders/enterprise.ts';
import { yang } from '../builders/people.ts';
import type { Overrides } from '../builders/changed.ts';
import { openProcedure } from './desk.ts';

const desk = await openProcedure('licence-copy');

const answers = licenceCopyAnswers;

const DAMAGED: Overrides = { '/matter': 'damaged', '/lost': undefined, '/damaged': { parts: ['copies'] } };
const MORE: Overrides = { '/matter': 'copies', '/lost': undefined, '/copies': 4 };

describe('a business licence', () => {
  it('is a procedure without findings', () => {
    expect(desk.findings).toEqual([]);
  });

  it.each([
    ['lost', answers()],
    ['damaged, through an agent', answers({ ...DAMAGED, ...BY_AGENT })],
    ['not lost, with more copies', answers(MORE)],
    ['whose original alone is lost', answers({ '/lost/parts': ['original'], '/copies': 0 })],
  ])('%s: nothing is wrong, and nothing is left out', (_, given) => {
    expect(desk.refusals(given)).toEqual([]);
    expect(desk.counted(given)).toEqual(given);
  });

  it('asks these pages of somebody without card and records', () => {
    expect(desk.pages(answers())).toEqual([
      'applicant',
      'enterprise',
      'registered',
      'matter',
      'lost',
      'copies',
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
    expect(desk.pages(answers(), lent)).toEqual([
      'enterprise',
      'matter',
      'lost',
      'copies',
      'delivery',
      'receiver',
      'documents',
    ]);
  });

  it('needs the old one when it is damaged, and no paper of loss when it is lost', () => {
    expect(desk.documents(answers(DAMAGED))).toEqual(['applicant-id', 'damaged-licence']);
    expect(desk.documents(answers())).toEqual(['applicant-id']);
    expect(desk.documents(answers(BY_AGENT))).toEqual(['mandate', 'applicant-id']);
  });

  const refused: [title: string, given: JsonObject, expected: string][] = [
    ['lost without a statement', answers({ '/lost/statement': undefined }), 'lost: 请先勾选这一项。'],
    ['lost, and nobody says what', answers({ '/lost/parts': undefined }), 'lost: 这里还没有填。'],
    [
      'of a school',
      answers({ '/current/creditCode': '12520100MB1A23457K' }),
      'enterprise: 这个代码不是企业、个体工商户或者合作社的，请向原来的登记机关申请。',
    ],
    ['with no more copies', answers({ ...MORE, '/copies': 0 }), 'copies: 加领副本，至少要 1 份。'],
    [
      'whose copies are damaged, without a new copy',
      answers({ ...DAMAGED, '/copies': 0 }),
      'copies: 副本丢了或者坏了，至少要 1 份。',
    ],
    ['with eleven copies', answers({ ...MORE, '/copies': 11 }), 'copies: 最多是 10。'],
    [
      'for an agent whose mandate has run out',
      answers({ ...BY_AGENT, '/mandate/until': '2020-01-01' }),
      'mandate: 这一天已经过去了，请填今天或以后的日期。',
    ],
    [
      'for a child',
      answers({ '/applicant/residentId': '520101201503070006' }),
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

// A residence permit, held against the procedure that ships.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { FOR_A_CHILD, residenceAnswers } from '../builders/certificates.ts';
import { daysAgo } from '../builders/enterprise.ts';
import { child, long, youth } from '../builders/people.ts';
import { openProcedure } from './desk.ts';

const desk = await openProcedure('residence-permit');

describe('a residence permit', () => {
  it('is a procedure without findings', () => {
    expect(desk.findings).toEqual([]);
  });

  it.each([
    ['somebody who rents and works', residenceAnswers()],
    ['a child that goes to school', residenceAnswers(FOR_A_CHILD)],
    [
      'somebody who studies and lives in school',
      residenceAnswers({
        '/ground': ['home', 'study'],
        '/residence/held': 'school',
        '/work': undefined,
        '/study': { school: '贵州大学' },
      }),
    ],
  ])('for %s: nothing is wrong, and nothing is left out', (_, given) => {
    expect(desk.refusals(given)).toEqual([]);
    expect(desk.counted(given)).toEqual(given);
  });

  it('asks these pages of somebody without card and records', () => {
    expect(desk.pages(residenceAnswers())).toEqual([
      'applicant',
      'holder',
      'origin',
      'residence',
      'ground',
      'home',
      'work',
      'delivery',
      'receiver',
      'delivery-address',
      'documents',
    ]);
  });

  it('asks these pages of somebody with card and records', () => {
    const lent = {
      'id-card': {
        name: long.name,
        residentId: long.residentId,
        ethnic: '01',
        address: '江西省宜春市某某县某某路 1 号',
      },
      population: { mobile: long.mobile },
    };
    expect(desk.pages(residenceAnswers(), lent)).toEqual([
      'holder',
      'residence',
      'ground',
      'home',
      'work',
      'delivery',
      'receiver',
      'delivery-address',
      'documents',
    ]);
  });

  it('asks the guardian about the person in their care', () => {
    expect(desk.pages(residenceAnswers(FOR_A_CHILD)).slice(0, 7)).toEqual([
      'applicant',
      'holder',
      'ward',
      'origin',
      'residence',
      'ground',
      'study',
    ]);
  });

  it('needs a photograph, and proof of what was said', () => {
    expect(desk.documents(residenceAnswers())).toEqual(['photo', 'identity-card', 'lease', 'work-proof']);
    expect(desk.documents(residenceAnswers(FOR_A_CHILD))).toEqual([
      'photo',
      'guardian-papers',
      'both-cards',
      'study-proof',
    ]);
  });

  it('is made by public security, and delivered', () => {
    expect(desk.tasks(residenceAnswers())).toEqual(['permit', 'delivery']);
  });

  const refused: [title: string, given: JsonObject, expected: string][] = [
    [
      'before half a year',
      residenceAnswers({ '/residence/since': daysAgo(180) }),
      'residence: 住满半年才能办。没满的，请先办居住登记，满了再来。',
    ],
    [
      'for somebody registered in Guiyang',
      residenceAnswers({ '/applicantHousehold': '贵州省贵阳市南明区新华路 1 号' }),
      'origin: 户口在贵阳的，不用办居住证。',
    ],
    [
      'for a child registered in Guiyang',
      residenceAnswers({ ...FOR_A_CHILD, '/ward/household': '贵州省贵阳市南明区新华路 1 号' }),
      'origin: 户口在贵阳的，不用办居住证。',
    ],
    [
      'for oneself as one’s own guardian',
      residenceAnswers({ ...FOR_A_CHILD, '/ward/residentId': long.residentId }),
      'ward: 这是您自己的号码。给自己办的，请改选“给我自己”。',
    ],
    ['without home, work or study', residenceAnswers({ '/ground': undefined }), 'ground: 这里还没有填。'],
    [
      'with a home in another city',
      residenceAnswers({ '/residence/address': { area: '520302', detail: '中华路 1 号' } }),
      'residence: 请从列出的地方里选一个。',
    ],
    [
      'for a child that comes alone',
      residenceAnswers({ '/applicant/residentId': child.residentId }),
      'applicant: 不满 16 岁的，请监护人来办。',
    ],
    [
      'for a child whose guardian is a minor',
      residenceAnswers({ ...FOR_A_CHILD, '/applicant/residentId': youth.residentId }),
      'applicant: 监护人要年满 18 周岁，请另请一位监护人来办。',
    ],
  ];

  it.each(refused)('%s is refused', (_, given, expected) => {
    expect(desk.refusals(given)).toEqual([expected]);
  });

  it('is given to somebody of sixteen who comes alone', () => {
    expect(desk.refusals(residenceAnswers({ '/applicant/residentId': youth.residentId }))).toEqual([]);
  });

  it('is given on the day half a year is over', () => {
    expect(desk.refusals(residenceAnswers({ '/residence/since': daysAgo(181) }))).toEqual([]);
  });

  it('has no rule that is idle', () => {
    expect(desk.idleRules(refused.map(([, given]) => given))).toEqual([]);
  });
});

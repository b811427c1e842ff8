// Final answers of whoever applies for a certificate. Tests change one thing and see what becomes of it.
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { changed, type Overrides } from './changed.ts';
import { daysAgo, ENTERPRISE } from './enterprise.ts';
import { child, long, yang } from './people.ts';

const AT_HOME: JsonObject = {
  way: 'courier',
  receiver: 'applicant',
  where: 'city',
  signedBy: 'self',
  address: { area: '520102017', detail: '解放路 9 号 2 单元 301' },
};

/** Somebody from another province who rents a home and works. */
export function residenceAnswers(overrides: Overrides = {}): JsonObject {
  return changed(
    {
      applicant: long,
      for: 'self',
      applicantEthnic: '01',
      applicantHousehold: '江西省宜春市某某县某某路 1 号',
      residence: {
        since: daysAgo(400),
        address: { area: '520102017', detail: '解放路 9 号 2 单元 301' },
        held: 'rented',
      },
      ground: ['home', 'work'],
      work: { employer: ENTERPRISE.name },
      delivery: AT_HOME,
    },
    overrides,
  );
}

/** A parent for a child that goes to school here. */
export const FOR_A_CHILD: Overrides = {
  '/for': 'ward',
  '/applicantEthnic': undefined,
  '/applicantHousehold': undefined,
  '/ward': {
    name: child.name,
    residentId: child.residentId,
    reason: 'minor',
    relation: 'parent',
    ethnic: '06',
    household: '江西省宜春市某某县某某路 1 号',
  },
  '/ground': ['study'],
  '/residence/held': undefined,
  '/work': undefined,
  '/study': { school: '贵阳市某某小学' },
};

/** Somebody who looks for work. */
export function recordAnswers(overrides: Overrides = {}): JsonObject {
  return changed(
    {
      applicant: yang,
      who: 'self',
      local: 'household',
      purpose: { kind: 'work' },
      copies: 1,
      delivery: AT_HOME,
    },
    overrides,
  );
}

export const BY_UNIT: Overrides = {
  '/who': 'unit',
  '/local': undefined,
  '/purpose': undefined,
  '/copies': undefined,
  '/unit': {
    creditCode: '12520100MB1A23457K',
    name: '贵阳市某某小学',
    basis: 'teachers',
    law: '教师法第十四条',
  },
  '/subjects': [{ name: long.name, residentId: long.residentId }],
  '/promise': true,
};

/** A restaurant at the address of its licence. */
export function foodAnswers(overrides: Overrides = {}): JsonObject {
  return changed(
    {
      applicant: { ...yang, role: 'self' },
      current: { creditCode: ENTERPRISE.creditCode, name: ENTERPRISE.name, address: ENTERPRISE.address },
      food: { form: 'catering', items: ['c-hot', 'c-cold'] },
      premises: { where: 'licence', squareMetres: 80 },
      manager: { person: yang },
      staff: { count: 3, health: true },
      promise: true,
      delivery: { way: 'courier', receiver: 'applicant', where: 'domicile', signedBy: 'self' },
    },
    overrides,
  );
}

// What one citizen wants of each change and certificate, as it should arrive: typed page by page, or read from the card
// and the records of the demonstration (records/), it is the same.
import { addDays } from '../../domain/calendar-day.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { companyName, DELIVERY } from './company.ts';
import { applicant, household, newcomer, premises } from './people.ts';

/** The company the applicant acts for, as the register lends it. */
const COMPANY = {
  creditCode: '91520103MA6D00018H',
  name: '贵阳黔程信息科技有限公司',
  address: premises.address,
  foundedOn: '2024-09-12',
  shareholders: [{ name: '杨雨禾' }, { name: '罗清源' }],
};

/** Of somebody who moved here: see records/premises.json. */
const NEW_HOME = { area: '520102017', detail: '解放路 9 号 2 单元 301' };

const HOME_DELIVERY: JsonObject = {
  way: 'courier',
  receiver: 'applicant',
  where: 'city',
  signedBy: 'self',
  address: NEW_HOME,
};

export const otherErrands: Record<string, (today: string) => JsonObject> = {
  'company-change': newName,
  'licence-copy': lostLicence,
  'simplified-deregistration': closing,
  'residence-permit': residence,
  'no-criminal-record': cleanRecord,
  'food-licence': restaurant,
};

/** A new name for the company, and new seals with it. */
function newName(): JsonObject {
  const { creditCode, name, foundedOn, address } = COMPANY;
  return {
    applicant: { ...applicant, role: 'self' },
    current: { creditCode, name, foundedOn, address },
    changes: ['name'],
    new: { name: companyName('黔行'), namePromise: true },
    decision: { twoThirds: true },
    licence: { old: 'returned', copies: '1', seals: ['company', 'finance', 'invoice'] },
    delivery: DELIVERY,
  };
}

function lostLicence(): JsonObject {
  const { creditCode, name } = COMPANY;
  return {
    applicant: { ...applicant, role: 'self' },
    current: { creditCode, name, representative: applicant.name },
    matter: 'lost',
    lost: { parts: ['original', 'copies'], statement: true },
    copies: 1,
    delivery: DELIVERY,
  };
}

function closing(today: string): JsonObject {
  const { creditCode, name, shareholders } = COMPANY;
  return {
    applicant: { ...applicant, role: 'self' },
    current: { creditCode, name, representative: applicant.name, shareholders },
    excluded: ['none'],
    promise: true,
    notice: { state: 'done', publishedOn: addDays(today, -21) },
    licence: { old: 'returned' },
    delivery: { way: 'counter' },
  };
}

function residence(today: string): JsonObject {
  return {
    applicant: newcomer,
    for: 'self',
    applicantEthnic: '01',
    applicantHousehold: '北京市朝阳区某某路6号院2号楼301',
    residence: { since: addDays(today, -400), address: NEW_HOME, held: 'owned' },
    ground: ['home'],
    delivery: HOME_DELIVERY,
  };
}

function cleanRecord(): JsonObject {
  return {
    applicant,
    who: 'self',
    local: 'household',
    purpose: { kind: 'work' },
    copies: 1,
    delivery: { way: 'courier', receiver: 'applicant', where: 'household', signedBy: 'self', household },
  };
}

/** A restaurant at the address of its licence. */
function restaurant(): JsonObject {
  const { creditCode, name, address } = COMPANY;
  return {
    applicant: { ...applicant, role: 'self' },
    current: { creditCode, name, address },
    food: { form: 'catering', items: ['c-hot', 'c-cold'] },
    premises: { where: 'licence', squareMetres: 80 },
    manager: { person: applicant },
    staff: { count: 3, health: true },
    promise: true,
    delivery: DELIVERY,
  };
}

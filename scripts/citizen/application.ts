// What the demonstration’s citizen wants: a company of two people. All invented: the identity numbers are made up to fit
// their check digits and belong to nobody. The tests' applications are this one with changes.
import type { JsonObject } from '../../domain/procedure/pointer.ts';

export const applicant = { name: '杨雨禾', residentId: '520102199003070014', mobile: '13800138000' };
const partner = { name: '罗清源', residentId: '520103198802291237', mobile: '15985012345' };
const supervisor = { name: '韦一舟', residentId: '520115197811056782', mobile: '17012345678' };

type Someone = typeof applicant;

/** Who is what in the company. */
export interface Cast {
  /** Also shareholder, director, manager and legal representative. */
  applicant: Someone;
  /** The other shareholder, also contact. */
  partner: Someone;
  supervisor: Someone;
  finance: Someone;
}

const CAST: Cast = { applicant, partner, supervisor, finance: partner };

/** A hundred times ten thousand yuan, in fen. */
const CAPITAL_FEN = 100_000_000;

/** The application as it should arrive; `payBy`: 'YYYY-MM-DD', within five years from the day it is made. */
export function demoApplication(payBy: string, cast = CAST): JsonObject {
  const { applicant, partner, supervisor, finance } = cast;
  const inMoney = { forms: ['money'], payBy };
  return {
    applicant: { ...applicant, role: 'self' },
    company: company(),
    shareholders: [
      { kind: 'person', person: applicant, amountFen: 0.6 * CAPITAL_FEN, ...inMoney },
      { kind: 'person', person: partner, amountFen: 0.4 * CAPITAL_FEN, ...inMoney },
    ],
    ownersFiling: 'exempt',
    organs: {
      management: 'director',
      termYears: '3',
      hasManager: 'yes',
      director: applicant,
      manager: applicant,
      legalRepresentative: applicant,
      supervision: 'supervisor',
      supervisor,
    },
    finance: { person: finance },
    contact: { person: partner },
    articles: { text: 'standard', legalRepresentativeBy: 'shareholders' },
    together: {
      services: ['seals', 'tax', 'social-insurance', 'housing-fund'],
      seals: ['company', 'finance', 'invoice'],
      taxpayer: 'small-scale',
      invoices: 'yes',
      insured: 2,
      housingFundPercent: 5,
    },
    licence: { copies: '1' },
    delivery: { way: 'courier', who: 'applicant', where: 'domicile' },
  };
}

function company(): JsonObject {
  return {
    name: {
      division: '贵阳',
      tradeName: '黔程',
      industry: '信息科技',
      form: '有限公司',
      order: 'division-first',
      full: '贵阳黔程信息科技有限公司',
    },
    namePromise: true,
    domicile: {
      district: '520103',
      street: '毓秀路街道',
      address: '蔡家街 26 号 3 单元 5 层 2 号',
      held: 'rented',
      use: 'business',
      postcode: '550001',
    },
    phone: '0851-85961234',
    scope: ['g-i01', 'g-m01', 'l-h01'],
    licensedPromise: true,
    term: 'long',
    type: '1130',
    capitalFen: CAPITAL_FEN,
  };
}

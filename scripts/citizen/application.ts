// A company of two people, the long way: every office is asked, each contribution has its own day. The tests'
// applications are this one with changes.
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { companyName, DELIVERY, SCOPE } from './company.ts';
import { applicant, partner, supervisor, type Someone } from './people.ts';

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
    together: { seals: ['company', 'finance', 'invoice'] },
    licence: { copies: '1' },
    delivery: DELIVERY,
  };
}

function company(): JsonObject {
  return {
    holders: 'others',
    name: companyName('黔程'),
    namePromise: true,
    domicile: {
      address: { area: '520103025', detail: '蔡家街 26 号 3 单元 5 层 2 号' },
      held: 'rented',
      use: 'business',
      promise: true,
      postcode: '550000',
    },
    phoneIs: 'other',
    phone: '0851-85961234',
    scope: [...SCOPE, 'l-h01'],
    licensedPromise: true,
    term: 'long',
    type: '1130',
    capitalFen: CAPITAL_FEN,
    contribution: 'own',
    split: 'own',
  };
}

// What one citizen wants of each procedure, as it should arrive: typed page by page, or read from the card and the
// records, it is the same.
import { addYears } from '../../domain/calendar-day.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { companyName, DELIVERY, SCOPE } from './company.ts';
import { otherErrands } from './other-errands.ts';
import { applicant, household, premises } from './people.ts';

/** A hundred times ten thousand yuan, in fen. */
const CAPITAL_FEN = 100_000_000;

/** Procedure → the application of somebody for whom everything is as usual; `today`: 'YYYY-MM-DD' in the city. */
export const facts: Record<string, (today: string) => JsonObject> = {
  'business-registration-llc': onePersonCompany,
  'business-start-up': startUp,
  'sole-proprietor': shop,
  ...otherErrands,
};

/** A company of the applicant alone, who holds every office and owns the premises. */
export function onePersonCompany(today: string): JsonObject {
  return {
    applicant: { ...applicant, role: 'self' },
    company: company(),
    shareholders: [
      { person: applicant, amountFen: CAPITAL_FEN, forms: ['money'], payBy: addYears(today, 5) },
    ],
    ownersFiling: 'exempt',
    organs: {
      arrangement: 'usual',
      management: 'director',
      termYears: '3',
      hasManager: 'yes',
      director: applicant,
      manager: applicant,
      legalRepresentative: applicant,
      supervision: 'none',
      supervisionAgreed: true,
    },
    finance: { person: applicant },
    contact: { person: applicant },
    articles: { text: 'standard', legalRepresentativeBy: 'shareholders' },
    licence: { copies: '1' },
    delivery: DELIVERY,
  };
}

function company(): JsonObject {
  return {
    holders: 'me',
    founder: applicant,
    name: companyName('黔程'),
    namePromise: true,
    domicile: { ...premises, promise: true, postcode: '550000' },
    phoneIs: 'applicant',
    phone: applicant.mobile,
    scope: SCOPE,
    term: 'long',
    type: '1151',
    capitalFen: CAPITAL_FEN,
    contribution: 'money-in-five-years',
  };
}

/** The same company, with everything that is done together. */
function startUp(today: string): JsonObject {
  return {
    ...onePersonCompany(today),
    together: {
      services: ['seals', 'tax', 'social-insurance', 'medical-insurance', 'housing-fund', 'bank'],
      seals: ['company', 'finance', 'invoice'],
      engraver: 'nearest',
      taxpayer: 'small-scale',
      invoices: 'yes',
      accounting: 'small-enterprise',
      insured: 1,
      housingFundPercent: 5,
      bank: 'gy',
      bankWhen: 'any',
    },
  };
}

/** A noodle shop of the applicant, with a name, in premises of their own. */
export function shop(): JsonObject {
  return {
    applicant: { ...applicant, role: 'self' },
    operator: { is: 'me', livesIn: 'guiyang', person: applicant, residence: household },
    business: {
      form: 'individual',
      named: 'yes',
      name: {
        division: '贵阳市云岩区',
        tradeName: '黔味轩',
        industry: '牛肉粉',
        form: '店',
        order: 'division-first',
        full: '贵阳市云岩区黔味轩牛肉粉店',
      },
      namePromise: true,
      scope: ['l-h02'],
      licensedPromise: true,
      capitalFen: 5_000_000,
      staff: 1,
      starts: 'with-licence',
    },
    place: { kind: 'premises', ...premises, promise: true },
    together: { services: ['tax'] },
    licence: { copies: '1' },
    delivery: { way: 'courier', receiver: 'applicant', where: 'residence', signedBy: 'self' },
  };
}

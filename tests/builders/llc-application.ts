// Final answers of applications that are valid as they stand. Tests change one thing and see what becomes of it.
import { addYears } from '../../domain/calendar-day.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { demoApplication, type Cast } from '../../scripts/citizen/application.ts';
import { companyName } from '../../scripts/citizen/company.ts';
import { onePersonCompany } from '../../scripts/citizen/facts.ts';
import { changed, type Overrides } from './changed.ts';
import { centenarian, long, luo, rare, wei, yang } from './people.ts';

export type { Overrides } from './changed.ts';

const CAST: Cast = { applicant: yang, partner: luo, supervisor: wei, finance: long };

function today(): string {
  return dayInCity(systemClock.now());
}

function inFourYears(): string {
  return addYears(today(), 4);
}

/** 10 000 yuan in fen. */
export const WAN_YUAN = 1_000_000;

/** What one shareholder puts up, all in money, to be paid within four years. */
export function contribution(amountFen: number, payBy = inFourYears()): JsonObject {
  return { amountFen, forms: ['money'], payBy };
}

/** A company of two people: the applicant is director, manager and legal representative. */
export function llcAnswers(overrides: Overrides = {}): JsonObject {
  return changed(companyOf(CAST), overrides);
}

/** The same company of people whose names are written with rare characters. */
export function rareNameAnswers(overrides: Overrides = {}): JsonObject {
  const cast = { applicant: rare.yang, partner: rare.luo, supervisor: rare.wei, finance: rare.long };
  return changed(companyOf(cast), { '/company/name': companyName('喆翀'), ...overrides });
}

/** A company of the applicant alone in which everything is as usual: what most people found. */
export function usualAnswers(overrides: Overrides = {}): JsonObject {
  return changed(onePersonCompany(today()), overrides);
}

/** A company of the applicant alone, arranged otherwise: without a manager, paid earlier, in rented premises. */
export function onePersonAnswers(overrides: Overrides = {}): JsonObject {
  return llcAnswers({
    '/company/holders': 'me',
    '/company/founder': yang,
    '/company/type': '1151',
    '/company/split': undefined,
    '/shareholders': [{ person: yang, ...contribution(100 * WAN_YUAN) }],
    '/organs/arrangement': 'own',
    '/organs/hasManager': 'no',
    '/organs/manager': undefined,
    '/organs/supervision': 'none',
    '/organs/supervisionAgreed': true,
    '/organs/supervisor': undefined,
    ...overrides,
  });
}

/** A company that a person and an organisation hold, with a board and a supervisory board. */
export function organisationAnswers(overrides: Overrides = {}): JsonObject {
  const members = [yang, luo, wei].map((person) => ({ person, chosenBy: 'shareholders' }));
  const supervisors = [3, 4, 5].map((index) => ({
    person: centenarian(index),
    chosenBy: index === 5 ? 'staff' : 'shareholders',
  }));
  return llcAnswers({
    '/company/type': '1190',
    '/shareholders': [
      { kind: 'organisation', organisation: ORGANISATION, ...contribution(60 * WAN_YUAN) },
      { kind: 'person', person: yang, ...contribution(40 * WAN_YUAN) },
    ],
    '/ownersFiling': 'file',
    '/owners': [{ person: yang, basis: 'shares', percent: 40 }],
    '/organs/management': 'board',
    '/organs/staff': 'below-300',
    '/organs/director': undefined,
    '/organs/directors': members,
    '/organs/chair': luo,
    '/organs/supervision': 'board',
    '/organs/supervisor': undefined,
    '/organs/supervisors': supervisors,
    ...overrides,
  });
}

/** A company that one organisation holds, applied for by an agent. */
export function soleOrganisationAnswers(overrides: Overrides = {}): JsonObject {
  return llcAnswers({
    '/applicant/role': 'agent',
    '/mandate': { powers: ['check-copies', 'collect'], until: addYears(today(), 1) },
    '/company/type': '1153',
    '/company/phoneIs': undefined,
    '/company/split': undefined,
    '/shareholders': [{ organisation: ORGANISATION, ...contribution(100 * WAN_YUAN) }],
    '/ownersFiling': 'file',
    '/owners': [{ person: yang, basis: 'control' }],
    ...overrides,
  });
}

/** A company of fifty people, the applicant first: as many as the law allows. */
export function fiftyShareholdersAnswers(overrides: Overrides = {}): JsonObject {
  const others = Array.from({ length: 49 }, (_, index) => centenarian(index));
  return llcAnswers({
    '/shareholders': [yang, ...others].map((person) => ({
      kind: 'person',
      person,
      ...contribution(2 * WAN_YUAN),
    })),
    ...overrides,
  });
}

/** Invented; its check characters are right. */
export const ORGANISATION = { name: '贵阳黔程控股有限公司', creditCode: '91520102MA6D000183' };

/** The demonstration's company, whose second shareholder brings in a right as well as money. */
function companyOf(cast: Cast): JsonObject {
  return changed(demoApplication(inFourYears(), cast), {
    '/shareholders/1/forms': ['money', 'ip'],
    '/shareholders/1/byForm': { money: 30 * WAN_YUAN, ip: 10 * WAN_YUAN },
  });
}

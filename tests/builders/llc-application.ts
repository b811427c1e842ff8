// Final answers of applications that are valid as they stand. Tests change one thing and see what becomes of it.
import { addYears } from '../../domain/calendar-day.ts';
import { withAnswer, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Json } from '../../domain/submission/canonical-json.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { demoApplication, type Cast } from '../../scripts/citizen/application.ts';
import { centenarian, long, luo, rare, wei, yang } from './people.ts';

/** JSON pointer → the answer there; undefined takes it away. */
export type Overrides = { [pointer: string]: Json | undefined };

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

/** A company of the applicant alone, without a manager and without a supervisor. */
export function onePersonAnswers(overrides: Overrides = {}): JsonObject {
  return llcAnswers({
    '/company/type': '1151',
    '/shareholders': [{ person: yang, ...contribution(100 * WAN_YUAN) }],
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

export function companyName(tradeName: string): JsonObject {
  return {
    division: '贵阳',
    tradeName,
    industry: '信息科技',
    form: '有限公司',
    order: 'division-first',
    full: `贵阳${tradeName}信息科技有限公司`,
  };
}

function changed(answers: JsonObject, overrides: Overrides): JsonObject {
  return Object.entries(overrides).reduce(
    (before, [pointer, value]) => withAnswer(before, pointer, value),
    answers,
  );
}

/** The demonstration's company, whose second shareholder brings in a right as well as money. */
function companyOf(cast: Cast): JsonObject {
  return changed(demoApplication(inFourYears(), cast), {
    '/shareholders/1/forms': ['money', 'ip'],
    '/shareholders/1/byForm': { money: 30 * WAN_YUAN, ip: 10 * WAN_YUAN },
  });
}

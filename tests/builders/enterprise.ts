// A company as the register of enterprises lends it, and the answers of whoever changes, replaces or closes something.
import { addDays, addYears } from '../../domain/calendar-day.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { changed, type Overrides } from './changed.ts';
import { WAN_YUAN } from './llc-application.ts';
import { luo, wei, yang } from './people.ts';

/** So many days before today, in the city. */
export function daysAgo(days: number): string {
  return addDays(dayInCity(systemClock.now()), -days);
}

/** So many years from today, in the city. */
export function inYears(years: number): string {
  return addYears(dayInCity(systemClock.now()), years);
}

/** Invented; the check characters of its code are right. Two people hold it, the first acts for it. */
export const ENTERPRISE = {
  name: '贵阳黔程信息科技有限公司',
  creditCode: '91520102MA6D000183',
  type: '1130',
  legalRepresentative: yang,
  capitalFen: 100 * WAN_YUAN,
  scope: ['g-i01'],
  address: { area: '520102016', detail: '新华路 1 号 3 楼' },
  foundedOn: '2025-03-18',
  termYears: 20,
  shareholders: [
    { name: yang.name, amountFen: 60 * WAN_YUAN },
    { name: luo.name, amountFen: 40 * WAN_YUAN },
  ],
  status: 'active',
} satisfies JsonObject;

const { creditCode, name, foundedOn } = ENTERPRISE;

const HOME_DELIVERY: JsonObject = {
  way: 'courier',
  receiver: 'applicant',
  where: 'domicile',
  signedBy: 'self',
};

/** The legal representative changes something; each kind of change brings its own answers. */
export function changeAnswers(changes: string[], ...parts: Overrides[]): JsonObject {
  return changed(
    {
      applicant: { ...yang, role: 'self' },
      current: { creditCode, name, foundedOn },
      changes,
      licence: { old: 'returned', copies: '1' },
      delivery: HOME_DELIVERY,
    },
    Object.assign({}, ...parts) as Overrides,
  );
}

/** What an agent adds. */
export const BY_AGENT: Overrides = {
  '/applicant': { ...luo, role: 'agent' },
  '/mandate': { powers: ['collect'], until: inYears(1) },
};

const DECIDED: Overrides = { '/decision/twoThirds': true };

export const NEW_NAME: Overrides = {
  ...DECIDED,
  '/current/address': ENTERPRISE.address,
  '/new/name': {
    division: '贵阳',
    tradeName: '黔行',
    industry: '信息科技',
    form: '有限公司',
    order: 'division-first',
    full: '贵阳黔行信息科技有限公司',
  },
  '/new/namePromise': true,
  '/licence/seals': ['company', 'finance', 'invoice'],
};

/** To the next street of the same district. */
export const NEW_STREET: Overrides = {
  ...DECIDED,
  '/current/address': ENTERPRISE.address,
  '/new/address': { area: '520102017', detail: '解放路 9 号 2 楼' },
  '/new/held': 'rented',
  '/new/use': 'business',
  '/new/across': 'no',
};

export const NEW_DISTRICT: Overrides = {
  ...NEW_STREET,
  '/new/address': { area: '520103019', detail: '中华北路 9 号 2 楼' },
  '/new/across': 'yes',
  '/new/movePromise': true,
};

/** Whoever takes over the office applies. */
export const NEW_REPRESENTATIVE: Overrides = {
  '/applicant': { ...luo, role: 'self' },
  '/current/representative': yang.name,
  '/new/legalRepresentative': luo,
  '/new/representativeOffice': 'director',
  '/decision/appointed': true,
};

const CAPITAL: Overrides = {
  ...DECIDED,
  '/current/capitalFen': ENTERPRISE.capitalFen,
  '/current/shareholders': ENTERPRISE.shareholders,
};

function held(yangs: number, luos: number): JsonObject[] {
  return [
    { name: yang.name, amountFen: yangs * WAN_YUAN },
    { name: luo.name, amountFen: luos * WAN_YUAN },
  ];
}

export const MORE_CAPITAL: Overrides = {
  ...CAPITAL,
  '/new/capitalFen': 200 * WAN_YUAN,
  '/increase': { forms: ['money'], payBy: inYears(4) },
  '/new/shareholders': held(120, 80),
};

export const LESS_CAPITAL: Overrides = {
  ...CAPITAL,
  '/new/capitalFen': 50 * WAN_YUAN,
  '/reduction': {
    decidedOn: daysAgo(60),
    notifiedOn: daysAgo(55),
    publishedOn: daysAgo(50),
    publishedIn: 'system',
    debts: 'none',
    how: 'pro-rata',
  },
  '/new/shareholders': held(30, 20),
};

export const NEW_SCOPE: Overrides = {
  '/current/scope': ENTERPRISE.scope,
  '/new/scope': ['g-i01', 'l-h01'],
  '/scope': { vote: 'half', licensedPromise: true },
  '/decision/scope': true,
};

/** The second shareholder sells everything to somebody new; the first does not want it. */
export const SHARES_SOLD: Overrides = {
  '/current/capitalFen': ENTERPRISE.capitalFen,
  '/current/shareholders': ENTERPRISE.shareholders,
  '/transfer': { to: 'outside', noted: true, seller: 'person', preemption: 'waived' },
  '/new/shareholders': [
    { name: yang.name, amountFen: 60 * WAN_YUAN },
    { kind: 'person', person: wei, amountFen: 40 * WAN_YUAN },
  ],
  '/licence': undefined,
};

/** A company of one person. */
export const NEW_TYPE: Overrides = {
  ...CAPITAL,
  '/current/type': ENTERPRISE.type,
  '/new/type': '1151',
  '/new/typeMet': true,
  '/licence': { old: 'returned', copies: '1' },
};

export const NEW_BOARD: Overrides = {
  ...DECIDED,
  '/filed': ['directors', 'manager', 'articles'],
  '/new/directors': [yang, luo, wei].map((person) => ({ person, chosenBy: 'shareholders' })),
  '/new/hasManager': 'yes',
  '/new/manager': luo,
  '/decision/appointed': true,
  '/licence': undefined,
};

export const FEWER_SUPERVISORS: Overrides = {
  '/filed': ['supervisors'],
  '/new/supervision': 'none',
  '/new/supervisionAgreed': true,
  '/decision/appointed': true,
  '/licence': undefined,
};

export const NEW_TERM: Overrides = {
  ...DECIDED,
  '/filed': ['term', 'contact', 'subscriptions'],
  '/current/termYears': ENTERPRISE.termYears,
  '/new/term': 'years',
  '/new/termYears': 30,
  '/new/contact': luo,
  '/new/payBy': inYears(2),
  '/decision/payment': true,
};

/** From before the Company Law of 2023, with contributions due later than it allows; they are shortened at once. */
export const OLD_COMPANY: Overrides = {
  '/current/foundedOn': '2019-05-06',
  '/remaining': { ends: 'later', shorten: 'now' },
  '/new/payBy': '2032-06-30',
  '/decision/payment': true,
};

/** A lost licence is replaced, by the legal representative. */
export function licenceCopyAnswers(overrides: Overrides = {}): JsonObject {
  return changed(
    {
      applicant: { ...yang, role: 'self' },
      current: { creditCode, name, representative: yang.name },
      matter: 'lost',
      lost: { parts: ['original', 'copies'], statement: true },
      copies: 1,
      delivery: HOME_DELIVERY,
    },
    overrides,
  );
}

/** A company without debts is closed, three weeks after its notice began. */
export function closingAnswers(overrides: Overrides = {}): JsonObject {
  return changed(
    {
      applicant: { ...yang, role: 'self' },
      current: {
        creditCode,
        name,
        representative: yang.name,
        shareholders: [{ name: yang.name }, { name: luo.name }],
      },
      excluded: ['none'],
      promise: true,
      notice: { state: 'done', publishedOn: daysAgo(21) },
      licence: { old: 'returned' },
      delivery: { way: 'counter' },
    },
    overrides,
  );
}

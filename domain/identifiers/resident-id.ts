// Resident identity numbers, GB 11643-1999: area 6, birth 8, sequence 3, check 1.
import { addYears, isDay } from '../calendar-day.ts';
import type { Message } from '../message.ts';
import { fail, ok, type Result } from '../result.ts';
import { areaState, isProvince } from './divisions.ts';
import { stripSeparators, toHalfWidth, type Checked } from './normalise.ts';
import * as says from './resident-id-messages.ts';

export type Finding = 'ok' | 'wrong' | 'doubtful' | 'not-checked';

export interface ResidentIdFacts {
  /** 'YYYY-MM-DD' */
  birthDate: string;
  sex: 'male' | 'female';
  /** The six digits of the place of first registration. */
  area: string;
}

export interface CheckedResidentId extends Checked {
  results: Record<'format' | 'checkDigit' | 'date' | 'area' | 'plausibility', Finding>;
  /** null while there is a problem. */
  facts: ResidentIdFacts | null;
}

const EIGHTEEN = /^\d{17}[\dX]$/;
const FIFTEEN = /^\d{15}$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const OLDEST = 130;

/** Checks an applicant's own number on the day `today`. Accepts x, full-width digits, blanks and hyphens. */
export function checkResidentId(typed: string, today: string): CheckedResidentId {
  const canonical = stripSeparators(toHalfWidth(typed)).toUpperCase();
  const formatProblem = formatProblemOf(canonical);
  return formatProblem === null ? judge(canonical, today) : malformed(canonical, formatProblem);
}

function formatProblemOf(id: string): Message | null {
  if (EIGHTEEN.test(id)) return null;
  if (FIFTEEN.test(id)) return says.FIFTEEN_DIGITS;
  return id.length === 18 ? says.CHARACTERS : says.LENGTH;
}

function malformed(canonical: string, problem: Message): CheckedResidentId {
  const unchecked = 'not-checked';
  return {
    canonical,
    results: {
      format: 'wrong',
      checkDigit: unchecked,
      date: unchecked,
      area: unchecked,
      plausibility: unchecked,
    },
    problems: [problem],
    warnings: [],
    facts: null,
  };
}

interface Judgement {
  finding: Finding;
  problem?: Message;
  warning?: Message;
}

const FINE: Judgement = { finding: 'ok' };

/** The more pointed a problem, the earlier it is told: a wrong date says more than a wrong check digit. */
function judge(id: string, today: string): CheckedResidentId {
  const area = judgeArea(id.slice(0, 6));
  const date = judgeDate(birthDateOf(id), today);
  const checkDigit = judgeCheckDigit(id);
  const plausibility = judgeSequence(id.slice(14, 17));
  const all = [area, date, checkDigit, plausibility];
  const problems = all.flatMap(({ problem }) => problem ?? []);
  return {
    canonical: id,
    results: {
      format: 'ok',
      checkDigit: checkDigit.finding,
      date: date.finding,
      area: area.finding,
      plausibility: plausibility.finding,
    },
    problems,
    warnings: all.flatMap(({ warning }) => warning ?? []),
    facts: problems.length === 0 ? factsOf(id) : null,
  };
}

function judgeArea(area: string): Judgement {
  if (area.startsWith('9')) return judgeForeignArea(area);
  if (!isProvince(area.slice(0, 2))) return { finding: 'wrong', problem: says.NO_SUCH_PROVINCE };
  if (areaState(area) !== 'unknown') return FINE;
  return judgeUnlistedArea(area);
}

/** Cards of foreign permanent residents since 2023: 9, province 2, country 3. */
function judgeForeignArea(area: string): Judgement {
  if (isProvince(area.slice(1, 3))) return FINE;
  return isProvince(area.slice(0, 2))
    ? { finding: 'doubtful', warning: says.AREA_UNKNOWN }
    : { finding: 'wrong', problem: says.NO_SUCH_PROVINCE };
}

/** Only Guiyang's own codes are all listed, and 81, 82, 83 stand before zeros: elsewhere nothing can be said. */
function judgeUnlistedArea(area: string): Judgement {
  const isPermit = /^8[123]/.test(area);
  if (isPermit && area.endsWith('0000')) return FINE;
  return isPermit || area.startsWith('5201')
    ? { finding: 'doubtful', warning: says.AREA_UNKNOWN }
    : { finding: 'not-checked' };
}

function judgeDate(birthDate: string, today: string): Judgement {
  if (!isDay(birthDate)) return { finding: 'wrong', problem: says.NO_SUCH_DAY };
  if (birthDate > today) return { finding: 'wrong', problem: says.IN_THE_FUTURE };
  return ageOn(birthDate, today) > OLDEST ? { finding: 'doubtful', warning: says.VERY_OLD } : FINE;
}

function judgeCheckDigit(id: string): Judgement {
  return checkCharacter(id.slice(0, 17)) === id[17] ? FINE : { finding: 'wrong', problem: says.CHECK_DIGIT };
}

function judgeSequence(sequence: string): Judgement {
  return sequence === '000' ? { finding: 'doubtful', warning: says.SEQUENCE_ZERO } : FINE;
}

function checkCharacter(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(seventeen[place]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function birthDateOf(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

function factsOf(id: string): ResidentIdFacts {
  const sex = Number(id[16]) % 2 === 1 ? 'male' : 'female';
  return { birthDate: birthDateOf(id), sex, area: id.slice(0, 6) };
}

/** The number of today for one of the first generation (until 2013), to match old records only. */
export function fromFifteen(old: string): Result<string, Message> {
  const digits = stripSeparators(toHalfWidth(old));
  if (!FIFTEEN.test(digits)) return fail(says.NOT_FIFTEEN_DIGITS);
  const seventeen = `${digits.slice(0, 6)}${centuryOf(digits)}${digits.slice(6)}`;
  if (!isDay(birthDateOf(seventeen))) return fail(says.NO_SUCH_DAY);
  return ok(`${seventeen}${checkCharacter(seventeen)}`);
}

/** The sequences 996 to 999 were kept for people born in the nineteenth century. */
function centuryOf(fifteen: string): string {
  return Number(fifteen.slice(12)) >= 996 ? '18' : '19';
}

/** '520102199003070014' → '5201**********0014'. Anything too short to keep a secret is hidden whole. */
export function maskResidentId(id: string): string {
  if (id.length <= 12) return '*'.repeat(id.length);
  return `${id.slice(0, 4)}${'*'.repeat(id.length - 8)}${id.slice(-4)}`;
}

/** Full years of age on a day; both are 'YYYY-MM-DD'. Born on 29 February means the 28th in common years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return addYears(birthDate, years) <= day ? years : years - 1;
}

/** Civil Code articles 17 to 20. Whoever lives on their own work at 16 or 17 also counts as full: ask them. */
export function civilCapacity(birthDate: string, day: string): 'none' | 'limited' | 'full' {
  const age = ageOn(birthDate, day);
  if (age < 8) return 'none';
  return age < 18 ? 'limited' : 'full';
}

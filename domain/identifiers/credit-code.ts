// Unified social credit codes, GB 32100-2015: registrar 1, body 1, area 6, organisation code 9, check 1.
import { message, type Message } from '../message.ts';
import { stripSeparators, toHalfWidth, type Checked } from './normalise.ts';
import type { Finding } from './resident-id.ts';

export interface CreditCodeFacts {
  /** The first two characters: who registered it, as what. */
  start: string;
  kind: 'company' | 'sole-proprietor' | 'cooperative' | 'other';
  /** May be historic, or the registrar's own: never proof of a domicile. */
  area: string;
  organisationCode: string;
}

export interface CheckedCreditCode extends Checked {
  results: Record<'format' | 'checkDigit' | 'organisationCode' | 'registrar', Finding>;
  /** null while there is a problem. */
  facts: CreditCodeFacts | null;
}

/** Without I, O, S, V and Z, which are too like digits. The place of a character is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const STARTS = /^(?:1[1239]|2[19]|3[123459]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)/;

const KINDS: Record<string, CreditCodeFacts['kind']> = {
  '91': 'company',
  '92': 'sole-proprietor',
  '93': 'cooperative',
};

const LENGTH = message(
  'credit-code/length',
  '统一社会信用代码应当是18位，请数一数是不是多了或少了。',
  'A unified social credit code has 18 characters: please count whether one is missing or too many.',
);
const CHARACTERS = message(
  'credit-code/characters',
  '统一社会信用代码只有数字和大写字母，没有字母I、O、S、V、Z，请看看是不是数字1、0、5、2。',
  'A unified social credit code is digits and letters without I, O, S, V and Z: see whether 1, 0, 5 or 2 is meant.',
);
const AREA = message(
  'credit-code/area',
  '统一社会信用代码第3到8位应当是数字，请对着执照再核对一遍。',
  'The characters 3 to 8 of the code are digits: please compare it with the licence once more.',
);
const CHECK_DIGIT = message(
  'credit-code/check-digit',
  '统一社会信用代码第18位对不上，请对着执照再核对一遍。',
  'The last character does not fit the code: please compare it with the licence once more.',
);
const ORGANISATION_CODE = message(
  'credit-code/organisation-code',
  '统一社会信用代码第17位对不上，请对着执照核对第9到17位。',
  'The 17th character does not fit: please compare the characters 9 to 17 with the licence.',
);
const REGISTRAR = message(
  'credit-code/registrar',
  '统一社会信用代码开头两位不常见，请核对；没有错就继续。',
  'The first two characters of the code are unusual: check them, and go on if they are right.',
);

/** Checks a code on a new form. Accepts lower case, full-width characters, blanks and hyphens. */
export function checkCreditCode(typed: string): CheckedCreditCode {
  const canonical = stripSeparators(toHalfWidth(typed)).toUpperCase();
  const formatProblem = formatProblemOf(canonical);
  return formatProblem === null ? judge(canonical) : malformed(canonical, formatProblem);
}

function formatProblemOf(code: string): Message | null {
  if (code.length !== 18) return LENGTH;
  if ([...code].some((character) => !ALPHABET.includes(character))) return CHARACTERS;
  return SHAPE.test(code) ? null : AREA;
}

function malformed(canonical: string, problem: Message): CheckedCreditCode {
  return {
    canonical,
    results: {
      format: 'wrong',
      checkDigit: 'not-checked',
      organisationCode: 'not-checked',
      registrar: 'not-checked',
    },
    problems: [problem],
    warnings: [],
    facts: null,
  };
}

/** An unusual start is only doubtful: new registrars are added by notice, not by a new standard. */
function judge(code: string): CheckedCreditCode {
  const checkFits = checkCharacter(code) === code[17];
  const organisationFits = organisationCheck(code.slice(8, 16)) === code[16];
  const isUsualStart = STARTS.test(code);
  const problems = [...(checkFits ? [] : [CHECK_DIGIT]), ...(organisationFits ? [] : [ORGANISATION_CODE])];
  return {
    canonical: code,
    results: {
      format: 'ok',
      checkDigit: checkFits ? 'ok' : 'wrong',
      organisationCode: organisationFits ? 'ok' : 'wrong',
      registrar: isUsualStart ? 'ok' : 'doubtful',
    },
    problems,
    warnings: isUsualStart ? [] : [REGISTRAR],
    facts: problems.length === 0 ? factsOf(code) : null,
  };
}

function checkCharacter(code: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * ALPHABET.indexOf(code.charAt(place)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: letters count from A = 10; eleven minus the rest, where 10 is X and 11 is 0. */
function organisationCheck(eight: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number.parseInt(eight.charAt(place), 36),
    0,
  );
  return '0X987654321'.charAt(sum % 11);
}

function factsOf(code: string): CreditCodeFacts {
  const start = code.slice(0, 2);
  return {
    start,
    kind: KINDS[start] ?? 'other',
    area: code.slice(2, 8),
    organisationCode: code.slice(8, 17),
  };
}

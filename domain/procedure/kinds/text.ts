import { same } from '../../contract/text.ts';
import { checkCreditCode } from '../../identifiers/credit-code.ts';
import { checkMobile, maskMobile } from '../../identifiers/mobile.ts';
import {
  checkPersonName,
  cleanLine,
  codePoints,
  toHalfWidth,
  type Checked,
} from '../../identifiers/normalise.ts';
import { checkResidentId, maskResidentId } from '../../identifiers/resident-id.ts';
import { message, type Message } from '../../message.ts';
import { asString, bad, good, nothing, stringOf, type AnswerKind, type Reading } from './kind.ts';
import { lineChecks } from './line-checks.ts';

const DEFAULT_LONGEST = 200;

/** One line of free text: NFC, no control characters, counted by code point. */
export const line: AnswerKind = {
  read(raw, { question }) {
    const typed = asString(raw);
    if (typed.trim() === '') return nothing();
    const { max = DEFAULT_LONGEST, min = 0, check } = question;
    if (check !== undefined) return checked(check, typed, max);
    const cleaned = cleanLine(typed, max);
    if (!cleaned.ok) return bad(cleaned.error);
    return min > codePoints(cleaned.value) ? bad(tooShort(min)) : good(cleaned.value);
  },
  raw: (value) => stringOf(value),
  show: (value) => same(stringOf(value)),
};

/** Whoever writes a postcode of a hundred digits is told that it has six, not that a line has at most so many. */
function checked(check: keyof typeof lineChecks, typed: string, max: number): Reading {
  const cleaned = cleanLine(typed, Infinity);
  if (!cleaned.ok) return bad(cleaned.error);
  const reading = readingOf(lineChecks[check](cleaned.value));
  const fitting = cleanLine(cleaned.value, max);
  return reading.problem === null && !fitting.ok ? bad(fitting.error, reading.warnings) : reading;
}

function tooShort(min: number): Message {
  return message('text/too-short', `至少写 ${min} 个字。`, `Write at least ${min} characters.`);
}

/** Reads an identifier that an identifier check understands; only its first problem is told. */
function identifier(
  check: (typed: string, today: string) => Checked,
  masked: (canonical: string) => string,
): AnswerKind {
  return {
    read(raw, { today }) {
      const typed = asString(raw);
      if (typed.trim() === '') return nothing();
      return readingOf(check(typed, today));
    },
    raw: (value) => stringOf(value),
    show: (value) => same(masked(stringOf(value))),
  };
}

function readingOf({ canonical, problems, warnings }: Checked): Reading {
  const [first] = problems;
  return first === undefined ? good(canonical, warnings) : bad(first, warnings);
}

export const residentId = identifier(checkResidentId, maskResidentId);
export const creditCode = identifier(
  (typed) => checkCreditCode(typed),
  (code) => code,
);
export const mobile = identifier(checkMobile, maskMobile);
export const personName = identifier(checkPersonName, (name) => name);

const NOT_A_NUMBER = message(
  'number/not-a-number',
  '请用数字写整数，比如 3。',
  'Write a whole number in figures, such as 3.',
);

/** A whole number between the question's `min` and `max`. */
export const number: AnswerKind = {
  read(raw, { question: { min = 0, max = 999_999_999 } }) {
    const typed = toHalfWidth(asString(raw)).trim();
    if (typed === '') return nothing();
    if (!/^\d+$/.test(typed)) return bad(NOT_A_NUMBER);
    const value = Number(typed);
    if (value > max) return bad(message('number/too-large', `最多是 ${max}。`, `It can be at most ${max}.`));
    if (value < min)
      return bad(message('number/too-small', `至少是 ${min}。`, `It must be at least ${min}.`));
    return good(value);
  },
  raw: (value) => (typeof value === 'number' ? String(value) : ''),
  show: (value) => same(typeof value === 'number' ? String(value) : '—'),
};

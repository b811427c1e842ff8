import { message, type Message } from '../message.ts';
import { stripSeparators, toHalfWidth, type Checked } from './normalise.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const COUNTRY = /^(?:\+|00)?86(?=1\d{10}$)/;
/** An area code and seven or eight digits, or eight digits as dialled within the city. */
const LANDLINE = /^(?:(?:\+|00)86)?0[1-9]\d{9,10}$|^[2-8]\d{7}$/;
/** Not given to people, or to machines only. Such tables age: they may warn, never refuse. */
const UNUSUAL = /^1(?:4[0-468]|54|6[013489]|79|94)/;

const IS_LANDLINE = message(
  'mobile/landline',
  '这像是固定电话，收不到短信，请填11位的手机号码。',
  'This looks like a land line, which receives no text messages: give an 11-digit mobile number.',
);
const CHARACTERS = message(
  'mobile/characters',
  '手机号码只能有数字，请删掉别的字符。',
  'A mobile number has digits only: please remove everything else.',
);
const LENGTH = message(
  'mobile/length',
  '手机号码应当是11位，请数一数是不是多了或少了。',
  'A mobile number has 11 digits: please count whether one is missing or too many.',
);
const NOT_MOBILE = message(
  'mobile/not-mobile',
  '手机号码以13到19开头，请核对前两位。',
  'A mobile number begins with 13 to 19: please check the first two digits.',
);
const UNUSUAL_PREFIX = message(
  'mobile/unusual-prefix',
  '这个号段不常见，请核对；要用这个号码收短信。',
  'Numbers that begin like this are unusual: check it, for text messages will be sent there.',
);

/** A mainland mobile number; blanks, hyphens, brackets and +86 or 0086 are dropped. */
export function checkMobile(typed: string): Checked {
  const bare = stripSeparators(toHalfWidth(typed)).replace(/[()]/g, '');
  const canonical = bare.replace(COUNTRY, '');
  const problem = problemOf(canonical);
  return {
    canonical,
    problems: problem === null ? [] : [problem],
    warnings: problem === null && UNUSUAL.test(canonical) ? [UNUSUAL_PREFIX] : [],
  };
}

function problemOf(number: string): Message | null {
  if (MOBILE.test(number)) return null;
  if (LANDLINE.test(number)) return IS_LANDLINE;
  if (!/^\d+$/.test(number)) return CHARACTERS;
  return number.length === 11 ? NOT_MOBILE : LENGTH;
}

/** '13800138000' → '138****8000'. Anything that is no such number is hidden whole. */
export function maskMobile(number: string): string {
  if (!MOBILE.test(number)) return '*'.repeat(number.length);
  return `${number.slice(0, 3)}****${number.slice(-4)}`;
}

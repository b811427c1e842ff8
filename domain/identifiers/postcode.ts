import { message, type Message } from '../message.ts';
import { stripSeparators, toHalfWidth, type Checked } from './normalise.ts';

const SIX_DIGITS = message(
  'postcode/six-digits',
  '邮政编码应当是6位数字，请再核对一遍。',
  'A postcode is six digits: please check it again.',
);
const NOT_IN_USE = message(
  'postcode/not-in-use',
  '没有00开头的邮政编码，请再核对一遍。',
  'No postcode begins with 00: please check it again.',
);
const ELSEWHERE = message(
  'postcode/elsewhere',
  '这不是贵州省的邮政编码（55或56开头），请核对；没有错就继续。',
  'This is not a postcode of Guizhou (55 or 56): check it, and go on if it is right.',
);

/** Six digits; blanks and hyphens are dropped. One outside Guizhou is only doubtful. */
export function checkPostcode(typed: string): Checked {
  const canonical = stripSeparators(toHalfWidth(typed));
  const problem = problemOf(canonical);
  return {
    canonical,
    problems: problem === null ? [] : [problem],
    warnings: problem === null && !/^5[56]/.test(canonical) ? [ELSEWHERE] : [],
  };
}

function problemOf(postcode: string): Message | null {
  if (!/^\d{6}$/.test(postcode)) return SIX_DIGITS;
  return postcode.startsWith('00') ? NOT_IN_USE : null;
}

import { message, type Message } from '../message.ts';
import { fail, ok, type Result } from '../result.ts';

/** What an identifier check finds: the one way of writing it, what is wrong, what is merely doubtful. */
export interface Checked {
  canonical: string;
  problems: Message[];
  warnings: Message[];
}

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/**
 * Blanks, hyphens, en and em dashes, the minus sign, the small and the full-width hyphen; and what nobody can see, such as
 * the marks of direction that telephones put around a number: nobody could be asked to take those out.
 */
const SEPARATORS = /[\s\p{Cf}\u2010-\u2015\u2212\uFE58\uFE63\uFF0D-]/gu;
/**
 * Control, format (bidi, zero-width), private use, halves of pairs, line ends, blank letters, selectors, what is no character;
 * and marks that stand on nothing, or so many on one letter that they would cover the lines above.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}\p{Noncharacter_Code_Point}\u{034F}\u{115F}\u{1160}\u{3164}\u{FFA0}]|^\p{M}|\p{Script=Inherited}{3}/u;
const BLANKS = /\p{Zs}/gu;

const UNSEEN_CHARACTERS = message(
  'text/unseen-characters',
  '里面有看不见或打印不出来的字符，请清空后重新输入。',
  'This contains characters that cannot be seen or printed: clear it and type it again.',
);

/** Full-width Latin letters, digits and punctuation, and every kind of blank, as their plain counterparts. */
export function toHalfWidth(text: string): string {
  return text
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(BLANKS, ' ');
}

/** Without blanks, hyphens, dashes and what cannot be seen: '138-0013 8000' → '13800138000'. */
export function stripSeparators(text: string): string {
  return text.replace(SEPARATORS, '');
}

/** Length in code points: a rare character outside the first plane counts once. */
export function codePoints(text: string): number {
  return [...text].length;
}

/** One line that can be printed: trimmed, NFC, at most `max` code points. */
export function cleanLine(text: string, max: number): Result<string, Message> {
  const line = text.trim().normalize('NFC');
  if (UNSEEN.test(line)) return fail(UNSEEN_CHARACTERS);
  return codePoints(line) > max ? fail(tooLong(max)) : ok(line);
}

function tooLong(max: number): Message {
  return message(
    'text/too-long',
    `最多写 ${max} 个字，请写短一些。`,
    `Write at most ${max} characters: please shorten it.`,
  );
}

const SHORTEST_NAME = 2;
const LONGEST_NAME = 50;
const LONGEST_USUAL_NAME = 6;
/** What keyboards offer between the parts of a name; cards and registers print U+00B7. */
const DOTS = /[·•‧・･∙⋅.]/gu;
const CHINESE_NAME = /^[\p{Unified_Ideograph}〇]+(?:·[\p{Unified_Ideograph}〇]+)*$/u;
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M} .'’-]*$/u;

const NAME_TOO_SHORT = message(
  'person-name/too-short',
  '姓名至少两个字，请写全名。',
  'A name has at least two characters: please give the full name.',
);
const NAME_CHARACTERS = message(
  'person-name/characters',
  '姓名只能用汉字、间隔号“·”或拉丁字母，请按身份证件上的写法填。',
  'A name has only Chinese characters, the middle dot “·” or Latin letters: write it as on the identity document.',
);
const NAME_LONG = message(
  'person-name/unusually-long',
  '这个姓名比较长，请对着证件核对一遍；少数民族姓名中间请加“·”。',
  'This name is rather long: compare it with the document, and put “·” between the parts of a minority name.',
);

/** A name as on an identity document: Chinese (of any extension, parts joined by ·) or Latin letters. */
export function checkPersonName(typed: string): Checked {
  const cleaned = cleanLine(typed, LONGEST_NAME);
  if (!cleaned.ok) return { canonical: typed.trim(), problems: [cleaned.error], warnings: [] };
  const canonical = canonicalName(cleaned.value);
  const problem = nameProblem(canonical);
  return {
    canonical,
    problems: problem === null ? [] : [problem],
    warnings: isUnusuallyLong(canonical) ? [NAME_LONG] : [],
  };
}

/** Blanks mean nothing between Chinese characters and everything between Latin words. */
function canonicalName(line: string): string {
  const plain = toHalfWidth(line).replace(/ +/g, ' ');
  const dotted = plain.replaceAll(' ', '').replace(DOTS, '·');
  return CHINESE_NAME.test(dotted) ? dotted : plain;
}

function nameProblem(name: string): Message | null {
  if (!CHINESE_NAME.test(name) && !LATIN_NAME.test(name)) return NAME_CHARACTERS;
  return codePoints(name) < SHORTEST_NAME ? NAME_TOO_SHORT : null;
}

function isUnusuallyLong(name: string): boolean {
  return CHINESE_NAME.test(name) && !name.includes('·') && codePoints(name) > LONGEST_USUAL_NAME;
}

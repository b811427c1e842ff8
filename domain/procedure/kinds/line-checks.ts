// What a line of text must be besides a line: a postcode, a telephone number, an e-mail address.
import { checkMobile } from '../../identifiers/mobile.ts';
import { stripSeparators, toHalfWidth, type Checked } from '../../identifiers/normalise.ts';
import { checkPostcode } from '../../identifiers/postcode.ts';
import { message, type Message } from '../../message.ts';
import type { Question } from '../procedure.ts';

/** Area code 010, 02x or four digits, then seven or eight digits that begin with 2 to 8. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})([2-8]\d{6,7})$/;
const EMAIL = /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,180}\.[A-Za-z]{2,24}$/;

const NOT_A_PHONE = message(
  'phone/not-a-phone',
  '请填 11 位手机号码，或者区号加座机号码，例如 0851-85961234。',
  'Give an 11-digit mobile number, or a land line with its area code, such as 0851-85961234.',
);
const NOT_AN_EMAIL = message(
  'email/not-an-email',
  '电子邮箱的样子是 name@example.cn，请核对。',
  'An e-mail address looks like name@example.cn. Please check it.',
);

export const lineChecks: Record<NonNullable<Question['check']>, (line: string) => Checked> = {
  postcode: checkPostcode,
  phone: checkPhone,
  email: checkEmail,
};

/** A mobile number, or a land line as '0851-85961234'. */
function checkPhone(line: string): Checked {
  const bare = stripSeparators(toHalfWidth(line))
    .replace(/[()]/g, '')
    .replace(/^(\+|00)86(?=0)/, '');
  const parts = LANDLINE.exec(bare);
  if (parts !== null) return fine(`${parts[1]}-${parts[2]}`);
  const mobile = checkMobile(line);
  return mobile.problems.length === 0 ? mobile : wrong(line, NOT_A_PHONE);
}

function checkEmail(line: string): Checked {
  const address = toHalfWidth(line);
  return EMAIL.test(address) ? fine(address) : wrong(line, NOT_AN_EMAIL);
}

function fine(canonical: string): Checked {
  return { canonical, problems: [], warnings: [] };
}

function wrong(line: string, problem: Message): Checked {
  return { canonical: line, problems: [problem], warnings: [] };
}

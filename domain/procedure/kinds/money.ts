// Money is whole fen, never a fraction: sums are exact.
import { text, type Text } from '../../contract/text.ts';
import { toHalfWidth } from '../../identifiers/normalise.ts';
import { message } from '../../message.ts';
import { asString, bad, good, nothing, type AnswerKind } from './kind.ts';

const FEN_DIGITS = { yuan: 2, 'wan-yuan': 6 } as const;
type Unit = keyof typeof FEN_DIGITS;

const NOT_AN_AMOUNT = message(
  'money/not-an-amount',
  '请用数字写金额，比如 100 或 100.5。',
  'Write the amount in figures, such as 100 or 100.5.',
);
const TOO_FINE = message(
  'money/too-fine',
  '最小到分，请去掉多余的小数。',
  'The smallest unit is one fen: please take away decimals.',
);
const TOO_LARGE = message(
  'money/too-large',
  '金额太大了，请核对单位。',
  'The amount is too large. Please check the unit.',
);
const ZERO = message('money/zero', '金额要大于零。', 'The amount must be more than zero.');

/** Typed in yuan or ten thousand yuan, stored as an integer number of fen. */
export const money: AnswerKind = {
  read(raw, { question }) {
    const typed = toHalfWidth(asString(raw)).replaceAll(/[\s,，]/g, '');
    if (typed === '') return nothing();
    const parts = /^(\d+)(?:\.(\d*))?$/.exec(typed);
    if (parts === null) return bad(NOT_AN_AMOUNT);
    const decimals = (parts[2] ?? '').replace(/0+$/, '');
    const digits = FEN_DIGITS[question.unit ?? 'yuan'];
    if (decimals.length > digits) return bad(TOO_FINE);
    const fen = BigInt(`${parts[1]}${decimals.padEnd(digits, '0')}`);
    if (fen > BigInt(question.max ?? Number.MAX_SAFE_INTEGER)) return bad(TOO_LARGE);
    return fen === 0n ? bad(ZERO) : good(Number(fen));
  },
  raw: (value, { question }) => (isFen(value) ? plainAmount(value, question.unit ?? 'yuan') : ''),
  show: (value, { question }) => (isFen(value) ? showMoney(value, question.unit ?? 'yuan') : text('—', '—')),
  // As on a cheque: a nought too many is seen at once in words.
  reads(value, { question }) {
    if (!isFen(value)) return text('—', '—');
    const shown = showMoney(value, question.unit ?? 'yuan');
    return text(`${shown['zh-CN']}（${moneyInWords(value)}）`, shown.en);
  },
};

function isFen(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** 9_000_000 fen in wan-yuan → '9'; 150 fen in yuan → '1.5'. */
function plainAmount(fen: number | bigint, unit: Unit): string {
  const digits = FEN_DIGITS[unit];
  const padded = String(fen).padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`.replace(/\.?0+$/, '');
}

/** 100000000 fen → '100.00 万元' / 'CNY 1,000,000.00'; never rounds: more decimals are shown where they are. */
export function showMoney(fen: number | bigint, unit: Unit = 'yuan'): Text {
  const plain = plainAmount(fen, unit);
  const [whole = '0', decimals = ''] = plain.split('.');
  const amount = `${grouped(whole)}.${decimals.padEnd(2, '0')}`;
  const [yuan = '0', jiao = ''] = plainAmount(fen, 'yuan').split('.');
  return text(`${amount} ${unit === 'yuan' ? '元' : '万元'}`, `CNY ${grouped(yuan)}.${jiao.padEnd(2, '0')}`);
}

function grouped(whole: string): string {
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

const FIGURES = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万'];

/** The amount in the figures used on cheques (GB/T 15835 practice): 100000000 fen → '壹佰万元整'. */
export function moneyInWords(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const [jiao, cents] = [Math.floor(fen / 10) % 10, fen % 10];
  const whole = yuan === 0 ? '' : `${wholeInWords(yuan)}元`;
  if (jiao === 0 && cents === 0) return `${whole === '' ? '零元' : whole}整`;
  const tenth = jiao === 0 ? (whole === '' ? '' : '零') : `${FIGURES[jiao]}角`;
  return `${whole}${tenth}${cents === 0 ? '' : `${FIGURES[cents]}分`}`;
}

function wholeInWords(yuan: number): string {
  const groups = fours(String(yuan));
  const words = groups.map((four, index) => {
    const place = groups.length - 1 - index;
    const spoken = fourInWords(four);
    if (spoken === '') return '';
    // One 零 for however many noughts there are before a group.
    const gap = index > 0 && (four.startsWith('0') || groups[index - 1] === '0000') ? '零' : '';
    return `${gap}${spoken}${GROUPS[place]}${place === 3 && groups[1] === '0000' ? '亿' : ''}`;
  });
  return words.join('').replaceAll(/零+/g, '零').replace(/零$/, '');
}

function fours(digits: string): string[] {
  const head = digits.length % 4;
  return [digits.slice(0, head), ...(digits.slice(head).match(/\d{4}/g) ?? [])].filter((four) => four !== '');
}

function fourInWords(four: string): string {
  const words = [...four].map((digit, index) =>
    digit === '0' ? '零' : `${FIGURES[Number(digit)]}${PLACES[four.length - 1 - index]}`,
  );
  return words
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/^零|零$/g, '');
}

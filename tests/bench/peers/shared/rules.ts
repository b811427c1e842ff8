// The rules of the sixty fields as somebody writes them by hand: the same for every peer.
import type { Field } from '../../ui/sixty-fields.ts';

const SHAPES: Partial<Record<Field['as'], RegExp>> = {
  'person-name': /^[^\d\p{Cc}]{2,60}$/u,
  'credit-code': /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/,
  mobile: /^1[3-9]\d{9}$/,
  money: /^\d{1,12}(\.\d{1,2})?$/,
  number: /^\d{1,9}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

const CHECKS = {
  postcode: /^\d{6}$/,
  phone: /^[\d+() -]{5,30}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function isResidentId(typed: string): boolean {
  if (!/^\d{17}[\dX]$/.test(typed)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(typed[at]), 0);
  return '10X98765432'[sum % 11] === typed[17];
}

function isFitting(field: Field, typed: string): boolean {
  if (field.as === 'resident-id') return isResidentId(typed);
  if (field.as === 'choice') return field.options?.some(({ value }) => value === typed) === true;
  if (field.as === 'text') {
    const shape = field.check === undefined ? null : CHECKS[field.check];
    return [...typed].length <= (field.max ?? 200) && (shape === null || shape.test(typed));
  }
  if (SHAPES[field.as]?.test(typed) !== true) return false;
  return field.as !== 'number' || (Number(typed) >= (field.min ?? 0) && Number(typed) <= (field.max ?? 1e9));
}

/** What is wrong with an answer, or null. */
export function problemOf(field: Field, answer: unknown): string | null {
  const typed = typeof answer === 'string' ? answer.trim() : typeof answer === 'number' ? String(answer) : '';
  if (typed === '') return `请填写${field.zh}。`;
  return isFitting(field, typed) ? null : `${field.zh}写得不对，请核对。`;
}

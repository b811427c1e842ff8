// A number made on the machine: unique without a network and whatever the clock does.
import { toHalfWidth } from '../identifiers/normalise.ts';
import { checkCharacter } from './mod37-36.ts';

export interface ReceiptNumberParts {
  /** Division the kiosk stands in, six digits. */
  division: string;
  /** 'K012' */
  kiosk: string;
  /** How often this kiosk code was enrolled: a rebuilt machine cannot repeat the numbers of the old one. */
  generation: string;
  sequence: number;
}

const PLAIN = /^(\d{6})(K\d{3})([1-9A-Z])(\d{4,12})([0-9A-Z])$/;

/** '520103-K012-1-0042-X'. */
export function receiptNumber({ division, kiosk, generation, sequence }: ReceiptNumberParts): string {
  const counted = String(sequence).padStart(4, '0');
  const check = checkCharacter(`${division}${kiosk}${generation}${counted}`);
  return [division, kiosk, generation, counted, check].join('-');
}

/** Reads a number as people type it: with or without hyphens, small letters, full width. null: it is not one. */
export function readReceiptNumber(typed: string): ReceiptNumberParts | null {
  const plain = toHalfWidth(typed)
    .toUpperCase()
    .replaceAll(/[\s\-‐-―−]/g, '');
  const parts = PLAIN.exec(plain);
  if (parts === null) return null;
  const [, division = '', kiosk = '', generation = '', sequence = '', check] = parts;
  if (checkCharacter(plain.slice(0, -1)) !== check) return null;
  // Leading zeros beyond four digits would give one receipt two numbers.
  if (sequence.length > 4 && sequence.startsWith('0')) return null;
  return { division, kiosk, generation, sequence: Number(sequence) };
}

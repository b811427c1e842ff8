import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, expect, it } from 'vitest';
import { blackAndWhite } from './picture.ts';
import { readCoverage } from './font-coverage.ts';
import { cssFont, loadReceiptFonts, printableWith, type ReceiptFonts } from './receipt-fonts.ts';

const RARE = [...'玥喆翀㛃䶮𬭎'];
/** No character and never one: every font draws its box for it. */
const NO_CHARACTER = '\u{10ffff}';

let fonts: ReceiptFonts;

beforeAll(() => {
  fonts = loadReceiptFonts();
});

const SIZE = { widthDots: 64, heightDots: 64, dotsPerInch: 203 };

function drawn(sign: string, weight: 500 | 700): string {
  const pen = createCanvas(64, 64).getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 64, 64);
  pen.fillStyle = '#000';
  pen.font = cssFont({ sizeDots: 40, weight });
  pen.fillText(sign, 8, 48);
  return Buffer.from(blackAndWhite(pen.getImageData(0, 0, 64, 64).data, SIZE).bits).toString('hex');
}

it.each([500, 700] as const)('draws each rare name as itself and none as a box, at weight %i', (weight) => {
  const pictures = [...RARE, NO_CHARACTER, ' '].map((sign) => drawn(sign, weight));
  expect(new Set(pictures).size).toBe(pictures.length);
});

it('finds the rare names in our own font, not in whatever the machine has', () => {
  expect(fonts.printable(RARE.join(''))).toBe(RARE.join(''));
});

it('has every ideograph of the basic block that ordinary names use', () => {
  const basic = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  expect(basic.filter((sign) => fonts.printable(sign) !== sign)).toEqual([]);
});

it('prints the number of a character it lacks, never a box', () => {
  expect(fonts.printable('王\u{2a6a5}明')).toBe('王[U+2A6A5]明');
  expect(printableWith('A', () => false)).toBe('[U+0041]');
});

it('leaves out what only steers a layout', () => {
  expect(fonts.printable('王\u202e\u200d\u0000明\n先生')).toBe('王明 先生');
});

it('measures what it draws', () => {
  const font = { sizeDots: 40, weight: 500 } as const;
  expect(fonts.measure('玥喆', font)).toBeCloseTo(80, 1);
  expect(fonts.measure('玥喆', { ...font, sizeDots: 26 })).toBeCloseTo(52, 1);
});

it('refuses a file that is no font it can read', () => {
  expect(() => readCoverage(Buffer.alloc(64))).toThrow(/no table/);
});

// The fonts receipts are drawn with. They come with the program, so that paper looks the same on every machine.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { readCoverage } from './font-coverage.ts';
import type { Font, Measure, Weight } from './layout.ts';

/** Medium is the paper's ordinary weight: at 24 dots the strokes of Regular are one dot thin. */
const FILES: Record<Weight, string> = {
  500: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  700: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

export interface ReceiptFonts {
  measure: Measure;
  /** The same text without what no paper can show; a character the fonts lack as its number: '[U+20000]'. */
  printable(text: string): string;
}

const fromHere = createRequire(import.meta.url);

/** Loads the fonts: about 30 ms and 20 MB, once per process. */
export function loadReceiptFonts(): ReceiptFonts {
  const coverages = ([500, 700] as const).map(loadWeight);
  const hasGlyph = (codePoint: number) => coverages.every((covers) => covers(codePoint));
  const pen = createCanvas(1, 1).getContext('2d');
  return {
    measure(text, font) {
      pen.font = cssFont(font);
      return pen.measureText(text).width;
    },
    printable: (text) => printableWith(text, hasGlyph),
  };
}

/** Bytes, not a path: inside a packed program only Node can read the file. */
export function fontBytes(weight: Weight): Buffer {
  return readFileSync(fromHere.resolve(FILES[weight]));
}

function loadWeight(weight: Weight): (codePoint: number) => boolean {
  const bytes = fontBytes(weight);
  if (!GlobalFonts.has(familyOf(weight))) GlobalFonts.register(bytes, familyOf(weight));
  return readCoverage(bytes);
}

function familyOf(weight: Weight): string {
  return `OneWindow Receipt ${weight}`;
}

export function cssFont({ sizeDots, weight }: Pick<Font, 'sizeDots' | 'weight'>): string {
  return `${sizeDots}px "${familyOf(weight)}"`;
}

/** Control characters and marks that only steer a layout leave no ink; in a name they would only leave a box. */
const INKLESS = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

export function printableWith(text: string, hasGlyph: (codePoint: number) => boolean): string {
  return [...text]
    .map((sign) => {
      if (/\s/u.test(sign)) return ' ';
      if (INKLESS.test(sign)) return '';
      const codePoint = sign.codePointAt(0) ?? 0;
      return hasGlyph(codePoint) ? sign : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');
}

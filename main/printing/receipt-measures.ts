import type { RollPaper } from './paper.ts';

/** Sizes in dots of the paper's own printer. */
export interface ReceiptMeasures {
  widthDots: number;
  marginDots: number;
  /** The smallest size anything is written in. */
  smallDots: number;
  bodyDots: number;
  headingDots: number;
  stateDots: number;
  titleDots: number;
  numberDots: number;
  emblemDots: number;
  /** Width of the labels' column; null: labels stand above what they name. */
  labelDots: number | null;
  /** What a dot of a roll is in dots of this paper: gaps and lines grow with it. */
  scale: number;
  square: SquareMeasures;
}

export interface SquareMeasures {
  sideAtLeastDots: number;
  moduleAtLeastDots: number;
}

/** 25 mm: smaller squares are hard for a telephone to read. Half a millimetre a module: a worn head still draws that apart. */
const SQUARE_203: SquareMeasures = { sideAtLeastDots: 200, moduleAtLeastDots: 4 };
/** 30 mm, read from a desk. */
const SQUARE_300: SquareMeasures = { sideAtLeastDots: 354, moduleAtLeastDots: 6 };

/** 80 mm paper, of which 72 mm are printed. */
const WIDE: ReceiptMeasures = {
  widthDots: 576,
  marginDots: 24,
  smallDots: 24,
  bodyDots: 26,
  headingDots: 30,
  stateDots: 44,
  titleDots: 54,
  numberDots: 64,
  emblemDots: 84,
  labelDots: 120,
  scale: 1,
  square: SQUARE_203,
};

/** 58 mm paper, of which 48 mm are printed. */
const NARROW: ReceiptMeasures = {
  widthDots: 384,
  marginDots: 16,
  smallDots: 24,
  bodyDots: 26,
  headingDots: 28,
  stateDots: 35,
  titleDots: 40,
  numberDots: 52,
  emblemDots: 68,
  labelDots: null,
  scale: 1,
  square: SQUARE_203,
};

/** A4 at 300 dots an inch: margins of 25 mm, 11 points, nothing below 10. */
const A4: ReceiptMeasures = {
  widthDots: 2480,
  marginDots: 295,
  smallDots: 42,
  bodyDots: 46,
  headingDots: 54,
  stateDots: 76,
  titleDots: 104,
  numberDots: 118,
  emblemDots: 176,
  labelDots: 220,
  scale: 1.5,
  square: SQUARE_300,
};

export type PaperWidth = 576 | 384;

/** A quarter larger, for who reads the screen in large type; the paper is as wide as it is, so labels go above. */
const WIDE_LARGE: ReceiptMeasures = {
  ...WIDE,
  smallDots: 31,
  bodyDots: 34,
  headingDots: 38,
  stateDots: 50,
  titleDots: 60,
  numberDots: 66,
  labelDots: null,
};

const NARROW_LARGE: ReceiptMeasures = {
  ...NARROW,
  smallDots: 30,
  bodyDots: 33,
  headingDots: 35,
  titleDots: 42,
};

/** 14 points, nothing below 13. */
const A4_LARGE: ReceiptMeasures = {
  ...A4,
  smallDots: 54,
  bodyDots: 60,
  headingDots: 68,
  stateDots: 90,
  labelDots: 280,
};

export function measuresFor(widthDots: PaperWidth, isLarge = false): ReceiptMeasures {
  if (isLarge) return widthDots === 576 ? WIDE_LARGE : NARROW_LARGE;
  return widthDots === 576 ? WIDE : NARROW;
}

export function a4Measures(isLarge = false): ReceiptMeasures {
  return isLarge ? A4_LARGE : A4;
}

export function widthOf(paper: RollPaper): PaperWidth {
  return paper === '80mm' ? 576 : 384;
}

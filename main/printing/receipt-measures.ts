/** Sizes in dots, 8 to the millimetre. */
export interface ReceiptMeasures {
  widthDots: number;
  marginDots: number;
  bodyDots: number;
  headingDots: number;
  stateDots: number;
  titleDots: number;
  numberDots: number;
  emblemDots: number;
  /** Width of the labels' column; null: labels stand above what they name. */
  labelDots: number | null;
}

/** 80 mm paper, of which 72 mm are printed. */
const WIDE: ReceiptMeasures = {
  widthDots: 576,
  marginDots: 24,
  bodyDots: 26,
  headingDots: 30,
  stateDots: 44,
  titleDots: 54,
  numberDots: 64,
  emblemDots: 84,
  labelDots: 120,
};

/** 58 mm paper, of which 48 mm are printed. */
const NARROW: ReceiptMeasures = {
  widthDots: 384,
  marginDots: 16,
  bodyDots: 26,
  headingDots: 28,
  stateDots: 35,
  titleDots: 40,
  numberDots: 52,
  emblemDots: 68,
  labelDots: null,
};

export type PaperWidth = 576 | 384;

export function measuresFor(widthDots: PaperWidth): ReceiptMeasures {
  return widthDots === 576 ? WIDE : NARROW;
}

// The kinds of paper receipts go onto.
import { Type, type Static } from 'typebox';

/** Rolls by their width (8 dots a millimetre, of which 72 and 48 mm are printed), and the office's sheet. */
export const Paper = Type.Union([Type.Literal('80mm'), Type.Literal('58mm'), Type.Literal('A4')]);
export type Paper = Static<typeof Paper>;

export const RollPaper = Type.Union([Type.Literal('80mm'), Type.Literal('58mm')]);
export type RollPaper = Static<typeof RollPaper>;

/** What receipt printers have: 8 dots a millimetre. */
export const ROLL_DOTS_PER_INCH = 203;

/** What every office printer can, or twice or four times that. */
export const A4_DOTS_PER_INCH = 300;

/** 210 by 297 mm, as printers count it at this resolution (PWG 5102.4). */
export const A4_WIDTH_DOTS = 2480;
export const A4_HEIGHT_DOTS = 3508;

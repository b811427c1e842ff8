// What a receipt says on paper. Names are masked: the paper's text is the kiosk's clear index and stays on its disk.
import type { Locale, Text } from '../contract/text.ts';

export interface ReceiptPaper {
  format: 1;
  /** The citizen's language; legal lines are in Chinese as well. */
  locale: Locale;
  /** The citizen read the screen in large type. */
  largeType?: boolean;
  office: Text;
  kiosk: Text;
  number: string;
  matter: Text;
  /** Day and time of receipt at this machine, written out. */
  received: Text;
  /** '王**' */
  applicant: string;
  /** Documents to follow. */
  documents: { title: Text; due: Text }[];
  /** Documents that are dealt with: handed in, declared or spared. */
  settled?: { title: Text; says: Text }[];
  /** What happens next, in order. */
  next: Text[];
  helpAt: Text;
  phone: string;
  /** Text of the square. */
  qr: string;
}

// What the square on a receipt says: that this kiosk received that content at that time. No personal data. Any kiosk and
// `npm run verify` check it without a network, with the published kiosk keys.
import { readReceiptNumber } from './receipt-number.ts';

export interface ReceiptQr {
  number: string;
  /** UUID of the kiosk: which key signed it. */
  kiosk: string;
  /** Milliseconds since 1970 by the kiosk's clock. */
  at: number;
  /** First 16 bytes of the content hash, base64url. */
  hash: string;
}

export interface SignedReceiptQr extends ReceiptQr {
  /** The text that was signed. */
  body: string;
  signature: string;
}

/** The text that is signed: 'OW1.<number>.<kiosk>.<time in base 36>.<hash>'. */
export function receiptQrBody({ number, kiosk, at, hash }: ReceiptQr): string {
  return ['OW1', number, kiosk.replaceAll('-', ''), at.toString(36), hash].join('.');
}

/** The whole text of the square. */
export function receiptQrText(body: string, signature: string): string {
  return `${body}.${signature}`;
}

const SHAPE =
  /^OW1\.([0-9A-Z-]{15,32})\.([0-9a-f]{32})\.([0-9a-z]{1,11})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{86})$/;

/** Reads the text of a square. null: it is not one of ours. The signature is not checked here. */
export function readReceiptQr(text: string): SignedReceiptQr | null {
  const parts = SHAPE.exec(text.trim());
  if (parts === null) return null;
  const [, number = '', kiosk = '', time = '', hash = '', signature = ''] = parts;
  if (readReceiptNumber(number) === null) return null;
  return {
    number,
    kiosk: kiosk.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    at: Number.parseInt(time, 36),
    hash,
    body: text.trim().slice(0, -signature.length - 1),
    signature,
  };
}

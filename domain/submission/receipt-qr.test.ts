import { expect, it } from 'vitest';
import { receiptNumber } from './receipt-number.ts';
import { readReceiptQr, receiptQrBody, receiptQrText } from './receipt-qr.ts';

const qr = {
  number: receiptNumber({ division: '520103', kiosk: 'K012', generation: '1', sequence: 42 }),
  kiosk: '01933f5e-7c1a-7000-8000-0123456789ab',
  at: Date.UTC(2026, 10, 24, 2, 32),
  hash: 'A'.repeat(22),
};
const signature = 'b'.repeat(86);

it('is read back as it was written', () => {
  const body = receiptQrBody(qr);
  expect(readReceiptQr(receiptQrText(body, signature))).toEqual({ ...qr, body, signature });
});

it.each([
  ['another format', receiptQrText(receiptQrBody(qr), signature).replace('OW1', 'OW2')],
  [
    'a number whose check character is wrong',
    receiptQrText(receiptQrBody({ ...qr, number: '520103-K012-1-0042-0' }), signature).replace(/-.\./, '-?.'),
  ],
  ['a short signature', receiptQrText(receiptQrBody(qr), 'b')],
  ['a web address', 'https://example.org/?q=OW1'],
])('does not read %s', (_, text) => {
  expect(readReceiptQr(text)).toBeNull();
});

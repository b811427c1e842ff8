import { expect, it } from 'vitest';
import { text } from '../../domain/contract/text.ts';
import { sheetName } from './file-printer.ts';
import { isBlack } from './picture.ts';
import { testSheet } from './test-sheet.ts';

const AT = new Date('2026-11-24T02:32:00.000Z');
const kiosk = text('12 号自助机', 'Kiosk 12');

it.each([
  ['80mm', 576, 0],
  ['58mm', 384, 0],
  ['A4', 2480, 118],
] as const)('has a rule on %s that shows at either end what is cut off', (paper, widthDots, from) => {
  const [page] = testSheet({ paper, kiosk, at: AT }).pages;
  if (page === undefined) throw new Error('no page');
  expect(page.widthDots).toBe(widthDots);
  const top = paper === 'A4' ? 177 : 0;
  for (const x of [from, widthDots - from - 1]) expect(isBlack(page, x, top + 2)).toBe(true);
  // The bar, right across.
  const y = top + (paper === 'A4' ? 100 : 68);
  for (let x = from; x < widthDots - from; x += 1) expect(isBlack(page, x, y)).toBe(true);
});

it('has a name that can name a file, and another one a second later', () => {
  const [one, other] = [AT, new Date(AT.getTime() + 1000)].map((at) =>
    testSheet({ paper: '80mm', kiosk, at }),
  );
  expect(sheetName(one ?? { receiptNumber: '', copy: 1 })).toBe('TEST-20261124T023200.copy-1');
  expect(one?.receiptNumber).not.toBe(other?.receiptNumber);
});

// Test sheets on every printer of a machine.
import { expect, it } from 'vitest';
import { same } from '../../domain/contract/text.ts';
import { silentLog } from '../../lib/log.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { paperPrinter } from '../../tests/fakes/paper-printer.ts';
import { createHandOver } from '../printing/hand-over.ts';
import { createTestPrint } from './test-print.ts';

const { clock, timers } = manualTime(new Date('2026-11-24T02:32:00.000Z'));

function twoPrinters() {
  const [roll, office] = [paperPrinter(), paperPrinter()];
  const hand = (printer: typeof roll) => createHandOver(printer, timers, silentLog).hand;
  const print = createTestPrint(
    [
      { paper: '80mm', hand: hand(roll) },
      { paper: 'A4', hand: hand(office) },
    ],
    same('Kiosk 12'),
    clock,
  );
  return { roll, office, print };
}

it('goes to each printer once, drawn for its paper', async () => {
  const { roll, office, print } = twoPrinters();
  expect(await print()).toMatchObject({ isWell: true });
  expect([roll, office].map(({ tray }) => tray.map(({ pages }) => pages[0]?.widthDots))).toEqual([
    [576],
    [2480],
  ]);
});

it('is not well when one of them is not, and says which trouble to mend', async () => {
  const { roll, office, print } = twoPrinters();
  office.runOutOfPaper();
  const { isWell, says } = await print();
  expect(isWell).toBe(false);
  expect(says.en).toMatch(
    /^Test sheet TEST-\S+ went to the printer\..*; The test sheet was not printed: out of paper\. Put paper in$/,
  );
  expect(roll.tray).toHaveLength(1);
});

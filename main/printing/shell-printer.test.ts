import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { fail, ok } from '../../domain/result.ts';
import { factsWith, FORTY_DOCUMENTS } from '../../tests/golden/papers.ts';
import type { Sheet } from './printer.ts';
import { createSheetPen } from './sheet-pen.ts';
import { createShellPrinter } from './shell-printer.ts';
import type { SilentPrint, SilentPrintFault, SilentPrintJob } from './silent-print.ts';

const { signal } = new AbortController();
const facts = factsWith({}, { documents: FORTY_DOCUMENTS });

function sheetOn(paper: '80mm' | '58mm' | 'A4'): Sheet {
  const pages = createSheetPen(paper).draw(facts);
  return { receiptNumber: 'R-1', copy: 1, at: new Date(0), title: 'Receipt R-1', pages };
}

/** A host that remembers what it was asked. */
function host(fault: SilentPrintFault | null = null): SilentPrint & { jobs: SilentPrintJob[] } {
  const jobs: SilentPrintJob[] = [];
  return {
    jobs,
    print: async (job) => {
      jobs.push(job);
      return fault === null ? ok('spooled') : fail(fault);
    },
    printers: async () => ['Hall', 'Back office'],
  };
}

it.each([
  ['80mm', 80_000, 4000],
  ['58mm', 58_000, 5000],
] as const)('asks for a page of its own size on a roll of %s', async (paper, widthMicrons, leftMicrons) => {
  const shell = host();
  const sheet = sheetOn(paper);
  expect(await createShellPrinter('Hall', shell).print(sheet, signal)).toEqual({
    ok: true,
    value: 'sent-to-printer',
  });
  const [job] = shell.jobs;
  expect(job).toMatchObject({
    printer: 'Hall',
    title: 'Receipt R-1',
    pageSize: { widthMicrons },
    picture: { leftMicrons },
  });
  const heightMm = ((sheet.pages[0]?.heightDots ?? 0) / 203) * 25.4;
  expect(job?.pageSize.heightMicrons).toBeGreaterThanOrEqual(heightMm * 1000 - 50);
  expect(job?.pageSize.heightMicrons).toBeLessThan((heightMm + 1) * 1000);
});

it('hands over every page of a sheet of A4, as it was drawn', async () => {
  const shell = host();
  const sheet = sheetOn('A4');
  await createShellPrinter('Hall', shell).print(sheet, signal);
  const [job] = shell.jobs;
  expect(job?.pageSize).toEqual({ widthMicrons: 210_000, heightMicrons: 297_000 });
  expect(job?.pages).toHaveLength(sheet.pages.length);
  const { width, height } = PNG.sync.read(job?.pages[0] ?? Buffer.alloc(0));
  expect([width, height]).toEqual([2480, 3508]);
});

it.each([
  ['no-such-printer', { state: 'failed', code: 'no-such-printer' }],
  ['refused', { state: 'failed', code: 'refused' }],
  ['cancelled', { state: 'unknown', code: 'cancelled' }],
] as const)('says what came of it when the host answers %s', async (fault, error) => {
  expect(await createShellPrinter('Hall', host(fault)).print(sheetOn('58mm'), signal)).toEqual({
    ok: false,
    error,
  });
});

it('cannot tell how a printer is that the system knows, and misses one it does not', async () => {
  expect(await createShellPrinter('Hall', host()).report()).toMatchObject({
    state: 'unknown',
    trouble: null,
  });
  expect(await createShellPrinter('Elsewhere', host()).report()).toMatchObject({
    trouble: 'no-such-printer',
  });
});

it('is no printer in a host that cannot print', async () => {
  const printer = createShellPrinter('Hall', null);
  expect(await printer.print(sheetOn('58mm'), signal)).toEqual({
    ok: false,
    error: { state: 'failed', code: 'no-such-printer' },
  });
  expect(await printer.report()).toMatchObject({ trouble: 'no-such-printer' });
});

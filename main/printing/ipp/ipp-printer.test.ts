// What an office printer says of a job, and what the kiosk makes of it. A real IPP printer is in tests/integration.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { silentLog } from '../../../lib/log.ts';
import { startIppDesk, type IppDesk } from '../../../tests/fakes/ipp-desk.ts';
import { manualTime, type ManualTime } from '../../../tests/fakes/manual-time.ts';
import { factsWith } from '../../../tests/golden/papers.ts';
import type { Printer, Sheet } from '../printer.ts';
import { createReceiptPen } from '../receipt-picture.ts';
import { createIppPrinter } from './ipp-printer.ts';
import { until } from '../../../tests/until.ts';

const AT = new Date('2026-11-24T02:32:00.000Z');
const picture = createReceiptPen(576).draw(factsWith());
const sheet: Sheet = { receiptNumber: 'R-1', copy: 1, at: AT, title: '收件凭证 R-1', pages: [picture] };

let time: ManualTime;
let desk: IppDesk;
let printer: Printer;
let abort: AbortController;

beforeEach(async () => {
  time = manualTime(AT);
  abort = new AbortController();
  desk = await startIppDesk();
  printer = createIppPrinter({ url: desk.url, timers: time.timers, log: silentLog });
});

afterEach(() => desk.stop());

function print(): ReturnType<Printer['print']> {
  return printer.print(sheet, abort.signal);
}

async function jobArrived(): Promise<void> {
  await until(() => desk.jobs.length === 1);
}

/** Lets the kiosk look after the job again and again, until it has an answer. */
async function settled<T>(printed: Promise<T>): Promise<T> {
  let isSettled = false;
  void printed.then(() => (isSettled = true));
  while (!isSettled) {
    await until(() => isSettled || (time.nextIn() ?? Infinity) <= 500);
    if (!isSettled) time.pass(time.nextIn() ?? 0);
  }
  return printed;
}

const failed = (code: string) => ({ ok: false, error: { state: 'failed', code } });
const unknown = (code: string) => ({ ok: false, error: { state: 'unknown', code } });
const NEEDS_PAPER = { ok: false, error: { state: 'needs-paper', code: 'out-of-paper' } };

it('hands the sheet over as PDF, under its title and in nobody’s name', async () => {
  expect(await print()).toEqual({ ok: true, value: 'sent-to-printer' });
  const [job] = desk.jobs;
  expect(job?.document.subarray(0, 5).toString()).toBe('%PDF-');
  expect(job?.asked).toMatchObject({
    'job-name': '收件凭证 R-1',
    'document-format': 'application/pdf',
    'requesting-user-name': 'onewindow-kiosk',
  });
});

it('waits for the end of the job', async () => {
  desk.hold();
  const printed = print();
  await jobArrived();
  await until(() => time.nextIn() === 500);
  time.pass(500);
  desk.finish('completed');
  expect(await settled(printed)).toEqual({ ok: true, value: 'sent-to-printer' });
});

it.each([
  ['it is out of paper', 'media-empty-error', NEEDS_PAPER],
  ['it wants other paper', 'media-needed', NEEDS_PAPER],
  ['a cover is open', 'cover-open', failed('cover-open')],
  ['paper has jammed', 'media-jam-error', failed('jam')],
  ['its spool is full', 'spool-area-full-error', failed('no-space')],
  ['it is paused', 'paused', failed('offline')],
  ['the queue does not reach it', 'offline-report', failed('not-connected')],
  ['it stands still and does not say why', 'none', failed('offline')],
])('sends nothing while %s', async (_, reason, expected) => {
  desk.say(reason);
  expect(await print()).toEqual(expected);
  expect(desk.jobs).toEqual([]);
  expect(await printer.report()).toMatchObject({ state: expected.error.state, trouble: expected.error.code });
});

it('prints while only one of its trays is empty, and tells IT', async () => {
  const log = { ...silentLog, warn: vi.fn() };
  printer = createIppPrinter({ url: desk.url, timers: time.timers, log });
  desk.say('media-empty-warning', 'idle');
  expect(await print()).toMatchObject({ ok: true });
  expect(log.warn).toHaveBeenCalledWith('paper is nearly at its end', { state: 'paper-low' });
  expect(await printer.report()).toMatchObject({ state: 'ready', isPaperLow: true });
});

it('takes the job back when paper ends over it: nobody gets a stranger’s receipt with the new paper', async () => {
  desk.hold();
  const printed = print();
  await jobArrived();
  desk.say('media-empty-error');
  expect(await settled(printed)).toEqual(NEEDS_PAPER);
  expect(desk.jobs[0]?.state).toBe('canceled');
});

it('does not know, when some of it lay there before paper ended', async () => {
  desk.hold();
  const printed = print();
  await jobArrived();
  const [job] = desk.jobs;
  if (job !== undefined) job.sheets = 1;
  desk.say('media-empty-error');
  expect(await settled(printed)).toEqual(unknown('out-of-paper'));
});

it('takes a warning that lasts while nothing comes out for the reason', async () => {
  desk.hold();
  desk.say('media-empty-warning', 'processing');
  expect(await settled(print())).toEqual(NEEDS_PAPER);
});

it('finds that it came out after all when it wanted to take it back', async () => {
  desk.hold();
  const printed = print();
  await jobArrived();
  desk.finish('completed');
  desk.say('cover-open');
  expect(await settled(printed)).toEqual({ ok: true, value: 'sent-to-printer' });
});

it.each([
  ['aborted', 'aborted-by-system', 0, failed('printer-error')],
  ['aborted', 'document-format-error', 0, failed('refused')],
  ['aborted', 'aborted-by-system', 1, unknown('printer-error')],
  ['canceled', 'job-canceled-at-device', 0, unknown('cancelled')],
  ['completed', 'job-completed-with-errors', 1, unknown('printer-error')],
] as const)('a job that ended %s (%s, %i sheets)', async (end, reasons, sheets, expected) => {
  desk.hold();
  const printed = print();
  await jobArrived();
  desk.finish(end, reasons, sheets);
  expect(await settled(printed)).toEqual(expected);
});

it.each([
  ['server-error-busy', failed('busy')],
  ['server-error-temporary-error', failed('no-space')],
  ['client-error-document-format-not-supported', failed('refused')],
  ['client-error-not-authenticated', failed('refused')],
  ['server-error-device-error', failed('printer-error')],
])('a printer that takes no job: %s', async (status, expected) => {
  desk.turnAway(status);
  expect(await print()).toEqual(expected);
});

it('does not know what came out when the line breaks behind the sheet', async () => {
  desk.vanishOverNextJob();
  expect(await print()).toEqual(unknown('no-answer'));
  expect(desk.jobs).toHaveLength(1);
});

it('does not know what became of a job the printer has forgotten', async () => {
  desk.hold();
  const printed = print();
  await jobArrived();
  desk.forgetJobs();
  expect(await settled(printed)).toEqual(unknown('no-answer'));
});

it('knows that nothing was sent when nobody is there', async () => {
  await desk.stop();
  expect(await print()).toEqual(failed('not-connected'));
  desk = await startIppDesk();
});

it('takes a sign-in page for no printer', async () => {
  desk.becomeWebPage();
  expect(await print()).toEqual(failed('refused'));
  expect(await printer.report()).toMatchObject({ state: 'failed', trouble: 'refused' });
});

it('takes the job back when nobody waits any more', async () => {
  desk.hold();
  const printed = print();
  await jobArrived();
  // The printer's word that it has the job is on its way for a moment: until it is here, nobody knows which to take back.
  await until(() => time.nextIn() === 500);
  abort.abort();
  expect(await printed).toEqual(unknown('no-answer'));
  expect([desk.timesCancelled(), desk.jobs[0]?.state]).toEqual([1, 'canceled']);
});

it('prints nothing on a printer that reads nothing we write', async () => {
  desk.describe({ 'document-format-supported': ['application/vnd.hp-pcl'] });
  expect(await print()).toEqual(failed('refused'));
});

it('prints nothing on a printer without such paper, rather than cut a receipt off', async () => {
  desk.describe({ 'media-size-supported': [{ 'x-dimension': 21000, 'y-dimension': 29700 }] });
  expect(await print()).toEqual(failed('refused'));
});

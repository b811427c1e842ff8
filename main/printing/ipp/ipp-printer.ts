// A printer that speaks IPP, or a queue of the operating system. A job is followed to its end; one that cannot come out now is
// taken back, or it would come out when somebody else stands there.
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import {
  faultFor,
  notReady,
  pageCount,
  type PrintFault,
  type Printer,
  type PrinterReport,
  type PrinterTrouble,
  type Sheet,
} from '../printer.ts';
import { moreForPagesMs } from '../print-patience.ts';
import { untilAborted } from '../until-aborted.ts';

import { createExchange, type Exchange, type ExchangeFault } from './exchange.ts';
import { endOf, faultAfter, faultForStatus, isStandingStill, JOB_ATTRIBUTES, type JobEnd } from './job.ts';
import { isWell, numberOf, type Attributes } from './message.ts';
import { orderFor, type Order } from './order.ts';
import { reportOf, troubleOf } from './reasons.ts';

export interface IppParts {
  /** ipp: or ipps: */
  url: string;
  timers: Timers;
  log: Log;
}

type Printed = Result<'sent-to-printer', PrintFault>;

const NOBODY_KNOWS: PrintFault = { state: 'unknown', code: 'no-answer' };

const PRINTER_ATTRIBUTES = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'document-format-supported',
  'pwg-raster-document-resolution-supported',
  'pwg-raster-document-type-supported',
  'media-size-supported',
  'print-scaling-supported',
];

/** A page takes some seconds. A warning that lasts while nothing has come out for so long is the reason for it. */
const STANDS_STILL_AFTER_MS = 10_000;

/** Often enough for a citizen who waits, seldom enough for a small printer. */
export const LOOK_EVERY_MS = 500;

const TROUBLES: Record<ExchangeFault, PrinterTrouble> = {
  unreachable: 'not-connected',
  untrusted: 'not-trusted',
  lost: 'no-answer',
  'no-printer': 'refused',
};

export function createIppPrinter({ url, timers, log }: IppParts): Printer {
  const ask = createExchange(url, timers);

  async function bring(sheet: Sheet, signal: AbortSignal): Promise<Printed> {
    const printer = await printerOf(ask, signal);
    if (!printer.ok) return fail(faultFor(printer.error));
    const { trouble, isPaperLow } = reportOf(printer.value);
    if (trouble !== null) return fail(faultFor(trouble));
    if (isPaperLow) log.warn('paper is nearly at its end', { state: 'paper-low' });
    const order = await orderFor(printer.value, sheet);
    if (order === null) return fail(faultFor('refused'));
    const job = await send(ask, order, signal);
    return job.ok ? follow(job.value, pageCount(sheet), signal) : job;
  }

  async function follow(id: number, pages: number, signal: AbortSignal): Promise<Printed> {
    let takenBackFor: PrinterTrouble | null = null;
    let isLate = false;
    const late = timers.after(STANDS_STILL_AFTER_MS + moreForPagesMs(pages), () => (isLate = true));
    signal.addEventListener('abort', late.cancel, { once: true });
    while (!signal.aborted) {
      const job = await jobOf(ask, id);
      if (job === 'gone') return fail(NOBODY_KNOWS);
      // A printer that cannot be reached for a moment still prints.
      const end = job === 'no-answer' ? null : endOf(job);
      const standsStill = isLate || (job !== 'no-answer' && isStandingStill(job));
      const trouble: PrinterTrouble | null = takenBackFor ?? (await troubleNow(ask, standsStill));
      if (job !== 'no-answer' && end !== null) return ended(end, job, trouble);
      if (trouble !== null && takenBackFor === null) {
        await takeBack(ask, id);
        takenBackFor = trouble;
      } else {
        await untilAborted(pause(timers), signal);
      }
    }
    await takeBack(ask, id);
    return fail(NOBODY_KNOWS);
  }

  return {
    print: bring,
    async report(): Promise<PrinterReport> {
      const printer = await printerOf(ask);
      return printer.ok ? reportOf(printer.value) : notReady(printer.error);
    },
  };
}

async function printerOf(ask: Exchange, signal?: AbortSignal): Promise<Result<Attributes, PrinterTrouble>> {
  const about = { 'requested-attributes': PRINTER_ATTRIBUTES };
  const reply = await ask({ operation: 'Get-Printer-Attributes', about }, signal);
  if (!reply.ok) return fail(TROUBLES[reply.error]);
  return isWell(reply.value) ? ok(reply.value.printer) : fail('refused');
}

/** The number of the job that the printer has made of it. */
async function send(ask: Exchange, order: Order, signal: AbortSignal): Promise<Result<number, PrintFault>> {
  const reply = await ask({ operation: 'Print-Job', ...order }, signal);
  // Cut off while it was sent, or before the answer came: the printer may have it all.
  if (!reply.ok) return fail(reply.error === 'lost' ? NOBODY_KNOWS : faultFor(TROUBLES[reply.error]));
  if (!isWell(reply.value)) return fail(faultForStatus(reply.value.status));
  const id = numberOf(reply.value.job['job-id']);
  return id === null ? fail(NOBODY_KNOWS) : ok(id);
}

function pause(timers: Timers): Promise<void> {
  return new Promise((resolve) => timers.after(LOOK_EVERY_MS, resolve));
}

/** What keeps the printer from printing, as far as it says. */
async function troubleNow(ask: Exchange, standsStill: boolean): Promise<PrinterTrouble | null> {
  const printer = await printerOf(ask);
  if (!printer.ok) return null;
  return standsStill ? troubleOf(printer.value, true) : reportOf(printer.value).trouble;
}

function ended(end: JobEnd, job: Attributes, trouble: PrinterTrouble | null): Printed {
  const fault = faultAfter(end, job, trouble);
  return fault === null ? ok('sent-to-printer') : fail(fault);
}

async function takeBack(ask: Exchange, id: number): Promise<void> {
  await ask({ operation: 'Cancel-Job', about: { 'job-id': id } });
}

async function jobOf(ask: Exchange, id: number): Promise<Attributes | 'no-answer' | 'gone'> {
  const about = { 'job-id': id, 'requested-attributes': JOB_ATTRIBUTES };
  const reply = await ask({ operation: 'Get-Job-Attributes', about });
  if (!reply.ok) return 'no-answer';
  return isWell(reply.value) ? reply.value.job : 'gone';
}

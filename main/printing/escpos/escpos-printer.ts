// A receipt printer that speaks ESC/POS. It is asked how it is before a sheet and while it prints, and only its own word that
// the last line was worked off makes a sheet `sent-to-printer`.
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import {
  CANNOT_TELL,
  faultFor,
  notReady,
  READY,
  type PrinterReport,
  type PrintFault,
  type Printer,
  type PrinterTrouble,
  type Sheet,
} from '../printer.ts';
import { untilAborted } from '../until-aborted.ts';
import { bandsOf, BEGIN, CLEAR, CUT, FEED_TO_TEAR } from './commands.ts';
import { deliver, type Delivered } from './deliver.ts';
import type { Carrier } from './line.ts';
import type { Status } from './status.ts';
import { createTalk, type Talk } from './talk.ts';

export interface EscPosParts {
  carrier: Carrier;
  hasCutter: boolean;
  /** Whether the printer, and what lies between, answers at all. */
  tellsState: boolean;
  timers: Timers;
  log: Log;
}

type Printed = Result<'sent-to-printer', PrintFault>;

const NOBODY_KNOWS: PrintFault = { state: 'unknown', code: 'no-answer' };

export function createEscPosPrinter(parts: EscPosParts): Printer {
  const { carrier, timers, log, tellsState } = parts;
  /** One line at a time: printers have room for one. */
  let isOnTheLine = false;
  /** Part of a sheet hangs out of it, which the next one must not be joined to. */
  let isTornOff = false;

  async function withTalk<T>(
    step: (talk: Talk) => Promise<T>,
    otherwise: (trouble: PrinterTrouble) => T,
  ): Promise<T> {
    if (isOnTheLine) return otherwise('busy');
    isOnTheLine = true;
    try {
      const opened = await carrier.open();
      if (!opened.ok) return otherwise(opened.error);
      const talk = createTalk(opened.value, timers);
      return await step(talk).finally(() => talk.hangUp());
    } finally {
      isOnTheLine = false;
    }
  }

  async function bring(talk: Talk, sheet: Sheet, signal: AbortSignal): Promise<Printed> {
    const before = await talk.status();
    const trouble = before === null ? 'no-answer' : troubleIn(before);
    if (trouble !== null) return fail(faultFor(trouble));
    const delivered = await deliver(talk, piecesOf(sheet, isTornOff, parts), signal);
    isTornOff = delivered.end !== 'worked-off';
    if (isTornOff) return takeBack(talk, delivered);
    await noticePaper(talk);
    return ok('sent-to-printer');
  }

  /** What still waits in the printer must not come out when paper is put in: it would be half a receipt. */
  async function takeBack(talk: Talk, delivered: Delivered): Promise<Printed> {
    void talk.send(CLEAR);
    return fail(faultOf(delivered));
  }

  async function noticePaper(talk: Talk): Promise<void> {
    if ((await talk.status())?.isPaperLow === true)
      log.warn('paper is nearly at its end', { state: 'paper-low' });
  }

  return {
    print: (sheet, signal) =>
      withTalk<Printed>(
        (talk) => (tellsState ? bring(talk, sheet, signal) : throwOver(talk, sheet, parts, signal)),
        (trouble) => fail(faultFor(trouble)),
      ),
    report: () =>
      withTalk<PrinterReport>(
        async (talk) => (tellsState ? reportOf(await talk.status()) : CANNOT_TELL),
        notReady,
      ),
  };
}

/** Everything that is sent, in pieces of which each is a whole command. */
function piecesOf({ pages }: Sheet, isTornOff: boolean, { hasCutter }: EscPosParts): Uint8Array[] {
  const end = hasCutter ? CUT : FEED_TO_TEAR;
  return [BEGIN, ...(isTornOff ? [end] : []), ...pages.flatMap((page) => [...bandsOf(page), end])];
}

function troubleIn({ cause, isOffline }: Status): PrinterTrouble | null {
  return cause ?? (isOffline ? 'offline' : null);
}

function reportOf(status: Status | null): PrinterReport {
  if (status === null) return notReady('no-answer');
  const trouble = troubleIn(status);
  return trouble === null ? { ...READY, isPaperLow: status.isPaperLow } : notReady(trouble);
}

/** As long as something was not sent nothing whole came out; behind the last byte nobody knows. */
function faultOf(delivered: Delivered): PrintFault {
  switch (delivered.end) {
    case 'stopped':
      return faultFor(delivered.because);
    case 'silent':
      return delivered.isAllSent ? NOBODY_KNOWS : faultFor('not-connected');
    case 'aborted':
      return delivered.isAllSent ? NOBODY_KNOWS : faultFor('no-answer');
    case 'worked-off':
      throw new Error('nothing went wrong');
  }
}

/** To a printer that never answers: what it has taken is all that can be known. */
async function throwOver(
  talk: Talk,
  sheet: Sheet,
  parts: EscPosParts,
  signal: AbortSignal,
): Promise<Printed> {
  for (const piece of piecesOf(sheet, false, parts)) {
    if ((await untilAborted(talk.send(piece), signal)) !== true) return fail(NOBODY_KNOWS);
  }
  return ok('sent-to-printer');
}

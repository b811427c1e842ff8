// Prints what was asked for, one sheet at a time, oldest first. A sheet is marked before it is handed over: a crash leaves
// `unknown`, never a silent second one. `sent-to-printer` is the most that is ever said; nobody here saw paper.
import { fail } from '../../domain/result.ts';
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { PrintJob, PrintState } from '../store/print-jobs.ts';
import type { Store } from '../store/store.ts';
import { createHandOver, type Handed } from './hand-over.ts';
import type { Paper } from './paper.ts';
import { pauseMs, waitedForSince } from './print-patience.ts';
import { faultFor, type Printer, type PrinterReport, type Sheet } from './printer.ts';
import { standingOf } from './receipt-facts.ts';
import { createSheetPen, type SheetPen } from './sheet-pen.ts';
import { receiptTitle } from './receipt-words.ts';

export interface PrintWorkerParts {
  store: Store;
  printer: Printer;
  clock: Clock;
  timers: Timers;
  log: Log;
  paper: Paper;
}

export interface PrintWorker {
  /** There may be something to print now. */
  wake(): void;
  /** Prints until nothing is left that can be printed now. */
  drain(): Promise<void>;
  /** Prints a sheet that is no receipt, between two that are. */
  test(sheet: Sheet): Promise<Handed>;
  /** What the printer says of itself. */
  report(): Promise<PrinterReport>;
  /** Hears of every change of a print job, by the sequence of its receipt. Returns how to unsubscribe. */
  onChange(listener: (sequence: number) => void): () => void;
  stop(): Promise<void>;
}

export function createPrintWorker(parts: PrintWorkerParts): PrintWorker {
  const { store, printer, clock, timers, log } = parts;
  const pen = createSheetPen(parts.paper);
  const handOver = createHandOver(printer, timers, log);
  const listeners = new Set<(sequence: number) => void>();
  let running: Promise<void> | null = null;
  let again = false;
  let isStopped = false;
  /** Tries again in a row that brought nothing. */
  let vainTries = 0;
  let pending: { cancel(): void } | null = null;

  function start(first: () => Promise<void> = () => Promise.resolve()): void {
    if (isStopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    pending?.cancel();
    again = false;
    running = run(first)
      .catch((error: unknown) => {
        log.unexpected('printing failed', error);
        tryLater();
      })
      .finally(() => {
        running = null;
        if (again) start();
      });
  }

  async function run(first: () => Promise<void>): Promise<void> {
    await tidy();
    await first();
    for (let job = await nextJob(); job !== null; job = await nextJob()) {
      if (!(await print(job))) continue;
      vainTries = 0;
      await requeue();
    }
    if ((await store.printJobs.waiting(since())) > 0) tryLater();
  }

  function underWay(): Promise<void> {
    return running ?? Promise.resolve();
  }

  function since(): string {
    return waitedForSince(clock.now());
  }

  function nextJob(): Promise<PrintJob | null> {
    return isStopped ? Promise.resolve(null) : store.printJobs.nextQueued();
  }

  /** Nothing of ours is in the printer now: what is still marked so is not known. What waited too long waits no more. */
  async function tidy(): Promise<void> {
    tell(await store.printJobs.reclaim('not-recorded'));
    tell(await store.printJobs.giveUp(clock.now().toISOString(), since()));
  }

  async function requeue(): Promise<void> {
    tell(await store.printJobs.requeue(clock.now().toISOString(), since()));
  }

  function tryLater(): void {
    if (isStopped) return;
    pending?.cancel();
    pending = timers.after(pauseMs(vainTries), () => {
      vainTries += 1;
      start(requeueIfReady);
    });
  }

  /** Asking first spares a citizen the sight of a job that flickers between waiting and sending. */
  async function requeueIfReady(): Promise<void> {
    const { state } = await handOver.report();
    if (state === 'ready' || state === 'unknown') await requeue();
  }

  /** Whether the printer took it. */
  async function print(job: PrintJob): Promise<boolean> {
    const sheet = await drawSafely(job);
    if (sheet === null) return false;
    await mark(job, 'sending', null);
    const begun = clock.monotonicMs();
    const handed = await handOver.hand(sheet);
    const { state, code } = handed.ok ? { state: handed.value, code: null } : handed.error;
    const fields = { sequence: job.sequence, count: job.copy, state, ...(code === null ? {} : { code }) };
    log.info('receipt handed to the printer', { ...fields, milliseconds: clock.monotonicMs() - begun });
    await mark(job, state, code);
    return handed.ok;
  }

  async function drawSafely(job: PrintJob): Promise<Sheet | null> {
    try {
      return await sheetOf(job, store, pen, clock);
    } catch (error) {
      log.unexpected('receipt not drawn', error);
      await mark(job, 'failed', 'not-drawn');
      return null;
    }
  }

  async function mark(job: PrintJob, state: PrintState, trouble: string | null): Promise<void> {
    await store.printJobs.mark(job.id, state, trouble, clock.now().toISOString());
    tell([job.sequence]);
  }

  function tell(sequences: number[]): void {
    for (const sequence of new Set(sequences)) for (const listener of listeners) listener(sequence);
  }

  return {
    wake: () => start(),
    async drain() {
      start();
      while (running !== null) await running;
    },
    async test(sheet) {
      while (running !== null) await running;
      if (isStopped) return fail(faultFor('offline'));
      const { promise, resolve } = Promise.withResolvers<Handed>();
      start(async () => resolve(await handOver.hand(sheet)));
      // What came before it may fail: then nothing was begun.
      void underWay().finally(() => resolve(fail(faultFor('no-answer'))));
      return promise;
    },
    report: () => handOver.report(),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      isStopped = true;
      again = false;
      pending?.cancel();
      const last = handOver.hurry();
      await running;
      last.cancel();
    },
  };
}

/** The sheet as things stand now: a reprint after the platform has answered says so. */
async function sheetOf(job: PrintJob, store: Store, pen: SheetPen, clock: Clock): Promise<Sheet> {
  const receipt = await store.receipts.bySequence(job.sequence);
  const submission = await store.submissions.bySequence(job.sequence);
  if (receipt === null || submission === null) throw new Error('a print job without a receipt');
  const at = clock.now();
  const { number, paper } = receipt;
  const { copy } = job;
  const pages = pen.draw({ paper, copy, standing: standingOf(submission.state), at });
  return { receiptNumber: number, copy, at, title: receiptTitle(number, copy), pages };
}

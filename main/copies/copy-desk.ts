// Prints full copies, one at a time. What one says is held here, in memory, until it is printed or its owner leaves, and is
// never written down: the store only learns that it was asked for and what became of it. So unlike a receipt it does not
// outlive the process, and paper that is put in later brings nothing out that nobody waits for.
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { HandOver } from '../printing/hand-over.ts';
import { pauseMs, waitedForSince } from '../printing/print-patience.ts';
import type { Sheet } from '../printing/printer.ts';
import type { PrintJob, PrintState } from '../store/print-jobs.ts';
import type { Store } from '../store/store.ts';

/** `copy`: which one it is. Throws where it cannot be drawn. */
export type DrawCopy = (copy: number, at: Date) => Sheet;

export interface CopyDeskParts {
  store: Store;
  printer: HandOver;
  clock: Clock;
  timers: Timers;
  log: Log;
}

export interface CopyDesk {
  /** Puts down that a copy of this application is wanted, and begins. */
  ask(sequence: number, draw: DrawCopy): Promise<void>;
  /** Its owner has gone: what is under way is ended, what waits for paper or for the printer is dropped. */
  forget(): void;
  /** Hears of every change of a copy, by the sequence of its application. Returns how to unsubscribe. */
  onChange(listener: (sequence: number) => void): () => void;
  /** Settles when nothing is left that can be printed now. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

interface Order {
  job: PrintJob;
  draw: DrawCopy;
  /** Somebody stands here who would take it. */
  isAwaited: boolean;
  vainTries: number;
}

export function createCopyDesk({ store, printer, clock, timers, log }: CopyDeskParts): CopyDesk {
  const listeners = new Set<(sequence: number) => void>();
  /** What is to be printed now, in its turn. */
  let turn: Promise<void> = Promise.resolve();
  /** Orders that are not settled yet. */
  const open = new Set<Order>();
  /** The one that did not come out and is tried again. */
  let waiting: { order: Order; pause: { cancel(): void } } | null = null;
  let isStopped = false;

  function inTurn(step: () => Promise<void>): void {
    turn = turn.then(step).catch((error: unknown) => void log.unexpected('copy not printed', error));
  }

  async function print(order: Order): Promise<void> {
    if (isStopped) return drop(order, 'restarted');
    const sheet = await drawSafely(order);
    if (sheet === null) return;
    await mark(order, 'sending', null);
    const begun = clock.monotonicMs();
    const handed = await printer.hand(sheet);
    const { state, code } = handed.ok ? { state: handed.value, code: null } : handed.error;
    const { sequence, copy } = order.job;
    const fields = { sequence, count: copy, state, ...(code === null ? {} : { code }) };
    log.info('copy handed to the printer', { ...fields, milliseconds: clock.monotonicMs() - begun });
    await mark(order, state, code);
    if (handed.ok || state === 'unknown' || !order.isAwaited || isStopped) open.delete(order);
    else tryLater(order);
  }

  async function drawSafely(order: Order): Promise<Sheet | null> {
    try {
      return order.draw(order.job.copy, clock.now());
    } catch (error) {
      log.unexpected('copy not drawn', error);
      await drop(order, 'not-drawn');
      return null;
    }
  }

  function tryLater(order: Order): void {
    const pause = timers.after(pauseMs(order.vainTries), () => {
      order.vainTries += 1;
      inTurn(() => again(order));
    });
    waiting = { order, pause };
  }

  /** Asking the printer first spares a citizen the sight of a copy that flickers between waiting and sending. */
  async function again(order: Order): Promise<void> {
    if (waiting?.order !== order) return;
    if (order.job.askedAt < waitedForSince(clock.now())) return dropWaiting('waited-too-long');
    const { state } = await printer.report();
    if (waiting?.order !== order) return;
    if (state !== 'ready' && state !== 'unknown') return tryLater(order);
    waiting = null;
    await print(order);
  }

  /** It comes out no more. */
  async function drop(order: Order, trouble: string): Promise<void> {
    open.delete(order);
    await mark(order, 'failed', trouble);
  }

  function dropWaiting(trouble: string): void {
    if (waiting === null) return;
    const { order, pause } = waiting;
    pause.cancel();
    waiting = null;
    inTurn(() => drop(order, trouble));
  }

  async function mark({ job }: Order, state: PrintState, trouble: string | null): Promise<void> {
    await store.copyJobs.mark(job.id, state, trouble, clock.now().toISOString());
    for (const listener of listeners) listener(job.sequence);
  }

  return {
    async ask(sequence, draw) {
      const askedAt = clock.now().toISOString();
      const job = await store.transaction((stores) => stores.copyJobs.add(sequence, askedAt));
      // Of two that nobody has yet, only the later one comes out.
      dropWaiting('asked-again');
      const order = { job, draw, isAwaited: true, vainTries: 0 };
      open.add(order);
      inTurn(() => print(order));
    },
    forget() {
      for (const order of open) order.isAwaited = false;
      dropWaiting('owner-left');
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    drain: async () => {
      for (let last = null; last !== turn;) {
        last = turn;
        await turn;
      }
    },
    async stop() {
      isStopped = true;
      dropWaiting('restarted');
      const last = printer.hurry();
      await turn;
      last.cancel();
    },
  };
}

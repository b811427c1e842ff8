// The kiosk, put together in one place. Hosts bring a window; everything else is decided here.
import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KioskEvent } from '../domain/contract/kiosk-events.ts';
import { text } from '../domain/contract/text.ts';
import type { Place } from '../domain/contract/views.ts';
import { systemClock, systemTimers, type Clock, type Timers } from '../lib/clock.ts';
import { openSigningKey } from '../lib/keys.ts';
import type { Log } from '../lib/log.ts';
import { loadProcedures } from '../lib/procedures/load.ts';
import type { ProcedureShelf } from '../lib/procedures/shelf.ts';
import { compile } from '../lib/schema.ts';
import { closedDispatch } from './closed-kiosk.ts';
import type { KioskConfig } from './config.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { openPrinter } from './printing/open-printer.ts';
import { createPrintWorker, type PrintWorker } from './printing/print-worker.ts';
import type { Printer } from './printing/printer.ts';
import { paperOf } from './printing/printer-config.ts';
import type { SilentPrint } from './printing/silent-print.ts';
import { createProgressDesk } from './sessions/progress.ts';
import { createQuestionCounter } from './sessions/question-counter.ts';
import { createSessions, type Sessions } from './sessions/service.ts';
import type { Enrolment } from './store/enrolment.ts';
import { openStore, type Store, type StoreFault } from './store/store.ts';
import { createStorage, type Storage } from './submissions/reserve.ts';
import { createSubmitter } from './submissions/submitter.ts';
import { createLink, type Link } from './sync/link.ts';
import { createOutboxWorker, type OutboxWorker } from './sync/outbox-worker.ts';
import { createPlatformClient, type PlatformClient } from './sync/platform-client.ts';

export interface KioskOptions {
  folder: string;
  config: KioskConfig;
  log: Log;
  clock?: Clock;
  timers?: Timers;
  /** In [0, 1). */
  random?: () => number;
  printer?: Printer | null;
  /** The host's own printing; a host without any leaves it out. */
  silentPrint?: SilentPrint;
}

export interface Kiosk {
  dispatch: Dispatch;
  /** Returns how to unsubscribe. */
  subscribe(listener: (event: KioskEvent) => void): () => void;
  /** Waits until everything that can be printed and sent now has been. */
  drain(): Promise<void>;
  /**
   * The window was lost while somebody may have stood before it: whoever looks next is asked who they are, and unless
   * they answer everything is cleared. `how` is a word for the journal.
   */
  windowLost(how: string): void;
  /** Clears everything and serves nobody, with K-02 on the screen, until `reopen`. */
  close(): void;
  reopen(): void;
  stop(): Promise<void>;
}

/** The procedures that came with the program. */
export const OWN_PROCEDURES = fileURLToPath(new URL('../procedures', import.meta.url));

export function signingKeyFile(folder: string): string {
  return join(folder, 'kiosk.key');
}

export function proceduresFolder(config: KioskConfig): string {
  return config.procedures ?? OWN_PROCEDURES;
}

const UNKNOWN_PLACE = { office: text('政务服务大厅', 'Service center'), kiosk: text('自助机', 'Kiosk') };

/** Opens the data folder and starts the kiosk's services. A damaged store gives a kiosk that says so. */
export async function createKiosk(options: KioskOptions): Promise<Kiosk> {
  const { folder, config, log, clock = systemClock, timers = systemTimers } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const shelf = await loadProcedures(proceduresFolder(config));
  for (const fault of shelf.faults)
    log.warn('procedure not loaded', { path: fault.file, place: fault.place });
  const opened = await openStore(folder);
  if (!opened.ok) return closedKiosk(options, opened.error);
  const store = opened.value;
  const enrolment = await store.enrolment.get();
  const storage = createStorage(folder, config.storage);
  await storage.fillReserve();
  return openKiosk({ ...options, clock, timers }, { shelf, store, enrolment, storage });
}

interface Opened {
  shelf: ProcedureShelf;
  store: Store;
  enrolment: Enrolment | null;
  storage: Storage;
}

type Given = KioskOptions & { clock: Clock; timers: Timers };

interface Sync {
  client: PlatformClient;
  outbox: OutboxWorker;
  link: Link;
}

function placeOf(config: KioskConfig, enrolment: Enrolment | null): Place {
  return { ...(enrolment?.place ?? UNKNOWN_PLACE), ...config.place };
}

function openKiosk(given: Given, opened: Opened): Kiosk {
  const { config, clock, timers, log } = given;
  const { store, enrolment, shelf, storage } = opened;
  const listeners = createListeners();
  const place = placeOf(config, enrolment);
  const printer = startPrinting(given, store, (sequence) => sessions.noteSubmission(sequence));
  const sync = enrolment === null ? null : startSync(given, store, enrolment, () => sessions);
  const key = openSigningKey(signingKeyFile(given.folder));
  const sessions: Sessions = createSessions({
    config,
    place,
    shelf,
    store,
    submitter:
      enrolment === null ? null : createSubmitter({ store, enrolment, place, key, storage, clock, log }),
    closed: enrolment === null ? { code: 'K-01', because: 'not-enrolled' } : null,
    storage,
    progress: createProgressDesk(store, sync?.client ?? null, shelf),
    counter: createQuestionCounter(store, clock, log),
    clock,
    timers,
    log,
    linkState: () => sync?.link.state() ?? 'offline',
    onSubmitted: () => {
      printer?.wake();
      sync?.outbox.wake();
      void storage.fillReserve().catch((error: unknown) => log.unexpected('reserve not refilled', error));
    },
    onPrintAsked: () => printer?.wake(),
    emit: listeners.emit,
  });
  printer?.wake();
  sync?.link.start();
  return {
    dispatch: createDispatch(sessions.handlers, compile, log),
    subscribe: listeners.subscribe,
    windowLost: sessions.windowLost,
    close: sessions.close,
    reopen: sessions.reopen,
    async drain() {
      await printer?.drain();
      await sync?.link.check();
      await sync?.outbox.drain();
    },
    async stop() {
      sync?.client.close();
      await sync?.link.stop();
      await sync?.outbox.stop();
      await printer?.stop();
      await sessions.stop();
      await store.close();
    },
  };
}

function closedKiosk({ config, log, clock = systemClock }: KioskOptions, fault: StoreFault): Kiosk {
  log.warn('store not served', { code: fault.code, state: fault.reason });
  return {
    dispatch: closedDispatch(fault.code, placeOf(config, null), config.locale, clock, log),
    subscribe: () => () => {},
    drain: () => Promise.resolve(),
    windowLost: (how) => log.warn('window lost', { state: how }),
    close: () => {},
    reopen: () => {},
    stop: () => Promise.resolve(),
  };
}

function startPrinting(
  { config, folder, clock, timers, log, printer, silentPrint }: Given,
  store: Store,
  onChange: (sequence: number) => void,
): PrintWorker | null {
  const chosen =
    printer === undefined
      ? openPrinter(config.printer, { folder, timers, log, silentPrint: silentPrint ?? null })
      : printer;
  if (chosen === null) return null;
  const paper = paperOf(config.printer);
  const worker = createPrintWorker({ store, printer: chosen, clock, timers, log, paper });
  worker.onChange(onChange);
  return worker;
}

function startSync(given: Given, store: Store, enrolment: Enrolment, sessions: () => Sessions): Sync {
  const { config, clock, timers, log, random = () => randomInt(2 ** 32) / 2 ** 32 } = given;
  const platformKey = enrolment.platformSigningKey;
  const client = createPlatformClient({
    url: enrolment.platformUrl,
    platformKey,
    kiosk: enrolment.kiosk,
    key: openSigningKey(signingKeyFile(given.folder)),
    clock,
    timeoutMs: config.sync.timeoutSeconds * 1000,
    clockOffsetMs: () => store.enrolment.clockOffset(),
  });
  const outbox = createOutboxWorker({
    store,
    client,
    platformKey,
    clock,
    timers,
    random,
    log,
    onChange: (sequence) => sessions().noteSubmission(sequence),
    onExchange: (trouble) => link.note(trouble),
  });
  const link = createLink({
    client,
    store,
    clock,
    timers,
    random,
    log,
    checkEveryMs: config.sync.checkEverySeconds * 1000,
    spreadMs: config.sync.spreadSeconds * 1000,
    onChange: () => sessions().noteStatus(),
    onRestored: () => outbox.wake(),
  });
  return { client, outbox, link };
}

function createListeners() {
  const listeners = new Set<(event: KioskEvent) => void>();
  return {
    subscribe(listener: (event: KioskEvent) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit(event: KioskEvent): void {
      for (const listener of listeners) listener(event);
    },
  };
}

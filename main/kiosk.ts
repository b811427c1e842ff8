// The kiosk, put together in one place. Hosts bring a window; everything else is decided here.
import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KioskEvent } from '../domain/contract/kiosk-events.ts';
import { text } from '../domain/contract/text.ts';
import type { Place } from '../domain/contract/views.ts';
import { systemClock, systemTimers, type Clock, type Timers } from '../lib/clock.ts';
import { openSigningKey, type SigningKey } from '../lib/keys.ts';
import type { Log } from '../lib/log.ts';
import { loadProcedures } from '../lib/procedures/load.ts';
import { OWN_PROCEDURES } from '../lib/procedures/own-procedures.ts';
import type { ProcedureShelf } from '../lib/procedures/shelf.ts';
import { loadRatings, type RatingShelf } from '../lib/procedures/rating-shelf.ts';
import { compile } from '../lib/schema.ts';
import { closedDispatch } from './closed-kiosk.ts';
import type { KioskConfig } from './config.ts';
import { openReader } from './devices/card-reader/open-reader.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { mountedBelow } from './devices/usb/mounts.ts';
import { createMountedMedia } from './devices/usb/mounted-media.ts';
import type { RemovableMedia } from './devices/usb/removable-media.ts';
import { createCameraGate, type CameraGate } from './documents/camera-gate.ts';
import { createDocumentRoom, type DocumentRoom } from './documents/document-room.ts';
import { createVault, type Vault } from './documents/vault.ts';
import { openPrinter } from './printing/open-printer.ts';
import { createPrintWorker, type PrintWorker } from './printing/print-worker.ts';
import type { Printer } from './printing/printer.ts';
import { paperOf } from './printing/printer-config.ts';
import type { SilentPrint } from './printing/silent-print.ts';
import { createRecords } from './records/records.ts';
import { createRatingDesk, type RatingDesk } from './ratings/rating-desk.ts';
import { createRatingWorker } from './ratings/rating-worker.ts';
import { createProgressDesk } from './sessions/progress.ts';
import { createQuestionCounter } from './sessions/question-counter.ts';
import { createSessions, type Sessions } from './sessions/service.ts';
import type { CaseKeeper } from './drafts/case-keeper.ts';
import type { Enrolment } from './store/enrolment.ts';
import { openStore, type Store, type StoreFault } from './store/store.ts';
import { createStorage, type Storage } from './submissions/reserve.ts';
import { openCaseKeeper, openStaff, openStaffBook } from './staff/open-staff.ts';
import type { StaffBook } from './staff/staff-book.ts';
import { createSubmitter } from './submissions/submitter.ts';
import type { Lane } from './sync/lane.ts';
import { createDocumentWorker } from './sync/document-worker.ts';
import { createLink, type Link } from './sync/link.ts';
import { createOutboxWorker, type OutboxWorker } from './sync/outbox-worker.ts';
import { createRawExchange } from './sync/signed-exchange.ts';
import { createPlatformClient, type PlatformClient } from './sync/platform-client.ts';

export interface KioskOptions {
  folder: string;
  config: KioskConfig;
  log: Log;
  clock?: Clock;
  timers?: Timers;
  /** Procedures that are loaded already; read from the configured folder unless they are given. */
  shelf?: ProcedureShelf;
  /** In [0, 1). */
  random?: () => number;
  printer?: Printer | null;
  /** Where the configuration was read; kiosk.config.json in the folder unless it is given. */
  configFile?: string;
  /** Where files are read from; null: from nowhere; left out: from the sticks that are mounted. */
  media?: RemovableMedia | null;
  /** The host's own printing; a host without any leaves it out. */
  silentPrint?: SilentPrint;
}

export interface Kiosk {
  dispatch: Dispatch;
  /** Returns how to unsubscribe. */
  subscribe(listener: (event: KioskEvent) => void): () => void;
  /** Whether the screen may use the camera: hosts keep to it. */
  camera: Pick<CameraGate, 'isOpen' | 'follow'>;
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
  const shelf = options.shelf ?? (await loadProcedures(proceduresFolder(config)));
  for (const fault of shelf.faults)
    log.warn('procedure not loaded', { path: fault.file, place: fault.place });
  const ratings = await loadRatings(proceduresFolder(config));
  for (const fault of ratings.faults)
    log.warn('rating catalogue not loaded', { path: fault.file, place: fault.place });
  const opened = await openStore(folder);
  if (!opened.ok) return closedKiosk(options, opened.error);
  const store = opened.value;
  const enrolment = await store.enrolment.get();
  const storage = createStorage(folder, config.storage);
  const vault = createVault(folder);
  const keeper = openCaseKeeper({ folder, store, shelf, clock, log });
  await vault.sweep(await referredFiles(store, keeper));
  await storage.fillReserve();
  return openKiosk(
    { ...options, clock, timers },
    { shelf, ratings, store, enrolment, storage, vault, keeper },
  );
}

interface Opened {
  shelf: ProcedureShelf;
  ratings: RatingShelf;
  store: Store;
  enrolment: Enrolment | null;
  storage: Storage;
  vault: Vault;
  /** The cases of the counter. */
  keeper: CaseKeeper;
}

/** The files that somebody still wants: those the platform does not have yet, and those of cases at the counter. */
async function referredFiles({ documents }: Store, keeper: CaseKeeper): Promise<Set<string>> {
  return new Set([...(await documents.onlyHere()), ...(await keeper.digests())]);
}

type Given = KioskOptions & { clock: Clock; timers: Timers };

interface Sync {
  client: PlatformClient;
  outbox: OutboxWorker;
  documents: Lane;
  ratings: Lane;
  link: Link;
}

function placeOf(config: KioskConfig, enrolment: Enrolment | null): Place {
  return { ...(enrolment?.place ?? UNKNOWN_PLACE), ...config.place };
}

function openKiosk(given: Given, opened: Opened): Kiosk {
  const { config, clock, timers, log } = given;
  const { store, enrolment, shelf, storage, vault } = opened;
  const listeners = createListeners();
  const place = placeOf(config, enrolment);
  const printer = startPrinting(given, store, (sequence) => sessions.noteSubmission(sequence));
  const book = openStaffBook(store, enrolment, clock, log);
  const sync = enrolment === null ? null : startSync(given, opened, enrolment, book, () => sessions);
  const key = openSigningKey(signingKeyFile(given.folder));
  const reader = openReader(config.cardReader, { folder: given.folder, timers });
  const documents = openDocuments(given, opened, (digest) => sessions.holdsBeneath(digest));
  const sessions: Sessions = createSessions({
    config,
    place,
    shelf,
    store,
    submitter:
      enrolment === null
        ? null
        : createSubmitter({ store, enrolment, place, key, storage, vault, clock, log }),
    closed: enrolment === null ? { code: 'K-01', because: 'not-enrolled' } : null,
    storage,
    progress: createProgressDesk({
      store,
      client: sync?.client ?? null,
      shelf,
      own: enrolment === null ? null : { kiosk: enrolment.kiosk, publicKey: key.publicKey },
    }),
    borrow: sync?.client.borrow ?? null,
    ratings: openRatings(given, opened, key, () => sync?.ratings.wake()),
    documents,
    staff: openStaff({
      ...given,
      ...opened,
      configFile: given.configFile ?? join(given.folder, 'kiosk.config.json'),
      place,
      book,
      client: sync?.client ?? null,
      noteLink: (trouble) => sync?.link.note(trouble),
      printer,
      reader,
      hasCamera: config.documents.camera,
    }),
    callHelp: sync?.client.callHelp ?? null,
    reader,
    records: createRecords({
      client: sync?.client ?? null,
      linkState: () => sync?.link.state() ?? 'offline',
    }),
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
    camera: documents.camera,
    windowLost: sessions.windowLost,
    close: sessions.close,
    reopen: sessions.reopen,
    async drain() {
      await printer?.drain();
      await sync?.link.check();
      await sync?.outbox.drain();
      await sync?.ratings.drain();
      await sync?.documents.drain();
    },
    async stop() {
      sync?.client.close();
      await sync?.link.stop();
      await sync?.outbox.stop();
      await sync?.ratings.stop();
      await sync?.documents.stop();
      await printer?.stop();
      await sessions.stop();
      await documents.stop();
      await reader?.stop();
      await store.close();
    },
  };
}

function closedKiosk({ config, log, clock = systemClock }: KioskOptions, fault: StoreFault): Kiosk {
  log.warn('store not served', { code: fault.code, state: fault.reason });
  return {
    dispatch: closedDispatch(fault.code, placeOf(config, null), config.locale, clock, log),
    subscribe: () => () => {},
    camera: { isOpen: () => false, follow: () => () => {} },
    drain: () => Promise.resolve(),
    windowLost: (how) => log.warn('window lost', { state: how }),
    close: () => {},
    reopen: () => {},
    stop: () => Promise.resolve(),
  };
}

function openDocuments(
  { config, media, timers, log }: Given,
  { store, vault, keeper }: Opened,
  holdsBeneath: (digest: string) => boolean,
): DocumentRoom {
  const { camera: hasCamera, usbFolders } = config.documents;
  const mounted =
    usbFolders.length === 0 ? null : createMountedMedia({ mounts: () => mountedBelow(usbFolders), timers });
  return createDocumentRoom({
    vault,
    media: media === undefined ? mounted : media,
    hasCamera,
    camera: createCameraGate((error) => void log.unexpected('camera not switched', error)),
    isReferred: async (digest) =>
      holdsBeneath(digest) ||
      (await store.documents.isKnown(digest)) ||
      (await keeper.digests()).includes(digest),
    timers,
    log,
  });
}

function openRatings(
  { clock }: Given,
  { ratings: { latest }, store, enrolment }: Opened,
  key: SigningKey,
  onRated: () => void,
): RatingDesk | null {
  if (enrolment === null || latest === null) return null;
  return createRatingDesk({ store, enrolment, key, catalogue: latest, clock, onRated });
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

function startSync(
  given: Given,
  { store, vault }: Opened,
  enrolment: Enrolment,
  book: StaffBook,
  sessions: () => Sessions,
): Sync {
  const { config, clock, timers, log, random = () => randomInt(2 ** 32) / 2 ** 32 } = given;
  const platformKey = enrolment.platformSigningKey;
  const connection = {
    url: enrolment.platformUrl,
    platformKey,
    kiosk: enrolment.kiosk,
    key: openSigningKey(signingKeyFile(given.folder)),
    clock,
    timeoutMs: config.sync.timeoutSeconds * 1000,
    clockOffsetMs: () => store.enrolment.clockOffset(),
  };
  const client = createPlatformClient(connection);
  const outbox = createOutboxWorker({
    store,
    client,
    platformKey,
    clock,
    timers,
    random,
    log,
    onChange(sequence) {
      sessions().noteSubmission(sequence);
      // Its rating and its documents wait for it.
      ratings.wake();
      documents.wake();
    },
    onExchange: (trouble) => link.note(trouble),
  });
  const ratings = createRatingWorker({
    store,
    client,
    platformKey,
    clock,
    timers,
    random,
    log,
    onExchange: (trouble) => link.note(trouble),
  });
  const documents = createDocumentWorker({
    store,
    vault,
    client,
    exchange: createRawExchange(connection),
    clock,
    timers,
    random,
    log,
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
    onReached: () => book.refresh(client),
    onRestored() {
      outbox.wake();
      ratings.wake();
      documents.wake();
    },
  });
  return { client, outbox, documents, ratings, link };
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

// The kiosk, put together in one place. Hosts bring a window; everything else is decided here.
import { join } from 'node:path';
import type { KioskEvent } from '../domain/contract/kiosk-events.ts';
import { systemClock, systemTimers, type Clock, type Timers } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { loadProcedures } from '../lib/procedures/load.ts';
import { OWN_PROCEDURES } from '../lib/procedures/own-procedures.ts';
import type { ProcedureShelf } from '../lib/procedures/shelf.ts';
import { loadRatings, type RatingShelf } from '../lib/procedures/rating-shelf.ts';
import { compile } from '../lib/schema.ts';
import { closedDispatch } from './closed-kiosk.ts';
import type { KioskConfig } from './config.ts';
import { openCopyPrinter, startCopies } from './copies/open-copies.ts';
import { openReader } from './devices/card-reader/open-reader.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import type { RemovableMedia } from './devices/usb/removable-media.ts';
import type { CameraGate } from './documents/camera-gate.ts';
import { openDocuments, referredFiles } from './documents/open-room.ts';
import { createVault, type Vault } from './documents/vault.ts';
import { openKioskKey } from './kiosk-key.ts';
import { createListeners } from './listeners.ts';
import { placeOf } from './place.ts';
import type { Printer } from './printing/printer.ts';
import type { SilentPrint } from './printing/silent-print.ts';
import { startPrinting } from './printing/start-printing.ts';
import { openLibrary, type Library } from './library/library.ts';
import { createRecords } from './records/records.ts';
import { openRatings } from './ratings/open-ratings.ts';
import { createProgressDesk } from './sessions/progress.ts';
import { createQuestionCounter } from './sessions/question-counter.ts';
import { createSessions, type Sessions } from './sessions/service.ts';
import type { CaseKeeper } from './drafts/case-keeper.ts';
import type { Enrolment } from './store/enrolment.ts';
import { startBackups } from './store/backup-keeper.ts';
import { createForkGuard, RESTORED, type Closed } from './store/fork-guard.ts';
import { startHousekeeper } from './store/housekeeper.ts';
import { openOrRecover } from './store/recover.ts';
import type { Store, StoreFault } from './store/store.ts';
import { faultOfFolder } from './store/store-folder.ts';
import { createClockGuard } from './submissions/clock-guard.ts';
import { createStorage, type Storage } from './submissions/reserve.ts';
import { openCaseKeeper, openStaff, openStaffBook } from './staff/open-staff.ts';
import { createSubmitter } from './submissions/submitter.ts';
import { closedBy, createStanding } from './sync/standing.ts';
import { startSync } from './sync/start-sync.ts';

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

/** Opens the data folder and starts the kiosk's services. A damaged store gives a kiosk that says so. */
export async function createKiosk(options: KioskOptions): Promise<Kiosk> {
  const { folder, config, log, clock = systemClock, timers = systemTimers } = options;
  const folderFault = await faultOfFolder(folder);
  if (folderFault !== null) return closedKiosk(options, folderFault);
  const base = options.shelf ?? (await loadProcedures(proceduresFolder(config)));
  const ratings = await loadRatings(proceduresFolder(config));
  for (const fault of ratings.faults)
    log.warn('rating catalogue not loaded', { path: fault.file, place: fault.place });
  const opened = await openOrRecover(folder, { clock, log });
  if (!opened.ok) return closedKiosk(options, opened.error);
  const store = opened.value;
  const library = await openLibrary(base, store);
  const { shelf } = library;
  for (const fault of shelf.faults)
    log.warn('procedure not loaded', { path: fault.file, place: fault.place });
  const enrolment = await store.enrolment.get();
  const restored = (await store.enrolment.restoredAt()) === null ? null : RESTORED;
  const closed = (await closedBy(store)) ?? restored;
  const storage = createStorage(folder, config.storage);
  const vault = createVault(folder);
  const keeper = openCaseKeeper({ folder, store, shelf, clock, log });
  await vault.sweep(await referredFiles(store, keeper));
  await storage.fillReserve();
  return openKiosk(
    { ...options, clock, timers },
    { library, shelf, ratings, store, enrolment, storage, vault, keeper, closed },
  );
}

interface Opened {
  library: Library;
  shelf: ProcedureShelf;
  ratings: RatingShelf;
  store: Store;
  enrolment: Enrolment | null;
  storage: Storage;
  vault: Vault;
  /** The cases of the counter. */
  keeper: CaseKeeper;
  /** Why it serves nobody although its store stands; null: it does. */
  closed: Closed | null;
}

type Given = KioskOptions & { clock: Clock; timers: Timers };

function openKiosk(given: Given, opened: Opened): Kiosk {
  const { config, clock, timers, log } = given;
  const { store, enrolment, shelf, storage, vault } = opened;
  const listeners = createListeners();
  const place = placeOf(config, enrolment);
  const printer = startPrinting({ ...given, store }, (sequence) => sessions.noteSubmission(sequence));
  const copyPrinter = openCopyPrinter(given, printer);
  const copies = startCopies(copyPrinter, { ...given, store }, (sequence) =>
    sessions.noteSubmission(sequence),
  );
  const book = openStaffBook(store, enrolment, clock, log);
  const key = openKioskKey(signingKeyFile(given.folder));
  const guard = createForkGuard({ store, clock, log, stand: (because) => sessions.stand(because) });
  const standing = createStanding({ store, clock, log, stand: (because) => sessions.stand(because) });
  const clockGuard = createClockGuard({ clock, store });
  const sync =
    enrolment === null
      ? null
      : startSync({
          ...given,
          ...opened,
          enrolment,
          key,
          book,
          onSubmission: (sequence) => sessions.noteSubmission(sequence),
          onStatus: () => sessions.noteStatus(),
          onProcedures: () => sessions.whenAtRest(opened.library.turn),
          onTold: (told) => {
            clockGuard.heard(new Date(told.now));
            return guard.told(told);
          },
          onStanding: standing.note,
        });
  const reader = openReader(config.cardReader, { folder: given.folder, timers });
  const documents = openDocuments({ ...given, ...opened }, (digest) => sessions.holdsBeneath(digest));
  const sessions: Sessions = createSessions({
    config,
    place,
    shelf,
    store,
    submitter:
      enrolment === null
        ? null
        : createSubmitter({ store, enrolment, place, key, storage, vault, guard: clockGuard, clock, log }),
    closed: enrolment === null ? { code: 'K-01', because: 'not-enrolled' } : opened.closed,
    storage,
    progress: createProgressDesk({
      store,
      client: sync?.client ?? null,
      shelf,
      own:
        enrolment === null
          ? null
          : {
              kiosk: enrolment.kiosk,
              publicKeys: async () => [key.publicKey, ...(await store.enrolment.oldKeys())],
            },
    }),
    borrow: sync?.client.borrow ?? null,
    ratings: openRatings({ ...opened, clock }, key, () => sync?.ratings.wake()),
    documents,
    copies,
    staff: openStaff({
      ...given,
      ...opened,
      configFile: given.configFile ?? join(given.folder, 'kiosk.config.json'),
      place,
      book,
      client: sync?.client ?? null,
      noteLink: (trouble) => sync?.link.note(trouble),
      printer,
      copyPrinter,
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
  const backups = startBackups({ ...given, clock, timers });
  const housekeeper = startHousekeeper({ ...given, store, storage });
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
      await copies?.drain();
      await sync?.drain();
    },
    async stop() {
      await Promise.all([backups.stop(), housekeeper.stop()]);
      await sync?.stop();
      // They may share the printer.
      await Promise.all([printer?.stop(), copies?.stop()]);
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

// The staff room of a kiosk, put together: who may sign in, the cases that are kept, the checks behind the IT page.
import { join } from 'node:path';
import type { Clock, Timers } from '../../lib/clock.ts';
import { openSecretFile } from '../../lib/key-file.ts';
import type { Log } from '../../lib/log.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Place } from '../../domain/contract/views.ts';
import type { KioskConfig } from '../config.ts';
import type { CardReader } from '../devices/card-reader/card-reader.ts';
import { createCaseKeeper, type CaseKeeper } from '../drafts/case-keeper.ts';
import { stateOf } from '../health/devices.ts';
import { lookOver } from '../health/look-over.ts';
import type { HandOver } from '../printing/hand-over.ts';
import type { PrintWorker } from '../printing/print-worker.ts';
import { copyPrinterOf, paperOf } from '../printing/printer-config.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { Store } from '../store/store.ts';
import type { Storage } from '../submissions/reserve.ts';
import type { PlatformClient, Trouble } from '../sync/platform-client.ts';
import { createStaffRoom, type StaffRoom } from './room.ts';
import { createSignIn } from './sign-in.ts';
import { createStaffBook, EMPTY_BOOK, type StaffBook } from './staff-book.ts';
import { createSteadyTime } from './steady-time.ts';
import { createTestPrint, type TestedPrinter } from './test-print.ts';

/** The key that wraps the keys of kept cases, in a file that only this machine's user can read. */
export function machineKeyFile(folder: string): string {
  return join(folder, 'drafts.key');
}

export interface KeeperSurroundings {
  folder: string;
  store: Store;
  shelf: ProcedureShelf;
  clock: Clock;
  log: Log;
}

export function openCaseKeeper({ folder, ...around }: KeeperSurroundings): CaseKeeper {
  return createCaseKeeper({ ...around, machineKey: openSecretFile(machineKeyFile(folder)) });
}

export function openStaffBook(store: Store, enrolment: Enrolment | null, clock: Clock, log: Log): StaffBook {
  return enrolment === null ? EMPTY_BOOK : createStaffBook({ store, enrolment, clock, log });
}

export interface StaffSurroundings {
  folder: string;
  configFile: string;
  config: KioskConfig;
  place: Place;
  store: Store;
  enrolment: Enrolment | null;
  shelf: ProcedureShelf;
  storage: Storage;
  book: StaffBook;
  keeper: CaseKeeper;
  /** null: enrolled nowhere. */
  client: PlatformClient | null;
  /** The masthead says what the check found. */
  noteLink: (trouble: Trouble | null) => void;
  /** null: no printer is configured. */
  printer: PrintWorker | null;
  /** The printer of full copies; null: none is configured. */
  copyPrinter: HandOver | null;
  reader: CardReader | null;
  hasCamera: boolean;
  clock: Clock;
  timers: Timers;
  log: Log;
}

const MINUTE_MS = 60_000;

export function openStaff(around: StaffSurroundings): StaffRoom {
  const { client, noteLink } = around;
  const { config, place, store, shelf, book, keeper, printer, copyPrinter, reader, clock, timers, log } =
    around;
  const tested = testedPrinters(around);
  const steady = async () => createSteadyTime(clock, await store.staff.highWaterMs());
  return createStaffRoom({
    book,
    signIn: createSignIn({ store, book, clock, steady }),
    keeper,
    store,
    shelf,
    health: () =>
      lookOver({
        ...around,
        client: client === null ? null : { time: () => asked(client, noteLink) },
        printer: printer === null ? null : printer.report,
        copyPrinter: copyPrinter === null ? null : copyPrinter.report,
        reader: stateOf(reader),
      }),
    testPrint: tested.length === 0 ? null : createTestPrint(tested, place.kiosk, clock),
    lockAfterMs: config.staff.lockAfterMinutes * MINUTE_MS,
    clock,
    timers,
    log,
  });
}

/** A printer that receipts and copies share gets one sheet. */
function testedPrinters({ config, printer, copyPrinter }: StaffSurroundings): TestedPrinter[] {
  const isShared = copyPrinterOf(config.printer, config.copyPrinter) === 'receipt-printer';
  return [
    ...(printer === null ? [] : [{ paper: paperOf(config.printer), hand: printer.test }]),
    ...(copyPrinter === null || isShared ? [] : [{ paper: 'A4' as const, hand: copyPrinter.hand }]),
  ];
}

async function asked(
  client: PlatformClient,
  note: StaffSurroundings['noteLink'],
): ReturnType<PlatformClient['time']> {
  const answer = await client.time();
  note(answer.ok ? null : answer.error);
  return answer;
}

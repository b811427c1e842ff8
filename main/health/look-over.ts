// Everything a kiosk needs, looked at one by one: for the IT page while it runs, and for `admin doctor` from outside.
import type { Clock } from '../../lib/clock.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { KioskConfig } from '../config.ts';
import type { ReaderState } from '../devices/card-reader/card-reader.ts';
import type { PrinterReport } from '../printing/printer.ts';
import type { StaffBook } from '../staff/staff-book.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { Store } from '../store/store.ts';
import type { Storage } from '../submissions/reserve.ts';
import type { PlatformClient } from '../sync/platform-client.ts';
import { lookAtCamera, lookAtNetwork, lookAtPrinter, lookAtReader } from './devices.ts';
import type { Finding, HealthReport } from './finding.ts';
import { lookAtEnrolment, lookAtPlatform, type PlatformFindings } from './platform.ts';
import { lookAtBrowser, lookAtConfig, lookAtProcedures, lookAtVersions } from './software.ts';
import { countQueue, lookAtStaff, lookAtStorage, lookAtStore } from './store.ts';
import { SUBJECTS } from './subjects.ts';

/** The outside of a kiosk: looked at even where its store cannot be opened. */
export interface OutsideParts {
  configFile: string;
  config: KioskConfig;
  shelf: Pick<ProcedureShelf, 'procedures' | 'versions' | 'faults'>;
  storage: Storage;
  /** null: no printer is configured. */
  printer: (() => Promise<PrinterReport>) | null;
  /** null: full copies are not printed. */
  copyPrinter: (() => Promise<PrinterReport>) | null;
  /** null: no card reader is configured. */
  reader: (() => Promise<ReaderState>) | null;
  hasCamera: boolean;
}

export interface InsideParts {
  store: Store;
  enrolment: Enrolment | null;
  book: StaffBook;
  /** null: enrolled nowhere. */
  client: Pick<PlatformClient, 'time'> | null;
  clock: Clock;
}

export async function lookAtOutside(parts: OutsideParts): Promise<Finding[]> {
  await parts.storage.fillReserve();
  const { finding } = await lookAtConfig(parts.configFile);
  return [
    finding,
    lookAtProcedures(parts.shelf),
    lookAtBrowser(),
    lookAtVersions(),
    await lookAtStorage(parts.storage, parts.config),
    lookAtNetwork(),
    await lookAtPrinter(parts.printer),
    ...(parts.copyPrinter === null ? [] : [await lookAtPrinter(parts.copyPrinter, SUBJECTS.copyPrinter)]),
    await lookAtReader(parts.reader),
    lookAtCamera(parts.hasCamera),
  ];
}

export async function lookInside(parts: InsideParts): Promise<Pick<HealthReport, 'findings' | 'queue'>> {
  const { store, enrolment, book, client, clock } = parts;
  const counted = await countQueue(store);
  const here = [...(await lookAtStore(store, counted)), lookAtEnrolment(enrolment)];
  if (enrolment === null || client === null) return { findings: here, queue: null };
  const staff = await lookAtStaff(store, book);
  const there: PlatformFindings = await lookAtPlatform(client, enrolment, store, clock);
  return { findings: [...here, staff, ...there.findings], queue: there.queue };
}

/** Looks a running kiosk over. */
export async function lookOver(parts: OutsideParts & InsideParts): Promise<HealthReport> {
  const { clock } = parts;
  const beganAt = clock.monotonicMs();
  const outside = await lookAtOutside(parts);
  const { findings, queue } = await lookInside(parts);
  return {
    findings: [...outside, ...findings],
    queue,
    at: clock.now(),
    tookMs: clock.monotonicMs() - beganAt,
  };
}

// Everything a kiosk needs, looked at one by one, by the same checks as the IT page. Each line says what was found and,
// where it is not well, what to do.
import { systemClock, systemTimers } from '../../lib/clock.ts';
import { same, text } from '../../domain/contract/text.ts';
import { openSigningKey } from '../../lib/keys.ts';
import { silentLog } from '../../lib/log.ts';
import { loadProcedures } from '../../lib/procedures/load.ts';
import type { KioskConfig } from '../config.ts';
import { openReader } from '../devices/card-reader/open-reader.ts';
import { lookAtBackups } from '../health/backups.ts';
import { stateOf } from '../health/devices.ts';
import { unwell, type Finding } from '../health/finding.ts';
import { lookAtOutside, lookInside } from '../health/look-over.ts';
import { lookAtConfig } from '../health/software.ts';
import { SUBJECTS } from '../health/subjects.ts';
import { proceduresFolder, signingKeyFile } from '../kiosk.ts';
import { createHandOver } from '../printing/hand-over.ts';
import { openPrinter } from '../printing/open-printer.ts';
import { copyPrinterOf, type PrinterConfig } from '../printing/printer-config.ts';
import { createStaffBook, EMPTY_BOOK } from '../staff/staff-book.ts';
import type { Enrolment } from '../store/enrolment.ts';
import { openStore, type Store } from '../store/store.ts';
import { withSent } from './procedures.ts';
import { createStorage } from '../submissions/reserve.ts';
import { createPlatformClient } from '../sync/platform-client.ts';
import { refusedWithout } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';

export async function doctor({ folder, configFile }: AdminArguments): Promise<Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const { config } = await lookAtConfig(configFile);
  const findings = [
    ...(await lookAround(folder, configFile, config)),
    ...(await lookInFolder(folder, config)),
  ];
  const isWell = findings.every((finding) => finding.isWell);
  return {
    lines: findings.map(lineOf),
    value: { well: isWell, findings: findings.map(plain) },
    code: isWell ? 0 : 1,
  };
}

async function lookAround(folder: string, configFile: string, config: KioskConfig): Promise<Finding[]> {
  const reader = openReader(config.cardReader, { folder, timers: systemTimers });
  try {
    return await lookAtOutside({
      configFile,
      config,
      shelf: await withSent(folder, await loadProcedures(proceduresFolder(config))),
      storage: createStorage(folder, config.storage),
      printer: reportOf(folder, config.printer),
      copyPrinter: ofCopies(folder, config),
      reader: stateOf(reader),
      hasCamera: config.documents.camera,
    });
  } finally {
    await reader?.stop();
  }
}

function plain({ id, isWell, found, todo }: Finding) {
  return { what: id, isWell, found: found.en, todo: todo?.en ?? null };
}

function lineOf({ id, isWell, found, todo }: Finding): string {
  return `${isWell ? 'well  ' : 'UNWELL'}  ${id}: ${found.en}${todo === null ? '' : `. ${todo.en}`}`;
}

/** A printer that receipts and copies share is looked at once. */
function ofCopies(folder: string, { printer, copyPrinter }: KioskConfig) {
  const which = copyPrinterOf(printer, copyPrinter);
  return which === null || which === 'receipt-printer' ? null : reportOf(folder, which);
}

function reportOf(folder: string, config: PrinterConfig) {
  const around = { folder, timers: systemTimers, log: silentLog, silentPrint: null };
  const printer = openPrinter(config, around);
  return printer === null ? null : () => createHandOver(printer, systemTimers, silentLog).report();
}

async function lookInFolder(folder: string, config: KioskConfig): Promise<Finding[]> {
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) {
    const { code, detail } = opened.error;
    const todo = text('数据文件夹不要动，找技术支持', 'Keep the data folder as it is and call support');
    return [unwell(SUBJECTS.store, same(`${code} ${detail}`), todo)];
  }
  const store = opened.value;
  try {
    const enrolment = await store.enrolment.get();
    const book =
      enrolment === null
        ? EMPTY_BOOK
        : createStaffBook({ store, enrolment, clock: systemClock, log: silentLog });
    const client = enrolment === null ? null : clientFor(folder, config, store, enrolment);
    const inside = await lookInside({ store, enrolment, book, client, clock: systemClock });
    const since = enrolment === null ? null : new Date(enrolment.enrolledAt);
    return [...inside.findings, await lookAtBackups({ folder, config, since, clock: systemClock })];
  } finally {
    await store.close();
  }
}

function clientFor(folder: string, config: KioskConfig, store: Store, enrolment: Enrolment) {
  return createPlatformClient({
    url: enrolment.platformUrl,
    platformKey: enrolment.platformSigningKey,
    kiosk: enrolment.kiosk,
    key: openSigningKey(signingKeyFile(folder)),
    clock: systemClock,
    timeoutMs: config.sync.timeoutSeconds * 1000,
    clockOffsetMs: () => store.enrolment.clockOffset(),
  });
}

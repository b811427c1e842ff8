// What IT staff can set. One file, kiosk.config.json, comments allowed; its JSON Schema ships in docs/.
import { readFile } from 'node:fs/promises';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { Type, type Static, type TSchema } from 'typebox';
import { Locale, Text, text } from '../domain/contract/text.ts';
import { KeyboardOffer } from '../domain/contract/views.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { compileFaults } from '../lib/schema.ts';
import { faultsIn, narrowed, withProperty, type ConfigFault } from './config-faults.ts';
import { CardReaderConfig } from './devices/card-reader/reader-config.ts';
import { CopyPrinterConfig, PrinterConfig } from './printing/printer-config.ts';

const closed = { additionalProperties: false } as const;

function seconds(minimum: number, maximum: number, preset: number, description: string) {
  return Type.Integer({ minimum, maximum, default: preset, description });
}

export const KioskConfig = Type.Object(
  {
    place: Type.Object(
      {
        helpAt: { ...Text, description: 'Where a member of staff is found' },
        phone: Type.String({ minLength: 1, maxLength: 40, description: 'Telephone number for help' }),
        keyboard: {
          ...KeyboardOffer,
          default: 'touch',
          description:
            'When the keyboard on the screen opens: touch, for a finger; always, for a mouse too, as some panels are one; never, where every machine has a real one',
        },
      },
      closed,
    ),
    locale: Locale,
    idle: Type.Object(
      {
        warnAfterSeconds: seconds(10, 3600, 60, 'Without a touch for so long, the screen asks'),
        warnAfterSecondsElder: seconds(10, 3600, 120, 'The same with large text'),
        clearAfterSeconds: seconds(10, 600, 30, 'Unanswered for so long, everything is cleared'),
      },
      closed,
    ),
    storage: Type.Object(
      {
        minFreeMegabytes: Type.Integer({
          minimum: 1,
          maximum: 1_000_000,
          default: 500,
          description: 'With less free space no application is begun',
        }),
        reserveMegabytes: Type.Integer({
          minimum: 1,
          maximum: 1000,
          default: 8,
          description: 'Kept aside so that an application that was begun can still be saved',
        }),
      },
      closed,
    ),
    backups: Type.Object(
      {
        everyHours: seconds(1, 168, 24, 'How often the database is copied into backups/ of the data folder'),
        keep: seconds(1, 90, 7, 'So many copies are kept, the newest'),
      },
      closed,
    ),
    retention: Type.Object(
      {
        payloadDays: seconds(
          0,
          90,
          7,
          'What the platform acknowledged so many days ago, with all its documents, is purged here; sooner when space runs out',
        ),
        receiptDays: seconds(
          1,
          365,
          30,
          'What a receipt says (masked) is kept so many days after the acknowledgement, for reprints',
        ),
      },
      closed,
    ),
    sync: Type.Object(
      {
        checkEverySeconds: seconds(1, 3600, 30, 'How often the platform is asked whether it is there'),
        spreadSeconds: seconds(0, 600, 60, 'A restored connection is used after a random moment up to this'),
        timeoutSeconds: seconds(1, 300, 20, 'How long one request may take'),
        documentKilobytesPerSecond: Type.Integer({
          minimum: 0,
          maximum: 1_000_000,
          default: 0,
          description:
            'Documents are sent no faster than this, so that a thin line stays free; 0: as fast as it goes. Submissions are never slowed',
        }),
      },
      closed,
    ),
    printer: PrinterConfig,
    copyPrinter: CopyPrinterConfig,
    cardReader: CardReaderConfig,
    reprints: Type.Integer({
      minimum: 0,
      maximum: 20,
      default: 2,
      description: 'Copies a citizen may ask for',
    }),
    staff: Type.Object(
      {
        lockAfterMinutes: Type.Integer({
          minimum: 1,
          maximum: 60,
          default: 5,
          description: 'Without a touch for so long, the screen of a member of staff locks itself',
        }),
      },
      closed,
    ),
    documents: Type.Object(
      {
        camera: Type.Boolean({ description: 'This machine has a document camera' }),
        usbFolders: Type.Array(Type.String({ pattern: '^/', maxLength: 200 }), {
          maxItems: 8,
          description: 'Where the operating system mounts USB sticks; [] takes nothing from sticks',
        }),
      },
      closed,
    ),
    window: Type.Object(
      {
        display: Type.Union([Type.Integer({ minimum: 1, maximum: 16 }), Type.Null()], {
          description:
            'Which display shows the kiosk, counted from left to right; null: the primary one. All others stay black',
        }),
      },
      closed,
    ),
    crashReports: Type.Union([Type.Literal('off'), Type.Literal('local')], {
      description:
        'local: a crash leaves a memory dump in the data folder, which may hold what a citizen typed. For searching a fault, never in public service',
    }),
    procedures: Type.Union([Type.String({ minLength: 1, maxLength: 400 }), Type.Null()], {
      description: 'Folder of the procedures; null: those that came with the program',
    }),
  },
  closed,
);
export type KioskConfig = Static<typeof KioskConfig>;

export const DEFAULT_CONFIG: KioskConfig = {
  place: {
    helpAt: text('大厅咨询台', 'The information desk in the hall'),
    phone: '12345',
    keyboard: 'touch',
  },
  locale: 'zh-CN',
  idle: { warnAfterSeconds: 60, warnAfterSecondsElder: 120, clearAfterSeconds: 30 },
  storage: { minFreeMegabytes: 500, reserveMegabytes: 8 },
  backups: { everyHours: 24, keep: 7 },
  retention: { payloadDays: 7, receiptDays: 30 },
  sync: { checkEverySeconds: 30, spreadSeconds: 60, timeoutSeconds: 20, documentKilobytesPerSecond: 0 },
  printer: { kind: 'file', folder: 'receipts', paper: '80mm' },
  copyPrinter: { kind: 'receipt-printer' },
  cardReader: { kind: 'none' },
  reprints: 2,
  staff: { lockAfterMinutes: 5 },
  documents: { camera: true, usbFolders: ['/media', '/run/media'] },
  window: { display: null },
  crashReports: 'off',
  procedures: null,
};

/** What a file may hold: every key may be left out. */
export const KioskConfigFile = partly(KioskConfig);

/** The same schema with nothing required, all the way down. */
function partly(schema: TSchema): TSchema {
  const {
    properties,
    required: _,
    ...rest
  } = schema as TSchema & {
    properties?: Record<string, TSchema>;
    required?: string[];
  };
  // A text is whole or absent: half a text would show nothing in one language.
  if (properties === undefined || 'zh-CN' in properties) return schema;
  const inner = Object.entries(properties).map(([key, value]) => [key, partly(value)] as const);
  return { ...rest, properties: Object.fromEntries(inner) };
}

const faultsOfFile = compileFaults(KioskConfigFile);

/** The keys that hold one of several kinds of a device. */
const DEVICES = {
  printer: PrinterConfig.anyOf,
  copyPrinter: CopyPrinterConfig.anyOf,
  cardReader: CardReaderConfig.anyOf,
};

/** The schema for what is given: of the kinds of devices only the one that is meant, so that its own keys are named. */
function forItsDevices(given: unknown): TSchema {
  const devices = Object(given) as Record<string, unknown>;
  return Object.entries(DEVICES)
    .filter(([key]) => key === 'printer' || devices[key] !== undefined)
    .reduce<TSchema>(
      (schema, [key, kinds]) => withProperty(schema, key, narrowed(kinds, devices[key])),
      KioskConfigFile,
    );
}

/** Reads the text of a configuration file over the defaults. */
export function readConfig(content: string): Result<KioskConfig, ConfigFault[]> {
  const errors: ParseError[] = [];
  const given: unknown = parse(content, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined)
    return fail([{ key: lineOf(content, error.offset), allowed: printParseErrorCode(error.error) }]);
  if (faultsOfFile(given).length > 0) return fail(faultsIn(given, forItsDevices(given)));
  return ok(merge(DEFAULT_CONFIG, given as Partial<KioskConfig>));
}

function lineOf(content: string, offset: number): string {
  return `line ${content.slice(0, offset).split('\n').length}`;
}

function merge(defaults: KioskConfig, given: Partial<KioskConfig>): KioskConfig {
  return {
    ...defaults,
    ...given,
    place: { ...defaults.place, ...given.place },
    idle: { ...defaults.idle, ...given.idle },
    storage: { ...defaults.storage, ...given.storage },
    backups: { ...defaults.backups, ...given.backups },
    retention: { ...defaults.retention, ...given.retention },
    sync: { ...defaults.sync, ...given.sync },
    staff: { ...defaults.staff, ...given.staff },
    documents: { ...defaults.documents, ...given.documents },
    window: { ...defaults.window, ...given.window },
  };
}

/** Reads a configuration file; the defaults where there is none. */
export async function loadConfig(file: string): Promise<Result<KioskConfig, ConfigFault[]>> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(DEFAULT_CONFIG);
    return fail([{ key: file, allowed: 'a file that can be read' }]);
  }
  return readConfig(content);
}

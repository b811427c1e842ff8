// What was asked for on the command line, or a sentence that says what is allowed.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../domain/result.ts';
import {
  isKioskCommand,
  KIOSK_HELP,
  readKioskCommand,
  type KioskCommand,
} from './enrolment/kiosk-command.ts';
import { readReturnCommand, RETURN_HELP, type ReturnCommand } from './cases/return-command.ts';
import { IMPORT_HELP, readImportCommand, type ImportCommand } from './intake/import-command.ts';
import { KEYS_HELP, readKeysCommand, type KeysCommand } from './keys-command.ts';
import { PROCEDURES_HELP, readProceduresCommand, type ProceduresCommand } from './published/command.ts';
import { readStaffCommand, STAFF_HELP, type StaffCommand } from './staff/arguments.ts';

export const HELP = `npm run platform -- [options]
npm run platform -- enrol-code --division CODE [--kiosk K012] [--data DIR] [--database URL]

  Without a command: runs the sharing platform. Kiosks on this machine reach it at http://127.0.0.1:PORT; others at
  https://…, through a proxy of yours on this machine that keeps the Host header and passes /v1/ alone.
  --data DIR        keys, log and data (default .onewindow/platform)
  --port N          port (default: any free one)
  --host H          127.0.0.1, localhost or ::1 (default 127.0.0.1)
  --database URL    postgres://…, instead of SQLite in the data folder; or in ONEWINDOW_DATABASE, where no list of
                    processes shows its password
  --records DIR     lends the records in this folder to kiosks (default: none are lent)
  --help

  enrol-code        prints a code that makes one machine a kiosk: good once, for a day
  --division CODE   where the machine stands, six digits: 520103
  --kiosk K012      the machine replaces this kiosk and continues its number
${KIOSK_HELP}
${KEYS_HELP}
${PROCEDURES_HELP}
${IMPORT_HELP}
${RETURN_HELP}
${STAFF_HELP}`;

export interface Place {
  data: string;
  /** postgres:// URL; null: SQLite in the data folder. */
  database: string | null;
}

export type Command =
  | { do: 'help' }
  | (Place & { do: 'run'; host: string; port: number; records: string | null })
  | (Place & { do: 'enrol-code'; division: string; kiosk: string | null })
  | (Place & KioskCommand)
  | (Place & KeysCommand)
  | (Place & ProceduresCommand)
  | (Place & ImportCommand)
  | (Place & ReturnCommand)
  | (Place & StaffCommand);

const OPTIONS = {
  data: { type: 'string', default: '.onewindow/platform' },
  port: { type: 'string', default: '0' },
  host: { type: 'string', default: '127.0.0.1' },
  database: { type: 'string' },
  records: { type: 'string' },
  division: { type: 'string' },
  kiosk: { type: 'string' },
  role: { type: 'string' },
  'own-pin': { type: 'boolean' },
  reasons: { type: 'string' },
  task: { type: 'string' },
  from: { type: 'string' },
  grace: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

type Values = ReturnType<typeof parsed>['values'];

function parsed(argv: string[]) {
  return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
}

/** `environment` may hold ONEWINDOW_DATABASE. */
export function readCommand(
  argv: string[],
  environment: Record<string, string | undefined>,
): Result<Command, string> {
  let given: ReturnType<typeof parsed>;
  try {
    given = parsed(argv);
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : 'unreadable'}\n\n${HELP}`);
  }
  const { values, positionals } = given;
  if (values.help) return ok({ do: 'help' });
  const place = placeIn(values, environment);
  if (!place.ok) return place;
  const [command, ...more] = positionals;
  if (command === 'import') return importIn(more, place.value);
  if (command === 'keys') return keysIn(more, place.value);
  if (command === 'procedures') return proceduresIn(more, values, place.value);
  if (isKioskCommand(command)) return kioskIn(positionals, place.value);
  if (command === 'return') return returnIn(more, values, place.value);
  if (command === 'staff') return staffIn(more, values, place.value);
  if (more.length > 0 || (command !== undefined && command !== 'enrol-code'))
    return fail(`${positionals.join(' ')}: there is no such command\n\n${HELP}`);
  return command === undefined ? runIn(values, place.value) : enrolCodeIn(values, place.value);
}

function returnIn(words: string[], values: Values, place: Place): Result<Command, string> {
  const asked = readReturnCommand(words, values);
  return asked.ok ? ok({ ...place, ...asked.value }) : asked;
}

function importIn(words: string[], place: Place): Result<Command, string> {
  const asked = readImportCommand(words);
  return asked.ok ? ok({ ...place, ...asked.value }) : asked;
}

function keysIn(words: string[], place: Place): Result<Command, string> {
  const asked = readKeysCommand(words);
  return asked.ok ? ok({ ...place, ...asked.value }) : asked;
}

function proceduresIn(words: string[], values: Values, place: Place): Result<Command, string> {
  const asked = readProceduresCommand(words, values);
  return asked.ok ? ok({ ...place, ...asked.value }) : asked;
}

function kioskIn(words: string[], place: Place): Result<Command, string> {
  const asked = readKioskCommand(words);
  return asked.ok ? ok({ ...place, ...asked.value }) : asked;
}

function staffIn(words: string[], values: Values, place: Place): Result<Command, string> {
  const asked = readStaffCommand(words, values);
  return asked.ok ? ok({ ...place, ...asked.value }) : asked;
}

function placeIn(
  { data, database: given }: Values,
  environment: Record<string, string | undefined>,
): Result<Place, string> {
  const database = given ?? environment['ONEWINDOW_DATABASE'] ?? null;
  if (database !== null && !/^postgres(ql)?:\/\//.test(database))
    return fail('--database: an address that begins with postgres://');
  return ok({ data: resolve(data), database });
}

function runIn(values: Values, place: Place): Result<Command, string> {
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535) return fail('--port: a whole number from 0 to 65535');
  if (values.division !== undefined || values.kiosk !== undefined)
    return fail('--division and --kiosk belong to enrol-code');
  if (!LOOPBACK.includes(values.host))
    return fail(
      `--host: ${LOOPBACK.join(', ')}. The platform listens on this machine only until it has sign-in; put nothing in front of it that lets others in.`,
    );
  const records = values.records === undefined ? null : resolve(values.records);
  return ok({ do: 'run', ...place, host: values.host, port, records });
}

function enrolCodeIn({ division, kiosk: replaced }: Values, place: Place): Result<Command, string> {
  const kiosk = replaced ?? null;
  if (division === undefined || !/^\d{6}$/.test(division))
    return fail('--division: six digits, for example 520103');
  if (kiosk !== null && !/^K\d{3}$/.test(kiosk)) return fail('--kiosk: a code like K012');
  return ok({ do: 'enrol-code', ...place, division, kiosk });
}

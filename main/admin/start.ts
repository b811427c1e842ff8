// `npm run admin`: what IT staff do with a kiosk from a shell. Every answer in words, or as JSON with --json.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, restore } from './backup.ts';
import { layCard, removeCard } from './card.ts';
import { adminCommand } from './command.ts';
import { config } from './config.ts';
import { doctor } from './doctor.ts';
import { enrolKiosk } from './enrol.ts';
import { checkIntegrity } from './integrity.ts';
import { reportJournal, verifyJournal } from './journal.ts';
import { renewKey } from './key.ts';
import { listPrinters, testPrinter } from './printers.ts';
import { listProcedures } from './procedures.ts';
import {
  checkExport,
  discardOne,
  exportAll,
  listQueue,
  listSetAside,
  replaceOne,
  retryOne,
} from './queue.ts';

/** What a command says: lines for people, a value for programs, and whether all is well. */
export interface Answer {
  lines: string[];
  value: unknown;
  /** 0 well, 1 not well, 2 asked wrongly. */
  code: 0 | 1 | 2;
}

export interface AdminArguments {
  words: string[];
  folder: string;
  configFile: string;
  platform: string | undefined;
  code: string | undefined;
  limit: number;
  /** Staff numbers of those who decide. */
  by?: string[];
  /** The receipt that stands for another. */
  instead?: string | undefined;
  /** Where PINs are typed; the terminal unless it is given. */
  input?: NodeJS.ReadableStream;
}

const HELP = `${adminCommand()} COMMAND [options]

  enrol --code CODE --platform URL   makes this machine a kiosk of the platform
  doctor                             checks everything a kiosk needs, and says what to do
  config check | show                the configuration: what is wrong with it, or what is in force
  queue list [--limit N]             what was received here and where it stands; no personal data
  queue aside [--limit N]            what the platform refused: why, and what can be done
  queue retry RECEIPT                sends a refused one again, as it is
  queue discard RECEIPT --by N --by N  gives one up: two people, whose PINs are typed
  queue replace RECEIPT --with RECEIPT --by N  notes that the matter was handed in again
  queue export FOLDER                brings out what the platform does not hold, sealed and signed
  queue check FOLDER                 proves such an export, file by file
  backup                             takes a verified copy of the database now; the kiosk may be running
  restore FILE                       puts such a copy in the place of the database, which is set aside
  integrity                          reads every page, index, entry and submission: is the database sound
  journal verify                     reads the whole journal and every submission: is each as it was put down
  journal report                     what was given out here against what the platform holds
  key renew                          another key for this machine, told to the platform with the next contact
  printers list                      each printer: how it is, and what to do about it
  printers test                      prints a test sheet on each and says what became of it
  procedures list                    every version that is loaded, and which files are not and why
  card lay FILE | remove             lays a card on the simulated card reader of a demonstration, or takes it away

  --data DIR      data folder (default .onewindow/kiosk)
  --config FILE   configuration (default kiosk.config.json in the data folder)
  --json          the answer as JSON
  --help`;

const COMMANDS: Record<string, (given: AdminArguments) => Promise<Answer>> = {
  enrol: enrolKiosk,
  doctor,
  'config check': config,
  'config show': config,
  'queue list': listQueue,
  'queue aside': listSetAside,
  backup: backUp,
  integrity: checkIntegrity,
  'journal verify': verifyJournal,
  'journal report': reportJournal,
  'key renew': renewKey,
  'printers list': listPrinters,
  'printers test': testPrinter,
  'procedures list': listProcedures,
  'card remove': removeCard,
};

/** Commands that are about a file: its name is their last word. */
const FILE_COMMANDS: typeof COMMANDS = {
  'card lay': layCard,
  restore,
  'queue retry': retryOne,
  'queue discard': discardOne,
  'queue replace': replaceOne,
  'queue export': exportAll,
  'queue check': checkExport,
};

function commandFor(words: string[]): (typeof COMMANDS)[string] | undefined {
  const aboutFile = words.length > 1 ? FILE_COMMANDS[words.slice(0, -1).join(' ')] : undefined;
  return aboutFile ?? COMMANDS[words.join(' ')];
}

function leave(sentence: string, code: number): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string', default: '.onewindow/kiosk' },
        config: { type: 'string' },
        platform: { type: 'string' },
        code: { type: 'string' },
        limit: { type: 'string', default: '50' },
        by: { type: 'string', multiple: true },
        with: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

const { values, positionals } = argumentsOf();
if (values.help) leave(HELP, 0);
const command = commandFor(positionals);
const limit = Number(values.limit);
if (command === undefined || !Number.isInteger(limit) || limit < 1 || limit > 1000) leave(HELP, 2);
// Whoever names a file means that file: the defaults in its place would look like an answer.
if (values.config !== undefined && !existsSync(values.config))
  leave(`${values.config}: there is no such file`, 2);
const folder = resolve(values.data);
const answer = await command({
  words: positionals,
  folder,
  configFile: values.config ?? join(folder, 'kiosk.config.json'),
  platform: values.platform,
  code: values.code,
  limit,
  by: values.by ?? [],
  instead: values.with,
});
console.log(values.json ? JSON.stringify(answer.value, null, 2) : answer.lines.join('\n'));
process.exitCode = answer.code;

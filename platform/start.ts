// `npm run platform`: runs the sharing platform, or makes a code for a new kiosk while it runs or not.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../lib/clock.ts';
import { createLog, logTo } from '../lib/log.ts';
import { obeyReturn, type ReturnCommand } from './cases/return-command.ts';
import { HELP, readCommand, type Command, type Place } from './config.ts';
import { obeyKiosk, type KioskCommand } from './enrolment/kiosk-command.ts';
import { issueCode, type IssueFault } from './enrolment/enrolment.ts';
import { obeyImport, type ImportCommand } from './intake/import-command.ts';
import { openPlatform, openPlatformKey, openPlatformStore, openReader } from './platform.ts';
import { obeyProcedures, type ProceduresCommand } from './published/command.ts';
import { openPublished } from './published/published-shelf.ts';
import type { StaffCommand } from './staff/arguments.ts';
import { tell } from './news/tell.ts';
import { obeyKeys, type KeysCommand } from './keys-command.ts';
import { obeyStaff } from './staff/command.ts';
import { askPin } from './staff/typed-pin.ts';

const CONSOLE = fileURLToPath(new URL('../dist/console', import.meta.url));

/** Ends with a sentence. 2: what was asked for cannot be done; 1: it went wrong. */
function leave(sentence: string, code: 1 | 2): never {
  console.error(sentence);
  process.exit(code);
}

const ISSUE_FAULTS: Record<IssueFault, string> = {
  'division-unknown': 'there is no such division in Guiyang',
  'kiosk-unknown': 'no kiosk of this division has that code',
  'no-number-left': 'this division has no number left; name the kiosk that is replaced with --kiosk',
};

const command = readCommand(process.argv.slice(2), process.env);
if (!command.ok) leave(command.error, 2);
await obey(command.value).catch((error: unknown) => leave(sentenceOf(error), 1));

/** Some errors of the network have a code and no words. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The platform could not start.';
  const code = 'code' in error ? String(error.code) : error.name;
  return error.message === '' ? `The platform could not start: ${code}.` : error.message;
}

async function obey(asked: Command): Promise<void> {
  if (asked.do === 'help') console.log(HELP);
  else if (asked.do === 'run') await run(asked);
  else if (asked.do === 'enrol-code') await printCode(asked);
  else if (
    asked.do === 'kiosks' ||
    asked.do === 'revoke' ||
    asked.do === 'release' ||
    asked.do === 'renew-key'
  )
    await keepKiosks(asked);
  else if (asked.do === 'keys') await keepKeys(asked);
  else if (asked.do === 'procedures') await keepProcedures(asked);
  else if (asked.do === 'import') await importOne(asked);
  else if (asked.do === 'return') await returnOne(asked);
  else await keepStaff(asked);
}

async function run(asked: Extract<Command, { do: 'run' }>): Promise<void> {
  const { data, ...where } = asked;
  const log = createLog('platform', logTo(join(data, 'platform.log')));
  const platform = await openPlatform({ ...where, folder: data, consoleFolder: CONSOLE, log });
  const stop = once(async () => {
    await platform.stop();
    process.exit(0);
  });
  // Before it says that it is ready: whoever waits for that may end it in the same moment.
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  console.log(`platform ready ${platform.url}`);
  console.log(`work list ${platform.consoleUrl}`);
  if (!existsSync(join(CONSOLE, 'index.html')))
    console.error('The pages of the work list are not built yet: run `npm run build`, then start again.');
}

function once(work: () => Promise<void>): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    void work();
  };
}

async function printCode(asked: Extract<Command, { do: 'enrol-code' }>): Promise<void> {
  const { data, database, division, kiosk } = asked;
  const signingKey = openPlatformKey(data);
  const store = await openPlatformStore(data, database);
  const issued = await issueCode({ store, signingKey, clock: systemClock }, division, kiosk);
  await store.close();
  if (!issued.ok) leave(`${division}: ${ISSUE_FAULTS[issued.error]}`, 2);
  console.log(issued.value);
}

async function returnOne(asked: ReturnCommand & Place): Promise<void> {
  const reader = await openReader(asked.data);
  const store = await openPlatformStore(asked.data, asked.database);
  const { shelf } = await openPublished(reader.shelf, store);
  const done = await obeyReturn({ ...reader, shelf, store, clock: systemClock }, asked);
  await store.close();
  if (!done.ok) leave(done.error, 2);
  console.log(done.value);
}

async function importOne(asked: ImportCommand & Place): Promise<void> {
  const store = await openPlatformStore(asked.data, asked.database);
  const done = await obeyImport(store, asked.data, asked);
  await store.close();
  if (!done.ok) leave(done.error, 2);
  console.log(done.value.join('\n'));
}

async function keepKeys({ data, database, renew }: KeysCommand & Place): Promise<void> {
  const store = await openPlatformStore(data, database);
  const lines = await obeyKeys(store, data, renew);
  await store.close();
  console.log(lines.join('\n'));
}

async function keepKiosks(asked: KioskCommand & Place): Promise<void> {
  const store = await openPlatformStore(asked.data, asked.database);
  const done = await obeyKiosk({ store, clock: systemClock, signingKey: openPlatformKey(asked.data) }, asked);
  await store.close();
  if (!done.ok) leave(done.error, 2);
  console.log(done.value.join('\n'));
}

async function keepProcedures(asked: ProceduresCommand & Place): Promise<void> {
  const store = await openPlatformStore(asked.data, asked.database);
  const parts = { store, clock: systemClock, signingKey: openPlatformKey(asked.data) };
  const done = await obeyProcedures(parts, asked);
  await store.close();
  if (!done.ok) leave(done.error, 2);
  console.log(done.value.join('\n'));
}

async function keepStaff(asked: StaffCommand & Place): Promise<void> {
  const store = await openPlatformStore(asked.data, asked.database);
  const pinFromPerson = () => askPin(process.stdin, (words) => console.error(words));
  const done = await obeyStaff({ store, clock: systemClock }, asked, pinFromPerson);
  // Kiosks fetch the list at once instead of with their next look.
  if (done.ok && asked.do !== 'staff-list')
    await store.transaction((stores) => tell(stores, openPlatformKey(asked.data), { kind: 'staff' }));
  await store.close();
  if (!done.ok) leave(done.error, 2);
  console.log(done.value.join('\n'));
}

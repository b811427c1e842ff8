// `npm run platform -- return CASE --reasons FILE`: returns a case for correction, while the platform runs or not.
import { Reasons } from '../../domain/correction/reasons.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { readJsonFile } from '../../lib/procedures/json-file.ts';
import { compileFaults, compile } from '../../lib/schema.ts';
import type { Case } from '../store/cases.ts';
import type { Store } from '../store/store.ts';
import { findCase } from './find-case.ts';
import type { OpenParts } from './open-application.ts';
import { returnCase, type Returned, type ReturnFault } from './return-case.ts';

export const RETURN_HELP = `
  return CASE       returns a case for correction; CASE is a receipt number or a case's id
  --reasons FILE    everything that must be mended, at once, as JSON:
                    [{"at": "/company/name", "why": {"zh-CN": "…", "en": "…"}}, {"at": "document:premises-proof", …}]
  --task ID         the task that returns it (default: the first of its procedure)`;

export interface ReturnCommand {
  do: 'return';
  case: string;
  reasons: string;
  task: string | null;
}

export function readReturnCommand(
  words: string[],
  { reasons, task = null }: { reasons?: string | undefined; task?: string | null | undefined },
): Result<ReturnCommand, string> {
  const [named, ...more] = words;
  if (named === undefined || more.length > 0) return fail('return: name one case, by receipt number or id');
  if (reasons === undefined) return fail('return: --reasons FILE says what must be mended');
  return ok({ do: 'return', case: named, reasons, task });
}

const areReasons = compile(Reasons);
const faultsOf = compileFaults(Reasons);

export interface ReturnCommandParts extends OpenParts {
  store: Store;
  clock: Clock;
}

/** What was done, in a sentence; or why not. */
export async function obeyReturn(
  parts: ReturnCommandParts,
  { case: named, reasons: file, task }: ReturnCommand,
): Promise<Result<string, string>> {
  const reasons = await readReasons(file);
  if (!reasons.ok) return reasons;
  const found = await caseNamed(parts.store, named);
  if (found === null) return fail(`${named}: there is no such case`);
  const at = parts.clock.now().toISOString();
  const returned = await returnCase(parts.store, parts, found, reasons.value, task, at);
  if (!returned.ok) return fail(`${named}: ${faultInWords(returned.error)}`);
  return ok(doneInWords(found, returned.value, reasons.value.length));
}

async function readReasons(file: string): Promise<Result<Reasons, string>> {
  const read = await readJsonFile(file);
  if (!read.ok) return fail(`${file}: ${read.error.place}: ${read.error.reason}`);
  if (areReasons(read.value)) return ok(read.value);
  const faults = faultsOf(read.value).map(({ at, says }) => `${at === '' ? 'the whole file' : at}: ${says}`);
  return fail([`${file}: these are no reasons`, ...new Set(faults)].join('\n'));
}

async function caseNamed(store: Store, named: string): Promise<Case | null> {
  return (await findCase(store, named)) ?? store.cases.byId(named);
}

function faultInWords(fault: ReturnFault): string {
  switch (fault.because) {
    case 'unreadable':
      return 'what was handed in cannot be read here: its procedure’s version or its key is missing';
    case 'not-asked':
      return `${fault.at} is asked nowhere in this application`;
    case 'named-twice':
      return `${fault.at} is named twice`;
    case 'no-such-task':
      return `it has no task ${fault.task}`;
    case 'wrong-state':
      return `its task ${fault.task} is ${fault.state} and cannot be returned`;
  }
}

function doneInWords({ receiptNumber }: Case, { task, notice }: Returned, things: number): string {
  const which =
    notice === 1 ? '' : ` This is notice ${notice} of this case: not everything was named before.`;
  return `${receiptNumber}: task ${task} returned, ${things} to mend.${which}`;
}

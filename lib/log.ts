// The log knows a fixed list of fields and no free text: personal data cannot get into it by accident. An unexpected
// error leaves its kind and its stack frames, never its message, which may quote what somebody typed.
import { randomInt } from 'node:crypto';
import pino, { type DestinationStream } from 'pino';
import { logFile } from './log-file.ts';

export interface LogFields {
  code?: string;
  operation?: string;
  procedure?: string;
  sequence?: number;
  count?: number;
  state?: string;
  path?: string;
  method?: string;
  status?: number;
  milliseconds?: number;
  place?: string;
}

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Logs a surprise and returns the reference a citizen can quote. */
  unexpected(event: string, error: unknown): string;
}

const FIELDS: (keyof LogFields)[] = [
  'code',
  'operation',
  'procedure',
  'sequence',
  'count',
  'state',
  'path',
  'method',
  'status',
  'milliseconds',
  'place',
];

function allowed(fields: LogFields): LogFields {
  return Object.fromEntries(FIELDS.filter((name) => name in fields).map((name) => [name, fields[name]]));
}

/** Letters and digits that are not mistaken for each other over the telephone. */
const REFERENCE = 'ACDEFHJKMNPRTUVWXY34679';

function newReference(): string {
  return `E-${Array.from({ length: 6 }, () => REFERENCE[randomInt(REFERENCE.length)]).join('')}`;
}

/** Stack frames without the first line: that is the message. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());
}

function errorFields(error: unknown): { kind: string; code: string | null; frames: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, code: null, frames: [] };
  const { code } = error as { code?: unknown };
  return { kind: error.name, code: typeof code === 'string' ? code : null, frames: framesOf(error) };
}

export function createLog(room: string, destination: DestinationStream): Log {
  const pen = pino({ base: { room }, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event, fields = {}) => pen.info(allowed(fields), event),
    warn: (event, fields = {}) => pen.warn(allowed(fields), event),
    unexpected(event, error) {
      const reference = newReference();
      pen.error({ reference, ...errorFields(error) }, event);
      return reference;
    },
  };
}

/** A log file of its own, or standard error. */
export function logTo(file: string | null): DestinationStream {
  return file === null ? pino.destination({ dest: 2, sync: true }) : logFile(file);
}

export const silentLog: Log = { info: () => {}, warn: () => {}, unexpected: () => newReference() };

// What a disk holds when the power goes: the system calls of a process, replayed, where only what was forced to the disk
// is sure to be there. Names of files are taken to be on the disk once they were made, as a journalling file system
// orders them before the fsync of what is in them.
import { readFileSync } from 'node:fs';
import type { Chance } from './chance.ts';

export type Event =
  | { what: 'write'; file: string; at: number; bytes: Buffer }
  | { what: 'truncate'; file: string; to: number }
  | { what: 'sync'; file: string }
  | { what: 'told'; number: string };

/** How strace has to be asked. */
export function watching(trace: string): string[] {
  return [
    'strace',
    '-f',
    '-y',
    '-xx',
    '-s',
    '70000',
    '--seccomp-bpf',
    '-e',
    'trace=write,pwrite64,lseek,ftruncate,fsync,fdatasync,unlink',
    '-e',
    'signal=none',
    '-o',
    trace,
  ];
}

function plain(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}

/** One line a call: what was interrupted by another thread is put together again where it ended. */
function* callsIn(trace: string): Generator<string> {
  const begun = new Map<string, string>();
  for (const line of trace.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const isBegun = / <unfinished \.\.\.>$/.exec(rest);
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    if (isBegun) begun.set(thread, rest.slice(0, isBegun.index));
    else if (resumed) yield (begun.get(thread) ?? '') + (resumed[1] ?? '');
    else yield rest;
  }
}

const CALL = /^(\w+)\((?:(\d+)<([^>]*)>|"([^"]*)")(?:, (.*))?\)\s+= (-?\d+)/s;

function pathOf(shown: string): string {
  return shown.includes('\\x') ? plain(shown).toString('utf8') : shown;
}

/** What happened to the files of the database, and when somebody was told a number. */
export function readTrace(trace: string, isWatched: (file: string) => boolean): Event[] {
  const events: Event[] = [];
  const position = new Map<string, number>();
  for (const call of callsIn(readFileSync(trace, 'utf8'))) {
    const [, name, fd, shown = '', unlinked, more = '', result = ''] = CALL.exec(call) ?? [];
    if (name === undefined || Number(result) < 0) continue;
    if (name === 'write' && fd === '1') {
      const text = plain(/^"([^"]*)"/.exec(more)?.[1] ?? '').toString('utf8');
      const number = /"say":"told","number":"([^"]+)"/.exec(text)?.[1];
      if (number !== undefined) events.push({ what: 'told', number });
      continue;
    }
    const file = pathOf(unlinked ?? shown);
    if (!isWatched(file)) continue;
    if (name === 'lseek') position.set(`${fd}${file}`, Number(result));
    else if (name === 'fsync' || name === 'fdatasync') events.push({ what: 'sync', file });
    else if (name === 'ftruncate') events.push({ what: 'truncate', file, to: Number(more) });
    else if (name === 'unlink') events.push({ what: 'truncate', file, to: 0 });
    else {
      const [, hex = '', length = '', offset] = /^"([^"]*)"(?:\.\.\.)?, (\d+)(?:, (\d+))?$/.exec(more) ?? [];
      const bytes = plain(hex);
      // A shortened string would be replayed as a shorter write and prove nothing.
      if (bytes.length !== Number(length)) throw new Error(`a write of ${length} bytes was traced short`);
      const at = offset === undefined ? (position.get(`${fd}${file}`) ?? 0) : Number(offset);
      if (offset === undefined) position.set(`${fd}${file}`, at + bytes.length);
      events.push({ what: 'write', file, at, bytes });
    }
  }
  return events;
}

function written(content: Buffer, at: number, bytes: Buffer): Buffer {
  const next = Buffer.alloc(Math.max(content.length, at + bytes.length));
  content.copy(next);
  bytes.copy(next, at);
  return next;
}

function cutTo(content: Buffer, to: number): Buffer {
  return to <= content.length
    ? content.subarray(0, to)
    : Buffer.concat([content, Buffer.alloc(to - content.length)]);
}

const SECTOR = 512;

/** A write of which some sectors reached the disk and some did not. */
function torn(content: Buffer, { at, bytes }: Extract<Event, { what: 'write' }>, chance: Chance): Buffer {
  let next = content;
  for (let from = 0; from < bytes.length; from += SECTOR)
    if (chance.next() < 0.5) next = written(next, at + from, bytes.subarray(from, from + SECTOR));
  return next;
}

export interface Cut {
  files: Map<string, Buffer>;
  /** Who had been told by then. */
  told: string[];
}

/**
 * The disk after the first `count` events. `'least'`: nothing but what was forced to it. Else each later write is there,
 * gone, or torn at its sectors, as chance will have it.
 */
export function cutAfter(
  events: readonly Event[],
  count: number,
  start: ReadonlyMap<string, Buffer>,
  survives: 'least' | Chance,
): Cut {
  const now = new Map(start);
  const sure = new Map(start);
  const pending: Event[] = [];
  const told: string[] = [];
  for (const event of events.slice(0, count)) {
    if (event.what === 'told') told.push(event.number);
    else if (event.what === 'sync') {
      sure.set(event.file, now.get(event.file) ?? Buffer.alloc(0));
      for (let at = pending.length - 1; at >= 0; at -= 1) {
        const one = pending[at];
        if (one !== undefined && 'file' in one && one.file === event.file) pending.splice(at, 1);
      }
    } else {
      now.set(event.file, applied(now.get(event.file) ?? Buffer.alloc(0), event));
      pending.push(event);
    }
  }
  if (survives !== 'least')
    for (const event of pending) {
      if (event.what !== 'write' && event.what !== 'truncate') continue;
      const content = sure.get(event.file) ?? Buffer.alloc(0);
      const fate = survives.next();
      if (event.what === 'write' && fate < 0.3) sure.set(event.file, torn(content, event, survives));
      else if (fate < 0.7) sure.set(event.file, applied(content, event));
    }
  return { files: sure, told };
}

function applied(content: Buffer, event: Extract<Event, { what: 'write' | 'truncate' }>): Buffer {
  return event.what === 'write' ? written(content, event.at, event.bytes) : cutTo(content, event.to);
}

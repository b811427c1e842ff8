// The memory of a browser's processes, as Linux shows it to whoever started them.
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { tracesIn, type needlesOf } from './traces.ts';

/** One process: the number alone may come to another one later. */
export interface Process {
  pid: number;
  /** Clock ticks since the machine was started. */
  startedAt: string;
}

/** Why the memory of these cannot be read on this machine, in words; null if it can. */
export function whyNoMemory(processes: readonly Process[]): string | null {
  const { platform } = process;
  if (platform !== 'linux') return `memory was not looked into: ${platform} does not show it as files`;
  const refused = processes.find(({ pid }) => {
    try {
      openMemory(pid)?.close();
      return false;
    } catch {
      return true;
    }
  });
  return refused === undefined ? null : 'memory was not looked into: only root may, on this machine';
}

/** null: the process has ended. Throws when it may not be read. */
function openMemory(pid: number) {
  try {
    const [memory, pages] = [openSync(`/proc/${pid}/mem`, 'r'), openSync(`/proc/${pid}/pagemap`, 'r')];
    const close = () => [memory, pages].forEach(closeSync);
    return { memory, pages, regions: regionsOf(pid), close };
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Fields of a process's line, behind its name; null when it is gone. */
function statOf(pid: number): string[] | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has ended.
    return null;
  }
}

const PARENT = 1;
const GROUP = 2;
const STARTED_AT = 19;

/** Every process that belongs to the browser with this profile: itself, its helpers and theirs. */
export function processesOf(profile: string): Process[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const named = pids.filter((pid) => commandLineOf(pid).includes(profile));
  const family = new Set(named);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const pid of pids) {
      const stat = statOf(pid);
      if (stat !== null && [stat[PARENT], stat[GROUP]].map(Number).some((one) => family.has(one)))
        family.add(pid);
    }
  }
  return [...family].flatMap((pid) => {
    const startedAt = statOf(pid)?.[STARTED_AT];
    return startedAt === undefined ? [] : [{ pid, startedAt }];
  });
}

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It has ended.
    return '';
  }
}

export function isAlive({ pid, startedAt }: Process): boolean {
  const stat = statOf(pid);
  // One that has ended and is not fetched yet holds no memory.
  return stat !== null && stat[STARTED_AT] === startedAt && stat[0] !== 'Z';
}

interface Region {
  from: number;
  to: number;
}

/** Parts of the memory that can be read; what is only a program's file, unchanged, is left out. */
function regionsOf(pid: number): Region[] {
  const lines = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, from = '', to = '', write = '', inode = ''] =
      /^([0-9a-f]+)-([0-9a-f]+) r(.).. \S+ \S+ (\d+)/.exec(line) ?? [];
    const isProgram = write === '-' && inode !== '0';
    return from === '' || isProgram ? [] : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }];
  });
}

const PAGE_BYTES = 4096;
/** A page's entry in the table of pages. */
const ENTRY_BYTES = 8;
/** Entries that are read at once: 256 MB of memory. */
const MOST_ENTRIES = 65_536;
/** In the last byte of an entry: the page lies in memory, or is swapped out. */
const HELD = 0b1100_0000;

/** The parts of a region that hold anything: a browser reserves far more than it uses. */
function* heldParts(pages: number, { from, to }: Region): Generator<Region> {
  const table = Buffer.alloc(MOST_ENTRIES * ENTRY_BYTES);
  for (let at = from; at < to; at += MOST_ENTRIES * PAGE_BYTES) {
    const entries = Math.min(MOST_ENTRIES, (to - at) / PAGE_BYTES);
    const read =
      readPiece(pages, table, (at / PAGE_BYTES) * ENTRY_BYTES, entries * ENTRY_BYTES) / ENTRY_BYTES;
    for (let first = 0; first < read; first += 1) {
      let last = first;
      while (last < read && ((table[last * ENTRY_BYTES + ENTRY_BYTES - 1] ?? 0) & HELD) !== 0) last += 1;
      if (last > first) yield { from: at + first * PAGE_BYTES, to: at + last * PAGE_BYTES };
      first = last;
    }
  }
}

const PIECE_BYTES = 8 * 1024 * 1024;
/** Longer than any needle: a word may lie across two pieces. */
const OVERLAP_BYTES = 1024;

export interface Searched {
  traces: string[];
  /** How much was read: a search that read nothing has found nothing out. */
  bytes: number;
}

/** What lies in the memory of one process, in words. */
export function searchMemory({ pid }: Process, needles: ReturnType<typeof needlesOf>): Searched {
  const found = new Set<string>();
  const piece = Buffer.alloc(PIECE_BYTES);
  let bytes = 0;
  const opened = openMemory(pid);
  if (opened === null) return { traces: [], bytes };
  const { memory, pages, regions } = opened;
  for (const region of regions)
    for (const { from, to } of heldParts(pages, region))
      for (let at = from; at < to; at += PIECE_BYTES - OVERLAP_BYTES) {
        const read = readPiece(memory, piece, at, Math.min(PIECE_BYTES, to - at));
        bytes += read;
        for (const says of tracesIn(piece.subarray(0, read), needles)) found.add(says);
      }
  opened.close();
  return { traces: [...found].map((says) => `process ${pid}: ${says}`), bytes };
}

function readPiece(memory: number, piece: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, piece, 0, length, at);
  } catch {
    // Given back to the system while we looked, or a device's own memory: nothing can lie there to be read.
    return 0;
  }
}

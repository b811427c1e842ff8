// Why a database is not served: each has a code that stands on the screen and that IT can look up in docs/storage.md.
import type { JournalBreak } from './journal.ts';

export type StoreFault =
  | { code: 'S-01'; reason: 'unreadable'; detail: string }
  | { code: 'S-02'; reason: 'newer'; detail: string }
  | { code: 'S-03'; reason: 'gap'; detail: string }
  | { code: 'S-04'; reason: 'journal-broken'; detail: string }
  /** The file is gone or empty on a machine that has served. */
  | { code: 'S-07'; reason: 'gone'; detail: string }
  /** It is sound in itself and knows less than it did: its log was lost, or another one was put in its place. */
  | { code: 'S-08'; reason: 'behind'; detail: string }
  /** The disk takes nothing: read-only, no rights, no folder, an I/O error. */
  | { code: 'S-09'; reason: 'not-writable'; detail: string };

/** The faults of one database from which another one can be made. The others need a person, or a disk that works. */
export function isDamage({ code }: StoreFault): boolean {
  return code === 'S-01' || code === 'S-07' || code === 'S-08';
}

const OF_THE_DISK = new Set([
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_PERM',
  'SQLITE_IOERR',
  'SQLITE_FULL',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EIO',
  'ENOSPC',
]);

/** Whether an error is the disk's and says nothing about what lies on it. */
export function isOfTheDisk(error: unknown): boolean {
  return OF_THE_DISK.has(String((error as { code?: unknown }).code));
}

export function faultOf(error: unknown): StoreFault {
  const detail = (error as Error).message;
  return isOfTheDisk(error)
    ? { code: 'S-09', reason: 'not-writable', detail }
    : { code: 'S-01', reason: 'unreadable', detail };
}

/** A broken journal in words for IT staff. */
export function breakText({ position, what }: JournalBreak): string {
  const words = {
    missing: 'is missing',
    altered: 'was changed',
    unlinked: 'does not follow the one before',
  };
  return `journal entry ${position} ${words[what]}`;
}

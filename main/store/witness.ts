// A few bytes beside the database that say how far it had come. A database that was emptied, lost its log or was
// exchanged for an older one looks sound to SQLite and to its own journal: only something outside it can tell.
//
// It is written after a commit, never before, so it names at most what really is on the disk: a database that knows less
// has lost something. It is put on the disk for good now and then, not at every commit: after a power cut it may be
// behind the database, which only makes it a milder witness.
import { createHash } from 'node:crypto';
import { closeSync, fdatasync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The last journal entry and the last number given out, as far as was seen. */
export interface Witness {
  position: number;
  /** Of the entry at that position; '' before the first. */
  hash: string;
  /** Never goes down: a number that was given out once stays given out. */
  sequence: number;
}

export interface WitnessKeeper {
  /** Takes note of what was committed. Never throws: a disk that refuses it must not take back a receipt. */
  note(seen: Witness): void;
  /** False: it could not be written, and testifies to less than there is. */
  isWell(): boolean;
  close(): void;
}

/** One sector: it is written whole or not at all. */
const LENGTH = 256;
const SYNC_EVERY_MS = 1000;

export function witnessFile(folder: string): string {
  return join(folder, 'kiosk.witness');
}

function checkOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16);
}

function bytesOf(witness: Witness): Buffer {
  const body = JSON.stringify(witness);
  return Buffer.from(`${checkOf(body)} ${body}`.padEnd(LENGTH - 1) + '\n');
}

/** null: there is none. 'unreadable': there is one, and it says nothing; that there was a database it does tell. */
export function readWitness(folder: string): Witness | 'unreadable' | null {
  let content: string;
  try {
    content = readFileSync(witnessFile(folder), 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable';
  }
  const [check, body = ''] = [content.slice(0, 16), content.slice(17).trim()];
  return check === checkOf(body) ? (JSON.parse(body) as Witness) : 'unreadable';
}

/** Opens it for writing, with what was seen at the start; throws what the disk throws. */
export function keepWitness(folder: string, start: Witness): WitnessKeeper {
  const handle = openSync(witnessFile(folder), 'a+', 0o600);
  closeSync(handle);
  const file = openSync(witnessFile(folder), 'r+');
  let seen = start;
  let isWell = true;
  let isClosed = false;
  let syncedAt = performance.now();
  writeSync(file, bytesOf(seen), 0, LENGTH, 0);
  fsyncSync(file);

  function write(): void {
    try {
      writeSync(file, bytesOf(seen), 0, LENGTH, 0);
    } catch {
      // Its old words stay true: they name less. The doctor tells.
      isWell = false;
    }
  }

  return {
    note({ position, hash, sequence }) {
      if (isClosed || position <= seen.position) return;
      seen = { position, hash, sequence: Math.max(sequence, seen.sequence) };
      write();
      if (performance.now() - syncedAt < SYNC_EVERY_MS) return;
      syncedAt = performance.now();
      fdatasync(file, (error) => {
        isWell &&= error === null;
      });
    },
    isWell: () => isWell,
    close() {
      if (isClosed) return;
      isClosed = true;
      try {
        fsyncSync(file);
      } catch {
        isWell = false;
      } finally {
        closeSync(file);
      }
    },
  };
}

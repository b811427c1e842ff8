// A log file that never ends the program: a full disk costs lines, and the lines it cost are counted in the next one.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DestinationStream } from 'pino';

/** Writes what it is given; throws what the disk throws. */
export type Append = (line: string) => void;

/** Opens the file anew for every line that the last attempt could not write. */
function appendTo(file: string): Append {
  let handle: number | null = null;
  return (line) => {
    if (handle === null) {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      handle = openSync(file, 'a', 0o600);
    }
    try {
      writeSync(handle, line);
    } catch (error) {
      closeSync(handle);
      handle = null;
      throw error;
    }
  };
}

/** A line that cannot be written is dropped and counted. */
export function logFile(file: string, append: Append = appendTo(file)): DestinationStream {
  let dropped = 0;
  return {
    write(line) {
      try {
        if (dropped > 0) append(droppedLine(dropped));
        dropped = 0;
        append(line);
      } catch {
        // There is nowhere left to say it; the count is the word of it.
        dropped += 1;
      }
    },
  };
}

function droppedLine(count: number): string {
  const line = { level: 40, time: new Date().toISOString(), count, msg: 'log lines dropped' };
  return `${JSON.stringify(line)}\n`;
}

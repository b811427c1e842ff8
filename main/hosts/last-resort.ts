// What nobody caught. The process ends with its own exit code and whoever watches over it starts it again: what was told
// to a citizen is on disk, and a process in an unknown state must not go on telling them things.
import type { Log } from '../../lib/log.ts';

/** A surprise ended the program. The operating system's service manager starts it again. */
export const SURPRISED = 70;

export interface LastResortParts {
  process: Pick<NodeJS.Process, 'on'>;
  log: Log;
  exit: (code: number) => void;
}

/** Ends the process at the first surprise that reaches the top. */
export function endOnSurprise({ process, log, exit }: LastResortParts): void {
  process.on('uncaughtException', (error) => {
    log.unexpected('uncaught exception', error);
    exit(SURPRISED);
  });
  process.on('unhandledRejection', (reason) => {
    log.unexpected('unhandled rejection', reason);
    exit(SURPRISED);
  });
}

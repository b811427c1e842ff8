// What is said between the bench and the processes it breaks: one JSON value a line. What a citizen was told is written
// at once and waits for nobody, so that a process that dies has told it or has not.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';

export type Command = { id: number; do: string } & Record<string, unknown>;
export type Line =
  | { say: 'ready' }
  | { say: 'told'; number: string }
  | { say: 'not-received' }
  | { say: 'done'; id: number; value: unknown }
  | { say: 'failed'; id: number; why: string };

export function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Obeys one command after the other, until its input ends. */
export function obeyAll(obey: (command: Command) => Promise<unknown>): void {
  let last: Promise<unknown> = Promise.resolve();
  createInterface({ input: process.stdin }).on('line', (text) => {
    const command = JSON.parse(text) as Command;
    last = last
      .then(() => obey(command))
      .then(
        (value) => say({ say: 'done', id: command.id, value: value ?? null }),
        (error: unknown) => say({ say: 'failed', id: command.id, why: (error as Error).message }),
      );
  });
  // Whoever is killed keeps nothing: what was compiled is kept now, for the next one to start in half the time.
  flushCompileCache();
  process.stdin.once('end', () => process.exit(0));
  say({ say: 'ready' });
}

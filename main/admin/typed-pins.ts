// PINs typed one after the other, unseen: on a terminal, or as lines of a pipe.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** One PIN for each number, in order; an empty one where nothing was typed. */
export async function askPins(
  input: NodeJS.ReadableStream & { isTTY?: boolean },
  say: (words: string) => void,
  numbers: readonly string[],
): Promise<string[]> {
  // What is typed is not shown: readline echoes into nothing.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output, terminal: input.isTTY === true });
  const typed = lines[Symbol.asyncIterator]();
  const pins: string[] = [];
  try {
    for (const number of numbers) {
      say(`PIN of ${number}:`);
      const next = await typed.next();
      pins.push(next.done === true ? '' : next.value.trim());
    }
    return pins;
  } finally {
    lines.close();
  }
}

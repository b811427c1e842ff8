// A PIN typed twice, unseen.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { fail, ok, type Result } from '../../domain/result.ts';
import { readPin, type PinFault } from '../../domain/staff/pin.ts';

const FAULTS: Record<PinFault, string> = {
  'not-digits': 'A PIN has digits only.',
  'too-short': 'A PIN has at least six digits.',
  'too-long': 'A PIN has at most twelve digits.',
  'too-easy': 'That PIN is the first anybody would try. Take another.',
};

/** Asks on a terminal or reads two lines of a pipe. The PIN, or what is wrong in a sentence. */
export async function askPin(
  input: NodeJS.ReadableStream & { isTTY?: boolean },
  say: (words: string) => void,
): Promise<Result<string, string>> {
  // What is typed is not shown: readline echoes into nothing.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output, terminal: input.isTTY === true });
  const typed = lines[Symbol.asyncIterator]();
  try {
    say('PIN, six to twelve digits:');
    const first = await nextLine(typed);
    say('Once more:');
    const second = await nextLine(typed);
    if (first !== second) return fail('The two are not the same.');
    const pin = readPin(first);
    return pin.ok ? ok(pin.value) : fail(FAULTS[pin.error]);
  } finally {
    lines.close();
  }
}

async function nextLine(lines: AsyncIterator<string>): Promise<string> {
  const next = await lines.next();
  return next.done === true ? '' : next.value.trim();
}

// Processes of the bench: each says what there is to know in lines, the last of which is JSON.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Drained, Usage } from './usage.ts';

export interface Server {
  /** What follows a word at the beginning of a line; waits for it. */
  said(word: string): Promise<string>;
  /** Asks it to end, and what it used and held. */
  end(): Promise<Usage & { held: number }>;
}

function start(script: string, args: string[]): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, lines };
}

export function startServer(script: string, args: string[]): Server {
  const { child, lines } = start(script, args);
  async function nextLine(): Promise<string> {
    const line = await lines.next();
    if (line.done === true) throw new Error(`${script} ended early`);
    return line.value;
  }
  return {
    async said(word) {
      for (;;) {
        const line = await nextLine();
        if (line.startsWith(`${word} `)) return line.slice(word.length + 1);
      }
    },
    async end() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      for (let line = await nextLine(); ; line = await nextLine()) {
        if (!line.startsWith('{')) continue;
        await exited;
        return JSON.parse(line) as Usage & { held: number };
      }
    },
  };
}

/** Runs a client to its end. Throws when it fails. */
export async function runClient<T = Drained>(script: string, args: string[]): Promise<T> {
  const { child, lines } = start(script, args);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let last = '';
  for (let line = await lines.next(); line.done !== true; line = await lines.next())
    if (line.value.startsWith('{')) last = line.value;
  const [code] = await exited;
  if (code !== 0 || last === '') throw new Error(`${script} ended with ${code}`);
  return JSON.parse(last) as T;
}

// Runs a program as it is run on a machine: somewhere else, with nothing in its environment but what is said here.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Where every Debian has its programs. */
export const PATH = '/usr/sbin:/usr/bin:/sbin:/bin';

export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
}

/** What it said on standard output; throws with what it complained of when it did not end well. */
export async function run(program: string, args: string[], { cwd, env = {} }: RunOptions): Promise<string> {
  const child = spawn(program, args, { cwd, env: { PATH, ...env } });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${err}${out}`);
  return out;
}

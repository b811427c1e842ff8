// The bench's hand on one process: commands, what citizens were told, and the end of it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command, Line } from './wire.ts';

export interface Hand {
  /** Resolves with what came of it. Rejects when the process says it failed, or ends before it answers. */
  ask(what: string, more?: Record<string, unknown>): Promise<unknown>;
  /** Takes what citizens were told since it was last taken. */
  takeTold(): { numbers: string[]; refused: number };
  /** SIGKILL, and waits until the system says it is gone. */
  kill(): Promise<void>;
  /** Waits until it is gone by itself. */
  gone: Promise<void>;
  isAlive(): boolean;
  /** Ends it in order. */
  end(): Promise<void>;
}

export class Died extends Error {
  override name = 'Died';
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts a program of this folder; `through`: the program and arguments it is watched by. */
export async function startProcess(
  program: 'kiosk-process.ts' | 'platform-process.ts',
  { through = [], env = {} }: { through?: string[]; env?: Record<string, string> } = {},
): Promise<Hand> {
  const [file = process.execPath, ...args] = [
    ...through,
    process.execPath,
    join(import.meta.dirname, program),
  ];
  const child: ChildProcess = spawn(file, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const waiting = new Map<number, Waiting>();
  let numbers: string[] = [];
  let refused = 0;
  let asked = 0;
  let isAlive = true;
  let ready: () => void = () => {};
  const isReady = new Promise<void>((resolve) => (ready = resolve));
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('no pipes');
  // A process that was killed reads no more.
  stdin.on('error', () => {});
  createInterface({ input: stdout }).on('line', take);
  const gone = once(child, 'close').then(() => {
    isAlive = false;
    for (const { reject } of waiting.values()) reject(new Died('it ended before it answered'));
    waiting.clear();
  });

  function take(text: string): void {
    const line = JSON.parse(text) as Line;
    if (line.say === 'ready') ready();
    else if (line.say === 'told') numbers.push(line.number);
    else if (line.say === 'not-received') refused += 1;
    else {
      const asker = waiting.get(line.id);
      waiting.delete(line.id);
      if (line.say === 'done') asker?.resolve(line.value);
      else asker?.reject(new Error(line.why));
    }
  }

  await Promise.race([isReady, gone]);
  if (!isAlive) throw new Error(`${program} did not start`);
  return {
    ask(what, more = {}) {
      if (!isAlive) return Promise.reject(new Died('it has ended'));
      asked += 1;
      const command: Command = { ...more, id: asked, do: what };
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(command.id, { resolve, reject }));
      stdin.write(`${JSON.stringify(command)}\n`);
      return answer;
    },
    takeTold() {
      const taken = { numbers, refused };
      numbers = [];
      refused = 0;
      return taken;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    gone,
    isAlive: () => isAlive,
    async end() {
      stdin.end();
      await gone;
    },
  };
}

/** Processes that are started before they are needed: starting takes most of the time of a kill. */
export function spares(program: 'kiosk-process.ts' | 'platform-process.ts', ahead: number) {
  const ready: Promise<Hand>[] = [];
  const fill = () => {
    while (ready.length < ahead) ready.push(startProcess(program));
  };
  return {
    async take(): Promise<Hand> {
      const hand = await (ready.shift() ?? startProcess(program));
      fill();
      return hand;
    },
    async end(): Promise<void> {
      for (const hand of ready.splice(0)) await (await hand).kill();
    },
  };
}

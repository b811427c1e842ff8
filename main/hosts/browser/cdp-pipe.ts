// Talks to a Chromium over two pipes (--remote-debugging-pipe), never a port: a port could be found by any program on
// the machine. Messages are JSON ended by a zero byte.
import type { Readable, Writable } from 'node:stream';

export interface CdpPipe {
  /** Sends one command, to one page when its session is given; rejects when the browser says no or is gone. */
  send(method: string, params?: Record<string, unknown>, sessionId?: string): Promise<unknown>;
  /** `from` is the session of the page it came from; none for the browser itself. */
  on(method: string, listener: Listener): void;
}

type Listener = (params: unknown, from: string | undefined) => void;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Incoming {
  id?: number;
  method?: string;
  params?: unknown;
  sessionId?: string;
  result?: unknown;
  error?: { message: string };
}

export function createCdpPipe(input: Writable, output: Readable): CdpPipe {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Listener[]>();
  let last = 0;
  let held = Buffer.alloc(0);
  let isGone = false;

  function take(message: Incoming): void {
    if (message.id === undefined) {
      for (const listener of listeners.get(message.method ?? '') ?? [])
        listener(message.params, message.sessionId);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) asked?.resolve(message.result);
    else asked?.reject(new Error(message.error.message));
  }

  output.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (let end = held.indexOf(0); end >= 0; end = held.indexOf(0)) {
      const message = held.subarray(0, end).toString('utf8');
      held = held.subarray(end + 1);
      take(JSON.parse(message) as Incoming);
    }
  });

  function fall(): void {
    isGone = true;
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
    waiting.clear();
  }
  output.on('close', fall);
  output.on('error', fall);
  input.on('error', fall);

  return {
    send(method, params = {}, sessionId = undefined) {
      // A pipe that has closed says nothing more, not even that it has.
      if (isGone) return Promise.reject(new Error('the browser is gone'));
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    on(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
  };
}

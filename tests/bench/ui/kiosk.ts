import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { KioskAsked, KioskTold } from './kiosk-process.ts';

export interface BenchKiosk {
  /** A new citizen stands before the first of the sixty questions; the address that shows it. */
  begin(perPage: number): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a kiosk in a process of its own that knows the sixty questions in these sizes of page. */
export async function startBenchKiosk(...sizes: number[]): Promise<BenchKiosk> {
  const child = fork(join(import.meta.dirname, 'kiosk-process.ts'), sizes.map(String));
  const ended = once(child, 'exit');

  /** Its next word. A kiosk that ends instead has no more to say. */
  async function told(): Promise<unknown> {
    const [word] = (await Promise.race([
      once(child, 'message'),
      ended.then(([status]) => Promise.reject(new Error(`the kiosk ended with ${String(status)}`))),
    ])) as [unknown];
    return word;
  }

  await told();
  return {
    async begin(perPage) {
      const answer = told();
      child.send({ perPage } satisfies KioskAsked);
      return ((await answer) as KioskTold).url;
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

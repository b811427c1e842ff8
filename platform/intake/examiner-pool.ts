// Examines items in threads, so that a big batch leaves the event loop to everybody else. A thread that dies is replaced,
// and what it had is examined again; what kills a thread by itself is given up alone and takes nobody along.
import { Worker } from 'node:worker_threads';
import type { OpeningKey } from '../../lib/envelope-crypto.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Examined, Examiner, Sent } from './examine.ts';
import { examinedOf, type Done, type Job, type ThreadStart } from './examiner-wire.ts';
import { shelfData } from './shelf-data.ts';

export interface ExaminerPool extends Examiner {
  /** Whether a thread has said anything yet: before, whoever is in a hurry examines in the event loop. */
  isAwake(): boolean;
  /** Starts the threads, unless they run. */
  wake(): void;
  /** Ends the threads once what they have is examined. Whatever comes after is examined in the event loop. */
  stop(): Promise<void>;
}

/** A thread as the pool sees it; tests make their own. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate'> & {
  on(event: 'message', heard: (said: Done | 'ready') => void): unknown;
  on(event: 'exit' | 'error', heard: () => void): unknown;
};

export interface PoolParts {
  shelf: Pick<ProcedureShelf, 'versions' | 'calendar'>;
  openingKey: OpeningKey;
  /** At least one. */
  threads: number;
  /** Does the work where no thread can be started. */
  here: Examiner;
  newThread?: (start: ThreadStart) => Thread;
}

/** Many enough that asking costs little, few enough that a batch of a hundred is spread over the threads. */
const CHUNK = 25;
/** One to work on and one to go on with: the event loop may be long in fetching what is done. */
const AHEAD = 2;
/** A thread that has grown so far is better begun anew. It ends alone: the platform does not. */
const HEAP_MB = 256;
/** Told outright: of a heap with a limit Node makes this part so small that it is cleared every few applications. */
const YOUNG_MB = 64;

interface Chunk {
  kiosk: Kiosk;
  sent: Sent[];
  /** So many threads died over it. */
  deaths: number;
  settle: (examined: Examined[]) => void;
}

interface Running {
  thread: Thread;
  isReady: boolean;
  chunks: Map<number, Chunk>;
}

/** The thread's file beside this one, as a source or as it was built. */
const THREAD = new URL(import.meta.url.replace(/examiner-pool(?=\.\w+$)/, 'examiner-thread'));

/** A thread of its own heap, which alone does not keep the process alive. */
export function startThread(start: ThreadStart): Worker {
  const worker = new Worker(THREAD, {
    workerData: start,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  worker.unref();
  return worker;
}

/** Threads are started when they are first needed. */
export function createExaminerPool(parts: PoolParts): ExaminerPool {
  const { shelf, openingKey, threads, here, newThread = startThread } = parts;
  const handles = [openingKey, ...(openingKey.older ?? [])].map((key) => key.handle());
  const waiting: Chunk[] = [];
  const running = new Set<Running>();
  let jobs = 0;
  const pending = new Set<Promise<unknown>>();
  let isStopping = false;
  let isStopped = false;

  function begin(): void {
    const thread = newThread({ openingKeys: handles, shelf: shelfData(shelf) });
    const one: Running = { thread, isReady: false, chunks: new Map() };
    running.add(one);
    thread.on('message', (said: Done | 'ready') => {
      if (said === 'ready') one.isReady = true;
      else settle(one, said);
      handOut();
    });
    // An error is always followed by the exit.
    thread.on('error', () => {});
    thread.on('exit', () => bury(one));
  }

  function settle({ chunks }: Running, { job, told }: Done): void {
    const chunk = chunks.get(job);
    chunks.delete(job);
    chunk?.settle(chunk.sent.map((sent, index) => readTold(told[index], sent)));
  }

  function bury(one: Running): void {
    running.delete(one);
    if (isStopped) return;
    // Which of these it died over is not known: each item goes on by itself.
    waiting.unshift(...[...one.chunks.values()].flatMap(aloneAfterDeath));
    if (one.isReady) wake();
    // One that never began says that none can; the next batch tries again.
    else if (running.size === 0) for (const chunk of waiting.splice(0)) void helpOut(here, chunk);
    handOut();
  }

  function wake(): void {
    while (!isStopped && running.size < threads) begin();
  }

  /** A suspect gets a thread to itself: if that dies too, it was to blame. */
  function freeFor(chunk: Chunk): Running | undefined {
    const most = chunk.deaths > 0 ? 1 : AHEAD;
    return [...running]
      .filter(
        ({ isReady, chunks }) =>
          isReady && chunks.size < most && ![...chunks.values()].some(({ deaths }) => deaths > 0),
      )
      .toSorted((one, other) => one.chunks.size - other.chunks.size)[0];
  }

  function handOut(): void {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const free = freeFor(next);
      if (free === undefined) return;
      waiting.shift();
      jobs += 1;
      free.chunks.set(jobs, next);
      const { kiosk, sent } = next;
      free.thread.postMessage({ job: jobs, kiosk, sent } satisfies Job);
    }
  }

  return {
    isAwake: () => [...running].some(({ isReady }) => isReady),
    wake,
    async examine(kiosk, sent) {
      if (isStopping) return here.examine(kiosk, sent);
      const chunks: Promise<Examined[]>[] = [];
      for (let from = 0; from < sent.length; from += CHUNK) {
        const some = sent.slice(from, from + CHUNK);
        chunks.push(new Promise((settle) => waiting.push({ kiosk, sent: some, deaths: 0, settle })));
      }
      const all = Promise.all(chunks);
      pending.add(all);
      wake();
      handOut();
      const examined = (await all).flat();
      pending.delete(all);
      return examined;
    },
    async stop() {
      isStopping = true;
      await Promise.all(pending);
      isStopped = true;
      await Promise.all([...running].map(({ thread }) => thread.terminate()));
    },
  };
}

function readTold(told: Done['told'][number] | undefined, sent: Sent): Examined {
  if (told === undefined) return { ok: false, surprise: new Error('a thread left something out') };
  return examinedOf(told, sent);
}

/** What killed a thread is not let near the event loop. */
async function helpOut(here: Examiner, { kiosk, sent, deaths, settle }: Chunk): Promise<void> {
  const given = { ok: false, surprise: new Error('no thread can be started') } as const;
  settle(deaths > 0 ? sent.map(() => given) : await here.examine(kiosk, sent));
}

/** What is to be done with a chunk over which a thread died. Nothing any more with one item that two died over. */
function aloneAfterDeath({ kiosk, sent, deaths, settle }: Chunk): Chunk[] {
  if (sent.length === 1 && deaths > 0) {
    settle([{ ok: false, surprise: new Error('a thread died over a submission') }]);
    return [];
  }
  const all: Examined[] = [];
  let open = sent.length;
  return sent.map((one, index) => ({
    kiosk,
    sent: [one],
    deaths: deaths + 1,
    settle([examined]) {
      if (examined !== undefined) all[index] = examined;
      open -= 1;
      if (open === 0) settle(all);
    },
  }));
}

// Threads that examine what comes in say what the event loop would say, also when one of them dies over it.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionItem } from '../../domain/contract/platform-api.ts';
import { newOpeningKey, openingKeyOf } from '../../lib/envelope-crypto.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { createShelf } from '../../lib/procedures/shelf.ts';
import { createExaminerHere, type Sent } from '../../platform/intake/examine.ts';
import { createExaminerPool, startThread, type ExaminerPool } from '../../platform/intake/examiner-pool.ts';
import type { Job } from '../../platform/intake/examiner-wire.ts';
import { usualThreads } from '../../platform/intake/usual-threads.ts';
import { compileApp } from '../../scripts/packaging/compile-app.ts';
import { NO_CALENDAR, openIntake, wordIn, type OpenIntake } from '../builders/intake.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { sealItem, type Wrong } from '../builders/platform-kiosk.ts';
import { until } from '../until.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const prepared = preparedLibraryCard();
const shelf = createShelf([prepared], [], NO_CALENDAR);
const folder = mkdtempSync(join(tmpdir(), 'onewindow-threads-'));
let open: OpenIntake;
let made: Awaited<ReturnType<OpenIntake['newKiosk']>>;
let pool: ExaminerPool | null = null;

beforeAll(async () => {
  open = await openIntake({ sqlite: join(folder, 'platform.sqlite') }, { threads: 1 });
  made = await open.newKiosk();
});
afterEach(() => pool?.stop());
afterAll(async () => {
  await open.intake.stop();
  await open.store.close();
  rmSync(folder, { recursive: true, force: true });
});

function seal(sequence: number, wrong: Wrong = {}, answers = readerAnswers()): SubmissionItem {
  const { receiptNumber: _, ...item } = sealItem(made.signer, prepared, sequence, answers, wrong);
  return item;
}

const fresh = (value: unknown): Sent => ({ value, isKnown: false });
const good = (count: number) => Array.from({ length: count }, (_none, index) => fresh(seal(index + 1)));

function everyKind(): Sent[] {
  const item = seal(1);
  return [
    fresh(item),
    { value: item, isKnown: true },
    ...[null, 7, 'text', [], {}, { id: item.id }, { ...item, more: 1 }, { ...item, envelope: '====' }].map(
      fresh,
    ),
    fresh({ ...item, envelope: item.envelope.slice(0, -8) }),
    fresh({ ...item, signature: 'AAAA' }),
    fresh(seal(2, { key: newSigningKey() })),
    fresh(seal(3, { sealedTo: newOpeningKey().publicKey })),
    fresh(seal(4, { header: { kiosk: item.id } })),
    fresh(seal(5, { header: { version: '2020.1' } })),
    fresh(seal(6, {}, { ...readerAnswers(), vip: true })),
    fresh(seal(7, { header: { sequence: 8 } })),
  ];
}

const here = () => createExaminerHere({ shelf, openingKey: open.openingKey });

/** Verdicts without what only opening needs: it does not travel back from a thread. */
function bare(all: Awaited<ReturnType<ExaminerPool['examine']>>) {
  return all.map((one) => {
    if (!one.ok || one.verdict.state === 'refused') return one;
    const { item } = one.verdict;
    return { ...one.verdict, item: { ...item, envelope: { header: item.envelope.header } } };
  });
}

function newPool(newThread: typeof startThread = startThread, threads = 2): ExaminerPool {
  pool = createExaminerPool({ shelf, openingKey: open.openingKey, threads, here: here(), newThread });
  return pool;
}

it('says of every kind of item what the event loop says', async () => {
  const sent = [...everyKind(), ...good(60), ...everyKind()];
  expect(bare(await newPool().examine(made.kiosk, sent))).toEqual(
    bare(await here().examine(made.kiosk, sent)),
  );
});

it('answers what a thread that died had, in another thread', async () => {
  const threads: ReturnType<typeof startThread>[] = [];
  let jobs = 0;
  const one = newPool((start) => {
    const thread = startThread(start);
    const post = thread.postMessage.bind(thread);
    threads.push(thread);
    thread.postMessage = (job: unknown) => {
      post(job);
      // The third job of all has been handed over when its thread is ended from outside.
      if ((jobs += 1) === 3) void thread.terminate();
    };
    return thread;
  });
  const sent = good(120);
  const verdicts = await one.examine(made.kiosk, sent);
  expect(bare(verdicts)).toEqual(bare(await here().examine(made.kiosk, sent)));
  expect(threads).toHaveLength(3);
});

it('gives up the one item that kills every thread, and no other', async () => {
  const sent = good(60);
  const poison = sent[30]?.value;
  const one = newPool((start) => {
    const thread = startThread(start);
    const post = thread.postMessage.bind(thread);
    thread.postMessage = (job: Job) => {
      post(job);
      if (job.sent.some(({ value }) => value === poison)) void thread.terminate();
    };
    return thread;
  });
  const verdicts = await one.examine(made.kiosk, sent);
  expect(verdicts.flatMap((verdict, index) => (verdict.ok ? [] : [index]))).toEqual([30]);
  expect(verdicts).toHaveLength(60);
});

it('examines in the event loop where no thread can be started', async () => {
  const one = newPool((start) => {
    const thread = startThread(start);
    void thread.terminate();
    return thread;
  });
  const sent = good(30);
  expect(bare(await one.examine(made.kiosk, sent))).toEqual(bare(await here().examine(made.kiosk, sent)));
});

it('runs as JavaScript as it does from its sources', async () => {
  const built = join(folder, 'built');
  const entries = ['examiner-pool.ts', 'examiner-thread.ts'].map((file) => `platform/intake/${file}`);
  compileApp(ROOT, entries, built);
  writeFileSync(join(built, 'package.json'), '{"type":"module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(built, 'node_modules'), 'junction');
  const file = pathToFileURL(join(built, 'platform', 'intake', 'examiner-pool.js')).href;
  const module = (await import(/* @vite-ignore */ file)) as { createExaminerPool: typeof createExaminerPool };
  const nowhere = { examine: async () => [] };
  pool = module.createExaminerPool({ shelf, openingKey: open.openingKey, threads: 1, here: nowhere });
  const sent = good(30);
  expect(bare(await pool.examine(made.kiosk, sent))).toEqual(bare(await here().examine(made.kiosk, sent)));
});

it('opens what was sealed to the key before the one in force', async () => {
  const openingKey = { ...newOpeningKey(), older: [open.openingKey] };
  const nowhere = { examine: async () => [] };
  pool = createExaminerPool({ shelf, openingKey, threads: 1, here: nowhere });
  const [examined] = await pool.examine(made.kiosk, [fresh(seal(1))]);
  expect(examined).toMatchObject({ ok: true, verdict: { state: 'arrived' } });
});

it('finishes what it has when it is stopped, and does the rest without threads', async () => {
  const one = newPool();
  const [sent, later] = [good(60), good(2)];
  const before = one.examine(made.kiosk, sent);
  await one.stop();
  expect((await before).every(({ ok }) => ok)).toBe(true);
  expect((await one.examine(made.kiosk, later)).every(({ ok }) => ok)).toBe(true);
});

it('hands the opening key over as a handle that says nothing', async () => {
  const handle = open.openingKey.handle();
  expect(JSON.stringify(structuredClone(handle))).toBe('{}');
  expect(openingKeyOf(structuredClone(handle)).id).toBe(open.openingKey.id);
});

it('takes a batch once, whoever examined it', async () => {
  const items = Array.from({ length: 40 }, (_none, index) => seal(index + 1));
  const words = async () => (await open.intake.take(made.kiosk, items)).map(wordIn);
  expect((await words()).every(({ result }) => result === 'taken')).toBe(true);
  // By now the threads are there, or soon.
  await until(async () => (await words()).every(({ result }) => result === 'already-taken'));
  expect((await open.store.kiosks.byId(made.kiosk.id))?.gapFreeUpTo).toBe(40);
});

describe('threads on a machine', () => {
  it.each([
    [1, 0],
    [2, 1],
    [4, 3],
    [64, 4],
  ])('with %i cores: %i', (cores, threads) => {
    expect(usualThreads(cores)).toBe(threads);
  });
});

// Sends the queue, oldest first, and believes only what the platform signed. Order is the sequence, never the clock.
// While one batch is on its way the next is read, and while that one is on its way the answers to the first are put
// down: never more than two batches of envelopes are in memory, however many wait.
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Store } from '../store/store.ts';
import type { Sendable } from '../store/submissions.ts';
import { batchAsked, LARGEST_BATCH, type BatchSize } from './batch-size.ts';
import { createLane, type Lane } from './lane.ts';
import type { PlatformClient, Trouble } from './platform-client.ts';
import { readAnswers, type Answered, type Sent } from './read-answers.ts';

export interface OutboxWorkerParts {
  store: Store;
  client: Pick<PlatformClient, 'send'>;
  /** SPKI, base64: acknowledgements are checked against it. */
  platformKey: string;
  clock: Clock;
  timers: Timers;
  random: () => number;
  log: Log;
  /** A submission changed its state: a screen may be showing it. */
  onChange: (sequence: number) => void;
  /** What the exchange said about the connection; null: the platform answered. */
  onExchange: (trouble: Trouble | null) => void;
}

export type OutboxWorker = Lane;

export function createOutboxWorker(parts: OutboxWorkerParts): OutboxWorker {
  const size: Size = { asked: LARGEST_BATCH };
  return createLane({ ...parts, sendAll: (isStopped) => sendAll(parts, size, isStopped) });
}

type Answer = Awaited<ReturnType<PlatformClient['send']>>;

/** What the platform asked for last: the next queue begins with it. */
interface Size {
  asked: BatchSize;
}

/** A batch on its way. */
interface Flight {
  sent: Sent[];
  answer: Promise<Answer>;
}

/** Sends batch after batch. undefined: nothing was waiting; null: all were answered; else why it stopped. */
async function sendAll(
  parts: OutboxWorkerParts,
  kept: Size,
  isStopped: () => boolean,
): Promise<Trouble | null | undefined> {
  let size = kept.asked;
  // Once one was too large they go one by one, until the queue is empty.
  let mostItems = Infinity;
  // Nothing is on its way now: what is still marked so was left behind by something that went wrong here.
  await parts.store.submissions.reclaim();
  const first = await claim(parts, size, isStopped);
  if (first.length === 0) return undefined;
  let flight = takeOff(parts, first);
  for (;;) {
    const [read, answered] = await Promise.allSettled([claim(parts, size, isStopped), flight.answer]);
    const [next, answer] = [valueOf(read), valueOf(answered)];
    if (!answer.ok) {
      await release(parts, next);
      const trouble = await takeTrouble(parts, flight.sent, answer.error);
      if (trouble !== null) return trouble;
      // One large application must not hold up the others.
      mostItems = 1;
      size = { ...size, items: 1 };
      const again = await claim(parts, size, isStopped);
      if (again.length === 0) return null;
      flight = takeOff(parts, again);
      continue;
    }
    kept.asked = batchAsked(answer.value) ?? kept.asked;
    size = { items: Math.min(kept.asked.items, mostItems), bytes: kept.asked.bytes };
    // The platform works on the next while this one's answers are read and put down.
    const { sent } = flight;
    const following = next.length === 0 ? null : takeOff(parts, next);
    const trouble = await takeAnswers(parts, sent, answer.value.acknowledgements).catch(
      async (error: unknown) => {
        if (following !== null) await land(parts, following);
        throw error;
      },
    );
    if (trouble !== null) {
      if (following !== null) await land(parts, following);
      return trouble;
    }
    if (following === null) {
      // What came in meanwhile was not there when the last batch was read.
      const late = await claim(parts, size, isStopped);
      if (late.length === 0) return null;
      flight = takeOff(parts, late);
    } else flight = following;
  }
}

/** What was hoped for; throws what came instead. Both are awaited first, so that nothing goes on unseen. */
function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

/** Marked before the call: whatever happens from here on, a restart sends the same bytes again. */
async function claim(
  { store }: OutboxWorkerParts,
  size: BatchSize,
  isStopped: () => boolean,
): Promise<Sendable[]> {
  return isStopped() ? [] : store.submissions.claim(size.items, size.bytes);
}

async function release({ store }: OutboxWorkerParts, batch: Sendable[]): Promise<void> {
  if (batch.length > 0) await store.submissions.release(batch.map(({ sequence }) => sequence));
}

function takeOff({ client }: OutboxWorkerParts, batch: Sendable[]): Flight {
  const answer = client.send(
    batch.map(({ id, envelope, signature }) => ({ id, envelope: envelope.toString('base64'), signature })),
  );
  // It is awaited later: what it throws is thrown there.
  answer.catch(() => undefined);
  return { sent: batch.map(({ sequence, id, contentHash }) => ({ sequence, id, contentHash })), answer };
}

/** Takes what is still on its way, when nothing more is sent. */
async function land(parts: OutboxWorkerParts, { sent, answer }: Flight): Promise<void> {
  const landed = await answer;
  if (landed.ok) await takeAnswers(parts, sent, landed.value.acknowledgements);
  else await takeTrouble(parts, sent, landed.error);
}

/** A batch without an answer waits again. null: it can be sent at once, in smaller parts. */
async function takeTrouble(
  parts: OutboxWorkerParts,
  sent: Sent[],
  trouble: Trouble,
): Promise<Trouble | null> {
  const { store, log } = parts;
  const code = codeOf(trouble);
  log.info('batch not answered', { code, count: sent.length });
  const [alone] = sent;
  if (code === 'too-large' && sent.length === 1 && alone !== undefined) {
    await store.submissions.setAside(alone.sequence, 'quarantined', code);
    parts.onChange(alone.sequence);
    return null;
  }
  await store.submissions.requeue(
    sent.map(({ sequence }) => sequence),
    code,
  );
  return code === 'too-large' ? null : trouble;
}

function codeOf(trouble: Trouble): string {
  return trouble.kind === 'refused' ? trouble.code : trouble.kind;
}

/** All answers of a batch in one commit. null: each was answered. */
async function takeAnswers(
  parts: OutboxWorkerParts,
  sent: Sent[],
  signed: Parameters<typeof readAnswers>[1],
): Promise<Trouble | null> {
  const { store, clock, log, onChange } = parts;
  const answers = await readAnswers(sent, signed, parts.platformKey);
  const known = new Set(answers.map(({ sequence }) => sequence));
  const silent = sent.map(({ sequence }) => sequence).filter((sequence) => !known.has(sequence));
  await putDown(store, answers, silent, clock.now().toISOString());
  for (const { sequence } of answers) onChange(sequence);
  log.info('batch answered', { count: answers.length });
  return silent.length === 0 ? null : { kind: 'wrong-server' };
}

function putDown(store: Store, answers: Answered[], silent: number[], now: string): Promise<void> {
  return store.transaction(async ({ journal, submissions }) => {
    const entries = answers.map(({ sequence, acknowledgement: { result, because, receivedAt } }) => ({
      sequence,
      result,
      because,
      receivedAt,
    }));
    if (entries.length > 0) await journal.appendAll(now, 'answered', entries);
    const held: Parameters<typeof submissions.acknowledgeAll>[0] = [];
    for (const { sequence, acknowledgement, signed } of answers) {
      const { result, because } = acknowledgement;
      if (result === 'conflict') await submissions.setAside(sequence, 'conflict', 'conflict');
      else if (result === 'refused')
        await submissions.setAside(sequence, 'quarantined', because ?? 'refused');
      else held.push({ sequence, body: signed.body, signature: signed.signature });
    }
    if (held.length > 0) await submissions.acknowledgeAll(held, now);
    if (silent.length > 0) await submissions.requeue(silent, 'not-answered');
  });
}

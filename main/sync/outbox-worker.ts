// Sends the queue, oldest first, and believes only what the platform signed. Order is the sequence, never the clock.
import {
  Acknowledgement,
  BATCH_BYTES,
  BATCH_ITEMS,
  type SignedAcknowledgement,
} from '../../domain/contract/platform-api.ts';
import type { Clock, Timers } from '../../lib/clock.ts';
import { verifySignature } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import { compile } from '../../lib/schema.ts';
import type { Store } from '../store/store.ts';
import type { Sendable } from '../store/submissions.ts';
import { createLane, type Lane } from './lane.ts';
import type { PlatformClient, Trouble } from './platform-client.ts';

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

const isAcknowledgement = compile(Acknowledgement);

/** base64 makes three bytes four. */
const BATCH_ENVELOPE_BYTES = Math.floor((BATCH_BYTES * 3) / 4) - 50_000;

export function createOutboxWorker(parts: OutboxWorkerParts): OutboxWorker {
  return createLane({ ...parts, sendAll: (isStopped) => sendAll(parts, isStopped) });
}

/** Sends batch after batch. undefined: nothing was waiting; null: all were answered; else why it stopped. */
async function sendAll(
  parts: OutboxWorkerParts,
  isStopped: () => boolean,
): Promise<Trouble | null | undefined> {
  const { store } = parts;
  let most = BATCH_ITEMS;
  let answered: null | undefined = undefined;
  while (!isStopped()) {
    const batch = await store.submissions.nextToSend(most, BATCH_ENVELOPE_BYTES);
    if (batch.length === 0) return answered;
    const trouble = await sendBatch(parts, batch);
    if (trouble === null) {
      answered = null;
      continue;
    }
    if (!isTooLarge(trouble)) return trouble;
    // One large application must not hold up the others: alone it is set aside, together they go one by one.
    if (batch.length === 1) await setAside(parts, batch, 'too-large');
    most = 1;
  }
  return answered;
}

function isTooLarge(trouble: Trouble): boolean {
  return trouble.kind === 'refused' && trouble.code === 'too-large';
}

async function setAside(
  { store, onChange }: OutboxWorkerParts,
  batch: Sendable[],
  trouble: string,
): Promise<void> {
  for (const { sequence } of batch) {
    await store.submissions.setAside(sequence, 'quarantined', trouble);
    onChange(sequence);
  }
}

async function sendBatch(parts: OutboxWorkerParts, batch: Sendable[]): Promise<Trouble | null> {
  const { store, client, log } = parts;
  const sequences = batch.map(({ sequence }) => sequence);
  // Marked before the call: whatever happens from here on, a restart sends the same bytes again.
  await store.submissions.markSending(sequences);
  const answer = await client.send(
    batch.map(({ id, envelope, signature }) => ({ id, envelope: envelope.toString('base64'), signature })),
  );
  if (!answer.ok) {
    await store.submissions.requeue(sequences, codeOf(answer.error));
    log.info('batch not answered', { code: codeOf(answer.error), count: batch.length });
    return answer.error;
  }
  const answered = await takeAnswers(parts, batch, answer.value.acknowledgements);
  const silent = sequences.filter((sequence) => !answered.has(sequence));
  await store.submissions.requeue(silent, 'not-answered');
  log.info('batch answered', { count: answered.size });
  return silent.length === 0 ? null : { kind: 'wrong-server' };
}

function codeOf(trouble: Trouble): string {
  return trouble.kind === 'refused' ? trouble.code : trouble.kind;
}

async function takeAnswers(
  parts: OutboxWorkerParts,
  batch: Sendable[],
  signed: SignedAcknowledgement[],
): Promise<Set<number>> {
  const answered = new Set<number>();
  for (const one of signed) {
    const acknowledgement = readSigned(one, parts.platformKey);
    const sent = batch.find(({ id, contentHash }) => {
      return acknowledgement?.id === id && acknowledgement.contentHash === contentHash.toString('hex');
    });
    if (acknowledgement === null || sent === undefined) continue;
    await takeAnswer(parts, sent.sequence, acknowledgement, one);
    answered.add(sent.sequence);
  }
  return answered;
}

/** The acknowledgement inside, if the platform signed exactly these words. */
function readSigned({ body, signature }: SignedAcknowledgement, platformKey: string): Acknowledgement | null {
  if (!verifySignature(platformKey, 'acknowledgement', Buffer.from(body), signature)) return null;
  const value: unknown = JSON.parse(body);
  return isAcknowledgement(value) ? value : null;
}

async function takeAnswer(
  { store, clock, onChange }: OutboxWorkerParts,
  sequence: number,
  { result, because, receivedAt }: Acknowledgement,
  signed: SignedAcknowledgement,
): Promise<void> {
  const now = clock.now().toISOString();
  await store.transaction(async (stores) => {
    await stores.journal.append(now, 'answered', { sequence, result, because, receivedAt });
    if (result === 'conflict') await stores.submissions.setAside(sequence, 'conflict', 'conflict');
    else if (result === 'refused')
      await stores.submissions.setAside(sequence, 'quarantined', because ?? 'refused');
    else await stores.submissions.acknowledge(sequence, signed.body, signed.signature, now);
  });
  onChange(sequence);
}

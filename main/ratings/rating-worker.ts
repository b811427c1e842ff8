// The ratings' lane to the platform. A lost answer brings the same bytes again; only the platform's signed word ends it.
import { RATING_BATCH_ITEMS, RatingAnswer } from '../../domain/contract/rating-api.ts';
import type { Clock, Timers } from '../../lib/clock.ts';
import { verifySignature } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import { compile } from '../../lib/schema.ts';
import type { SendableRating } from '../store/ratings.ts';
import type { Store } from '../store/store.ts';
import { createLane, type Lane } from '../sync/lane.ts';
import type { PlatformClient, Trouble } from '../sync/platform-client.ts';

export interface RatingWorkerParts {
  store: Store;
  client: Pick<PlatformClient, 'rate'>;
  /** SPKI, base64: answers are checked against it. */
  platformKey: string;
  clock: Clock;
  timers: Timers;
  random: () => number;
  log: Log;
  onExchange: (trouble: Trouble | null) => void;
}

const isAnswer = compile(RatingAnswer);

/** A case that the platform does not know yet may be on its way from another kiosk. */
const NOT_YET_PAUSE_MS = 60_000;
const NOT_YET: Trouble = { kind: 'busy', retryAfterMs: NOT_YET_PAUSE_MS };

export function createRatingWorker(parts: RatingWorkerParts): Lane {
  return createLane({ ...parts, sendAll: (isStopped) => sendAll(parts, isStopped) });
}

async function sendAll(
  parts: RatingWorkerParts,
  isStopped: () => boolean,
): Promise<Trouble | null | undefined> {
  let answered: null | undefined = undefined;
  while (!isStopped()) {
    const batch = await parts.store.ratings.nextToSend(RATING_BATCH_ITEMS);
    if (batch.length === 0) return answered;
    const trouble = await sendBatch(parts, batch);
    if (trouble !== null) return trouble;
    answered = null;
  }
  return answered;
}

async function sendBatch(parts: RatingWorkerParts, batch: SendableRating[]): Promise<Trouble | null> {
  const { store, client, log } = parts;
  const ids = batch.map(({ id }) => id);
  // Marked before the call: whatever happens from here on, a restart sends the same bytes again.
  await store.ratings.markSending(ids);
  const answer = await client.rate(
    batch.map(({ id, envelope, signature }) => ({ id, envelope: envelope.toString('base64'), signature })),
  );
  if (!answer.ok) {
    const code = answer.error.kind === 'refused' ? answer.error.code : answer.error.kind;
    await store.ratings.requeue(ids, code);
    log.info('ratings not answered', { code, count: batch.length });
    return answer.error;
  }
  const settled = new Set<string>();
  for (const { body, signature } of answer.value.answers) {
    const word = readSigned(body, signature, parts.platformKey);
    const sent = batch.find(
      ({ id, contentHash }) => id === word?.id && contentHash.toString('hex') === word.contentHash,
    );
    if (word === null || sent === undefined || word.result === 'not-yet') continue;
    await store.ratings.settle(sent.id, word.result === 'refused' ? 'refused' : 'acknowledged', word.because);
    settled.add(sent.id);
  }
  const left = ids.filter((id) => !settled.has(id));
  await store.ratings.requeue(left, 'not-yet');
  log.info('ratings answered', { count: settled.size });
  return left.length === 0 ? null : NOT_YET;
}

function readSigned(body: string, signature: string, platformKey: string): RatingAnswer | null {
  if (!verifySignature(platformKey, 'rating-answer', Buffer.from(body), signature)) return null;
  const value: unknown = JSON.parse(body);
  return isAnswer(value) ? value : null;
}

// The queue against a platform that says whatever a test wants. Real store, real signatures.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Acknowledgement, SubmissionItem } from '../../domain/contract/platform-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { canonicalJson } from '../../domain/submission/canonical-json.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { silentLog } from '../../lib/log.ts';
import { manualTime, type ManualTime } from '../../tests/fakes/manual-time.ts';
import { uuidv7 } from '../ids.ts';
import { openStore, type Store } from '../store/store.ts';
import { CEILING_MS } from './backoff.ts';
import { createOutboxWorker, type OutboxWorker } from './outbox-worker.ts';
import type { PlatformClient, Trouble } from './platform-client.ts';

const NOW = new Date('2026-11-24T02:00:00.000Z');
const platformKey = newSigningKey();

type Say = (item: SubmissionItem, index: number) => { body: string; signature: string } | null;

let folder: string;
let store: Store;
let time: ManualTime;
let sent: SubmissionItem[][];
let answer: (
  items: SubmissionItem[],
) => Result<{ acknowledgements: { body: string; signature: string }[] }, Trouble>;
let worker: OutboxWorker;
let exchanges: (Trouble | null)[];

const client: Pick<PlatformClient, 'send'> = {
  send: async (items) => {
    sent.push(items);
    return answer(items);
  },
};

function words(item: SubmissionItem, changes: Partial<Acknowledgement> = {}): Acknowledgement {
  return {
    format: 1,
    id: item.id,
    contentHash: createHash('sha256').update(Buffer.from(item.envelope, 'base64')).digest('hex'),
    result: 'taken',
    because: null,
    case: uuidv7(NOW),
    receivedAt: NOW.toISOString(),
    gapFreeUpTo: 1,
    ...changes,
  };
}

function signed(acknowledgement: Acknowledgement, key = platformKey) {
  const body = canonicalJson(acknowledgement);
  return { body, signature: key.sign('acknowledgement', Buffer.from(body)) };
}

function answerEach(say: Say): void {
  answer = (items) => ok({ acknowledgements: items.map(say).filter((one) => one !== null) });
}

function put(sequence: number): Promise<void> {
  return putAll(sequence, sequence);
}

/** All in one commit: it is the queue's length that matters here. */
async function putAll(from: number, to: number): Promise<void> {
  await store.transaction(async (stores) => {
    for (let sequence = from; sequence <= to; sequence += 1) {
      const envelope = Buffer.from(`{"sequence":${sequence}}`);
      const contentHash = createHash('sha256').update(envelope).digest();
      await stores.submissions.put({
        sequence,
        id: uuidv7(NOW),
        receiptNumber: `number-${sequence}`,
        procedure: 'test',
        procedureVersion: '2026.1',
        completedAt: NOW.toISOString(),
        contentHash,
        envelope,
        signature: 'signature',
      });
      const entered = { sequence, contentHash: contentHash.toString('hex') };
      await stores.journal.append(NOW.toISOString(), 'submitted', entered);
    }
  });
}

async function states(): Promise<string[]> {
  const rows = await store.submissions.list(1000);
  return rows.toReversed().map(({ state, trouble }) => (trouble === null ? state : `${state}: ${trouble}`));
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-outbox-'));
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  time = manualTime(NOW);
  sent = [];
  exchanges = [];
  worker = createOutboxWorker({
    store,
    client,
    platformKey: platformKey.publicKey,
    clock: time.clock,
    timers: time.timers,
    random: () => 0.5,
    log: silentLog,
    onChange: () => {},
    onExchange: (trouble) => exchanges.push(trouble),
  });
});
afterEach(async () => {
  await worker.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('is done when the platform has signed for the same id and the same bytes', async () => {
  for (const sequence of [1, 2, 3]) await put(sequence);
  answerEach((item) => signed(words(item)));
  await worker.drain();
  expect(await states()).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
  expect(sent.map((items) => items.length)).toEqual([3]);
  expect(exchanges).toEqual([null]);
});

it.each<[string, Say]>([
  ['signed by somebody else', (item) => signed(words(item), newSigningKey())],
  ['about another id', (item) => signed(words(item, { id: uuidv7(NOW) }))],
  ['about other bytes', (item) => signed(words(item, { contentHash: '0'.repeat(64) }))],
  [
    'signed for another purpose',
    (item) => ({ ...signed(words(item)), signature: platformKey.sign('receipt', Buffer.from('x')) }),
  ],
  [
    'changed after signing',
    (item) => ({ ...signed(words(item)), body: signed(words(item)).body.replace('taken', 'taken ') }),
  ],
  ['missing', () => null],
])('stays queued when the acknowledgement is %s', async (_, say) => {
  await put(1);
  answerEach(say);
  await worker.drain();
  expect(await states()).toEqual(['queued: not-answered']);
});

it.each<[Trouble['kind'], Trouble, string]>([
  ['no-network', { kind: 'no-network' }, 'no-network'],
  ['wrong-server', { kind: 'wrong-server' }, 'wrong-server'],
  ['busy', { kind: 'busy', retryAfterMs: null }, 'busy'],
  ['not-authorised', { kind: 'not-authorised' }, 'not-authorised'],
])('keeps everything and tries again later: %s', async (_, trouble, code) => {
  await put(1);
  answer = () => fail(trouble);
  await worker.drain();
  expect(await states()).toEqual([`queued: ${code}`]);
  const first = sent[0]?.[0];
  answerEach((item) => signed(words(item)));
  time.pass(time.nextIn() ?? 0);
  await worker.drain();
  expect(await states()).toEqual(['acknowledged']);
  expect(sent[1]?.[0]).toEqual(first);
});

it('sets aside what the platform refuses, and the others go on', async () => {
  for (const sequence of [1, 2, 3]) await put(sequence);
  answerEach((item, index) =>
    signed(
      index === 0
        ? words(item, { result: 'refused', because: 'unreadable', case: null })
        : index === 1
          ? words(item, { result: 'conflict', case: null })
          : words(item, { result: 'already-taken' }),
    ),
  );
  await worker.drain();
  expect(await states()).toEqual(['quarantined: unreadable', 'conflict: conflict', 'acknowledged']);
});

it('lets one application that is too large not hold up the others', async () => {
  for (const sequence of [1, 2, 3]) await put(sequence);
  answer = (items) =>
    items.length > 1 || items[0]?.id === sent[0]?.[1]?.id
      ? fail({ kind: 'refused', code: 'too-large' })
      : ok({ acknowledgements: items.map((item) => signed(words(item))) });
  await worker.drain();
  expect(await states()).toEqual(['acknowledged', 'quarantined: too-large', 'acknowledged']);
});

it('waits as long as a busy platform asks, even when there is more to send', async () => {
  await put(1);
  answer = () => fail({ kind: 'busy', retryAfterMs: 60_000 });
  await worker.drain();
  await put(2);
  await worker.drain();
  expect(sent).toHaveLength(1);
  answerEach((item) => signed(words(item)));
  time.pass(59_999);
  await worker.drain();
  expect(sent).toHaveLength(1);
  time.pass(time.nextIn() ?? 0);
  await worker.drain();
  expect(await states()).toEqual(['acknowledged', 'acknowledged']);
});

it('N12: holds what is handed in through thirty days without a platform, and sends it in order when it is back', async () => {
  answer = () => fail({ kind: 'no-network' });
  for (let day = 1; day <= 30; day += 1) {
    await put(day);
    await worker.drain();
    time.pass(24 * 60 * 60 * 1000);
    await worker.idle();
  }
  expect(await store.submissions.waiting()).toBe(30);
  sent = [];
  answerEach((item) => signed(words(item)));
  time.pass(CEILING_MS);
  await worker.idle();
  expect(new Set(await states())).toEqual(new Set(['acknowledged']));
  expect(sent.map((items) => items.length)).toEqual([30]);
});

it('does not try again without a pause, even when it is woken while sending fails', async () => {
  await put(1);
  answer = () => {
    worker.wake();
    return fail({ kind: 'no-network' });
  };
  await worker.drain();
  expect(sent).toHaveLength(1);
});

it('sends the same bytes again after a restart in the middle of sending', async () => {
  await put(1);
  await store.submissions.markSending([1]);
  await store.close();
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  expect(await states()).toEqual(['queued: restarted']);
});

it('sends a long queue in batches, oldest first', async () => {
  await putAll(1, 230);
  answerEach((item) => signed(words(item)));
  await worker.drain();
  expect(sent.map((items) => items.length)).toEqual([100, 100, 30]);
  expect(new Set(await states())).toEqual(new Set(['acknowledged']));
});

it('reads and sends the next batch while the answers to the last are put down, and no further', async () => {
  await putAll(1, 350);
  answerEach((item) => signed(words(item)));
  // Those that the store says are on their way when a request begins: what is sent, and what waits for its answers.
  const claimed: number[] = [];
  const { claim } = store.submissions;
  store.submissions.claim = async (count, bytes) => {
    const batch = await claim(count, bytes);
    const rows = await store.submissions.list(1000);
    claimed.push(rows.filter(({ state }) => state === 'sending').length);
    return batch;
  };
  await worker.drain();
  expect(sent.map((items) => items.length)).toEqual([100, 100, 100, 50]);
  expect(await store.submissions.answered()).toEqual({
    acknowledged: 350,
    lastAcknowledged: 350,
    setAside: 0,
  });
  expect(Math.max(...claimed)).toBe(200);
  const rows = await store.submissions.list(1000);
  expect(new Set(rows.map(({ attempts }) => attempts))).toEqual(new Set([1]));
});

it('has one request under way at a time, and leaves what was read ahead as it was when that one fails', async () => {
  await putAll(1, 150);
  answer = () => fail({ kind: 'no-network' });
  await worker.drain();
  expect(sent).toHaveLength(1);
  const rows = (await store.submissions.list(1000)).toReversed();
  expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'queued'));
  expect(rows.slice(100).map(({ attempts, trouble }) => [attempts, trouble])).toEqual(
    rows.slice(100).map(() => [0, null]),
  );
});

it('sends no more at once than the platform asks in its answer', async () => {
  await putAll(1, 230);
  answer = (items) =>
    ok({
      acknowledgements: items.map((item) => signed(words(item))),
      batch: { items: 40, bytes: 1_000_000 },
    });
  await worker.drain();
  // The second was read before the first was answered.
  expect(sent.map((items) => items.length)).toEqual([100, 100, 30]);
  sent = [];
  // It is remembered.
  await putAll(231, 530);
  await worker.drain();
  expect(sent.map((items) => items.length)).toEqual([40, 40, 40, 40, 40, 40, 40, 20]);
});

it('comes back by itself after the disk failed while answers were put down', async () => {
  await put(1);
  answerEach((item) => signed(words(item)));
  const { transaction } = store;
  store.transaction = () => Promise.reject(new Error('disk I/O error'));
  await worker.drain();
  expect(await states()).toEqual(['sending']);
  store.transaction = transaction;
  time.pass(time.nextIn() ?? 0);
  await worker.drain();
  expect(await states()).toEqual(['acknowledged']);
});

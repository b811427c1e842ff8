// The queue of the kiosk held against a model that fits on ten lines, whatever is done to it and in whatever order.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeBackup } from '../../main/store/backup.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import type { OutboxState } from '../../main/store/submissions.ts';
import { systemClock } from '../../lib/clock.ts';
import { contentHashOf } from '../../lib/envelope.ts';

type Deed =
  | { do: 'put' | 'take' | 'lose' | 'restart' | 'backup' }
  | { do: 'answer'; as: 'acknowledged' | 'quarantined' | 'conflict' };

/** The model: a list of states, in the order of the numbers. */
function stepped(states: readonly OutboxState[], deed: Deed): OutboxState[] {
  if (deed.do === 'put') return [...states, 'queued'];
  if (deed.do === 'backup') return [...states];
  return states.map((state) => {
    if (deed.do === 'take') return state === 'queued' ? 'sending' : state;
    if (state !== 'sending') return state;
    return deed.do === 'answer' ? deed.as : 'queued';
  });
}

const AT = '2026-11-24T02:00:00.000Z';

async function putOne(store: Store, sequence: number): Promise<void> {
  const envelope = Buffer.alloc(100, sequence);
  // A start looks whether it is still what was put down.
  const contentHash = contentHashOf(envelope);
  await store.transaction(async (stores) => {
    await stores.submissions.put({
      sequence,
      id: `0193${String(sequence).padStart(4, '0')}-0000-7000-8000-000000000000`,
      receiptNumber: `520103-${sequence}`,
      procedure: 'library-card',
      procedureVersion: '2026.1',
      completedAt: AT,
      contentHash,
      envelope,
      signature: 'x',
    });
    await stores.journal.append(AT, 'submitted', { sequence, contentHash: contentHash.toString('hex') });
  });
}

const deeds = fc.array(
  fc.oneof(
    fc.constantFrom<Deed>(
      { do: 'put' },
      { do: 'put' },
      { do: 'take' },
      { do: 'lose' },
      { do: 'restart' },
      { do: 'backup' },
    ),
    fc
      .constantFrom('acknowledged' as const, 'quarantined' as const, 'conflict' as const)
      .map((as): Deed => ({ do: 'answer', as })),
  ),
  { minLength: 3, maxLength: 14 },
);

async function opened(folder: string): Promise<Store> {
  const result = await openStore(folder);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

/** Does it to the real queue. Returns the store, which a restart replaces. */
async function done(store: Store, folder: string, deed: Deed): Promise<Store> {
  const { submissions } = store;
  const rows = await submissions.list(1000);
  const sending = rows.filter(({ state }) => state === 'sending').map(({ sequence }) => sequence);
  if (deed.do === 'put') await putOne(store, rows.length + 1);
  else if (deed.do === 'take') {
    const batch = (await submissions.nextToSend(1000, 1_000_000)).map(({ sequence }) => sequence);
    // The oldest first, always.
    expect(batch).toEqual(batch.toSorted((one, other) => one - other));
    await submissions.markSending(batch);
  } else if (deed.do === 'lose') await submissions.requeue(sending, 'no-network');
  else if (deed.do === 'backup') await takeBackup(folder, 2, systemClock);
  else if (deed.do === 'restart') {
    await store.close();
    return opened(folder);
  } else if (deed.do === 'answer')
    for (const sequence of sending) {
      if (deed.as === 'acknowledged') await submissions.acknowledge(sequence, '{}', 'x', AT);
      else await submissions.setAside(sequence, deed.as, 'refused');
    }
  return store;
}

it('S16: does what the model does, whatever comes between', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (wanted) => {
      const folder = mkdtempSync(join(tmpdir(), 'onewindow-model-'));
      let store = await opened(folder);
      let model: OutboxState[] = [];
      try {
        for (const deed of wanted) {
          store = await done(store, folder, deed);
          model = stepped(model, deed);
          const states = (await store.submissions.list(1000)).map(({ state }) => state).toReversed();
          expect(states).toEqual(model);
          const waits = model.filter((state) => state === 'queued' || state === 'sending').length;
          expect(await store.submissions.waiting()).toBe(waits);
        }
      } finally {
        await store.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 15 },
  );
});

import { beforeEach, expect, it } from 'vitest';
import { ok } from '../../domain/result.ts';
import { manualTime, type ManualTime } from '../../tests/fakes/manual-time.ts';
import { pacedExchange } from './paced-exchange.ts';
import type { RawExchange, RawRequest } from './signed-exchange.ts';

let time: ManualTime;
let sent: number[];
let free: PromiseWithResolvers<void>;

const exchange: RawExchange = {
  address: (path) => path,
  send: async ({ body }) => {
    sent.push(body?.length ?? 0);
    return ok({ status: 204, headers: {} });
  },
};

function paced(bytesPerSecond: number): RawExchange {
  const { clock, timers } = time;
  return pacedExchange(exchange, { whenFree: () => free.promise, bytesPerSecond, clock, timers });
}

function piece(bytes: number, signal = new AbortController().signal): RawRequest {
  return {
    method: 'PATCH',
    url: 'https://platform/',
    headers: {},
    body: bytes === 0 ? null : Buffer.alloc(bytes),
    signal,
  };
}

/** Everything that can happen without time passing has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  time = manualTime(new Date('2026-11-24T02:00:00.000Z'));
  sent = [];
  free = Promise.withResolvers();
});

it('begins no piece while submissions are being sent, and asks its questions all the same', async () => {
  const line = paced(0);
  const waiting = line.send(piece(10));
  await line.send(piece(0));
  await settled();
  expect(sent).toEqual([0]);
  free.resolve();
  expect(await waiting).toMatchObject({ ok: true });
  expect(sent).toEqual([0, 10]);
});

it('sends no more than it may: the next piece waits for as long as the last one is worth', async () => {
  free.resolve();
  const line = paced(1000);
  await line.send(piece(5000));
  const next = line.send(piece(100));
  time.pass(4999);
  await settled();
  expect(sent).toEqual([5000]);
  time.pass(1);
  await next;
  expect(sent).toEqual([5000, 100]);
  time.pass(3_600_000);
  // A quiet hour is no credit for a burst of an hour: one piece, then the pace again.
  await line.send(piece(2000));
  const last = line.send(piece(1));
  await settled();
  expect(sent).toEqual([5000, 100, 2000]);
  time.pass(2000);
  await last;
});

it.each(['the pace', 'the submissions'])(
  'gives up at once when it is stopped while it waits for %s',
  async (what) => {
    const stopping = new AbortController();
    const line = paced(1);
    if (what === 'the pace') {
      free.resolve();
      await line.send(piece(60));
      free = Promise.withResolvers();
    }
    const before = sent.length;
    const waiting = line.send(piece(10, stopping.signal));
    await settled();
    stopping.abort();
    expect(await waiting).toEqual({ ok: false, error: { kind: 'no-network' } });
    expect(sent).toHaveLength(before);
    expect(time.nextIn()).toBeNull();
  },
);

import { expect, it, vi } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { createOrderlyEnd, END_WITHIN_MS } from './orderly-end.ts';

function ending(stops: (() => Promise<void> | void)[]) {
  const time = manualTime(new Date('2026-11-24T02:00:00Z'));
  const exits: number[] = [];
  const end = createOrderlyEnd({
    stops,
    timers: time.timers,
    log: silentLog,
    exit: (code) => void exits.push(code),
  });
  return { end, exits, time };
}

it('stops everything in order, once, and then ends', async () => {
  const order: string[] = [];
  const { end, exits, time } = ending([
    async () => void order.push('window'),
    () => void order.push('kiosk'),
  ]);
  end();
  end();
  await vi.waitFor(() => expect(exits).toEqual([0]));
  expect(order).toEqual(['window', 'kiosk']);
  expect(time.nextIn()).toBe(null);
});

it('does not wait for ever for what does not stop', () => {
  const { end, exits, time } = ending([() => new Promise(() => {})]);
  end();
  time.pass(END_WITHIN_MS - 1);
  expect(exits).toEqual([]);
  time.pass(1);
  expect(exits).toEqual([1]);
});

it('ends although something could not be stopped', async () => {
  const { end, exits } = ending([() => Promise.reject(new Error('stuck'))]);
  end();
  await vi.waitFor(() => expect(exits).toEqual([1]));
});

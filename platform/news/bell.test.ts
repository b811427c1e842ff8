import { expect, it } from 'vitest';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { createBell } from './bell.ts';

function ring() {
  const time = manualTime(new Date('2026-11-26T02:00:00Z'));
  let [last, asked] = [3, 0];
  const bell = createBell(time.timers, async () => {
    asked += 1;
    return last;
  });
  const gone = new AbortController();
  const woken: string[] = [];
  const wait = (name: string, after: number, ms: number) =>
    void bell.wait(after, ms, gone.signal).then(() => woken.push(name));
  return {
    time,
    bell,
    gone,
    woken,
    wait,
    asked: () => asked,
    tell: (position: number) => void (last = position),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('wakes whoever waits for less than there is, asking once for all of them', async () => {
  const { time, woken, wait, asked, tell } = ring();
  for (const name of ['one', 'two', 'three']) wait(name, 3, 20_000);
  wait('ahead', 9, 20_000);
  time.pass(1000);
  await settled();
  expect([woken, asked()]).toEqual([[], 1]);
  tell(4);
  time.pass(1000);
  await settled();
  expect([woken, asked()]).toEqual([['one', 'two', 'three'], 2]);
});

it('lets everybody go at the end of their time, when they are gone, and at the end', async () => {
  const { time, bell, gone, woken, wait, asked } = ring();
  wait('short', 3, 1500);
  time.pass(1500);
  await settled();
  expect(woken).toEqual(['short']);
  const before = asked();
  time.pass(60_000);
  await settled();
  // Nobody waits: nobody asks the database.
  expect(asked()).toBeLessThanOrEqual(before + 1);
  wait('gone', 3, 20_000);
  gone.abort();
  await settled();
  expect(woken).toEqual(['short', 'gone']);
  bell.stop();
  await bell.wait(3, 20_000, new AbortController().signal);
});

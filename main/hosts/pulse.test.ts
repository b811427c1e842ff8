import { expect, it } from 'vitest';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { ASK_EVERY_MS, BLANK_TOO_MANY, createPulse, HUNG_AFTER_MS } from './pulse.ts';

/** A page that answers as told; `null` for one that never does. */
function page() {
  const { timers, pass, nextIn } = manualTime(new Date());
  const lost: string[] = [];
  let asked = 0;
  let says: boolean | string | Error | null = true;
  const pulse = createPulse({
    async ask() {
      asked += 1;
      if (says instanceof Error) throw says;
      return says ?? new Promise(() => {});
    },
    timers,
    onLost: (how) => lost.push(how),
  });
  return {
    pulse,
    lost,
    nextIn,
    asked: () => asked,
    becomes: (state: typeof says) => (says = state),
    /** Time passes and every answer arrives. */
    async beat(ms = ASK_EVERY_MS) {
      pass(ms);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

it('asks a page that stands for as long as it stands', async () => {
  const own = page();
  for (let beat = 0; beat < 100; beat += 1) await own.beat();
  expect([own.asked(), own.lost]).toEqual([100, []]);
});

it('calls a page hung that has not answered for ten seconds, once', async () => {
  const own = page();
  own.becomes(null);
  await own.beat();
  await own.beat(HUNG_AFTER_MS - 1);
  expect(own.lost).toEqual([]);
  await own.beat(1);
  await own.beat(HUNG_AFTER_MS * 10);
  expect(own.lost).toEqual(['page-hung']);
  expect(own.nextIn()).toBeNull();
});

it.each([
  ['is empty', false],
  ['drops every question', new Error('navigated')],
])('calls a page blank that %s again and again', async (_what, says) => {
  const own = page();
  own.becomes(says);
  for (let beat = 1; beat < BLANK_TOO_MANY; beat += 1) await own.beat();
  expect(own.lost).toEqual([]);
  await own.beat();
  await own.beat();
  expect(own.lost).toEqual(['page-blank']);
});

it('calls a page blank at once that says it draws no frames', async () => {
  const own = page();
  own.becomes('no-frame');
  await own.beat();
  expect(own.lost).toEqual(['page-blank']);
});

it('forgives a page that is empty for a moment', async () => {
  const own = page();
  for (let beat = 0; beat < 20; beat += 1) {
    own.becomes(beat % BLANK_TOO_MANY === 0);
    await own.beat();
  }
  expect(own.lost).toEqual([]);
});

it('asks nothing and says nothing after it was stopped', async () => {
  const own = page();
  own.becomes(null);
  await own.beat();
  own.pulse.stop();
  await own.beat(HUNG_AFTER_MS * 2);
  expect([own.asked(), own.lost, own.nextIn()]).toEqual([1, [], null]);
});

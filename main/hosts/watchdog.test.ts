import { expect, it } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { createWatchdog, takeNotice, type Notice } from './watchdog.ts';

const WATCHED: Notice = { socket: '/run/systemd/notify', watchdogMs: 30_000 };

function watched(notice: Notice | null) {
  const { timers, pass, nextIn } = manualTime(new Date());
  const told: string[] = [];
  const unexpected: string[] = [];
  let isDeaf = false;
  const watchdog = createWatchdog({
    notice,
    timers,
    async notify(_socket, states) {
      if (isDeaf) throw new Error('nobody listens');
      told.push(...states);
    },
    log: {
      ...silentLog,
      unexpected: (event) => {
        unexpected.push(event);
        return '';
      },
    },
  });
  return {
    watchdog,
    told,
    unexpected,
    nextIn,
    becomeDeaf: () => (isDeaf = true),
    /** Time passes, and what was said has been heard. */
    async pass(ms: number) {
      pass(ms);
      await new Promise(setImmediate);
    },
  };
}

it('says it is ready, and then beats three times in every span', async () => {
  const { watchdog, told, pass } = watched(WATCHED);
  await watchdog.ready();
  expect(told).toEqual(['READY=1', 'WATCHDOG=1']);
  for (let beat = 0; beat < 3; beat += 1) await pass(10_000);
  expect(told.slice(2)).toEqual(['WATCHDOG=1', 'WATCHDOG=1', 'WATCHDOG=1']);
});

it('says nothing before it is ready', async () => {
  const { told, pass } = watched(WATCHED);
  await pass(60_000);
  expect(told).toEqual([]);
});

it('is silent where no systemd listens', async () => {
  const { watchdog, told, nextIn } = watched(null);
  await watchdog.ready();
  expect([told, nextIn()]).toEqual([[], null]);
});

it('says it is ready, and no more, where it is not watched', async () => {
  const { watchdog, nextIn } = watched({ socket: '/run/x', watchdogMs: null });
  await watchdog.ready();
  expect(nextIn()).toBeNull();
});

it('goes on beating, and says so in the log, when it could not be heard', async () => {
  const { watchdog, unexpected, becomeDeaf, nextIn, pass } = watched(WATCHED);
  becomeDeaf();
  await watchdog.ready();
  await pass(10_000);
  expect([unexpected.length, nextIn()]).toEqual([2, 10_000]);
});

it('stops', async () => {
  const { watchdog, nextIn } = watched(WATCHED);
  await watchdog.ready();
  watchdog.stop();
  expect(nextIn()).toBeNull();
});

it('takes systemd’s word, and leaves it to no child', () => {
  const environment = { NOTIFY_SOCKET: '/run/n', WATCHDOG_USEC: '30000000', WATCHDOG_PID: '7', LANG: 'C' };
  expect(takeNotice(environment)).toEqual({ socket: '/run/n', watchdogMs: 30_000 });
  expect(environment).toEqual({ LANG: 'C' });
});

it.each([
  ['no socket', {}, null],
  ['an empty socket', { NOTIFY_SOCKET: '' }, null],
  ['no span', { NOTIFY_SOCKET: '/run/n' }, { socket: '/run/n', watchdogMs: null }],
  [
    'a span that is no number',
    { NOTIFY_SOCKET: '/run/n', WATCHDOG_USEC: 'x' },
    { socket: '/run/n', watchdogMs: null },
  ],
])('reads an environment with %s', (_what, environment, notice) => {
  expect(takeNotice(environment)).toEqual(notice);
});

import { expect, it } from 'vitest';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { createRecovery, LOSSES_WITHIN_MS, REST_MS, type Loss } from './recovery.ts';

const MINUTE = 60_000;

/** A kiosk that notes what it is told, and time that passes by command. */
function desk() {
  const told: string[] = [];
  const { clock, timers, pass, setWallClock } = manualTime(new Date());
  const recovery = createRecovery({
    kiosk: {
      windowLost: (how) => told.push(`asks: ${how}`),
      close: () => told.push('closes'),
      reopen: () => told.push('reopens'),
    },
    clock,
    timers,
  });
  return { recovery, told, pass, setWallClock };
}

/** Losses, each so many minutes after the one before, and what follows the last. */
const table: [string, [number, Loss][], string][] = [
  ['one crash', [[0, 'page-crashed']], 'reopen-asking, usual'],
  [
    'a crash and a hang',
    [
      [0, 'page-crashed'],
      [1, 'page-hung'],
    ],
    'reopen-asking, usual',
  ],
  [
    'three in two minutes',
    [
      [0, 'page-crashed'],
      [1, 'page-hung'],
      [1, 'page-crashed'],
    ],
    'out-of-service, usual',
  ],
  [
    'three in just under five minutes',
    [
      [0, 'page-hung'],
      [2, 'page-hung'],
      [2.99, 'page-hung'],
    ],
    'out-of-service, usual',
  ],
  [
    'three in five minutes',
    [
      [0, 'page-hung'],
      [2, 'page-hung'],
      [3, 'page-hung'],
    ],
    'reopen-asking, usual',
  ],
  [
    'a window that is shut, again and again',
    [
      [0, 'window-closed'],
      [0, 'window-closed'],
      [0, 'window-closed'],
      [0, 'window-closed'],
    ],
    'reopen-asking, usual',
  ],
  [
    'two crashes and a shut window',
    [
      [0, 'page-crashed'],
      [0, 'window-closed'],
      [0, 'page-crashed'],
    ],
    'reopen-asking, usual',
  ],
  ['a white page', [[0, 'page-blank']], 'reopen-asking, usual'],
  [
    'two white pages',
    [
      [0, 'page-blank'],
      [1, 'page-blank'],
    ],
    'reopen-asking, software',
  ],
  [
    'graphics that die and take the browser along',
    [
      [0, 'graphics-gone'],
      [1, 'browser-gone'],
    ],
    'reopen-asking, software',
  ],
  [
    'two white pages an hour apart',
    [
      [0, 'page-blank'],
      [60, 'page-blank'],
    ],
    'reopen-asking, usual',
  ],
  [
    'a crash after the graphics were given up',
    [
      [0, 'page-blank'],
      [1, 'page-blank'],
      [60, 'page-crashed'],
    ],
    'reopen-asking, software',
  ],
];

it.each(table)('after %s', (_what, losses, wanted) => {
  const { recovery, pass } = desk();
  const remedies = losses.map(([minutes, how]) => {
    pass(minutes * MINUTE);
    return recovery.lost(how);
  });
  const last = remedies.at(-1);
  expect(`${last?.next}, ${last?.rendering}`).toBe(wanted);
  expect(recovery.rendering()).toBe(last?.rendering);
});

function failThrice({ recovery }: ReturnType<typeof desk>) {
  return [1, 2, 3].map(() => recovery.lost('page-crashed'));
}

it('opens a new window at once, and after a pause well within five seconds when that one dies too', () => {
  const own = desk();
  expect(failThrice(own).map(({ afterMs }) => afterMs)).toEqual([0, 1000, 1000]);
  const calm = desk();
  calm.recovery.lost('window-closed');
  calm.pass(6000);
  expect(calm.recovery.lost('window-closed').afterMs).toBe(0);
});

it('tells the kiosk to ask at every loss, and to close at the third', () => {
  const own = desk();
  failThrice(own);
  expect(own.told).toEqual([...Array<string>(3).fill('asks: page-crashed'), 'closes']);
});

it('serves again by itself after a rest, and begins to count anew', () => {
  const own = desk();
  failThrice(own);
  own.pass(REST_MS - 1);
  expect(own.told.at(-1)).toBe('closes');
  own.pass(1);
  expect(own.told.at(-1)).toBe('reopens');
  expect(own.recovery.lost('page-crashed').next).toBe('reopen-asking');
});

it('rests anew when even the window that says out of service is lost, and opens it without haste', () => {
  const own = desk();
  failThrice(own);
  own.pass(REST_MS - 1);
  expect(own.recovery.lost('browser-gone')).toMatchObject({ next: 'out-of-service', afterMs: 30_000 });
  own.pass(REST_MS - 1);
  expect(own.told.filter((what) => what === 'reopens')).toEqual([]);
  own.pass(1);
  expect(own.told.filter((what) => what === 'closes' || what === 'reopens')).toEqual(['closes', 'reopens']);
});

it('does not rest longer because somebody shuts the window', () => {
  const own = desk();
  failThrice(own);
  own.pass(REST_MS - 1);
  expect(own.recovery.lost('window-closed').next).toBe('out-of-service');
  own.pass(1);
  expect(own.told.at(-1)).toBe('reopens');
});

it('counts by the time that passed, whatever the wall clock is set to', () => {
  const own = desk();
  own.recovery.lost('page-hung');
  own.recovery.lost('page-hung');
  own.setWallClock(new Date(Date.now() + 10 * LOSSES_WITHIN_MS));
  expect(own.recovery.lost('page-hung').next).toBe('out-of-service');
});

it('wakes nobody after it was stopped', () => {
  const own = desk();
  failThrice(own);
  own.recovery.stop();
  own.pass(REST_MS * 2);
  expect(own.told).not.toContain('reopens');
});

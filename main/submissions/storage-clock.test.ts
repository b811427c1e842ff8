import { expect, it } from 'vitest';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { createClockGuard } from './clock-guard.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

function guardAt(clockSays: Date, journalEndsAt: Date | null) {
  const time = manualTime(NOW);
  time.setWallClock(clockSays);
  const entry = {
    position: 1,
    at: journalEndsAt?.toISOString() ?? '',
    kind: '',
    body: '{}',
    previous: '',
    hash: '',
  };
  const journal = { last: async () => (journalEndsAt === null ? null : entry) };
  return { time, guard: createClockGuard({ clock: time.clock, store: { journal } as never }) };
}

it.each<[string, string, Date | null, boolean]>([
  ['an empty battery', '1970-01-01T00:00:00Z', NOW, true],
  ['the day before there was such a program', '2026-11-23T23:59:59Z', NOW, true],
  ['yesterday', '2026-11-25T02:00:00Z', NOW, false],
  ['a year in a store room', '2027-11-26T02:00:00Z', NOW, false],
  ['ten years ahead', '2036-11-26T02:00:00Z', NOW, true],
  ['a new machine, of which nothing is known', '2036-11-26T02:00:00Z', null, false],
])('S13: %s', async (_, clockSays, journalEndsAt, isImpossible) => {
  expect(await guardAt(new Date(clockSays), journalEndsAt).guard.isImpossible()).toBe(isImpossible);
});

it('S13: once the platform was heard, two days ahead are impossible, whatever time passes, and a day behind is not', async () => {
  const { time, guard } = guardAt(NOW, NOW);
  guard.heard(NOW);
  time.pass(30 * DAY_MS);
  expect(await guard.isImpossible()).toBe(false);
  time.setWallClock(new Date(NOW.getTime() + 32 * DAY_MS));
  expect(await guard.isImpossible()).toBe(true);
  time.setWallClock(new Date(NOW.getTime() + 29 * DAY_MS));
  expect(await guard.isImpossible()).toBe(false);
});

it('S13: a machine that stood for two years is served again once the platform confirms its date', async () => {
  const later = new Date(NOW.getTime() + 730 * DAY_MS);
  const { guard } = guardAt(later, NOW);
  expect(await guard.isImpossible()).toBe(true);
  guard.heard(later);
  expect(await guard.isImpossible()).toBe(false);
});

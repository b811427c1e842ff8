import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BASE_MS, CEILING_MS, pauseMs } from './backoff.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('never waits longer than the ceiling, however often it failed', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), chance, (failures, random) => {
      const pause = pauseMs(failures, random, null);
      expect(pause).toBeGreaterThanOrEqual(0);
      expect(pause).toBeLessThanOrEqual(Math.min(CEILING_MS, BASE_MS * 2 ** Math.min(failures, 30)));
    }),
  );
});

it('waits at least as long as the platform asks, up to a day', () => {
  expect(pauseMs(0, 0, 5000)).toBe(5000);
  expect(pauseMs(0, 0, 10 ** 12)).toBe(24 * 60 * 60 * 1000);
});

it('spreads those that were asked for the same patience, and never returns before it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100 }), chance, fc.nat({ max: 10 ** 9 }), (failures, random, asked) => {
      const pause = pauseMs(failures, random, asked);
      expect(pause).toBe(Math.min(asked, 24 * 60 * 60 * 1000) + pauseMs(failures, random, null));
    }),
  );
  const pauses = Array.from({ length: 50 }, (_, kiosk) => pauseMs(3, kiosk / 50, 60_000));
  expect(new Set(pauses).size).toBe(50);
});

it('spreads fifty kiosks that come back together', () => {
  const buckets = new Map<number, number>();
  for (let kiosk = 0; kiosk < 50; kiosk += 1) {
    const bucket = Math.floor(pauseMs(5, kiosk / 50, null) / 5000);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  }
  expect(Math.max(...buckets.values())).toBeLessThanOrEqual(12);
});

import { expect, it } from 'vitest';
import type { OutboxState } from '../store/submissions.ts';
import { verdictOf, type Verdict } from './reconcile.ts';

// given out, held without a gap, highest held, last acknowledged, where the first that is lacking stands
it.each<[number, number, number, number, OutboxState | null, Verdict]>([
  [0, 0, 0, 0, null, 'level'],
  [5, 5, 5, 5, null, 'level'],
  [5, 3, 3, 3, 'queued', 'on-its-way'],
  [5, 3, 3, 3, 'sending', 'on-its-way'],
  [5, 3, 5, 5, 'quarantined', 'set-aside'],
  [5, 3, 5, 5, 'conflict', 'set-aside'],
  [5, 3, 3, 5, 'acknowledged', 'lacking'],
  [5, 3, 5, 5, 'acknowledged', 'lacking'],
  // Refused in between, and what came after it is gone from the platform.
  [9, 3, 6, 9, 'quarantined', 'lacking'],
  // It was acknowledged only after the platform had been asked.
  [5, 4, 4, 4, 'acknowledged', 'on-its-way'],
  // The answer to the last one was lost: the platform is ahead of what was acknowledged, not of what was given out.
  [5, 5, 5, 4, null, 'level'],
  [5, 9, 9, 5, null, 'fork'],
  [0, 0, 1, 0, null, 'fork'],
  // A gap at the platform must not hide that it holds more than was given out here.
  [5, 3, 9, 5, 'quarantined', 'fork'],
])(
  'given out %s, held %s, highest %s, acknowledged %s, first %s: %s',
  (last, held, highest, answered, first, verdict) => {
    expect(verdictOf({ last, gapFreeUpTo: held, highest }, answered, first)).toBe(verdict);
  },
);

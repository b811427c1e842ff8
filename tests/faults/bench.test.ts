// The short form of the bench: every fault that needs no PostgreSQL, a few rounds each, from a seed that stands still. The
// long one is `npm run faults`.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedOf } from './bench/chance.ts';
import { faults } from './bench/faults.ts';
import { openTown, playFault, type Town } from './bench/town.ts';

const SEED = 20_260;

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.stop());

const SHORT: [title: string, name: string, rounds: number][] = [
  ['N1: chunks that come late harm nothing', 'delay', 1],
  ['N1: a request that is cut anywhere is sent again and makes one case', 'cut-request', 3],
  ['N2: an answer that is lost after the commit is asked for again and makes one case', 'reply-lost', 3],
  ['N11: a connection through which nothing comes any more ends by itself', 'half-open', 1],
  ['N4: noise, a cut answer and a flipped bit are no answers', 'garbage', 3],
  ['N3: a page that asks to sign in, a redirect and an empty answer are no answers', 'captive-portal', 4],
  ['N4: an answer that comes a byte at a time is waited for no longer than any other', 'slow-drip', 1],
  ['N14: what arrives in another order makes the same cases', 'reorder', 2],
  ['N17: a request that arrives twice makes one case', 'duplicate', 2],
  ['S1: a kill at any moment loses nothing that was told', 'kill', 3],
  ['S1: a kill at any step that changes the disk loses nothing that was told', 'kill-at-step', 5],
  ['S2: a power cut loses nothing that was told; S3: each telling waits for a sync', 'power-cut', 24],
  ['S8: a write that fails, whichever, leaves the kiosk whole and serving', 'io-error', 6],
  ['S4: a database without room receives nothing by halves, and serves again', 'full-database', 2],
  ['S4: a full disk turns people away before they begin, S6: and serves again', 'full-disk', 2],
  ['S13: a clock that jumps while somebody presses changes no order', 'clock-jump', 4],
  ['S10: two programs on one folder give no number out twice', 'double-start', 2],
  ['S15: an old copy that meets its platform gives no number out again', 'old-copy', 1],
  ['N1: a platform that is killed while it takes a batch takes it once', 'platform-killed', 1],
];

it('plays every fault of the bench but the one that needs PostgreSQL', () => {
  const played = new Set(SHORT.map(([, name]) => name));
  expect(faults.map(({ name }) => name).filter((name) => !played.has(name))).toEqual(['two-platforms']);
});

it.each(SHORT)('%s', { timeout: 120_000 }, async (_, name, rounds) => {
  const fault = faults.find((one) => one.name === name);
  if (fault === undefined) throw new Error(`there is no fault ${name}`);
  const options = { rounds, seed: seedOf(SEED, name), until: Number.POSITIVE_INFINITY };
  const { outcome, complaints } = await playFault(town, fault, options);
  expect(complaints).toEqual([]);
  expect(outcome).toMatchObject({ rounds, lost: 0, doubled: 0, outOfOrder: 0, unreadable: 0 });
  expect(outcome.receipts).toBeGreaterThan(0);
});

// How the bench cuts its rounds: the same rounds whichever process plays them, none twice, none forgotten, and no pass for
// one that died.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chanceByRound, type RoundChance } from './bench/chance.ts';
import { inParallel, NOTHING, playElsewhere, slicesOf, sumOf } from './bench/slices.ts';
import { eachRound, isBefore, MOST_STEPS, stepOf } from './bench/town.ts';

const SLICE = { fault: 'kill', from: 0, rounds: 1000, seed: 7, until: null };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-slices-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What rounds draw; each draws as often as its number says, so that none leans on the one before. */
async function drawn(chance: RoundChance, from: number, rounds: number): Promise<[number, number][]> {
  const all: [number, number][] = [];
  await eachRound({ chance, from, rounds, goesOn: () => true }, (round) => {
    all.push([round, chance.next()]);
    for (let more = 0; more < round % 5; more += 1) chance.next();
    return Promise.resolve();
  });
  return all;
}

it('draws the same for a round whichever rounds were played before it', async () => {
  const whole = await drawn(chanceByRound(7), 0, 60);
  expect(await drawn(chanceByRound(7), 40, 20)).toEqual(whole.slice(40));
  expect(await drawn(chanceByRound(8), 40, 20)).not.toEqual(whole.slice(40));
  expect(new Set(whole.map(([, value]) => value)).size).toBe(60);
});

it.each([1, 2, 3, 7, 64])('cuts into slices for %i jobs that hold every round once', (jobs) => {
  for (const rounds of [1, 24, 25, 60, 1000]) {
    const slices = slicesOf({ ...SLICE, from: 5, rounds }, jobs);
    const held = slices.flatMap(({ from, rounds: own }) => Array.from({ length: own }, (_, at) => from + at));
    expect(held).toEqual(Array.from({ length: rounds }, (_, at) => 5 + at));
    expect(slices.length).toBeLessThanOrEqual(jobs);
    if (slices.length > 1)
      expect(Math.min(...slices.map((slice) => slice.rounds))).toBeGreaterThanOrEqual(25);
  }
});

it('comes by every step, before it and after it, whichever it begins with', () => {
  for (const first of [1, 2, MOST_STEPS]) {
    const hit = new Set(
      Array.from({ length: 2 * MOST_STEPS }, (_, round) => `${stepOf(round, first)} ${isBefore(round)}`),
    );
    expect(hit.size).toBe(2 * MOST_STEPS);
    for (let at = 1; at <= MOST_STEPS; at += 1) expect(hit).toContain(`${at} true`);
  }
});

it('adds up what came of the slices, with every complaint', () => {
  const one = { outcome: { ...NOTHING, rounds: 30, receipts: 4, cases: 3, lost: 1 }, complaints: ['a'] };
  const two = {
    outcome: { ...NOTHING, rounds: 31, receipts: 5, cases: 5, unreadable: 2 },
    complaints: ['b'],
  };
  expect(sumOf([one, two])).toEqual({
    outcome: { ...NOTHING, rounds: 61, receipts: 9, cases: 8, lost: 1, unreadable: 2 },
    complaints: ['a', 'b'],
  });
});

it('plays no more at once than it has jobs, and all of them', async () => {
  let now = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
    now += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    now -= 1;
    done.push(item);
  });
  expect(most).toBe(2);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});

it.each([
  ['exits with 3', 'process.exit(3)', 'ended with 3'],
  ['is killed', "process.kill(process.pid, 'SIGKILL'); for (;;);", 'ended with SIGKILL'],
])('complains of a slice whose process %s', async (_, source, ending) => {
  const program = join(folder, 'slice.mjs');
  writeFileSync(program, source);
  const { outcome, complaints } = await playElsewhere({ ...SLICE, from: 10, rounds: 30 }, program);
  expect(complaints).toEqual([`rounds 10 to 39 ${ending} and no result`]);
  expect(outcome).toEqual(NOTHING);
});

it('hands a slice to its process and takes what came of it', async () => {
  const program = join(folder, 'slice.mjs');
  writeFileSync(
    program,
    'const { rounds, seed } = JSON.parse(process.argv[2]); console.log(JSON.stringify({ outcome: { rounds, cases: seed }, complaints: [] }));',
  );
  expect(await playElsewhere(SLICE, program)).toEqual({
    outcome: { rounds: 1000, cases: 7 },
    complaints: [],
  });
});

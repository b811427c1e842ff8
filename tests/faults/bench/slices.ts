// The rounds of a run, cut into slices that are played at once, each by a process of its own with its own town.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Outcome } from './audit.ts';
import type { Slice } from './faults.ts';
import type { Played } from './town.ts';

/** Fewer rounds are not worth a town of their own, and too few to say whether a fault met anybody. */
const FEWEST_ROUNDS = 25;

/** So many slices as there are jobs, of the same size but for one round. */
export function slicesOf({ rounds, ...whole }: Slice, jobs: number): Slice[] {
  const count = Math.max(1, Math.min(jobs, Math.floor(rounds / FEWEST_ROUNDS)));
  return Array.from({ length: count }, (_, at) => {
    const start = Math.floor((rounds * at) / count);
    const end = Math.floor((rounds * (at + 1)) / count);
    return { ...whole, from: whole.from + start, rounds: end - start };
  });
}

export const NOTHING: Outcome = {
  rounds: 0,
  receipts: 0,
  cases: 0,
  lost: 0,
  doubled: 0,
  outOfOrder: 0,
  unreadable: 0,
};

/** What came of all slices of one fault. */
export function sumOf(parts: readonly Played[]): Played {
  const outcome = { ...NOTHING };
  for (const part of parts)
    for (const figure of Object.keys(NOTHING) as (keyof Outcome)[]) outcome[figure] += part.outcome[figure];
  return { outcome, complaints: parts.flatMap(({ complaints }) => complaints) };
}

/** Plays a slice in a process of its own. One that ends without a result is a complaint, never a pass. */
export async function playElsewhere(
  slice: Slice,
  program = join(import.meta.dirname, 'slice-process.ts'),
): Promise<Played> {
  const child = spawn(process.execPath, [program, JSON.stringify(slice)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const said = await text(child.stdout);
  await closed;
  const code = child.exitCode;
  if (code === 0) return JSON.parse(said) as Played;
  const { from, rounds } = slice;
  const sentence = `rounds ${from} to ${from + rounds - 1} ended with ${code ?? child.signalCode} and no result`;
  return { outcome: { ...NOTHING }, complaints: [sentence] };
}

/** Does all of them in their order, so many at once. */
export async function inParallel<T>(
  items: readonly T[],
  jobs: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      for (const item of left) await work(item);
    }),
  );
}

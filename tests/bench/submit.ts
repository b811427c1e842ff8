// `npm run bench -- submit`: how long a citizen waits between the last press and the receipt, alone and while what waited is
// sent from the same process; against the least anybody could do, one row in one commit through the same driver.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { median, percentile } from './statistics.ts';
import { submitWhile, type Submits } from './sync/candidates.ts';
import { tableOf } from './table.ts';

const REPETITIONS = 3;
const COUNT = 300;
/** Enough that all submissions find it being sent. */
const WAITING = 3000;

const LINES: [string, keyof Submits][] = [
  ['one row, one commit', 'rows'],
  ['one submission', 'idle'],
  [`one submission while ${WAITING} are sent`, 'draining'],
];

export const benchSubmit: Bench = async ({ repetitions, say }) => {
  const load = loadavg()[0] ?? 0;
  const turns: Submits[] = [];
  for (let turn = 0; turn < (repetitions ?? REPETITIONS); turn += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
    try {
      turns.push(await submitWhile(folder, COUNT, WAITING));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [cpu] = cpus();
  say(
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}, load ${load.toFixed(1)} at the start, ` +
      `${turns.length} turns of ${COUNT}`,
  );
  const figure = (name: keyof Submits, hundredth: number) =>
    median(turns.map((turn) => percentile(turn[name], hundredth)));
  const rows = LINES.map(([words, name]) => [
    words,
    ...[50, 95, 99].map((hundredth) => figure(name, hundredth).toFixed(2)),
    String(turns.reduce((sum, turn) => sum + turn[name].length, 0)),
  ]);
  for (const line of tableOf(['milliseconds', 'p50', 'p95', 'p99', 'measured'], rows)) say(line);
  const aims: [string, number, number][] = [
    [
      'the middle, in one-row commits',
      median(turns.map(({ rows: one, idle }) => median(idle) / median(one))),
      1.3,
    ],
    [
      'p99 while others are sent, of p99 alone',
      median(turns.map(({ draining, idle }) => percentile(draining, 99) / percentile(idle, 99))),
      2,
    ],
  ];
  const met = aims.map(([words, value, most]) => {
    say(`${value <= most ? 'met' : 'MISSED'}: at most ${most}: ${words}: ${value.toFixed(2)}`);
    return value <= most;
  });
  return { isMet: met.every(Boolean), raw: { load, turns } };
};

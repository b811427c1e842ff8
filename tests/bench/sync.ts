// `npm run bench -- sync`: how fast a kiosk that was long without a line hands in what waited, from a cold start of both
// ends, and what that costs; against the limit of what it does and what others would have taken in its place.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { median } from './statistics.ts';
import { installLocked } from './install-locked.ts';
import {
  drainNaive,
  drainOurs,
  drainPouch,
  drainRx,
  PEERS,
  plainBytes,
  type Figures,
} from './sync/candidates.ts';
import { tableOf } from './table.ts';

const REPETITIONS = 3;
const ITEMS = 10_000;
/** One after the other they take a minute for ten thousand; their rate does not change with the backlog. */
const NAIVE_ITEMS = 2000;
const FEW = 100;

type Name = 'ours' | 'few' | 'limit' | 'naive' | 'naive-8' | 'pouch' | 'rx';
type Turn = Record<Name, Figures>;

async function measure(folder: string): Promise<Turn> {
  const few = await drainOurs(join(folder, 'few'), FEW);
  const { ours, limit } = await drainOurs(join(folder, 'ours'), ITEMS);
  const naive = await drainNaive(join(folder, 'naive'), NAIVE_ITEMS, 1);
  const eight = await drainNaive(join(folder, 'naive-8'), NAIVE_ITEMS, 8);
  const pouch = await drainPouch(join(folder, 'pouch'), ITEMS);
  const rx = await drainRx(join(folder, 'rx'), ITEMS);
  return { ours, few: few.ours, limit, naive, 'naive-8': eight, pouch, rx };
}

const LINES: [string, Name][] = [
  [`the kiosk, ${ITEMS} waiting`, 'ours'],
  [`the kiosk, ${FEW} waiting`, 'few'],
  ['checking, opening and the rows, on one core', 'limit'],
  ['one POST for each', 'naive'],
  ['one POST for each, 8 in flight', 'naive-8'],
  ['PouchDB to express-pouchdb, which never waits for a disk', 'pouch'],
  ['RxDB in memory at both ends', 'rx'],
];

interface Aim {
  words: string;
  of: (turn: Turn) => number;
  least?: number;
  most?: number;
}

function aimsFor(jsonBytes: number): Aim[] {
  return [
    { words: 'times one POST for each', of: (t) => t.ours.perSecond / t.naive.perSecond, least: 15 },
    { words: 'times PouchDB', of: (t) => t.ours.perSecond / t.pouch.perSecond, least: 3 },
    { words: 'times RxDB in memory', of: (t) => t.ours.perSecond / t.rx.perSecond, least: 1.5 },
    { words: "of PouchDB's processor time", of: (t) => t.ours.cpuMsEach / t.pouch.cpuMsEach, most: 0.5 },
    {
      words: 'of checking, opening and the rows',
      of: (t) => t.ours.perSecond / t.limit.perSecond,
      least: 0.6,
    },
    { words: 'bytes on the wire, of the JSON', of: (t) => t.ours.wireEach / jsonBytes, most: 0.5 },
    {
      words: `the kiosk's memory, of that with ${FEW} waiting`,
      of: (t) => t.ours.rssMb.client / t.few.rssMb.client,
      most: 1.2,
    },
  ];
}

/** Applications of the shipped registration of a company, both ends on this machine, durable at both ends. */
export const benchSync: Bench = async ({ repetitions, say }) => {
  await installLocked(PEERS, say);
  const jsonBytes = await plainBytes();
  const turns: Turn[] = [];
  const load = loadavg()[0] ?? 0;
  for (let turn = 0; turn < (repetitions ?? REPETITIONS); turn += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
    try {
      turns.push(await measure(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [cpu] = cpus();
  say(
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}, load ${load.toFixed(1)} at the start, ` +
      `${turns.length} turns, applications of ${jsonBytes} bytes`,
  );
  const middle = (of: (turn: Turn) => number, digits = 0) => median(turns.map(of)).toFixed(digits);
  const rows = LINES.map(([words, name]) => [
    words,
    middle((turn) => turn[name].perSecond),
    middle((turn) => turn[name].cpuMsEach, 2),
    middle((turn) => turn[name].rssMb.client),
    middle((turn) => turn[name].rssMb.server),
    middle((turn) => turn[name].wireEach),
  ]);
  const head = ['', 'a second', 'CPU ms each', 'MB here', 'MB there', 'wire bytes each'];
  for (const line of tableOf(head, rows)) say(line);
  const met = aimsFor(jsonBytes).map(({ words, of, least = -Infinity, most = Infinity }) => {
    const value = median(turns.map(of));
    const isMet = value >= least && value <= most;
    const bound = least === -Infinity ? `at most ${most}` : `at least ${least}`;
    say(`${isMet ? 'met' : 'MISSED'}: ${bound} ${words}: ${value.toFixed(2)}`);
    return isMet;
  });
  return { isMet: met.every(Boolean), raw: { jsonBytes, load, turns } };
};

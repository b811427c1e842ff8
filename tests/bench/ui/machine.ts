import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { findChromium } from '../../../lib/find-chromium.mjs';

export interface Machine {
  /** In one line. */
  words: string;
  /** How busy it was before anything began, in processes that wanted to run. */
  load: number;
}

export function machineOf(): Machine {
  const chromium = findChromium();
  const told = chromium === null ? null : spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout;
  const [cpu] = cpus();
  const load = loadavg()[0] ?? 0;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const parts = [
    (told ?? 'no Chromium').trim().split('\n').at(-1),
    `Node ${process.versions.node}`,
    `${cpus().length} × ${cpu?.model.trim()}`,
    memory,
    `load ${load.toFixed(1)} at the start`,
  ];
  return { words: parts.join(', '), load };
}

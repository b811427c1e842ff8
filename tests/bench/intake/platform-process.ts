// A platform in a process of its own, for benches: it says where it listens, and, when asked, what it has cost.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { silentLog } from '../../../lib/log.ts';
import { openPlatform } from '../../../platform/platform.ts';

export interface PlatformArguments {
  folder: string;
  procedures: string;
  database: string | null;
  threads: number | null;
}

export interface PlatformCost {
  /** Bytes, at the most. */
  rss: number;
  /** Milliseconds by which the event loop was late. */
  delayP99: number;
  delayMost: number;
  /** Seconds. */
  cpu: number;
}

const { folder, procedures, database, threads } = JSON.parse(process.argv[2] ?? '') as PlatformArguments;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const platform = await openPlatform({
  folder,
  port: 0,
  database,
  consoleFolder: null,
  procedures,
  log: silentLog,
  ...(threads === null ? {} : { intakeThreads: threads }),
});

function cost(): PlatformCost {
  const { user, system } = process.cpuUsage();
  return {
    rss: process.resourceUsage().maxRSS * 1024,
    delayP99: delay.percentile(99) / 1e6,
    delayMost: delay.max / 1e6,
    cpu: (user + system) / 1e6,
  };
}

process.on('message', (word) => {
  if (word === 'cost') process.send?.(cost());
  if (word === 'stop') void platform.stop().then(() => process.exit(0));
});
process.on('disconnect', () => process.exit(1));
process.send?.(platform.url);

// What a process of the bench says of itself in its last line.
import { writeSync } from 'node:fs';

export interface Usage {
  /** User and system time since the process began: its start is in it. */
  cpuMs: number;
  rssKb: number;
}

export interface Drained extends Usage {
  /** From the first look at the queue to the last answer put down. */
  ms: number;
  sent: number;
  /** Both directions, with HTTP's own words. */
  wire: number;
}

export function usage(): Usage {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuMs: (userCPUTime + systemCPUTime) / 1000, rssKb: maxRSS };
}

/** A line for whoever started this process; it is out before anything else happens. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}

// What a citizen was told is on the disk. Counted at the system's door: between the press and the receipt the process
// must have made the disk keep what it wrote.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrolledKiosk, KIOSK_PROCESS, type EnrolledKiosk } from './enrolled-kiosk.ts';

const RECEIPTS = 5;
let enrolled: EnrolledKiosk;

beforeAll(async () => {
  enrolled = await enrolledKiosk();
});
afterAll(() => enrolled.stop());

/** How many times the database's log was forced to disk between each press and its receipt. */
async function syncsBeforeReceipts(...how: string[]): Promise<number[]> {
  const trace = join(enrolled.folder, `trace-${how.join('')}`);
  const watched = ['-f', '-y', '-e', 'trace=fsync,fdatasync,write', '-e', 'signal=none', '-o', trace];
  const child = spawn(
    'strace',
    [...watched, process.execPath, KIOSK_PROCESS, enrolled.kioskFolder, String(RECEIPTS), ...how],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  child.stdout.resume();
  const [status] = (await once(child, 'exit')) as [number | null];
  expect(status).toBe(0);
  return countSyncs(readFileSync(trace, 'utf8'));
}

function countSyncs(trace: string): number[] {
  const counts: number[] = [];
  let syncs = 0;
  for (const line of trace.split('\n')) {
    if (/\b(fsync|fdatasync)\(.*kiosk\.sqlite-wal/.test(line)) syncs += 1;
    if (/\bwrite\(1<.*"press/.test(line)) syncs = 0;
    if (/\bwrite\(1<.*"receipt /.test(line)) counts.push(syncs);
  }
  return counts;
}

it('has strace to look with', () => {
  expect(spawnSync('strace', ['--version']).status).toBe(0);
});

it('forces every submission to disk before its receipt is told', async () => {
  const counts = await syncsBeforeReceipts();
  console.info(`syncs before each receipt: ${counts.join(', ')}`);
  expect(counts).toHaveLength(RECEIPTS);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
});

it('would notice a kiosk that speaks first', async () => {
  const counts = await syncsBeforeReceipts('--tell-first');
  expect(counts).toEqual(Array.from({ length: RECEIPTS }, () => 0));
});

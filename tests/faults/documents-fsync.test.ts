// Documents are on the disk before anybody is told. That whatever was told is there with all its files, however the process
// ends, is what the bench shows.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenPlatform } from '../../platform/platform.ts';
import { DEMO_DIVISION, enrolOnce } from '../../scripts/city.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { tenancy } from '../builders/tenancy.ts';
import { openTestPlatform } from '../city.ts';

const PROCESS = join(import.meta.dirname, 'document-process.ts');

let folder: string;
let procedures: string;
let platform: OpenPlatform;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-documents-'));
  procedures = writeProcedures(join(folder, 'procedures'), tenancy);
  platform = await openTestPlatform(join(folder, 'platform'), { procedures });
  await enrolOnce(join(folder, 'kiosk'), platform.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
});
afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

it(
  'S2: forces files and their folder to disk before the database names them',
  { timeout: 120_000 },
  async () => {
    const trace = join(folder, 'trace');
    const watched = ['-f', '-y', '-e', 'trace=fsync,fdatasync,write', '-e', 'signal=none', '-o', trace];
    const child = spawn(
      'strace',
      [...watched, process.execPath, PROCESS, join(folder, 'kiosk'), procedures, '3'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    child.stdout.resume();
    expect((await once(child, 'exit'))[0]).toBe(0);
    const orders = ordersIn(readFileSync(trace, 'utf8'));
    expect(orders).toHaveLength(3);
    // Two files and their folder, then the log of the database, and only then is anybody told. What else the log was
    // forced for, before and in between, is the last one on its way to the platform.
    for (const order of orders) expect(order).toMatch(/file (log )*file (log )*folder (log )+$/);
  },
);

it('has strace to look with', () => {
  expect(spawnSync('strace', ['--version']).status).toBe(0);
});

/** What was forced to disk between each press and its receipt, in order. */
function ordersIn(trace: string): string[] {
  const orders: string[] = [];
  let order = '';
  for (const line of trace.split('\n')) {
    if (/\bwrite\(1<.*"press/.test(line)) order = '';
    else if (/\bwrite\(1<.*"receipt /.test(line)) orders.push(order);
    else if (/\bf(data)?sync\(.*\/documents\/[0-9a-f]{64}>/.test(line)) order += 'file ';
    else if (/\bf(data)?sync\(.*\/documents>/.test(line)) order += 'folder ';
    else if (/\bf(data)?sync\(.*kiosk\.sqlite-wal/.test(line)) order += 'log ';
  }
  return orders;
}

// The power goes while documents are photographed, put together, synced, named and sent. Whatever was told is there with
// all its files; whatever was not is gone with all of its own.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { createKiosk } from '../../main/kiosk.ts';
import { openStore } from '../../main/store/store.ts';
import { openPlatformStore, type OpenPlatform } from '../../platform/platform.ts';
import { DEMO_DIVISION, enrolOnce } from '../../scripts/city.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { tenancy } from '../builders/tenancy.ts';
import { openTestPlatform } from '../city.ts';
import { TEST_CONFIG } from '../test-config.ts';

const KILLS = 12;
/** Longer than a submission and its files take. */
const LONGEST_LIFE_MS = 900;
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

const vault = () => join(folder, 'kiosk', 'documents');

async function live(lifeMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [PROCESS, join(folder, 'kiosk'), procedures], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const told: string[] = [];
  let isArmed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!isArmed) setTimeout(() => child.kill('SIGKILL'), lifeMs);
    isArmed = true;
    if (line.startsWith('receipt ')) told.push(line.slice('receipt '.length));
  }
  expect((await exited)[1]).toBe('SIGKILL');
  return told;
}

it(
  `keeps every document of what was told, and nothing else, when it is killed ${KILLS} times`,
  { timeout: 400_000 },
  async () => {
    const told: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) told.push(...(await live(Math.random() * LONGEST_LIFE_MS)));

    const config = { ...TEST_CONFIG, procedures, printer: { kind: 'none' } as const };
    const kiosk = await createKiosk({ folder: join(folder, 'kiosk'), config, log: silentLog });
    await kiosk.drain();
    await kiosk.stop();

    const store = await openPlatformStore(join(folder, 'platform'), null);
    const cases = await store.cases.receiptNumbers();
    for (const number of told) expect(cases).toContain(number);
    for (const number of cases) {
      const found = await store.cases.byReceiptNumber(DEMO_DIVISION, number);
      const documents = await store.documents.ofSubmission(found?.division ?? '', found?.submission ?? '');
      expect(documents.map(({ heldAt }) => heldAt !== null)).toEqual([true, true]);
    }
    await store.close();
    const kept = await openStore(join(folder, 'kiosk'), { reclaim: false });
    if (!kept.ok) throw new Error(kept.error.code);
    expect(await kept.value.documents.counts()).toEqual({ waiting: 0, held: 2 * cases.length, lost: 0 });
    await kept.value.close();
    expect(readdirSync(vault())).toEqual([]);
    console.info(
      `killed ${KILLS} times: ${told.length} told, ${cases.length} cases, each with its two documents`,
    );
    expect(told.length).toBeGreaterThan(KILLS / 3);
  },
);

it('forces files and their folder to disk before the database names them', { timeout: 120_000 }, async () => {
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
  // Two files and their folder, then the log of the database, and only then is anybody told. What comes before is
  // the last one on its way to the platform.
  for (const order of orders) expect(order).toMatch(/file file folder (log )+$/);
});

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

// The power goes at any moment. Kills prove that the process keeps no promise in memory; that it keeps them on the
// disk is what fsync.test.ts shows.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { createKiosk } from '../../main/kiosk.ts';
import { openStore } from '../../main/store/store.ts';
import { TEST_CONFIG } from '../test-config.ts';
import { enrolledKiosk, KIOSK_PROCESS, type EnrolledKiosk } from './enrolled-kiosk.ts';

const KILLS = 24;
/** Longer than a submission and its sync take, so that every moment of both is hit. */
const LONGEST_AFTER_PRESS_MS = 500;

let enrolled: EnrolledKiosk;

beforeAll(async () => {
  enrolled = await enrolledKiosk();
});
afterAll(() => enrolled.stop());

/**
 * One life of the kiosk, which ends so long after its first citizen pressed: a slow machine is hit at the same moments as a
 * quick one. Returns the receipt numbers it told before it was killed.
 */
async function live(afterPressMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [KIOSK_PROCESS, enrolled.kioskFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const told: string[] = [];
  let isArmed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'press' && !isArmed) {
      isArmed = true;
      setTimeout(() => child.kill('SIGKILL'), afterPressMs);
    }
    if (line.startsWith('receipt ')) told.push(line.slice('receipt '.length));
  }
  const [, signal] = (await exited) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return told;
}

async function issuedReceipts(): Promise<string[]> {
  const opened = await openStore(enrolled.kioskFolder);
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
  const rows = await opened.value.submissions.list(100_000);
  await opened.value.close();
  return rows.map(({ receiptNumber }) => receiptNumber).toSorted();
}

it(`loses nothing and doubles nothing when it is killed ${KILLS} times`, { timeout: 300_000 }, async () => {
  const told: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1)
    told.push(...(await live(Math.random() * LONGEST_AFTER_PRESS_MS)));

  const kiosk = await createKiosk({
    folder: enrolled.kioskFolder,
    config: { ...TEST_CONFIG, printer: { kind: 'none' } },
    log: silentLog,
  });
  await kiosk.drain();
  await kiosk.stop();
  const issued = await issuedReceipts();
  const cases = (await enrolled.platform.caseNumbers()).toSorted();
  console.info(`killed ${KILLS} times: ${told.length} told, ${issued.length} issued, ${cases.length} cases`);
  expect(told.length).toBeGreaterThan(KILLS / 2);
  expect(new Set(told).size).toBe(told.length);
  expect(told.filter((number) => !cases.includes(number))).toEqual([]);
  expect(cases).toEqual(issued);
  expect(new Set(cases).size).toBe(cases.length);
});

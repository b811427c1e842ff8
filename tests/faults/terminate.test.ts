// The system ends the kiosk while somebody hands in an application: either it was received and the receipt is true, or it
// was not received at all. Never in between, and never longer than a shutdown waits.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reply, Send } from '../../domain/contract/kiosk-api.ts';
import type { View } from '../../domain/contract/views.ts';
import { openStore } from '../../main/store/store.ts';
import type { OpenPlatform } from '../../platform/platform.ts';
import { buildScreens } from '../../scripts/build.ts';
import { DEMO_DIVISION, enrolOnce } from '../../scripts/city.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { openTestPlatform } from '../city.ts';
import { cookieOf } from '../contract/transports.ts';
import { startNetwork, type Network } from '../fakes/network.ts';
import { fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';

const START = join(import.meta.dirname, '../../main/hosts/browser/start.ts');
const folder = mkdtempSync(join(tmpdir(), 'onewindow-terminate-'));
const kioskFolder = join(folder, 'kiosk');
const { procedure } = await llc();
let platform: OpenPlatform;
let network: Network;

beforeAll(async () => {
  await buildScreens();
  platform = await openTestPlatform(join(folder, 'platform'));
  network = await startNetwork(platform.url);
  await enrolOnce(kioskFolder, network.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
}, 300_000);
afterAll(async () => {
  await network.close();
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startKiosk() {
  const child = spawn(process.execPath, [START, '--headless', '--data', kioskFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('kiosk ready ')) continue;
    const url = line.slice('kiosk ready '.length);
    return { child, ended, send: await sender(url) };
  }
  throw new Error('the kiosk did not start');
}

async function sender(launchUrl: string): Promise<Send> {
  const { origin } = new URL(launchUrl);
  const headers = { cookie: await cookieOf(launchUrl), origin, 'content-type': 'application/json' };
  return async (name, input) => {
    const body = JSON.stringify(input);
    const answer = await fetch(`${origin}/kiosk/${name}`, { method: 'POST', headers, body });
    return (await answer.json()) as Reply;
  };
}

/** The receipt's number if somebody was told one; null when the answer never came. */
async function told(answer: Promise<Reply>): Promise<string | null> {
  const reply = (await answer.catch(() => null)) as Reply<View> | null;
  return reply?.ok === true && reply.value.screen === 'receipt' ? reply.value.number : null;
}

async function stored(): Promise<string[]> {
  const opened = await openStore(kioskFolder);
  // The journal follows from entry to entry and the sequence has no gap, or it would not open.
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
  const rows = await opened.value.submissions.list(1000);
  await opened.value.close();
  return rows.map(({ receiptNumber }) => receiptNumber);
}

/** Milliseconds after the press: before the kiosk has it, while it is put down, after it. */
const MOMENTS = {
  fine: [0, 8, 40],
  silent: [4, 16],
};

it.each(['fine', 'silent'] as const)(
  'M4: ends in order at once, with the platform %s, and has received all of it or nothing',
  { timeout: 120_000 },
  async (weather) => {
    network.become(weather);
    for (const moment of MOMENTS[weather]) {
      const before = await stored();
      const { child, ended, send } = await startKiosk();
      const page = await fillIn(send, procedure, llcAnswers());
      const answer = told(send('submit', { page: page.page, typedName: page.applicant }));
      setTimeout(() => child.kill('SIGTERM'), moment);
      expect(await ended).toEqual([0, null]);
      const number = await answer;
      const added = (await stored()).filter((receipt) => !before.includes(receipt));
      expect(added.length).toBeLessThanOrEqual(1);
      if (number !== null) expect(added).toEqual([number]);
    }
  },
);

// How a machine becomes a kiosk, and how it does not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../lib/clock.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { enrol, isSafeAddress } from '../../main/enrol.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import type { OpenPlatform } from '../../platform/platform.ts';
import { openTestPlatform } from '../city.ts';
import { startNetwork } from '../fakes/network.ts';

let folder: string;
let platform: OpenPlatform;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-enrol-'));
  platform = await openTestPlatform(join(folder, 'platform'));
  const opened = await openStore(join(folder, 'kiosk'));
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

const key = newSigningKey();
const attempt = (url: string, code: string) => enrol(store, key, url, code, 'test', systemClock);

it('a code from the platform makes a machine a kiosk, once', async () => {
  const code = await platform.issueEnrolmentCode('520103');
  expect(await attempt(platform.url, code)).toMatchObject({
    ok: true,
    value: { division: '520103', code: 'K001', generation: '1' },
  });
  expect(await attempt(platform.url, code)).toEqual({ ok: false, error: 'already-enrolled' });
});

it('a used code makes no second kiosk', async () => {
  const code = await platform.issueEnrolmentCode('520103');
  await attempt(platform.url, code);
  const other = await openStore(join(folder, 'other'));
  if (!other.ok) throw new Error(other.error.code);
  const again = await enrol(other.value, newSigningKey(), platform.url, code, 'test', systemClock);
  expect(again).toEqual({ ok: false, error: { kind: 'refused', code: 'code-unknown' } });
  expect(await other.value.enrolment.get()).toBeNull();
  await other.value.close();
});

it('a machine does not enrol with somebody who is not the platform the code was made by', async () => {
  const code = await platform.issueEnrolmentCode('520103');
  const stranger = await openTestPlatform(join(folder, 'stranger'));
  const strangerCode = await stranger.issueEnrolmentCode('520103');
  // The stranger knows the secret part of its own code, but its key has another fingerprint than the one typed.
  const mixed = strangerCode.replaceAll('-', '').slice(0, 12) + code.replaceAll('-', '').slice(12);
  expect(await attempt(stranger.url, mixed)).toEqual({ ok: false, error: { kind: 'wrong-server' } });
  expect(await store.enrolment.get()).toBeNull();
  await stranger.stop();
});

it.each([
  ['', 'code-malformed'],
  ['1234', 'code-malformed'],
])('refuses the code %j before asking anybody', async (code, fault) => {
  expect(await attempt(platform.url, code)).toEqual({ ok: false, error: fault });
});

it('a login page is no platform', async () => {
  const network = await startNetwork(platform.url);
  network.become('captive-portal');
  const code = await platform.issueEnrolmentCode('520103');
  expect(await attempt(network.url, code)).toEqual({ ok: false, error: { kind: 'wrong-server' } });
  network.become('down');
  expect(await attempt(network.url, code)).toEqual({ ok: false, error: { kind: 'no-network' } });
  await network.close();
});

it.each([
  ['https://platform.example', true],
  ['http://127.0.0.1:4000', true],
  ['http://localhost:4000', true],
  ['http://platform.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['ftp://127.0.0.1', false],
  ['nonsense', false],
])('uses the address %s: %s', (url, isSafe) => {
  expect(isSafeAddress(url)).toBe(isSafe);
});

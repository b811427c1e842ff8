// The commands IT staff type: what they say, what they return, and that they never say more than they may.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { llcAnswers } from '../builders/llc-application.ts';
import { startCity, type City } from '../city.ts';
import { confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';

const ROOT = join(import.meta.dirname, '..', '..');
let city: City;
let receipt: { number: string; qr: string };

beforeAll(async () => {
  city = await startCity();
  const page = await fillIn(city.send, (await llc()).procedure, llcAnswers());
  receipt = await confirm(city.send, page);
  await city.kiosk.drain();
});
afterAll(() => city.stop());

async function run(program: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(ROOT, program), ...args], { cwd: ROOT });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { out, err, code };
}

const admin = (...args: string[]) => run('main/admin/start.ts', ...args);
const data = () => ['--data', join(city.folder, 'kiosk')];

it.each([
  'main/admin/start.ts',
  'main/hosts/browser/start.ts',
  'scripts/start.ts',
  'scripts/verify.ts',
  'platform/start.ts',
])('%s --help says how it is used', async (program) => {
  const { out, code } = await run(program, '--help');
  expect(code).toBe(0);
  expect(out).toContain('npm ');
});

it.each(['main/admin/start.ts', 'main/hosts/browser/start.ts', 'scripts/start.ts', 'platform/start.ts'])(
  '%s ends with 2 on an option it does not know',
  async (program) => {
    const { err, code } = await run(program, '--nonsense');
    expect(code).toBe(2);
    expect(err).toContain('nonsense');
  },
);

it('doctor finds nothing wrong with a kiosk that works', async () => {
  const { out, code } = await admin('doctor', ...data());
  expect(out).toContain('nothing lost');
  expect([code, out]).toEqual([0, expect.not.stringContaining('UNWELL')]);
});

it('doctor says what to do with a machine that is not enrolled', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-new-'));
  const { out, code } = await admin('doctor', '--data', folder, '--json');
  expect(code).toBe(1);
  const { findings } = JSON.parse(out) as { findings: { what: string; todo: string | null }[] };
  expect(findings.find(({ what }) => what === 'enrolment')?.todo).toContain('code');
  rmSync(folder, { recursive: true, force: true });
});

it('lists the queue without anybody’s name', async () => {
  const { out, code } = await admin('queue', 'list', ...data(), '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    waiting: 0,
    submissions: [{ receiptNumber: receipt.number, state: 'acknowledged' }],
  });
  expect(out).not.toMatch(/[\u4e00-\u9fff]/);
});

it('names the key that is wrong in the configuration, and ends with 2', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-config-'));
  writeFileSync(join(folder, 'kiosk.config.json'), '{ "idle": { "warnAfterSeconds": 1 } }');
  const { out, code } = await admin('config', 'check', '--data', folder);
  expect(code).toBe(2);
  expect(out).toContain('idle.warnAfterSeconds: a whole number from 10 to 3600');
  const started = await run('main/hosts/browser/start.ts', '--data', folder, '--headless');
  expect(started.code).toBe(2);
  expect(started.err).toContain('idle.warnAfterSeconds');
  rmSync(folder, { recursive: true, force: true });
});

it('names the procedure file that is broken, and goes on with the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-procedures-'));
  mkdirSync(join(folder, 'procedures'));
  writeFileSync(join(folder, 'procedures', 'broken.json'), '{ "id": "broken",\n  oops }');
  writeFileSync(
    join(folder, 'kiosk.config.json'),
    JSON.stringify({ procedures: join(folder, 'procedures') }),
  );
  const { out, code } = await admin('procedures', 'list', '--data', folder);
  expect(code).toBe(1);
  expect(out).toContain('broken.json');
  rmSync(folder, { recursive: true, force: true });
});

it('a kiosk does not talk to a platform in the clear', async () => {
  const { err, code } = await run('scripts/start.ts', '--platform', 'http://platform.example', '--headless');
  expect(code).toBe(2);
  expect(err).toContain('https:');
});

it('the platform listens on this machine only', async () => {
  const { err, code } = await run(
    'platform/start.ts',
    '--host',
    '0.0.0.0',
    '--data',
    join(city.folder, 'other'),
  );
  expect(code).toBe(2);
  expect(err).toMatch(/loopback|this machine/);
});

it('checks a receipt without a network', async () => {
  const keys = join(city.folder, 'kiosk-keys.json');
  writeFileSync(keys, await (await fetch(`${city.platform.url}/v1/kiosk-keys`)).text());
  const good = await run('scripts/verify.ts', 'receipt', receipt.qr, '--keys', keys);
  expect(good).toMatchObject({
    code: 0,
    out: expect.stringContaining(`Genuine. Receipt ${receipt.number}`) as string,
  });
  const forged = receipt.qr.replace(/\.([A-Za-z0-9_-]{22})\./, `.${'A'.repeat(22)}.`);
  const bad = await run('scripts/verify.ts', 'receipt', forged, '--keys', keys);
  expect(bad).toMatchObject({ code: 1, err: expect.stringContaining('signature is wrong') as string });
  expect((await run('scripts/verify.ts', 'receipt', 'hello', '--keys', keys)).code).toBe(1);
});

// The commands IT staff type: what they say, what they return, and that they never say more than they may.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildScreens } from '../../scripts/build.ts';
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

const PROGRAMS = [
  'main/admin/start.ts',
  'main/hosts/browser/start.ts',
  'scripts/start.ts',
  'scripts/verify.ts',
  'scripts/check.ts',
  'scripts/demo.ts',
  'tests/pictures/start.ts',
  'platform/start.ts',
];

it.each(PROGRAMS)('%s --help says how it is used', async (program) => {
  const { out, code } = await run(program, '--help');
  expect(code).toBe(0);
  expect(out).toContain('npm ');
});

it.each(PROGRAMS)('%s ends with 2 on an option it does not know', async (program) => {
  const { err, code } = await run(program, '--nonsense');
  expect(code).toBe(2);
  expect(err).toContain('nonsense');
  expect(err).not.toMatch(/^ +at /m);
});

it.each([
  ['--size', '5', '--size: 1 to 4'],
  ['--contrast', 'grey', '--contrast: off, dark or light'],
  ['--scene', 'nowhere', 'no scene is called nowhere'],
])('the pictures are not drawn with %s %s', async (option, value, sentence) => {
  const out = join(city.folder, 'pictures');
  expect(await run('tests/pictures/start.ts', '--out', out, option, value)).toMatchObject({
    code: 2,
    err: expect.stringContaining(sentence) as string,
  });
});

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

describe('on a machine of its own', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-machine-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The shipped procedures with an older version of one beside it, and a configuration that points there. */
  function keepOlderVersion(): void {
    const procedures = join(folder, 'procedures');
    cpSync(join(ROOT, 'procedures'), procedures, { recursive: true });
    const shipped = readFileSync(join(procedures, 'business-registration-llc.json'), 'utf8');
    const older = shipped.replace(/"version": "[0-9.]+"/, '"version": "2025.4"');
    writeFileSync(join(procedures, 'business-registration-llc@2025.4.json'), older);
    writeFileSync(join(folder, 'kiosk.config.json'), JSON.stringify({ procedures }));
  }

  it('lists every version of a procedure, and says what the older ones are for', async () => {
    keepOlderVersion();
    const { out, code } = await admin('procedures', 'list', '--data', folder);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^business-registration-llc {2}2026\.\d+ {2}[^\n]*$/m),
    ]);
    const older = out.split('\n').filter((line) => line.includes('older, for its open cases'));
    expect(older).toEqual([expect.stringMatching(/^business-registration-llc {2}2025\.4 {2}/)]);
    const { out: json } = await admin('procedures', 'list', '--data', folder, '--json');
    const { procedures } = JSON.parse(json) as { procedures: { id: string }[] };
    expect(procedures.filter(({ id }) => id === 'business-registration-llc')).toMatchObject([
      { id: 'business-registration-llc', isLatest: true },
      { id: 'business-registration-llc', version: '2025.4', isLatest: false },
    ]);
    const { out: found } = await admin('doctor', '--data', folder);
    const [, ids, versions] = /^well +procedures: (\d+) procedures in (\d+) versions$/m.exec(found) ?? [];
    expect(Number(versions)).toBe(Number(ids) + 1);
  });

  it('doctor counts the files that are not loaded, not what is wrong in them', async () => {
    keepOlderVersion();
    const broken = { id: 'broken', colour: 'red' };
    writeFileSync(join(folder, 'procedures', 'broken.json'), JSON.stringify(broken));
    const { out } = await admin('doctor', '--data', folder);
    expect(out).toMatch(/^UNWELL +procedures: 1 file not loaded/m);
  });

  it.each(['config check', 'config show', 'doctor', 'procedures list'])(
    '%s does not take a configuration that is not there for the defaults',
    async (command) => {
      const missing = join(folder, 'kioks.config.json');
      const { err, code } = await admin(...command.split(' '), '--data', folder, '--config', missing);
      expect([code, err]).toEqual([2, `${missing}: there is no such file\n`]);
    },
  );

  it('a kiosk does not start with defaults where a configuration is named that is not there', async () => {
    const missing = join(folder, 'kioks.config.json');
    const { err, code } = await run(
      'main/hosts/browser/start.ts',
      '--data',
      folder,
      '--headless',
      '--config',
      missing,
    );
    expect([code, err]).toEqual([2, `${missing}: there is no such file\n`]);
  });

  it('says that the defaults are in force where there is no configuration', async () => {
    const { out, code } = await admin('config', 'check', '--data', folder);
    expect([code, out]).toEqual([
      0,
      `There is no kiosk.config.json in ${folder}; the defaults are in force.\n`,
    ]);
    const { out: json } = await admin('config', 'check', '--data', folder, '--json');
    expect(JSON.parse(json)).toEqual({ ok: true, file: null });
    const { out: found } = await admin('doctor', '--data', folder);
    expect(found).toMatch(
      /^well +configuration: there is no kiosk\.config\.json; the defaults are in force$/m,
    );
  });

  it.each(['doctor', 'queue list'])('%s makes no folder where a name was mistyped', async (command) => {
    const typo = join(folder, 'kioks');
    const { out, code } = await admin(...command.split(' '), '--data', typo);
    expect([code, out]).toEqual([2, `There is no data folder ${typo}.\n`]);
    expect(existsSync(typo)).toBe(false);
  });

  it('a broken configuration is told before procedures are looked for in the wrong place', async () => {
    writeFileSync(join(folder, 'kiosk.config.json'), '{ "procedures": 7 }');
    const { out, code } = await admin('procedures', 'list', '--data', folder);
    expect([code, out]).toEqual([2, expect.stringContaining('procedures: ')]);
  });

  it('a code that cannot be one is asked wrongly, by either way to enrol', async () => {
    const url = ['--platform', city.platform.url];
    const sentence = expect.stringContaining('22 letters and digits') as string;
    expect(await admin('enrol', '--data', folder, ...url, '--code', 'ABCD')).toMatchObject({
      code: 2,
      out: sentence,
    });
    const kiosk = ['main/hosts/browser/start.ts', '--headless', '--data', folder] as const;
    expect(await run(...kiosk, ...url, '--enrol', 'ABCD')).toMatchObject({ code: 2, err: sentence });
  });

  it('a kiosk that is enrolled nowhere says so, and how to enrol it', async () => {
    await buildScreens();
    const child = spawn(
      process.execPath,
      [join(ROOT, 'main/hosts/browser/start.ts'), '--data', folder, '--headless'],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line.startsWith('kiosk ready ')) child.kill('SIGTERM');
    }
    expect(lines).toEqual([
      expect.stringMatching(/^not enrolled: .*--platform URL --enrol CODE/),
      expect.stringMatching(/^kiosk ready http:/),
    ]);
  });
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

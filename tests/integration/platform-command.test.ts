// `npm run platform` as IT staff type it: with a running platform beside it and without.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enrolKiosk } from '../builders/platform-kiosk.ts';
import { startPostgres, type Postgres } from '../postgres.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'platform', 'start.ts');
let data: string;
let running: ChildProcess | null = null;
let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(() => {
  data = join(mkdtempSync(join(tmpdir(), 'onewindow-command-')), 'platform');
});
afterEach(() => {
  running?.kill('SIGKILL');
  running = null;
  rmSync(join(data, '..'), { recursive: true, force: true });
});

async function run(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...environment } });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { out, err, code };
}

/** Starts the platform and reads the addresses it prints. */
async function start(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [PROGRAM, '--data', data, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line.startsWith('work list')) break;
  }
  const addressIn = (words: string) =>
    lines.find((line) => line.startsWith(words))?.slice(words.length + 1) ?? '';
  return { child, url: addressIn('platform ready'), workList: addressIn('work list') };
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

const enrolCode = (...more: string[]) => run(['enrol-code', '--division', '520103', '--data', data, ...more]);

it('says where it is ready and how the work list is opened, and stops when told to', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const { child, url, workList } = await start([]);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(workList).toMatch(new RegExp(`^${url}/console/#[\\w-]{43}$`));
    const exit = ended(child);
    child.kill(signal);
    expect(await exit).toBe(0);
  }
});

it('keeps its keys from other users of the machine', async () => {
  await enrolCode();
  for (const file of ['signing.key']) expect(statSync(join(data, file)).mode & 0o077).toBe(0);
});

describe.each([
  ['SQLite', async () => ({})],
  ['PostgreSQL', async () => ({ ONEWINDOW_DATABASE: await postgres.newDatabase() })],
])('on %s', (_engine, environmentFor) => {
  it('makes codes that work, whether they were made before it ran or while it runs', async () => {
    const environment = await environmentFor();
    const args = ['enrol-code', '--division', '520103', '--data', data];
    const before = await run(args, environment);
    expect(before).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^[\w-]{26}\n$/) as string });
    const { url } = await start([], environment);
    const first = await enrolKiosk(url, before.out);
    const during = await run(args, environment);
    const second = await enrolKiosk(url, during.out);
    const again = await enrolKiosk(url, (await run([...args, '--kiosk', 'K001'], environment)).out);
    const names = [first, second, again].map(({ enrolled: { code, generation } }) => `${code} ${generation}`);
    expect(names).toEqual(['K001 1', 'K002 1', 'K001 2']);
  });
});

it.each([
  [['--host', '192.168.1.1'], '--host'],
  [['enrol-code', '--division', '520114'], 'no such division'],
  [['enrol-code', '--division', '520103', '--kiosk', 'K009'], 'no kiosk'],
])('ends with 2 and a sentence on %j', async (args, words) => {
  const { code, out, err } = await run([...args, '--data', data]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(words);
});

it('ends with 1 and a sentence when its database cannot be reached', async () => {
  const { code, err } = await run(['--data', data, '--database', 'postgres://nobody@127.0.0.1:1/none']);
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
});

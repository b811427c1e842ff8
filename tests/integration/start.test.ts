// `npm start -- --headless`: a whole city, twice on the same folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildScreens } from '../../scripts/build.ts';
import { DEMO_CONFIG } from '../../scripts/city.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const data = mkdtempSync(join(tmpdir(), 'onewindow-start-'));

beforeAll(buildScreens, 300_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

function run(program: string, ...args: string[]) {
  return spawn(process.execPath, [join(ROOT, program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts the city and waits until its kiosk is ready. */
async function startCity() {
  const child = run('scripts/start.ts', '--headless', '--data', data);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line.startsWith('kiosk ready ')) break;
  }
  const after = (words: string) => lines.find((line) => line.startsWith(words))?.slice(words.length) ?? '';
  return { child, platform: after('platform ready '), kiosk: after('kiosk ready ') };
}

async function stopCity({ child }: Awaited<ReturnType<typeof startCity>>): Promise<number | null> {
  const exited = once(child, 'exit') as Promise<[number | null]>;
  child.kill('SIGINT');
  return (await exited)[0];
}

async function admin(...words: string[]): Promise<string> {
  const child = run('main/admin/start.ts', ...words, '--data', join(data, 'kiosk'));
  return text(child.stdout);
}

it(
  'serves a kiosk that reaches its platform, stops when told to, and does the same again',
  { timeout: 90_000 },
  async () => {
    const first = await startCity();
    expect(first.platform).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(first.kiosk, { redirect: 'manual' })).status).toBe(303);
    expect(await stopCity(first)).toBe(0);

    const second = await startCity();
    // The kiosk pinned this address when it was enrolled: anywhere else it would wait for ever.
    expect(second.platform).toBe(first.platform);
    expect(await admin('doctor')).toMatch(/^well +platform: /m);
    expect(await stopCity(second)).toBe(0);
  },
);

it(
  'keeps the settings of a demonstration where `config show` finds them, and changes none that are there',
  { timeout: 90_000 },
  async () => {
    await stopCity(await startCity());
    expect(await admin('config', 'check')).toContain('nothing wrong');
    const shown: unknown = JSON.parse(await admin('config', 'show', '--json'));
    expect(shown).toEqual(DEMO_CONFIG);
    const file = join(data, 'kiosk', 'kiosk.config.json');
    const own = '{ "locale": "en" } // ours';
    writeFileSync(file, own);
    const city = await startCity();
    expect(readFileSync(file, 'utf8')).toBe(own);
    const cookie = (await fetch(city.kiosk, { redirect: 'manual' })).headers.getSetCookie().join('; ');
    const { origin } = new URL(city.kiosk);
    const looked = await fetch(`${origin}/kiosk/look`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: 'null',
    });
    expect(await looked.json()).toMatchObject({ value: { appearance: { locale: 'en' } } });
    expect(await stopCity(city)).toBe(0);
  },
);

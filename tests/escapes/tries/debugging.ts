// Ears and foreign code: what the environment, a signal or a switch would bring into the kiosk or its browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'playwright/test';
import { typeName } from '../real-window.ts';
import type { Tries } from '../table.ts';
import type { Try } from '../try.ts';

const START = join(import.meta.dirname, '../../../main/hosts/browser/start.ts');

interface Started {
  lines: string[];
  status: number | null;
}

/** The kiosk's program with something of somebody else's: its lines, and how it ended once it was told to. */
async function started(
  env: Record<string, string>,
  args: string[],
  onReady: (pid: number) => void = () => undefined,
): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-started-'));
  const child = spawn(process.execPath, [...args, '--data', folder], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr])
    createInterface({ input: output }).on('line', (line) => {
      lines.push(line);
      if (!line.startsWith('kiosk ready')) return;
      onReady(child.pid ?? 0);
      child.kill('SIGTERM');
    });
  const [status] = (await ended) as [number | null];
  rmSync(folder, { recursive: true, force: true });
  return { lines, status };
}

export const debugging = {
  'environment-ears': async (bench) => {
    const folder = mkdtempSync(join(tmpdir(), 'onewindow-ears-'));
    process.env.SSLKEYLOGFILE = join(folder, 'keys');
    const window = await (await bench.window()).next();
    delete process.env.SSLKEYLOGFILE;
    bench.replaceWith(window);
    await typeName(window);
    const isWritten = existsSync(join(folder, 'keys'));
    rmSync(folder, { recursive: true, force: true });
    expect(isWritten).toBe(false);
  },
  'debugger-signal': async () => {
    const { lines, status } = await started({}, [START, '--headless'], (pid) => process.kill(pid, 'SIGUSR1'));
    expect(lines.join('\n')).not.toContain('Debugger listening');
    expect(status).toBe(0);
  },
  'forbidden-variable': async () => {
    for (const name of ['NODE_OPTIONS', 'LD_PRELOAD', 'NODE_PATH']) {
      const { lines, status } = await started({ [name]: '' }, [START]);
      expect([status, lines]).toEqual([2, [expect.stringContaining(name)]]);
    }
  },
  'forbidden-switch': async () => {
    const { lines, status } = await started({}, ['--inspect=0', START]);
    expect([status, lines.at(-1)]).toEqual([2, expect.stringContaining('--inspect')]);
  },
} satisfies Partial<Tries<'chromium', Try>>;

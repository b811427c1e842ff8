// The peers: their packages are installed on demand, in a folder and a lock of their own, and bundled as the kiosk is.
import react from '@vitejs/plugin-react';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { pinyinTable } from '../../../scripts/pinyin/plugin.ts';

const PEERS = join(import.meta.dirname, '..', 'peers');

function run(program: string, args: string[], cwd: string): Promise<void> {
  const child = spawn(program, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) =>
      status === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} ended with ${status}`)),
    );
  });
}

/** Installs what the lock of the peers names, unless it is there. None of it needs a script of its own to be run. */
export async function installPeers(say: (line: string) => void): Promise<void> {
  const lock = createHash('sha256')
    .update(readFileSync(join(PEERS, 'package-lock.json')))
    .digest('hex');
  const stamp = join(PEERS, 'node_modules', '.onewindow-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing the peers (npm ci in tests/bench/peers)');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], PEERS);
  writeFileSync(stamp, lock);
}

/** Folders of the pages that are built for the bench. */
export const PAGES = {
  bare: join(PEERS, 'bare'),
  'hand-written': join(PEERS, 'hand-written'),
  survey: join(PEERS, 'survey'),
  rjsf: join(PEERS, 'rjsf'),
  'look-up': join(import.meta.dirname, '..', 'look-up'),
} as const;
export type PageName = keyof typeof PAGES;

/** Each on its own, so that each carries what it needs and nothing that only another one does. */
export async function buildPage(name: PageName, outDir: string): Promise<void> {
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: false,
    root: PAGES[name],
    plugins: [react(), pinyinTable()],
    mode: 'production',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5000,
    },
  });
}

// Builds what runs in a browser, each part only when something it is made of has changed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { hashOf } from './hash-of.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ALL = ['domain/contract', 'domain/result.ts', 'vite.config.ts', 'package-lock.json'];
/** What each part of dist/ is made of. */
const PARTS: Record<string, string[]> = {
  renderer: ['renderer', 'ui', 'scripts/pinyin', 'procedures/catalogues', ...ALL],
  console: ['platform/console', 'ui', ...ALL],
  preload: ['main/hosts/electron', ...ALL],
};

async function buildPart(mode: string, inputs: string[]): Promise<void> {
  const stamp = join(ROOT, 'dist', `.inputs-${mode}`);
  const now = hashOf(inputs);
  if (existsSync(stamp) && existsSync(join(ROOT, 'dist', mode)) && readFileSync(stamp, 'utf8') === now)
    return;
  console.log(`build: ${mode} has changed, building it`);
  process.env['NODE_ENV'] = 'production';
  await build({ configFile: join(ROOT, 'vite.config.ts'), mode, logLevel: 'warn' });
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(stamp, now);
}

/** Builds the renderer, the console and Electron's preload script into dist/ unless they are up to date. */
export async function buildScreens(): Promise<void> {
  for (const [mode, inputs] of Object.entries(PARTS)) await buildPart(mode, inputs);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildScreens();

// Builds the screens, and only when something they are made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'dist', '.inputs');
const INPUTS = [
  'renderer',
  'ui',
  'domain/contract',
  'domain/result.ts',
  'platform/console',
  'vite.config.ts',
  'package-lock.json',
];

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)));
}

function hashOfInputs(): string {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap((input) => filesIn(join(ROOT, input)))) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds the renderer and the console into dist/ unless they are up to date. */
export async function buildScreens(): Promise<void> {
  const now = hashOfInputs();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  console.log('build: the screens have changed, building them');
  process.env['NODE_ENV'] = 'production';
  for (const mode of ['renderer', 'console']) {
    await build({ configFile: join(ROOT, 'vite.config.ts'), mode, logLevel: 'warn' });
  }
  writeFileSync(STAMP, now);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildScreens();

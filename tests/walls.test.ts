// The walls of the house hold: an import through one is refused, in words that say what to use instead.
import { ESLint } from 'eslint';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: ROOT });

async function complaints(file: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(code, { filePath: join(ROOT, file) });
  return (result?.messages ?? []).map(({ message }) => message).join('\n');
}

// Files that exist: rules with types know no others.
it.each([
  ['domain/result.ts', "import { x } from '../lib/clock.ts';", 'imports nothing of ours'],
  ['domain/result.ts', "import fs from 'node:fs';", 'no I/O'],
  ['domain/result.ts', 'export const now = Date.now();', 'no clock'],
  ['domain/result.ts', 'export const die = Math.random();', 'no clock'],
  ['lib/clock.ts', "import { x } from '../main/kiosk.ts';", 'lib/ may import domain/ only'],
  ['main/kiosk.ts', "import { x } from '../platform/platform.ts';", 'main/ may import'],
  ['main/kiosk.ts', "import knex from 'knex';", 'Only stores'],
  ['main/kiosk.ts', "import { app } from 'electron';", 'Only main/hosts/electron'],
  ['main/kiosk.ts', "import { Ajv } from 'ajv';", 'lib/schema.ts'],
  ['main/kiosk.ts', "export const page = await fetch('https://example.org');", 'Only transports'],
  ['platform/platform.ts', "import { x } from '../main/kiosk.ts';", 'platform/ may import'],
  ['renderer/state/store.ts', "import { x } from '../../main/kiosk.ts';", 'Screens may import'],
  ['renderer/state/store.ts', "import { x } from '../../domain/procedure/pages.ts';", 'Screens may import'],
  ['migrations/kiosk/index.ts', "import { x } from '../../domain/result.ts';", 'self-contained'],
])('%s does not take: %s', async (file, code, message) => {
  expect(await complaints(file, code)).toContain(message);
});

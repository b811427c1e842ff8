import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compileApp } from './compile-app.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-compile-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

const compile = () => compileApp(root, ['main/start.ts'], join(root, 'app'));

it('makes a program of what the entry reaches, in the same places', async () => {
  put({
    'main/start.ts': `
      import { answer } from '../lib/answer.ts';
      import { plain } from '../lib/plain.mjs';
      import own from '../package.json' with { type: 'json' };
      export const told: string = \`\${own.name} \${answer()} \${plain}\`;`,
    'lib/answer.ts': `import type { Nothing } from './types.ts';
      export function answer(): number | Nothing { return 42; }`,
    'lib/types.ts': 'export type Nothing = null;',
    'lib/plain.mjs': `export const plain = 'plain';`,
    'lib/answer.test.ts': 'throw new Error();',
    'package.json': '{ "name": "own" }',
  });
  compile();
  const started = (await import(pathToFileURL(join(root, 'app/main/start.js')).href)) as { told: string };
  expect(started.told).toBe('own 42 plain');
  expect(existsSync(join(root, 'app/lib/types.js'))).toBe(false);
  expect(existsSync(join(root, 'app/lib/answer.test.js'))).toBe(false);
});

it('names the packages the program imports, and none that only its types need', () => {
  put({
    'main/start.ts': `
      import { join } from 'node:path';
      import { app } from 'electron/main';
      import type { Knex } from 'pg';
      import knex from 'knex/lib/index.js';
      import { createCanvas } from '@napi-rs/canvas';
      export const all: unknown = [join, app, knex, createCanvas, null as Knex | null];`,
  });
  expect(compile()).toEqual(['@napi-rs/canvas', 'knex']);
});

it('keeps no comments and no types', () => {
  put({ 'main/start.ts': '// why\nexport const few: number = 1;' });
  compile();
  expect(readFileSync(join(root, 'app/main/start.js'), 'utf8')).toBe('export const few = 1;\n');
});

it.each([
  ['does not read', 'export const = 1;'],
  ['names a source by its path', `export const worker = new URL('./worker.ts', import.meta.url);`],
])('refuses a file that %s', (_what, text) => {
  put({ 'main/start.ts': text });
  expect(compile).toThrow('main/start.ts');
});

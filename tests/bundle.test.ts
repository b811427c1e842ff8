// The screen runs under a policy that forbids code made from text: its bundle must not try.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildScreens } from '../scripts/build.ts';

const DIST = join(import.meta.dirname, '..', 'dist');

beforeAll(buildScreens, 300_000);

function scripts(folder: string): [string, string][] {
  return readdirSync(join(DIST, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(DIST, folder, name), 'utf8')]);
}

it.each(['renderer', 'console'])('%s makes no code from text', (folder) => {
  const files = scripts(folder);
  expect(files.length).toBeGreaterThan(0);
  for (const [name, code] of files) {
    expect([name, /\bnew Function\b|[^\w.]Function\(["'`]/.test(code)]).toEqual([name, false]);
    expect([name, /(?<![\w.$])eval\(/.test(code)]).toEqual([name, false]);
  }
});

it.each(['renderer', 'console'])('%s asks nobody else for anything', (folder) => {
  const page = readFileSync(join(DIST, folder, 'index.html'), 'utf8');
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=/);
});

it('the screen carries no validator and no rules', () => {
  for (const [name, code] of scripts('renderer')) {
    expect([name, /\$dynamicRef|ajv|sum-equals|11010519491231002X/.test(code)]).toEqual([name, false]);
  }
});

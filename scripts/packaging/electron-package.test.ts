import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { electronOnThisMachine } from './electron-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'onewindow-electron-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('knows whether Electron was fetched, without fetching it', () => {
  expect(electronOnThisMachine(folder)).toBeNull();
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(electronOnThisMachine(folder)).toBeNull();
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'electron'), '');
  expect(electronOnThisMachine(folder)).toBe(join(folder, 'dist'));
});

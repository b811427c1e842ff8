import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyPackage, packageFolders } from './run-time-packages.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-packages-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(file: string, text = ''): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function putPackage(folder: string, manifest: object = {}): void {
  put(`${folder}/package.json`, JSON.stringify(manifest));
}

it('finds what a package depends on, each where Node would find it', () => {
  putPackage('node_modules/a', { dependencies: { b: '1', c: '1' } });
  putPackage('node_modules/b', { dependencies: { c: '1' } });
  putPackage('node_modules/c');
  putPackage('node_modules/b/node_modules/c');
  putPackage('node_modules/unused');
  expect(packageFolders(root, ['a'])).toEqual([
    'node_modules/a',
    'node_modules/b',
    'node_modules/b/node_modules/c',
    'node_modules/c',
  ]);
});

it('leaves out what is for other machines, and what was only for installing', () => {
  putPackage('node_modules/sqlite3', { dependencies: { bindings: '1', tar: '1' } });
  putPackage('node_modules/bindings', { optionalDependencies: { 'for-windows': '1' } });
  putPackage('node_modules/tar');
  expect(packageFolders(root, ['sqlite3'])).toEqual(['node_modules/bindings', 'node_modules/sqlite3']);
});

it('says which package is missing, and who needs it', () => {
  putPackage('node_modules/a', { dependencies: { gone: '1' } });
  expect(() => packageFolders(root, ['a'])).toThrow('gone, which node_modules/a needs, is not installed');
});

it('copies what runs and its licence, and nothing else', () => {
  putPackage('node_modules/a');
  for (const file of [
    'LICENSE',
    'README.md',
    'lib/index.js',
    'lib/index.js.map',
    'lib/index.d.ts',
    'src/binding.cc',
    'build/Release/a.node',
    'build/Release/obj/a.o',
    'test/all.js',
    '.eslintrc.json',
    'node_modules/b/index.js',
  ])
    put(`node_modules/a/${file}`);
  copyPackage(root, 'node_modules/a', join(root, 'app'));
  const copied = readdirSync(join(root, 'app'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  expect(copied.toSorted()).toEqual(['LICENSE', 'a.node', 'index.js', 'package.json']);
});

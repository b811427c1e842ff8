// One folder with everything a kiosk runs from and nothing else. Both packages are made of it: Electron's archive, and
// the app of the browser host. Which modules and packages are in it follows from what the entries import, so that what a
// host does not use is not there to be abused.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileApp } from './compile-app.ts';
import { copyPackage, packageFolders } from './run-time-packages.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Host = 'electron' | 'browser';

const ENTRIES: Record<Host, string[]> = {
  electron: ['main/hosts/electron/start.ts', 'main/admin/start.ts'],
  browser: ['main/hosts/browser/start.ts', 'main/admin/start.ts'],
};

/** Data that travels as it is. */
const DATA: Record<Host, string[]> = {
  electron: ['procedures', 'dist/renderer', 'dist/preload'],
  browser: ['procedures', 'dist/renderer'],
};

/** Found by name at run time: knex asks for its driver, the paper for its fonts. */
const NAMED_AT_RUN_TIME = ['sqlite3', '@expo-google-fonts/noto-sans-sc'];

export interface OwnManifest {
  name: string;
  version: string;
  description: string;
  license: string;
}

export function ownManifest(): OwnManifest {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as OwnManifest;
}

/** Stages the app of a host into `folder`, which is emptied first. The screens must have been built. */
export function stageApp(host: Host, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = compileApp(ROOT, ENTRIES[host], folder);
  for (const place of packageFolders(ROOT, [...packages, ...NAMED_AT_RUN_TIME]))
    copyPackage(ROOT, place, folder);
  for (const place of DATA[host]) copyData(place, folder);
  writeManifest(host, folder);
}

function copyData(place: string, folder: string): void {
  if (!existsSync(join(ROOT, place))) throw new Error(`${place} is not there: run \`npm run build\` first`);
  cpSync(join(ROOT, place), join(folder, place), { recursive: true });
}

/** The compiler has put our own package.json there, with its scripts and tools: the app needs none of them. */
function writeManifest(host: Host, folder: string): void {
  const { name, version, description, license } = ownManifest();
  const main = ENTRIES[host][0]?.replace(/\.ts$/, '.js');
  // The name a desktop files a running window under.
  const desktopName = host === 'electron' ? 'onewindow-kiosk-electron.desktop' : undefined;
  const manifest = { name, version, description, license, private: true, type: 'module', main, desktopName };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

// Which files on a stick could be handed in. Only what lies on the stick itself: a link may lead anywhere on the machine.
import { lstat, readdir } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';

/** By name, to spare people a list of everything. What a file really is shows when it is read. */
const LISTED = new Set(['.pdf', '.jpg', '.jpeg', '.png']);

/** People look through some hundreds of names, not through a hard disk. */
const MOST_FILES = 500;
const MOST_ENTRIES = 20_000;
const DEEPEST = 8;

export interface Found {
  path: string;
  name: string;
  folder: string;
  bytes: number;
  changedMs: number;
}

export interface Looked {
  files: Found[];
  isCut: boolean;
}

/** Looks through a stick. One that is pulled out meanwhile has what was seen until then. */
export async function lookThrough(stick: string): Promise<Looked> {
  const files: Found[] = [];
  const folders = [stick];
  let entries = 0;
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    for (const entry of await entriesOf(folder)) {
      entries += 1;
      if (files.length >= MOST_FILES || entries > MOST_ENTRIES) return { files, isCut: true };
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !isHidden(entry.name) && depthOf(stick, path) < DEEPEST) folders.push(path);
      else if (entry.isFile() && isListed(entry.name)) files.push(...(await foundAt(stick, path)));
    }
  }
  return { files, isCut: false };
}

async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

/** What computers put there for themselves: waste baskets, indexes, the second halves of files from a Mac. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'System Volume Information' || name === '$RECYCLE.BIN';
}

function isListed(name: string): boolean {
  return !isHidden(name) && LISTED.has(extname(name).toLowerCase());
}

function depthOf(stick: string, path: string): number {
  return relative(stick, path).split('/').length;
}

async function foundAt(stick: string, path: string): Promise<Found[]> {
  const seen = await lstat(path).catch(() => null);
  if (seen === null || !seen.isFile()) return [];
  const folder = join(basename(stick), relative(stick, join(path, '..')));
  return [{ path, name: basename(path), folder, bytes: seen.size, changedMs: seen.mtimeMs }];
}

// Which npm packages a program needs when it runs, and which of their files. Everything else a package carries (sources,
// types, maps, documentation, what its installation left behind) stays behind.
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';

/** What these need while they are installed and never again. */
const ONLY_FOR_INSTALLING: Record<string, string[]> = {
  sqlite3: ['node-addon-api', 'node-gyp', 'prebuild-install', 'tar'],
};

/** Some packages hold far more than a program names: only that is carried. */
const ONLY_THESE: Record<string, RegExp> = {
  // Reading a PDF: no pages of a viewer, no fonts, no pictures.
  'pdfjs-dist': /^(package\.json|LICENSE|legacy\/build\/pdf(\.worker)?\.mjs)$/,
  '@expo-google-fonts/noto-sans-sc': /^(package\.json|LICENSE[^/]*|(500Medium|700Bold)\/[^/]+\.ttf)$/,
};

/** Scripts, native modules, and the tables that pdfkit and its font reader open: nothing else is read at run time. */
const RUN_TIME_FORMS = new Set(['.js', '.cjs', '.mjs', '.json', '.node', '.afm', '.icc', '.trie']);
/** Licences travel with what they license. */
const LICENCES = /^(licen[cs]e|copying|notice)([._-].*)?$/i;
const NOT_AT_RUN_TIME =
  /^(\..*|tsconfig.*\.json|tests?|__tests__|spec|examples?|docs?|bench(mark)?s?|coverage|man|obj|obj\.target)$/;

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Folders of the packages and of all they depend on, relative to `root`, as Node will look for them. */
export function packageFolders(root: string, names: string[]): string[] {
  const found = new Set<string>();
  const take = (name: string, from: string, isOptional: boolean): void => {
    const folder = resolvePackage(root, name, from);
    // npm leaves out what is for other machines.
    if (folder === null && isOptional) return;
    if (folder === null) throw new Error(`${name}, which ${from || 'the app'} needs, is not installed`);
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(root, folder);
    const unneeded = ONLY_FOR_INSTALLING[name] ?? [];
    const needed = Object.keys({ ...dependencies, ...optionalDependencies });
    for (const other of needed.filter((one) => !unneeded.includes(one)))
      take(other, folder, other in optionalDependencies);
  };
  for (const name of names) take(name, '', false);
  return [...found].toSorted();
}

function manifestOf(root: string, folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

/** Climbs from one node_modules folder to the next, as Node does, but never out of `root`. */
function resolvePackage(root: string, name: string, from: string): string | null {
  for (let here = from; ; here = here.slice(0, Math.max(here.lastIndexOf('/node_modules/'), 0))) {
    const folder = join(here, 'node_modules', name);
    if (existsSync(join(root, folder, 'package.json'))) return folder;
    if (here === '') return null;
  }
}

/** Copies what a package needs at run time into the app, to the same place. */
export function copyPackage(root: string, folder: string, app: string): void {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const from = join(root, folder);
  cpSync(from, join(app, folder), {
    recursive: true,
    filter: (path) => {
      const inside = relative(from, path);
      return inside === '' || isWanted(name, inside, path);
    },
  });
}

function isWanted(name: string, inside: string, path: string): boolean {
  // Packages within packages are copied on their own account.
  if (basename(path) === 'node_modules') return false;
  const isFolder = statSync(path).isDirectory();
  const only = ONLY_THESE[name];
  if (only !== undefined) return isFolder || only.test(inside);
  if (isFolder) return !NOT_AT_RUN_TIME.test(basename(path)) && holdsAnything(path);
  return (
    LICENCES.test(basename(path)) ||
    (RUN_TIME_FORMS.has(extname(path)) && !NOT_AT_RUN_TIME.test(basename(path)))
  );
}

function holdsAnything(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) =>
    RUN_TIME_FORMS.has(extname(file)),
  );
}

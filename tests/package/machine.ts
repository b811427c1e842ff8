// A machine with nothing on it but a shell and the few programs the package calls: no Node, no repository. As root it is
// entered by chroot, and nothing outside can be reached from in there. Without root the package is unpacked into a folder
// and run from there by its paths.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PATH, run } from './run.ts';

export const IS_ROOT = process.getuid?.() === 0;

/** What the package's scripts and its command call, by the names they call it. */
const PROGRAMS = ['cat', 'id', 'install', 'ln', 'setpriv', 'sh', 'systemd-notify', 'systemd-sysusers'];
/** Debian keeps these as links into /usr. */
const MERGED = ['bin', 'lib', 'lib64', 'sbin'];

export interface Machine {
  folder: string;
  /** Runs a command as root and returns what it said; throws when it did not end well. */
  run(command: string[], env?: Record<string, string>): Promise<string>;
  /** Starts a command as the kiosk's user. */
  start(command: string[], env?: Record<string, string>): ChildProcess;
}

/** Puts a machine into an empty folder and installs the package on it. Throws with a sentence when it cannot. */
export function putMachine(folder: string, deb: string): Machine {
  if (IS_ROOT) installAsRoot(folder, deb);
  else execFileSync('dpkg-deb', ['-x', deb, folder]);
  const inside = (word: string) => (/^\/(usr|etc|var)\//.test(word) ? join(folder, word) : word);
  const [enter, words] = IS_ROOT
    ? [['chroot', folder], (command: string[]) => command]
    : [[], (command: string[]) => command.map(inside)];
  const asKiosk = IS_ROOT ? ['setpriv', '--reuid=onewindow', '--regid=onewindow', '--init-groups'] : [];
  return {
    folder,
    run(command, env = {}) {
      const [program = '', ...args] = [...enter, ...words(command)];
      return run(program, args, { cwd: '/', env });
    },
    start(command, env = {}) {
      const [program = '', ...args] = [...enter, ...asKiosk, ...words(command)];
      return spawn(program, args, {
        cwd: '/',
        env: { PATH, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
    },
  };
}

function installAsRoot(folder: string, deb: string): void {
  for (const place of [
    'etc',
    'tmp',
    'run',
    'dev',
    'var/lib/dpkg/info',
    'var/lib/dpkg/updates',
    'var/lib/dpkg/triggers',
  ])
    mkdirSync(join(folder, place), { recursive: true });
  chmodSync(join(folder, 'tmp'), 0o1777);
  writeFileSync(join(folder, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
  writeFileSync(join(folder, 'etc/group'), 'root:x:0:\nvideo:x:44:\n');
  writeFileSync(join(folder, 'var/lib/dpkg/status'), '');
  for (const name of MERGED) {
    mkdirSync(join(folder, 'usr', name), { recursive: true });
    if (lstatSync(`/${name}`, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      symlinkSync(`usr/${name}`, join(folder, name));
  }
  for (const name of PROGRAMS) putProgram(folder, name);
  // Its dependencies are not on this machine: nothing it starts here needs a screen or a browser.
  execFileSync(
    'dpkg',
    [`--root=${folder}`, '--log=/dev/null', '--force-depends', '--force-unsafe-io', '--install', deb],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const installed = join(folder, 'usr/lib/onewindow-kiosk');
  putLibraries(folder, join(installed, 'node'));
  for (const file of readdirSync(installed, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.node')) putLibraries(folder, join(installed, file));
}

function putProgram(folder: string, name: string): void {
  const path = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'].map((place) => join(place, name)).find(existsSync);
  if (path === undefined)
    throw new Error(`${name} is not on this machine: the package is tested on Debian or one of its children`);
  put(folder, path);
  putLibraries(folder, path);
}

function putLibraries(folder: string, program: string): void {
  const told = execFileSync('ldd', [program], { encoding: 'utf8' });
  for (const [library] of told.matchAll(/\/\S+/g)) put(folder, library);
}

function put(folder: string, path: string): void {
  // Under its own name, whatever it is a link to.
  const to = join(folder, realpathSync(dirname(path)), path.slice(dirname(path).length));
  mkdirSync(dirname(to), { recursive: true });
  if (!existsSync(to)) copyFileSync(path, to);
}

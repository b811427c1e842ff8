// Makes a fresh clone able to run: the locked packages, Node 24, a Chromium. Runs on the machine's own Node
// (20.19 or newer), before anything is installed, so it is plain JavaScript and depends on nothing.
// It does nothing, and says nothing, when all is there.
//   --tests       also the Debian programs that some tests drive
//   --no-browser  leave Chromium alone
//   --build       also the screens
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../lib/find-chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wants = new Set(process.argv.slice(2));
const PROGRESS_EVERY_MS = 20_000;
const OLDEST_NODE = [20, 19];

/** SHA-256 of `bin/node` in the npm packages the `node` package fetches outside the lockfile. */
const NODE_VERSION = '24.21.0';
const NODE_DIGESTS = {
  'linux-x64': '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
  'linux-arm64': '0f8949d1028f6d61506b2d5bc57e7e6fe893d7b1997509b7847294fc9c616584',
  'win32-x64': 'ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32',
};

const BROWSER_PACKAGES = ['chromium', 'fonts-noto-cjk'];
const TEST_PROGRAMS = {
  strace: 'strace',
  ippeveprinter: 'cups-ipp-utils',
  'dbus-daemon': 'dbus',
  'avahi-daemon': 'avahi-daemon',
  Xvfb: 'xvfb',
  xdotool: 'xdotool',
  xwininfo: 'x11-utils',
};

function say(line) {
  process.stdout.write(`bootstrap: ${line}\n`);
}

function fail(line) {
  process.stderr.write(`bootstrap: ${line}\n`);
  process.exit(1);
}

function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Runs a program with its output on ours, a line every 20 s while it works; true when it ended well. */
async function run(command, args, env = {}) {
  const started = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  const told = setInterval(
    () => say(`... ${Math.round((Date.now() - started) / 1000)} s`),
    PROGRESS_EVERY_MS,
  );
  const status = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
  clearInterval(told);
  return status === 0;
}

function has(program) {
  const path = (process.env.PATH ?? '').split(':').concat('/usr/sbin', '/sbin');
  return path.some((folder) => folder !== '' && existsSync(join(folder, program)));
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = OLDEST_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  fail(`Node ${OLDEST_NODE.join('.')} or newer is needed to start from; this is ${process.versions.node}.`);
}

async function installPackages() {
  const stamp = join(root, 'node_modules', '.onewindow-installed');
  const lock = sha256(join(root, 'package-lock.json'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing the locked packages (npm ci; sqlite3 may compile, about 2 minutes)');
  if (!(await run('npm', ['ci', '--loglevel=error', '--foreground-scripts=false', '--progress=true']))) {
    fail('npm ci failed; its reasons are above.');
  }
  checkArrivedNode();
  writeFileSync(stamp, lock);
  say('packages are in place');
}

function arrivedNode() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The `node` package fetches its binary in a preinstall that the lockfile does not cover: look at what came. */
function checkArrivedNode() {
  const binary = arrivedNode();
  const told = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  if (told.stdout?.trim() !== `v${NODE_VERSION}`) {
    fail(`node_modules/node is not Node ${NODE_VERSION} (${told.stdout?.trim() || told.error?.message}).`);
  }
  const digest = NODE_DIGESTS[`${process.platform}-${process.arch}`];
  if (digest === undefined) {
    say(`no digest is pinned for Node on ${process.platform}-${process.arch}; its version was checked`);
  } else if (sha256(binary) !== digest) {
    fail(`node_modules/node/bin/node is not the pinned Node ${NODE_VERSION} (SHA-256 differs).`);
  }
}

function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && has('apt-get');
}

let listsAreFresh = false;
async function aptInstall(packages) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  if (!listsAreFresh) await run('apt-get', ['update', '-qq'], quiet);
  listsAreFresh = true;
  return run('apt-get', ['install', '-y', '-qq', '-o=Dpkg::Use-Pty=0', ...packages], quiet);
}

async function installChromium() {
  if (findChromium() !== null) return;
  say('no Chromium found; asking Playwright for one');
  const arrived = await run('npx', ['--no-install', 'playwright', 'install', 'chromium']);
  if (arrived && findChromium() !== null) return;
  if (!isDebianRoot()) {
    fail('no Chromium could be had. Install Chromium or Chrome, or set ONEWINDOW_CHROMIUM to its path.');
  }
  say(`installing from Debian: ${BROWSER_PACKAGES.join(' ')}`);
  const installed = await aptInstall(BROWSER_PACKAGES);
  if (!installed || findChromium() === null) fail('Chromium could not be installed.');
}

async function installTestPrograms() {
  const missing = Object.entries(TEST_PROGRAMS)
    .filter(([program]) => !has(program))
    .map(([, debianPackage]) => debianPackage);
  if (missing.length === 0) return;
  if (!isDebianRoot()) {
    say(`tests also drive ${missing.join(', ')}: install them to run those tests`);
    return;
  }
  say(`installing from Debian for the tests: ${missing.join(' ')}`);
  if (!(await aptInstall(missing)))
    say(`could not install ${missing.join(' ')}; the tests that need them will fail`);
}

/** On Node 24, which runs our sources as they are; it does nothing when no input has changed. */
async function buildScreens() {
  if (!(await run(arrivedNode(), [join('scripts', 'build.ts')]))) fail('the screens could not be built.');
}

checkNode();
await installPackages();
if (!wants.has('--no-browser')) await installChromium();
if (wants.has('--tests')) await installTestPrograms();
if (wants.has('--build')) await buildScreens();

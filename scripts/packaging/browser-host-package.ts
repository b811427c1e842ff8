// The Debian package of the browser host: the app, a Node of its own, and what makes a machine a kiosk (a user, a service,
// a browser policy, the IT command). Built by dpkg-deb from a folder that looks as the machine will.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ownManifest, ROOT, stageApp } from './stage-app.ts';

const NAME = 'onewindow-kiosk';
const FROM = join(ROOT, 'packaging', 'browser-host');
const NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node');
const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64' };

/** Files of packaging/browser-host, and where the machine has them. */
const PLACES: Record<string, string> = {
  'admin.sh': `usr/bin/${NAME}-admin`,
  copyright: `usr/share/doc/${NAME}/copyright`,
  'node.LICENSE': `usr/share/doc/${NAME}/node.LICENSE`,
  'chromium-policy.json': `etc/chromium/policies/managed/${NAME}.json`,
  'kiosk.config.json': `etc/${NAME}/kiosk.config.json`,
  'logind.conf': `usr/lib/systemd/logind.conf.d/${NAME}.conf`,
  [`${NAME}.service`]: `usr/lib/systemd/system/${NAME}.service`,
  'sysctl.conf': `usr/lib/sysctl.d/60-${NAME}.conf`,
  'sysusers.conf': `usr/lib/sysusers.d/${NAME}.conf`,
};
const DOCUMENTS: Record<string, string> = {
  'docs/kiosk.config.schema.json': `usr/share/${NAME}/kiosk.config.schema.json`,
  'docs/operations.md': `usr/share/doc/${NAME}/operations.md`,
};
const SCRIPTS = ['postinst', 'prerm', 'postrm'];

export interface DebOptions {
  /** Folder for the package; a folder `work` in it is used and removed. */
  output: string;
  /** How dpkg-deb compresses: `xz` for a package that travels, `none` where only time counts. */
  compression: 'xz' | 'none';
}

/** Builds the package for this machine's architecture and returns its path. Throws with a sentence when it cannot. */
export function buildBrowserHostPackage({ output, compression }: DebOptions): string {
  const architecture = ARCHITECTURES[process.arch];
  if (process.platform !== 'linux' || architecture === undefined)
    throw new Error('The Debian package is built on Linux, on amd64 or arm64.');
  const root = join(output, 'work', NAME);
  rmSync(root, { recursive: true, force: true });
  stageApp('browser', join(root, 'usr', 'lib', NAME, 'app'));
  put(NODE, join(root, 'usr', 'lib', NAME, 'node'), 0o755);
  putAll(FROM, PLACES, root);
  putAll(ROOT, DOCUMENTS, root);
  writeControl(root, architecture);
  // Whatever this user's umask is, everybody on the machine may read the program, and only root may change it.
  execFileSync('chmod', ['-R', 'u+rwX,go=rX', root]);
  const { version } = ownManifest();
  const deb = join(output, `${NAME}_${version}_${architecture}.deb`);
  runDpkgDeb(['--root-owner-group', `-Z${compression}`, '--build', root, deb]);
  rmSync(join(output, 'work'), { recursive: true });
  return deb;
}

function put(from: string, to: string, mode: number): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, mode);
}

function putAll(folder: string, places: Record<string, string>, root: string): void {
  for (const [from, to] of Object.entries(places))
    put(join(folder, from), join(root, to), to.startsWith('usr/bin/') ? 0o755 : 0o644);
}

function writeControl(root: string, architecture: string): void {
  const control = join(root, 'DEBIAN');
  mkdirSync(control);
  const values: Record<string, string> = {
    version: ownManifest().version,
    architecture,
    'installed-size': String(Math.ceil(bytesIn(root) / 1024)),
    libc: libcVersion(),
  };
  const filled = readFileSync(join(FROM, 'control'), 'utf8').replaceAll(
    /@([a-z-]+)@/g,
    (_, name: string) => values[name] ?? '',
  );
  writeFileSync(join(control, 'control'), filled);
  const settings = Object.values(PLACES).filter((place) => place.startsWith('etc/'));
  writeFileSync(join(control, 'conffiles'), settings.map((place) => `/${place}\n`).join(''));
  for (const script of SCRIPTS) put(join(FROM, script), join(control, script), 0o755);
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** sqlite3's native module was compiled here: an older C library than this machine's may not run it. */
function libcVersion(): string {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  if (header.glibcVersionRuntime === undefined)
    throw new Error('The Debian package needs a machine with the GNU C library to be built on.');
  return header.glibcVersionRuntime;
}

function runDpkgDeb(args: string[]): void {
  try {
    execFileSync('dpkg-deb', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new Error(
      'dpkg-deb is not on this machine: the Debian package is built on Debian or one of its children.',
      { cause },
    );
  }
}

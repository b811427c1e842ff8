// `npm run package`: what is installed on machines, made on this one into dist/packages.
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildScreens } from './build.ts';
import { buildBrowserHostPackage } from './packaging/browser-host-package.ts';
import { buildElectronPackage, electronOnThisMachine, usualTargets } from './packaging/electron-package.ts';
import { ROOT } from './packaging/stage-app.ts';

const HELP = `npm run package [-- options]

  (nothing)         the Electron packages of this operating system: deb and AppImage on Linux, an installer on Windows
  --dir             the Electron program in a folder, without a package around it
  --browser-host    the Debian package of the browser host: Chromium for a screen, a Node of its own
  --help

Electron's packages need Electron (npm run electron:install) and tools that electron-builder fetches from the internet.`;

const OUTPUT = join(ROOT, 'dist', 'packages');

function leave(sentence: string, code: number): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}

function argumentsOf() {
  try {
    return parseArgs({
      options: {
        dir: { type: 'boolean', default: false },
        'browser-host': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

async function packElectron(isDir: boolean): Promise<string[]> {
  const electronDist = electronOnThisMachine();
  if (electronDist === null)
    return leave('Electron is not on this machine: run `npm run electron:install`, then this again.', 2);
  await buildScreens();
  return buildElectronPackage({ electronDist, targets: isDir ? ['dir'] : usualTargets(), output: OUTPUT });
}

async function packBrowserHost(): Promise<string[]> {
  await buildScreens();
  return [buildBrowserHostPackage({ output: OUTPUT, compression: 'xz' })];
}

const given = argumentsOf();
if (given.help) leave(HELP, 0);
if (given.dir && given['browser-host']) leave('--dir is Electron’s: the browser host is one package.', 2);
const made = await (given['browser-host'] ? packBrowserHost() : packElectron(given.dir)).catch(
  (error: Error) => leave(error.message, 1),
);
for (const file of made)
  console.log(`made ${relative(ROOT, file)} (${Math.round(statSync(file).size / 1_000_000)} MB)`);
if (given.dir) console.log(`made ${relative(ROOT, OUTPUT)}/linux-unpacked`);

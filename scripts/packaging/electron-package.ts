// The packages of the kiosk as an Electron program, by electron-builder (electron-builder.yml says what they are).
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { drawIcons } from './icons.ts';
import { ROOT, stageApp } from './stage-app.ts';

export interface ElectronPackageOptions {
  /** A folder with Electron as it is unpacked. */
  electronDist: string;
  /** What to make; `dir` is the program in a folder, without a package around it. */
  targets: ('dir' | 'deb' | 'AppImage' | 'nsis')[];
  /** Folder for what is made. */
  output: string;
  /** Is shown what a target is about to be made of; true: leave the target out. */
  isLeftOut?: (made: unknown) => boolean;
}

/** The folder of Electron's binary, or null where it was never fetched. Importing the package would start a download. */
export function electronOnThisMachine(folder = join(ROOT, 'node_modules', 'electron')): string | null {
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  return existsSync(join(folder, 'dist', readFileSync(named, 'utf8').trim())) ? join(folder, 'dist') : null;
}

/** What this machine's operating system is given when nobody asks for less. */
export function usualTargets(): ElectronPackageOptions['targets'] {
  return process.platform === 'win32' ? ['nsis'] : ['deb', 'AppImage'];
}

/** Stages the app and packs it; the screens must have been built. Returns the files that were made. */
export async function buildElectronPackage(options: ElectronPackageOptions): Promise<string[]> {
  const { electronDist, targets, output, isLeftOut = () => false } = options;
  const [app, icons] = [join(output, 'work', 'electron'), join(output, 'work', 'icons')];
  stageApp('electron', app);
  await drawIcons(icons);
  const made = await build({
    projectDir: ROOT,
    targets: Platform.current().createTarget(targets),
    publish: 'never',
    config: {
      directories: { app, output },
      electronDist,
      // Our own staging has put the packages in place: electron-builder neither installs nor rebuilds any.
      beforeBuild: async () => false,
      linux: { icon: icons },
      win: { icon: join(icons, 'icon.ico') },
    },
    effectiveOptionComputed: async (target: unknown) => isLeftOut(target),
  });
  rmSync(join(output, 'work'), { recursive: true });
  return made;
}

// A folder that electron-builder takes for Electron: the files it moves and the fuses it sets, and no program.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands before the fuses in Electron's binary, by which every tool finds them. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
/** As they leave the factory, in the order of the wire: runAsNode first, wasmTrapHandlers last. */
const FACTORY_FUSES = '101100011';

export function putElectronStandIn(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const fuses = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([FUSE_VERSION, FACTORY_FUSES.length]),
    Buffer.from(FACTORY_FUSES),
  ]);
  const filler = Buffer.alloc(4096, 0x90);
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  writeFileSync(join(folder, name), Buffer.concat([filler, fuses, filler]));
  chmodSync(join(folder, name), 0o755);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    writeFileSync(join(folder, file), file);
  for (const language of ['de', 'en-US', 'zh-CN'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), language);
  writeFileSync(join(folder, 'version'), version);
}

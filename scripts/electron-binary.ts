// Electron's binary, where it was fetched (`npm run electron:install`). Merely importing the package would start a
// download, which fails where its host cannot be reached.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../node_modules/electron', import.meta.url));

/** Its path, or null. */
export function electronBinary(): string | null {
  const named = join(PACKAGE, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(PACKAGE, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

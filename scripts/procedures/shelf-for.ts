// A folder with one procedure in it and what it names: wherever the file lies, it is read as a kiosk would read it.
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { OWN_PROCEDURES } from '../../lib/procedures/own-procedures.ts';

/** What procedures share: from beside the file where it is there, else what came with the program. */
const SHARED = ['catalogues', 'parts', 'calendar', 'ratings'];

/** Made anew; whoever asks for it deletes it. Throws when the file is not there. */
export function shelfFor(file: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-procedure-'));
  cpSync(resolve(file), join(folder, basename(file)));
  for (const name of SHARED) {
    const own = join(dirname(resolve(file)), name);
    const from = existsSync(own) ? own : join(OWN_PROCEDURES, name);
    if (existsSync(from)) cpSync(from, join(folder, name), { recursive: true });
  }
  return folder;
}

// `import FOLDER`: an export of a kiosk's queue, brought by hand.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../domain/result.ts';
import { systemClock } from '../../lib/clock.ts';
import { EXPORT_FAULTS } from '../../lib/export-folder.ts';
import { openSigningKey } from '../../lib/keys.ts';
import { silentLog } from '../../lib/log.ts';
import { loadProcedures } from '../../lib/procedures/load.ts';
import { OWN_PROCEDURES } from '../../lib/procedures/own-procedures.ts';
import { openPersonHash } from '../cases/person-hash.ts';
import { openDepot } from '../documents/depot.ts';
import { openOpeningKeys } from '../keys.ts';
import { openPublished } from '../published/published-shelf.ts';
import type { Store } from '../store/store.ts';
import { importExport } from './import.ts';
import { createIntake } from './intake.ts';

export interface ImportCommand {
  do: 'import';
  folder: string;
}

export const IMPORT_HELP = `
npm run platform -- import FOLDER

  import            takes what a kiosk exported (\`admin queue export\`): each application once, however it came before`;

/** `words` without the first, which is 'import'. */
export function readImportCommand([folder, ...more]: string[]): Result<ImportCommand, string> {
  if (folder === undefined || more.length > 0) return fail(`import: which folder?\n${IMPORT_HELP}`);
  return existsSync(folder)
    ? ok({ do: 'import', folder: resolve(folder) })
    : fail(`${folder}: there is no such folder`);
}

/** Lines for whoever asked, or a sentence. `data`: the platform's data folder. */
export async function obeyImport(
  store: Store,
  data: string,
  { folder }: ImportCommand,
  procedures = OWN_PROCEDURES,
): Promise<Result<string[], string>> {
  const { shelf, isTaken } = await openPublished(await loadProcedures(procedures), store);
  const intake = createIntake({
    store,
    shelf,
    isTaken,
    openingKey: openOpeningKeys(data),
    signingKey: openSigningKey(join(data, 'signing.key')),
    personHash: openPersonHash(join(data, 'people.key')),
    clock: systemClock,
    log: silentLog,
    // A command has no event loop to keep free.
    threads: 0,
  });
  const done = await importExport({ store, intake, depot: openDepot(data), clock: systemClock }, folder);
  await intake.stop();
  if (!done.ok) {
    const why = done.error === 'kiosk-unknown' ? 'its kiosk is none of ours' : EXPORT_FAULTS[done.error];
    return fail(`${folder}: ${why}`);
  }
  const { answers, documents } = done.value;
  return ok([
    ...Object.entries(answers).map(([said, count]) => `${count} ${said}`),
    `${documents} files here`,
  ]);
}

import { existsSync } from 'node:fs';
import { loadProcedures } from '../../lib/procedures/load.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import { loadConfig } from '../config.ts';
import { proceduresFolder } from '../kiosk.ts';
import { openLibrary } from '../library/library.ts';
import { databaseFile, openStore } from '../store/store.ts';
import { wrongConfig } from './config.ts';
import type { AdminArguments, Answer } from './start.ts';

/** Every version that is loaded, and which files are not and why. */
export async function listProcedures({ folder, configFile }: AdminArguments): Promise<Answer> {
  const loaded = await loadConfig(configFile);
  // It may be the very file that says where the procedures are.
  if (!loaded.ok) return wrongConfig(configFile, loaded.error);
  const shelf = await withSent(folder, await loadProcedures(proceduresFolder(loaded.value)));
  const procedures = versionsOf(shelf);
  const lines = [
    ...procedures.map(({ id, version, title, isLatest }) =>
      [id, version, title['zh-CN'], title.en, ...(isLatest ? [] : ['older, for its open cases'])].join('  '),
    ),
    ...shelf.faults.map(({ file, place, reason }) => `NOT LOADED  ${file}  ${place}  ${reason}`),
  ];
  return { lines, value: { procedures, faults: shelf.faults }, code: shelf.faults.length === 0 ? 0 : 1 };
}

/** With what the platform sent to this kiosk. A store that does not open is the doctor's affair. */
export async function withSent(folder: string, base: ProcedureShelf): Promise<ProcedureShelf> {
  if (!existsSync(databaseFile(folder))) return base;
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) return base;
  try {
    return (await openLibrary(base, opened.value)).shelf;
  } finally {
    await opened.value.close();
  }
}

function versionsOf({ procedures, versions }: ProcedureShelf) {
  return versions.map((prepared) => {
    const { id, version, title } = prepared.procedure;
    return { id, version, title, isLatest: procedures.includes(prepared) };
  });
}

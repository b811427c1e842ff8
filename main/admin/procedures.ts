import { loadProcedures } from '../../lib/procedures/load.ts';
import { DEFAULT_CONFIG, loadConfig } from '../config.ts';
import { proceduresFolder } from '../kiosk.ts';
import type { AdminArguments, Answer } from './start.ts';

/** What is loaded, and which files are not and why. */
export async function listProcedures({ configFile }: AdminArguments): Promise<Answer> {
  const loaded = await loadConfig(configFile);
  const shelf = await loadProcedures(proceduresFolder(loaded.ok ? loaded.value : DEFAULT_CONFIG));
  const procedures = shelf.procedures.map(({ procedure: { id, version, title } }) => ({
    id,
    version,
    title,
  }));
  const lines = [
    ...procedures.map(({ id, version, title }) => `${id}  ${version}  ${title['zh-CN']}  ${title.en}`),
    ...shelf.faults.map(({ file, place, reason }) => `NOT LOADED  ${file}  ${place}  ${reason}`),
  ];
  return { lines, value: { procedures, faults: shelf.faults }, code: shelf.faults.length === 0 ? 0 : 1 };
}

// Backups, from a shell: taking one now, and putting one back.
import { existsSync } from 'node:fs';
import { systemClock } from '../../lib/clock.ts';
import { wrongConfig } from './config.ts';
import { loadConfig } from '../config.ts';
import { restoreBackup, takeBackup, type RestoreFault } from '../store/backup.ts';
import { databaseFile } from '../store/store.ts';
import { refused, refusedWithout } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';

const SENTENCES: Record<RestoreFault, string> = {
  'no-database': 'There is no database to copy.',
  damaged: 'It is damaged: it does not prove what it says. Nothing was changed.',
  'not-ours': 'It is no backup of a kiosk. Nothing was changed.',
  'no-space': 'There is too little free space for a copy. Nothing was changed.',
  running: 'The kiosk is running. End it first; nothing was changed.',
};

/** Takes a backup now, while the kiosk may be running. */
export async function backUp({ folder, configFile }: AdminArguments): Promise<Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  if (!existsSync(databaseFile(folder))) return refused(SENTENCES['no-database'], 1);
  const loaded = await loadConfig(configFile);
  if (!loaded.ok) return wrongConfig(configFile, loaded.error);
  const taken = await takeBackup(folder, loaded.value.backups.keep, systemClock);
  if (!taken.ok) return refused(SENTENCES[taken.error], 1);
  const { file, last } = taken.value;
  return { lines: [`${file}: verified, ${last} submissions`], value: { ok: true, file, last }, code: 0 };
}

/** Puts a backup in the place of the database, which is set aside. */
export async function restore({ folder, words }: AdminArguments): Promise<Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const file = words[1] ?? '';
  if (!existsSync(file)) return refused(`${file}: there is no such file`, 2);
  const restored = await restoreBackup(folder, file, systemClock);
  if (!restored.ok) return refused(`${file}: ${SENTENCES[restored.error]}`, 1);
  const { last, aside } = restored.value;
  return {
    lines: [
      `Restored: ${last} submissions.`,
      ...(aside === null ? [] : [`What was there is kept as it was in ${aside}.`]),
      'The kiosk serves nobody (S-05) until the platform has said that it holds no newer numbers.',
    ],
    value: { ok: true, last, aside },
    code: 0,
  };
}

// Laying a card on the simulated reader, and taking it away: for demonstrations and tests.
import { readFileSync } from 'node:fs';
import { loadConfig } from '../config.ts';
import { blockIn, lay, take } from '../devices/card-reader/laid-card.ts';
import { simulatorFolder } from '../devices/card-reader/open-reader.ts';
import { wrongConfig } from './config.ts';
import { refused, refusedWithout } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';

export async function layCard(given: AdminArguments): Promise<Answer> {
  const folder = await folderOf(given);
  if (typeof folder !== 'string') return folder;
  const [, , file] = given.words;
  if (file === undefined) return refused('Which card? Name a file: admin card lay FILE', 2);
  const content = contentOf(file);
  if (content === null) return refused(`${file}: there is no such file`, 2);
  const block = blockIn(content);
  if (!block.ok) return refused(`${file}: ${block.error}`, 2);
  await lay(folder, block.value);
  return { lines: ['The card lies on the reader.'], value: { ok: true }, code: 0 };
}

export async function removeCard(given: AdminArguments): Promise<Answer> {
  const folder = await folderOf(given);
  if (typeof folder !== 'string') return folder;
  await take(folder);
  return { lines: ['No card lies on the reader.'], value: { ok: true }, code: 0 };
}

/** Where the simulator looks, or what to answer where the machine has none. */
async function folderOf({ folder, configFile }: AdminArguments): Promise<string | Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const loaded = await loadConfig(configFile);
  if (!loaded.ok) return wrongConfig(configFile, loaded.error);
  const { cardReader } = loaded.value;
  if (cardReader.kind === 'simulator') return simulatorFolder(cardReader, folder);
  return refused(
    `${configFile} has no simulated reader: set "cardReader" to { "kind": "simulator", "folder": "card-reader" }`,
    1,
  );
}

function contentOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

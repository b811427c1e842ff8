import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ConfigFault } from '../config-faults.ts';
import { loadConfig } from '../config.ts';
import type { AdminArguments, Answer } from './start.ts';

/** `config check` says what is wrong; `config show` says what is in force. */
export async function config({ words, configFile }: AdminArguments): Promise<Answer> {
  const loaded = await loadConfig(configFile);
  if (!loaded.ok) return wrongConfig(configFile, loaded.error);
  if (words[1] === 'show') {
    return { lines: [JSON.stringify(loaded.value, null, 2)], value: loaded.value, code: 0 };
  }
  return existsSync(configFile)
    ? { lines: [`${configFile}: nothing wrong`], value: { ok: true, file: configFile }, code: 0 }
    : { lines: [defaultsInForce(configFile)], value: { ok: true, file: null }, code: 0 };
}

/** Each key that is wrong, and what is allowed there. */
export function wrongConfig(configFile: string, faults: ConfigFault[]): Answer {
  const lines = faults.map(({ key, allowed }) => `${configFile}: ${key}: ${allowed}`);
  return { lines, value: { ok: false, file: configFile, faults }, code: 2 };
}

function defaultsInForce(configFile: string): string {
  return `There is no ${basename(configFile)} in ${dirname(configFile)}; the defaults are in force.`;
}

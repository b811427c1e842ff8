import { loadConfig } from '../config.ts';
import type { AdminArguments, Answer } from './start.ts';

/** `config check` says what is wrong; `config show` says what is in force. */
export async function config({ words, configFile }: AdminArguments): Promise<Answer> {
  const loaded = await loadConfig(configFile);
  if (!loaded.ok) {
    const lines = loaded.error.map(({ key, allowed }) => `${configFile}: ${key}: ${allowed}`);
    return { lines, value: { ok: false, file: configFile, faults: loaded.error }, code: 2 };
  }
  if (words[1] === 'show') {
    return { lines: [JSON.stringify(loaded.value, null, 2)], value: loaded.value, code: 0 };
  }
  return { lines: [`${configFile}: nothing wrong`], value: { ok: true, file: configFile }, code: 0 };
}

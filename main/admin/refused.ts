import { existsSync } from 'node:fs';
import type { Answer } from './start.ts';

/** A command that did nothing, and why. */
export function refused(sentence: string, code: 1 | 2): Answer {
  return { lines: [sentence], value: { ok: false, reason: sentence }, code };
}

/** For commands that look at a kiosk: a mistyped folder must not become one. Null when it is there. */
export function refusedWithout(folder: string): Answer | null {
  return existsSync(folder) ? null : refused(`There is no data folder ${folder}.`, 2);
}

// The table takes some seconds to make and rarely changes: it is kept beside what is built.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from '../hash-of.ts';
import { makeLexicon } from './lexicon.ts';
import { tableText } from './table-text.ts';

const KEPT = join(import.meta.dirname, '..', '..', 'dist', '.pinyin-table');
/** What the table is made of. */
const INPUTS = [
  'scripts/pinyin',
  'ui/pinyin/table.ts',
  'procedures/catalogues',
  'node_modules/pinyin-pro/package.json',
  'node_modules/@node-rs/jieba/package.json',
  'node_modules/id-validator/package.json',
];

/** The table that `ui/pinyin/table.ts` opens: as kept if nothing it is made of has changed, else made anew. */
export function pinyinTableText(): string {
  const now = hashOf(INPUTS);
  const [stamp, kept] = existsSync(KEPT) ? readFileSync(KEPT, 'utf8').split('\n\n\n') : [];
  if (stamp === now && kept !== undefined) return kept;
  const table = tableText(makeLexicon());
  mkdirSync(dirname(KEPT), { recursive: true });
  writeFileSync(KEPT, `${now}\n\n\n${table}`);
  return table;
}

import type { Plugin } from 'vite';
import { pinyinTableText } from './kept-table.ts';

const NAME = 'virtual:pinyin-table';

/** The table of the pinyin keyboard as a module: a chunk of its own, since it is imported lazily. */
export function pinyinTable(): Plugin {
  return {
    name: 'pinyin-table',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(pinyinTableText())};` : null),
  };
}
